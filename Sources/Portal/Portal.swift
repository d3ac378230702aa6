import HTTPTypes
package import Hummingbird
import HummingbirdCore
package import Logging
package import NIOCore
package import Vocabulary

/// The portal: the table of routes over a desk.
package struct Portal: Sendable {
  package let desk: any FrontDesk
  package let settings: PortalSettings
  package let library: PageLibrary
  let files: StaticFiles
  let sessions: Sessions
  let limits = RateLimit()
  private let sites = SiteMemory()
  let log: Logger
  let now: @Sendable () -> Instant

  /// - Throws: `Fault` where a template, a text or a static file is missing.
  package init(
    desk: any FrontDesk, settings: PortalSettings, log: Logger,
    now: @escaping @Sendable () -> Instant
  ) throws(Fault) {
    self.desk = desk
    self.settings = settings
    self.library = try PageLibrary()
    self.files = try StaticFiles()
    self.sessions = Sessions(book: desk, settings: settings, now: now)
    self.log = log
    self.now = now
  }

  /// What every page says of the place, asked once a day and once a rule change.
  func site(in language: Language) -> SiteFacts {
    sites.facts(in: language, on: now().civilDate, rules: desk.rulesVersion) {
      desk.site(in: language)
    }
  }

  /// Every route there is.
  var routes: [Route] {
    publicRoutes + installableRoutes + statusRoutes + trustRoutes + verificationRoutes
      + signInRoutes + draftRoutes + caseRoutes
      + paperRoutes + paymentRoutes + officeRoutes + officeCaseRoutes + supplementRoutes
      + needRoutes + ruleRoutes + calendarRoutes
      + recordRoutes + recordMoveRoutes + bodyRoutes + supplierRoutes + supplyRoutes + personRoutes
      + refundRoutes + revocationRoutes + formRoutes
      + administrationRoutes + substitutionRoutes + journalRoutes + lookRoutes
      + moneyRoutes + bodyRegisterRoutes
  }

  package func router() -> Router<PortalContext> {
    let router = Router(context: PortalContext.self, options: .autoGenerateHeadEndpoints)
    router.middlewares.add(SecurityHeaders(settings))
    router.middlewares.add(RequestLog(log: log, now: now))
    // Twice: inside for what routes throw, in the visitor's language; outside for the welcome.
    router.middlewares.add(ErrorPages(portal: self))
    router.middlewares.add(Welcome(sessions: sessions, settings: settings))
    router.middlewares.add(ErrorPages(portal: self))
    let routes = routes
    for route in routes {
      let door = Door(portal: self, route: route)
      router.on(RouterPath(route.path), method: route.method, use: door.answer)
    }
    refuseOtherMethods(of: routes, in: router)
    return router
  }

  /// A path that exists under another method is a 405 that names the methods, not a 404.
  private func refuseOtherMethods(of routes: [Route], in router: Router<PortalContext>) {
    for (path, group) in Dictionary(grouping: routes, by: \.path) {
      var allowed = group.map(\.method.rawValue)
      if allowed.contains("GET") { allowed.append("HEAD") }
      let names = allowed.sorted()
      for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete]
      where !names.contains(method.rawValue) {
        router.on(RouterPath(path), method: method) { _, _ -> Response in
          throw HTTPRefusal.methodNotAllowed(allowed: names)
        }
      }
    }
  }

  /// The server: bounded headers, and a connection that says nothing is let go.
  package func application(
    host: String, port: Int, onServerRunning: @escaping @Sendable (any Channel) async -> Void
  ) -> some ApplicationProtocol {
    let bounds = HTTP1Channel.Configuration(
      idleTimeout: .seconds(40),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100))
    return Application(
      router: router(),
      server: HTTPServerBuilder { responder in
        OwnLoop(http: HTTP1Channel(responder: responder, configuration: bounds))
      },
      configuration: .init(address: .hostname(host, port: port)),
      onServerRunning: onServerRunning,
      logger: log)
  }
}

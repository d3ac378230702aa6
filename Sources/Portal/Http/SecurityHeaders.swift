import HTTPTypes
import Hummingbird

/// What every answer carries, a page or an error.
///
/// No inline script or style exists, so the policy allows none. The service worker fetches, hence
/// `connect-src`; nothing may be fetched from elsewhere. `form-action` names the places to
/// which a post of ours may be redirected, because browsers check redirects too.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = PortalContext
  private let fixed: [HTTPField]

  init(_ settings: PortalSettings) {
    let targets = settings.formTargets.map { " \($0)" }.joined()
    let policy =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
      + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
      + "form-action 'self'\(targets); frame-ancestors 'none'; base-uri 'none'"
    var fixed: [(HTTPField.Name, String)] = [
      (.contentSecurityPolicy, policy), (.referrerPolicy, "same-origin"),
      (.contentTypeOptions, "nosniff"), (.openerPolicy, "same-origin"),
      (.resourcePolicy, "same-origin"),
      (.permissionsPolicy, "camera=(), geolocation=(), microphone=(), payment=()"),
    ]
    if settings.isSecure {
      fixed.append((.transportSecurity, "max-age=63072000; includeSubDomains"))
    }
    self.fixed = fixed.map { HTTPField(name: $0, value: $1) }
  }

  func handle(
    _ request: Request, context: PortalContext,
    next: (Request, PortalContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    for field in fixed { response.headers.append(field) }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-cache" }
    return response
  }
}

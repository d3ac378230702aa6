import HTTPTypes
import Hummingbird
import Vocabulary

/// Applies a route's rules before its handler sees the request.
struct Door: Sendable {
  let portal: Portal
  let route: Route

  @Sendable func answer(_ request: Request, _ context: PortalContext) async throws -> Response {
    let form = try await readForm(request, context)
    let visit = Visit(request: request, context: context, portal: portal, form: form)
    var response = try await route.answer(visit)
    if route.access != .anyone || context.visitor.standing != .stranger {
      response.headers[.cacheControl] = "no-store"
    }
    introduce(context.visitor, in: &response)
    return response
  }

  private func readForm(
    _ request: Request, _ context: PortalContext
  ) async throws -> TypedForm {
    switch route.body {
    case .none:
      return .empty
    case .readByHandler:
      try Door.checkOrigin(request, portal.settings)
      return .empty
    case .form(let limit):
      try Door.checkOrigin(request, portal.settings)
      let type = request.headers[.contentType] ?? ""
      guard type.hasPrefix("application/x-www-form-urlencoded") else {
        throw HTTPRefusal.bodyUnreadable
      }
      // Without a session the answer is the way to sign in, whatever the form says.
      let bytes = try await BoundedBody.read(
        request, upTo: limit, seconds: 30, now: portal.now)
      let form = try TypedForm(urlEncoded: bytes)
      if isSignedInEnough(context.visitor) {
        try Door.checkToken(form, context.visitor)
      }
      return form
    }
  }

  private func isSignedInEnough(_ visitor: Visitor) -> Bool {
    switch (route.access, visitor.standing) {
    case (.anyone, _), (.citizen, .citizen), (.officer, .officer): true
    case (.citizen, .stranger), (.citizen, .signingIn), (.citizen, .officer),
      (.citizen, .pendingOfficer), (.officer, .stranger), (.officer, .signingIn),
      (.officer, .citizen), (.officer, .pendingOfficer):
      false
    }
  }

  /// The synchroniser token: the form must carry the secret of this very session.
  static func checkToken(_ form: TypedForm, _ visitor: Visitor) throws(HTTPRefusal) {
    guard visitor.acquaintance == .known, equalInConstantTime(form["csrf"], visitor.formToken)
    else { throw .formNotOurs }
  }

  /// A browser says where a post comes from; what it says must be us. A client that says nothing
  /// is no browser and cannot be made to post by another site.
  static func checkOrigin(
    _ request: Request, _ settings: PortalSettings
  ) throws(HTTPRefusal) {
    if let site = request.headers[HTTPField.Name.secFetchSite], site != "same-origin",
      site != "none"
    {
      throw .formNotOurs
    }
    guard let origin = request.headers[.origin] else { return }
    guard origin == settings.origin else { throw .formNotOurs }
  }

  /// A page with a form gives a new visitor the secret to which its token is bound.
  private func introduce(_ visitor: Visitor, in response: inout Response) {
    guard visitor.acquaintance == .new, route.method == .get, response.status.kind == .successful,
      response.headers[.contentType]?.hasPrefix("text/html") == true, route.showsForm
    else { return }
    let cookie = portal.sessions.cookie(visitor.token)
    response.headers.append(HTTPField(name: .setCookie, value: cookie))
    response.headers[.cacheControl] = "no-store"
  }
}

extension Route {
  /// The pages that strangers post from.
  var showsForm: Bool {
    [
      "/sign-in", "/office/sign-in", "/status", "/need", "/verify", "/v/:token", "/V/:token",
    ].contains(path)
  }
}

extension HTTPField.Name {
  static let secFetchSite = must("Sec-Fetch-Site")
  static let referrerPolicy = must("Referrer-Policy")
  static let contentTypeOptions = must("X-Content-Type-Options")
  static let openerPolicy = must("Cross-Origin-Opener-Policy")
  static let resourcePolicy = must("Cross-Origin-Resource-Policy")
  static let transportSecurity = must("Strict-Transport-Security")
  static let permissionsPolicy = must("Permissions-Policy")
  static let forwardedFor = must("X-Forwarded-For")

  static func must(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else {
      preconditionFailure("\(name) is a well-formed header name")
    }
    return name
  }
}

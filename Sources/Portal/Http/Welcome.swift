import Foundation
import HTTPTypes
import Hummingbird
import Vocabulary

/// Finds out who comes, from where and in which language, before any route is asked.
struct Welcome: RouterMiddleware {
  typealias Context = PortalContext
  let sessions: Sessions
  let settings: PortalSettings

  static let languageCookie = "lylich-language"

  func handle(
    _ request: Request, context: PortalContext,
    next: (Request, PortalContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    let chosen = request.uri.queryParameters.first { $0.key == "lang" }
      .flatMap { Language(rawValue: String($0.value)) }
    context.language = chosen ?? language(of: request)
    if settings.clientAddress == .forwarded, let hops = request.headers[.forwardedFor] {
      let last = hops.split(separator: ",").last ?? ""
      context.peer = last.trimmingCharacters(in: .whitespaces)
    }
    context.visitor = try await sessions.visitor(of: request)
    var response = try await next(request, context)
    if let chosen {
      let cookie =
        "\(Welcome.languageCookie)=\(chosen.rawValue); Path=/; HttpOnly; SameSite=Lax; "
        + "Max-Age=31536000" + (settings.isSecure ? "; Secure" : "")
      response.headers.append(HTTPField(name: .setCookie, value: cookie))
    }
    return response
  }

  /// Vietnamese first; another language by choice only.
  private func language(of request: Request) -> Language {
    request.cookies[Welcome.languageCookie].flatMap { Language(rawValue: $0.value) } ?? .vietnamese
  }
}

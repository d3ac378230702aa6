import Desk
import HTTPTypes
import Hummingbird
import Vocabulary
import Words

/// Asks an officer for a fresh code before an act that needs one, and then goes on with what was
/// posted: the page that asks carries every field along, so that nothing typed is lost.
enum StepUp {
  /// The field of the code; never a field of a page's own form.
  static let field = "stepUpCode"

  static func answer(
    _ visit: Visit, _ officer: ActingOfficer,
    _ act: @Sendable (Visit) async throws -> Response
  ) async throws -> Response {
    guard case .officer(let id, let agency, let pass) = visit.visitor.standing else {
      return visit.seeOther("/office/sign-in")
    }
    var visit = visit
    let typed = visit.form
    visit.form = TypedForm(pairs: typed.pairs.filter { $0.name != field })
    if pass.isFresh(at: visit.now) { return try await act(visit) }
    guard typed.has(field) else { return try ask(visit, said: nil) }
    do {
      try await visit.desk.stepUp(officer, code: typed[field], from: visit.context.peer)
    } catch Refused.officer(let refusal) {
      return try ask(visit, said: refusal)
    }
    let fresh = OfficerPass(codeAt: visit.now, device: pass.device, place: pass.place)
    let (visitor, cookie) = try await visit.portal.sessions.renew(
      .officer(id, agency, fresh), insteadOf: visit.visitor)
    visit.context.visitor = visitor
    // An error page that is made outside knows no cookie: the browser would keep a session that has
    // ended, and be signed out for a mistake.
    let going = visit
    var response = try await ErrorPages(portal: visit.portal)
      .handle(visit.request, context: visit.context) { _, _ in try await act(going) }
    response.headers.append(HTTPField(name: .setCookie, value: cookie))
    return response
  }

  private static func ask(_ visit: Visit, said: OfficerRefusal?) throws -> Response {
    let words = visit.words
    return try visit.answer(
      StepUpPage(
        parts: Parts([
          "chrome": visit.chrome(words["stepUp.title"]),
          "action": visit.request.uri.path,
          "said": said.map { Notice(.bad, title: words["refused.officer", $0.rawValue]) },
          "fields": visit.form.pairs.filter { $0.name != "csrf" }.map {
            Parts(["name": $0.name, "text": $0.text])
          },
        ])), status: .forbidden)
  }
}

struct StepUpPage: PartsPage {
  static let template = "office-step-up"
  let parts: Parts
}

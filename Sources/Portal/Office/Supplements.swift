import Desk
import Hummingbird
import Intake
import Vocabulary

extension Portal {
  var supplementRoutes: [Route] {
    [
      .officer(.post, "/office/cases/:id/supplement", askSupplement),
      .citizen(.post, "/cases/:id/supplement", answerSupplement),
    ]
  }

  /// POST /office/cases/:id/supplement: asks the person, once, to complete the application.
  @Sendable func askSupplement(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await act(visit, officer) { id, version in
      let ticked = visit.form.pairs.filter { $0.name == "lack" }.map(\.text)
      let reasons = ticked.compactMap { SupplementReason(rawValue: $0) }
      guard reasons.count == ticked.count else { throw HTTPRefusal.bodyUnreadable }
      try await desk.askSupplement(
        id, version: version, reasons: Set(reasons), words: try visit.words(at: "asked"),
        by: officer)
    }
  }

  /// POST /cases/:id/supplement: the person answers. What cannot be taken stays on the page.
  @Sendable func answerSupplement(
    _ visit: Visit, _ citizen: CitizenIdentity
  ) async throws -> Response {
    let id: CaseID = try visit.id()
    do {
      try await desk.answerSupplement(id, words: try visit.words(at: "answer"), of: citizen.id)
      return visit.seeOther("/cases/\(id)#supplement")
    } catch Refused.intake(.supplementAnswerEmpty) {
      return try await casePage(visit, id, citizen, answering: "")
    } catch is Unreadable {
      return try await casePage(
        visit, id, citizen, answering: String(visit.form["answer"].prefix(4_000)))
    }
  }

  private func casePage(
    _ visit: Visit, _ id: CaseID, _ citizen: CitizenIdentity, answering typed: String
  ) async throws -> Response {
    let view = try await desk.citizenCase(id, of: citizen.id)
    return try visit.answer(
      CasePage(view, answering: typed, in: visit), status: .unprocessableContent)
  }
}

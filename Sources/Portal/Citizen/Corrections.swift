import Desk
import Handover
import Hummingbird
import Intake
import Vocabulary

extension Portal {
  var correctionRoutes: [Route] {
    [
      .citizen(.get, "/cases/:id/correction", correction),
      .citizen(.post, "/cases/:id/correction", askCorrection),
    ]
  }

  /// /cases/:id/correction: what the certificate prints, and what is right.
  @Sendable func correction(_ visit: Visit, _ citizen: CitizenID) async throws -> Response {
    let id: CaseID = try visit.id()
    let view = try await desk.citizenCase(id, of: citizen)
    guard view.correction.canAsk else { return visit.seeOther("/cases/\(id)#correction") }
    return try visit.answer(CorrectionPage(view, in: visit))
  }

  /// POST /cases/:id/correction: opens the case that is to correct the certificate.
  @Sendable func askCorrection(_ visit: Visit, _ citizen: CitizenID) async throws -> Response {
    let id: CaseID = try visit.id()
    let typed = CorrectionPage.Typed(visit.form)
    do {
      let opened = try await desk.askCorrection(
        id, of: citizen, form: typed.form, words: typed.words)
      return visit.seeOther("/cases/\(opened)#correction")
    } catch Refused.lacking(let lacks) {
      let view = try await desk.citizenCase(id, of: citizen)
      return try visit.answer(
        CorrectionPage(view, typed: typed, lacks: lacks, in: visit),
        status: .unprocessableContent)
    } catch Refused.revocation(.proposedAlready) {
      // An officer looks at the certificate already, and knows nothing of what was typed here.
      let view = try await desk.citizenCase(id, of: citizen)
      return try visit.answer(
        CorrectionPage(view, typed: typed, obstacle: .officersCase, in: visit), status: .conflict)
    }
  }
}

import Desk
import Handover
import Hummingbird
import Intake
import Vocabulary

extension Portal {
  var correctionRoutes: [Route] {
    [
      .citizen(.get, "/cases/:id/correction", correction),
      .upload("/cases/:id/correction", askCorrection),
      .officer(.get, "/office/cases/:id/correction", officeCorrection),
      .upload("/office/cases/:id/correction", openCorrection),
    ]
  }

  /// /cases/:id/correction: what the certificate prints, and what is right.
  @Sendable func correction(_ visit: Visit, _ citizen: CitizenID) async throws -> Response {
    let id: CaseID = try visit.id()
    let view = try await desk.citizenCase(id, of: citizen)
    guard view.correction.canAsk else { return visit.seeOther("/cases/\(id)#correction") }
    return try visit.answer(CorrectionPage(.init(view), in: visit))
  }

  /// POST /cases/:id/correction: opens the case that is to correct the certificate.
  @Sendable func askCorrection(_ visit: Visit, _ citizen: CitizenID) async throws -> Response {
    let id: CaseID = try visit.id()
    let view = try await desk.citizenCase(id, of: citizen)
    try limits.take(.papers, key: citizen.text, at: visit.now)
    let posted = try await FormWithPaper.read(visit, paper: "file")
    let typed = CorrectionPage.Typed(posted.fields)
    return try await correcting(.init(view), typed, posted, visit) {
      do {
        let opened = try await desk.askCorrection(
          id, of: citizen, form: typed.form, words: typed.words, evidence: posted.paper)
        return visit.seeOther("/cases/\(opened)#correction")
      } catch Refused.revocation(.proposedAlready) {
        let open = try await desk.citizenCase(id, of: citizen).correction.open
        throw OpenCorrection(id: open?.id ?? id, cause: open?.cause ?? .officer)
      }
    }
  }

  /// /office/cases/:id/correction: an officer found a certificate wrong.
  @Sendable func officeCorrection(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    let view = try await desk.revocation(visit.id(), by: officer)
    guard view.can.contains(.correct) else {
      return visit.seeOther("/office/cases/\(view.line.id)/revocation")
    }
    return try visit.answer(CorrectionPage(.init(view), in: visit))
  }

  /// POST /office/cases/:id/correction: opens the case that is to correct the certificate.
  @Sendable func openCorrection(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let id: CaseID = try visit.id()
    let view = try await desk.revocation(id, by: officer)
    let posted = try await FormWithPaper.read(visit, paper: "file")
    let typed = CorrectionPage.Typed(posted.fields)
    return try await correcting(.init(view), typed, posted, visit) {
      guard let ground = typed.ground else { throw GroundMissing() }
      let opened = try await desk.openCorrection(
        id, ground: ground, form: typed.form, reason: typed.words, evidence: posted.paper,
        by: officer)
      return visit.seeOther("/office/cases/\(opened)")
    }
  }

  /// Opens the case; what typing can mend is said on the page shown again. The paper must be
  /// chosen again then: no page can keep it for the browser.
  private func correcting(
    _ sheet: CorrectionPage.Sheet, _ typed: CorrectionPage.Typed, _ posted: FormWithPaper,
    _ visit: Visit, _ open: () async throws -> Response
  ) async throws -> Response {
    var wrong = CorrectionPage.Wrong()
    do {
      if let refusal = posted.refusal { throw Refused.paper(refusal) }
      return try await open()
    } catch Refused.lacking(let lacks) {
      wrong.lacks = lacks
    } catch Refused.paper(let refusal) {
      wrong.paper = refusal
    } catch let open as OpenCorrection {
      wrong.open = open
    } catch is GroundMissing {
      wrong.ground = .missing
    } catch let refused as Refused where sheet.asker == .officer && refused.isMendable {
      wrong.said = .refused(refused)
    }
    return try visit.answer(
      CorrectionPage(sheet, typed: typed, wrong: wrong, in: visit),
      status: wrong.open == nil ? .unprocessableContent : .conflict)
  }
}

/// The certificate is looked at already in a case that knows nothing of what was typed here.
struct OpenCorrection: Error {
  let id: CaseID
  let cause: Revocation.Cause
}

/// An officer chose none of the grounds.
private struct GroundMissing: Error {}

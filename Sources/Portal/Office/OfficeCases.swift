import Assessment
import Desk
import Hummingbird
import Law
import Records
import Vocabulary

extension Portal {
  var officeCaseRoutes: [Route] {
    [
      .officer(.get, "/office/cases/:id", officeCase),
      .officer(.post, "/office/cases/:id/acceptance", accept),
      .officer(.post, "/office/cases/:id/refusal", refuse),
      .officer(.post, "/office/cases/:id/answers", fileAnswer),
      .officer(.post, "/office/cases/:id/inquiries", askAgain),
      .officer(
        .post, "/office/cases/:id/assessment", limitBytes: BoundedBody.declarationBytes, assess),
      .officer(.post, "/office/cases/:id/decision", decide),
      .officer(.get, "/office/cases/:id/preview.pdf", preview),
    ]
  }

  /// /office/cases/:id
  @Sendable func officeCase(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await casePage(visit, officer, typed: nil, said: nil)
  }

  /// POST /office/cases/:id/acceptance
  @Sendable func accept(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await act(visit, officer) { id, version in
      try await desk.accept(id, version: version, by: officer)
    }
  }

  /// POST /office/cases/:id/refusal
  @Sendable func refuse(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await act(visit, officer) { id, version in
      try await desk.refuse(
        id, version: version, groundCode: visit.form["ground"],
        words: try visit.words(at: "words"), by: officer)
    }
  }

  /// POST /office/cases/:id/answers: an answer that came by paper.
  @Sendable func fileAnswer(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await act(visit, officer) { id, version in
      let answer = try TypedAnswer(visit.form).answer(filedBy: officer.id)
      try await desk.fileAnswer(id, version: version, answer: answer, by: officer)
    }
  }

  /// POST /office/cases/:id/inquiries: asks a body again.
  @Sendable func askAgain(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await act(visit, officer) { id, _ in
      guard let body = AgencyBody(rawValue: visit.form["body"]) else { throw Unreadable.body }
      try await desk.askAgain(id, body: body, by: officer)
    }
  }

  /// POST /office/cases/:id/assessment: adds or removes a row, or files the finding.
  @Sendable func assess(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    var typed = TypedFinding(visit.form)
    guard visit.form["action"].isEmpty || visit.form["action"] == "file" else {
      typed.change(visit.form["action"])
      return try await casePage(visit, officer, typed: typed, said: nil)
    }
    return try await act(visit, officer, typed: typed) { id, version in
      try await desk.assess(id, version: version, finding: typed.finding(), by: officer)
    }
  }

  /// POST /office/cases/:id/decision
  @Sendable func decide(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await act(visit, officer) { id, version in
      switch visit.form["verdict"] {
      case "approve": try await desk.approve(id, version: version, by: officer)
      case "sendBack":
        try await desk.sendBack(
          id, version: version, reason: try visit.words(at: "reason"), by: officer)
      default: throw HTTPRefusal.bodyUnreadable
      }
    }
  }

  /// /office/cases/:id/preview.pdf: the certificate as it would be.
  @Sendable func preview(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    var response = visit.pdf(try await desk.preview(visit.id(), by: officer), name: "preview.pdf")
    response.headers[.contentDisposition] = "inline; filename=\"preview.pdf\""
    return response
  }

  /// Does one act. A refusal that typing can mend shows the case again with everything typed.
  private func act(
    _ visit: Visit, _ officer: ActingOfficer, typed: TypedFinding? = nil,
    _ act: (CaseID, Int) async throws -> Void
  ) async throws -> Response {
    let id: CaseID = try visit.id()
    let typed = typed ?? TypedFinding(visit.form)
    do {
      try await act(id, Int(visit.form["version"]) ?? 0)
      return visit.seeOther("/office/cases/\(id)")
    } catch let unreadable as Unreadable {
      return try await casePage(visit, officer, typed: typed, said: .unreadable(unreadable))
    } catch let refused as Refused where refused.isMendable {
      return try await casePage(visit, officer, typed: typed, said: .refused(refused))
    }
  }

  private func casePage(
    _ visit: Visit, _ officer: ActingOfficer, typed: TypedFinding?, said: OfficeSaid?
  ) async throws -> Response {
    let view = try await desk.officeCase(visit.id(), by: officer)
    let choices = try await desk.formChoices(in: visit.language)
    let page = OfficeCasePage(
      view, officer: officer, typed: typed, said: said, choices: choices, in: visit)
    return try visit.answer(page, status: said?.status ?? .ok)
  }
}

extension Visit {
  /// What an officer typed for others to read: cleaned at the door like everything typed.
  func words(at name: String) throws -> String {
    do {
      return try TypedText(form[name], limit: TextLimit(characters: 2_000)).text
    } catch {
      throw Unreadable.text(name)
    }
  }
}

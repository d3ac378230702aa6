import Assessment
import CaseFile
import Desk
import Hummingbird
import Law
import Records
import Vocabulary

extension Portal {
  var officeCaseRoutes: [Route] {
    [
      .officer(.get, "/office/clearances", clearances),
      .officer(.get, "/office/avoided", avoided),
      .officer(.get, "/office/cases/:id", officeCase),
      .officer(.post, "/office/cases/:id/acceptance", accept),
      .officer(.post, "/office/cases/:id/forwarding", forward),
      .officer(.post, "/office/cases/:id/departure", sendOutside),
      .officer(.post, "/office/cases/:id/refusal", refuse),
      .officer(.post, "/office/cases/:id/answers", fileAnswer),
      .officer(.post, "/office/cases/:id/inquiries", askAgain),
      .officer(
        .post, "/office/cases/:id/assessment", limitBytes: BoundedBody.declarationBytes, assess),
      .officer(.post, "/office/cases/:id/facts", fileFact),
      .officer(.post, "/office/cases/:id/decision", proof: .freshCode, decide),
      .officer(.get, "/office/cases/:id/preview.pdf", preview),
      .officer(.get, "/office/cases/:id/certificate.pdf", certificateToHandOver),
      .officer(.post, "/office/cases/:id/handover", handOver),
    ]
  }

  /// /office/cases/:id
  @Sendable func officeCase(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await casePage(visit, officer, typed: nil, said: nil)
  }

  /// POST /office/cases/:id/acceptance
  @Sendable func accept(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await act(visit, officer) { id, version in
      try await desk.accept(
        id, version: version, checks: AcceptanceChecks(visit.form), by: officer)
    }
  }

  /// POST /office/cases/:id/handover: at the counter, to who was seen to be the holder.
  @Sendable func handOver(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await act(visit, officer) { id, version in
      guard visit.form["seen"] == "yes" else { throw HTTPRefusal.bodyUnreadable }
      try await desk.handOverAtCounter(id, version: version, by: officer)
    }
  }

  /// /office/cases/:id/certificate.pdf: to be printed at the counter.
  @Sendable func certificateToHandOver(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    visit.pdf(
      try await desk.certificateToHandOver(visit.id(), by: officer), name: "certificate.pdf")
  }

  /// POST /office/cases/:id/forwarding: afterwards the case is another agency's, so the officer is
  /// led back to the queue.
  @Sendable func forward(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let done = try await act(visit, officer) { id, version in
      try await desk.forward(id, version: version, by: officer)
    }
    return done.status == .seeOther ? visit.seeOther("/office") : done
  }

  /// POST /office/cases/:id/departure: to a competent agency outside this installation.
  @Sendable func sendOutside(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await act(visit, officer) { id, version in
      guard let way = CaseEvent.SendingWay(rawValue: visit.form["way"]) else {
        throw HTTPRefusal.bodyUnreadable
      }
      try await desk.sendOutside(
        id, version: version, way: way, reference: try visit.words(at: "reference"),
        by: officer)
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

  /// POST /office/cases/:id/assessment: adds or removes a row, lets the rules conclude again, lays
  /// the worksheet aside, asks for a fact, takes an answer over, or files the finding.
  @Sendable func assess(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    var typed = TypedFinding(visit.form)
    if visit.form["action"] == "preview" { return try await previewDraft(visit, officer, typed) }
    guard let action = AssessmentAction(visit.form["action"]) else {
      typed.change(visit.form["action"], at: visit.now)
      return try await casePage(visit, officer, typed: typed, said: nil)
    }
    return try await act(visit, officer, typed: typed) { id, version in
      let work = try typed.work(texts: visit.form.dictionary)
      switch action {
      case .file: try await desk.assess(id, version: version, work: work, by: officer)
      case .save: try await desk.saveWorksheet(id, version: version, work: work, by: officer)
      case .ask(let conviction, let part):
        try await desk.askFact(
          id, version: version, conviction: conviction, part: part, work: work, by: officer)
      case .askAgain(let inquiry):
        try await desk.askFactAgain(id, inquiry: inquiry, by: officer)
      case .take(let inquiry):
        try await desk.takeFact(id, version: version, inquiry: inquiry, work: work, by: officer)
      }
    }
  }

  /// The certificate by what is typed; nothing is stored.
  private func previewDraft(
    _ visit: Visit, _ officer: ActingOfficer, _ typed: TypedFinding
  ) async throws -> Response {
    try await mending {
      let work = try typed.work(texts: [:])
      var response = visit.pdf(
        try await desk.previewDraft(visit.id(), of: work, by: officer), name: "preview.pdf")
      response.headers[.contentDisposition] = "inline; filename=\"preview.pdf\""
      return response
    } again: { said in
      try await casePage(visit, officer, typed: typed, said: said)
    }
  }

  /// POST /office/cases/:id/facts: an answer about a fact that came by paper.
  @Sendable func fileFact(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await act(visit, officer) { id, version in
      let fact = try TypedAnswer(visit.form).fact(filedBy: officer.id)
      try await desk.fileFact(id, version: version, fact: fact, by: officer)
    }
  }

  /// POST /office/cases/:id/decision
  @Sendable func decide(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await act(visit, officer) { id, version in
      switch visit.form["verdict"] {
      case "approve":
        let seen = visit.form.pairs.filter { $0.name == "acknowledge" }.map(\.text)
        try await desk.approve(id, version: version, acknowledging: Set(seen), by: officer)
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
  func act(
    _ visit: Visit, _ officer: ActingOfficer, typed: TypedFinding? = nil,
    _ act: (CaseID, Int) async throws -> Void
  ) async throws -> Response {
    let id: CaseID = try visit.id()
    return try await mending {
      try await act(id, Int(visit.form["version"]) ?? 0)
      return visit.seeOther("/office/cases/\(id)")
    } again: { said in
      try await casePage(visit, officer, typed: typed, said: said)
    }
  }

  /// Does what an officer asked for; what typing can mend is said on the page shown again.
  func mending(
    _ act: () async throws -> Response, again: (OfficeSaid) async throws -> Response
  ) async throws -> Response {
    do {
      return try await act()
    } catch let unreadable as Unreadable {
      return try await again(.unreadable(unreadable))
    } catch let refused as Refused where refused.isMendable {
      return try await again(.refused(refused))
    }
  }

  private func casePage(
    _ visit: Visit, _ officer: ActingOfficer, typed: TypedFinding?, said: OfficeSaid?
  ) async throws -> Response {
    let id: CaseID = try visit.id()
    let view = try await desk.officeCase(id, by: officer)
    let choices = try await desk.formChoices(in: visit.language)
    let typed = typed ?? TypedFinding(kept: view)
    var conclusions: ConclusionsView?
    var said = said
    if view.can.contains(.assess) {
      do {
        let work = try typed.work(texts: [:])
        conclusions = try await desk.conclusions(id, of: work, by: officer)
      } catch let unreadable as Unreadable {
        said = said ?? .unreadable(unreadable)
        conclusions = try await desk.conclusions(id, of: AssessorsWork(), by: officer)
      }
    }
    let page = OfficeCasePage(
      view, typed: typed, conclusions: conclusions, said: said, choices: choices, in: visit)
    return try visit.answer(page, status: said?.status ?? .ok)
  }
}

extension TypedFinding {
  /// What was laid aside; else what was found before the rules concluded.
  fileprivate init(kept view: OfficeCaseView) {
    if let worksheet = view.worksheet {
      self.init(worksheet)
    } else if let finding = view.finding, view.conclusions == nil {
      self.init(finding)
    } else {
      self.init([:])
    }
  }
}

/// What a button of the assessor's form asks for. Nil for those that only change the form.
enum AssessmentAction {
  case file
  case save
  case ask(conviction: String, part: FactPart)
  case askAgain(InquiryID)
  case take(InquiryID)

  /// `file`, `save`, `ask 12 principal.completed`, `again INQUIRY`, `take INQUIRY`.
  init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case (nil, _), ("file", 1): self = .file
    case ("save", 1): self = .save
    case ("ask", 3):
      guard let part = FactPart(words[2]) else { return nil }
      self = .ask(conviction: words[1], part: part)
    case ("again", 2):
      guard let id = InquiryID(words[1]) else { return nil }
      self = .askAgain(id)
    case ("take", 2):
      guard let id = InquiryID(words[1]) else { return nil }
      self = .take(id)
    default: return nil
    }
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

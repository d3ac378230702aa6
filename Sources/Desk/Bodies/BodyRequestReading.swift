import CaseFile
import Intake
import Issuance
import Law
import Store
package import Vocabulary
import Words

extension Desk {
  private static var listed: Int { 25 }

  /// The register: what waits by its moment, whose letter is overdue, and what ended lately.
  package func bodyRequests(
    after key: BodyRequestKey?, by officer: ActingOfficer
  ) async throws -> BodyRequestList {
    guard officer.handlesCases else { throw Refused.roleMissing(.intake) }
    let now = surroundings.now()
    return try await database.read { connection in
      let open = try BodyRequests.open(
        at: officer.agency, after: key.map { ($0.dueAt, $0.id) }, limit: Desk.listed + 1,
        in: connection)
      let page = open.prefix(Desk.listed)
      return BodyRequestList(
        open: page.compactMap { BodyRequestLine($0, at: now) },
        next: open.count > Desk.listed
          ? page.last.map { BodyRequestKey(dueAt: $0.dueAt, id: $0.id) } : nil,
        withoutLetter: try BodyRequests.withoutLetter(
          at: officer.agency, on: now.civilDate, limit: 100, in: connection
        ).compactMap { BodyRequestLine($0, at: now) },
        closed: try BodyRequests.closed(
          at: officer.agency, limit: Desk.listed, in: connection
        ).compactMap { BodyRequestLine($0, at: now) })
    }
  }

  /// One request. A look is recorded, as of a case.
  package func bodyRequest(
    _ id: BodyRequestID, by officer: ActingOfficer
  ) async throws -> BodyRequestView {
    guard officer.handlesCases else { throw Refused.roleMissing(.intake) }
    let now = surroundings.now()
    try await freshRules()
    let rules = try office(of: officer.agency).rules(on: now.civilDate)
    let view = try await database.read { connection in
      let facts = try bodyFacts(id, of: officer, in: connection)
      guard let line = BodyRequestLine(facts.row, at: now) else { throw Refused.notFound }
      return BodyRequestView(
        line: line, version: facts.row.version, typed: facts.typed, letter: facts.letter,
        refusal: facts.refusal, finding: facts.finding,
        finder: try facts.row.foundBy.flatMap {
          try Officers.name(of: $0, in: connection)?.name
        },
        sentBack: facts.sentBack, answer: facts.answer, hasData: facts.data != nil,
        history: facts.history, form: BodiesMayAsk.answerForm(on: rules.legalDay),
        can: acts(on: facts, by: officer))
    }
    try await tellLook(at: id, by: officer)
    return view
  }

  func tellLook(at id: BodyRequestID, by officer: ActingOfficer) async throws {
    let now = surroundings.now()
    try await database.write { transaction in
      try BodyRequests.tell(
        .looked(id), payload: nil, of: officer.agency, by: officer.id, at: now,
        in: transaction)
    }
  }

  /// The refusal in writing (Article 49; the layout is that of form 03). A look is recorded.
  package func bodyRefusalLetter(
    _ id: BodyRequestID, by officer: ActingOfficer
  ) async throws -> [UInt8] {
    guard officer.handlesCases else { throw Refused.roleMissing(.intake) }
    try await freshRules()
    let office = try office(of: officer.agency)
    let facts = try await database.read { connection in
      try bodyFacts(id, of: officer, in: connection)
    }
    guard let refusal = facts.refusal, let at = facts.row.closedAt else { throw Refused.notFound }
    let rules = try office.rules(on: at.civilDate)
    let letter = facts.letter?.number ?? facts.typed[BodyField.letterNumber.rawValue] ?? ""
    let paper = OfficePaper(
      .refusal, agencyLines: rules.names.letterhead,
      values: [
        "number": facts.row.number, "place": rules.names.place.vi, "date": at.civilDate.inWords,
        "desk": rules.names.name.vi, "applicant": facts.row.bodyName,
        "request": BodyWords.asked(facts.row.kind, letter: letter),
        "ground": refusal.ground.words.vi, "citation": refusal.ground.citation.description,
        "words": refusal.words,
      ],
      code: try office.press.modules(of: facts.row.number))
    try await tellLook(at: id, by: officer)
    return try office.press.draw(paper, at: at)
  }
}

func bodyFacts(
  _ id: BodyRequestID, of officer: ActingOfficer, in connection: Connection
) throws -> BodyRequestFacts {
  guard let row = try BodyRequests.row(id, in: connection), row.agency == officer.agency else {
    throw Refused.notFound
  }
  return try BodyRequestFacts(row, in: connection)
}

private func acts(
  on facts: BodyRequestFacts, by officer: ActingOfficer
) -> Set<BodyRequestView.Act> {
  let row = facts.row
  var can: Set<BodyRequestView.Act> = []
  let isOpen = row.closedAt == nil
  if officer.roles.contains(.intake) {
    if row.letterAt == nil { can.insert(.letter) }
    if isOpen { can.insert(.refuse) }
  }
  if isOpen, officer.roles.contains(.assessor) { can.insert(.find) }
  if row.state == .found, officer.roles.contains(.leader), facts.isNew(to: officer) {
    can.formUnion([.sendBack, .answer])
  }
  return can
}

extension BodyRequestLine {
  /// Nil where the row holds a word that this program does not know.
  init?(_ row: BodyRequestRow, at now: Instant) {
    guard let kind = CertificateKind(rawValue: row.kind) else { return nil }
    self.init(
      id: row.id, number: row.number, bodyName: row.bodyName, kind: kind,
      urgency: BodyRequest.Urgency(rawValue: row.urgency) ?? .ordinary,
      state: BodyRequestState(row.state), receivedAt: row.receivedAt, dueAt: row.dueAt,
      isLate: row.closedAt == nil && row.dueAt < now,
      letterDue: row.letterAt == nil ? row.letterDue : nil,
      isLetterLate: row.letterAt == nil && (row.letterDue.map { $0 < now.civilDate } ?? false))
  }
}

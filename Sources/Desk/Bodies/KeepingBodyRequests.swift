import CaseFile
import Intake
package import Law
import Store
package import Vocabulary
import Words

extension Desk {
  /// Enters a body's request into the register, received now: under a number, with the moment by
  /// which it is answered; or refused at once, where the law does not let the body ask. What is
  /// lacking is entered nowhere.
  package func keepBodyRequest(
    _ typed: [String: String], by officer: ActingOfficer
  ) async throws -> BodyRequestID {
    guard officer.roles.contains(.intake) else { throw Refused.roleMissing(.intake) }
    try await freshRules()
    let office = try office(of: officer.agency)
    let now = surroundings.now()
    let rules = try office.rules(on: now.civilDate)
    let content = try kept(typed)
    let reading = readBodyRequest(
      content, receivedAt: now, rules: rules, calendar: try office.calendar)
    if case .lacking(let lacks) = reading { throw Refused.bodyLacking(lacks) }
    let id: BodyRequestID = surroundings.newID()
    try await database.write { transaction in
      let sequence = try Sequences.next(
        agency: officer.agency, kind: "bodyRequest", scope: now.civilDate.iso, in: transaction)
      let number = "YC-\(now.civilDate.compact)-\(padded(sequence, to: 4))"
      let row = BodyRequestRow(
        id, number: "\(officer.agency.code)/\(number)", content, reading, by: officer, at: now)
      try BodyRequests.insert(row, in: transaction)
      try BodyRequests.tell(
        .received(id), payload: JournalCodec.bytes(of: content), of: officer.agency,
        by: officer.id, onBehalf: officer.principals[.intake], at: now, in: transaction)
      guard case .refused(let refusal) = reading else { return }
      let words = "\(BodyWords.sentence(refusal, in: .vietnamese)) (\(refusal.citation))"
      try BodyRequests.tell(
        .refused(id, ground: .notEntitled), payload: JournalCodec.bytes(of: words),
        of: officer.agency, by: officer.id, onBehalf: officer.principals[.intake], at: now,
        in: transaction)
    }
    return id
  }

  /// The letter of an urgent request has followed.
  package func bodyLetterCame(
    _ id: BodyRequestID, version: Int, letter: BodyLetter, by officer: ActingOfficer
  ) async throws {
    guard !letter.number.isEmpty else { throw Refused.referenceMissing }
    guard letter.on <= surroundings.now().civilDate else { throw Refused.answerAhead }
    try await change(id, version: version, as: .intake, by: officer) { change in
      guard change.row.letterAt == nil else { throw Refused.stale }
      try change.tell(.letterCame(id), payload: JournalCodec.bytes(of: letter))
      try change.update(state: change.row.state, letterAt: change.now)
    }
  }

  /// Article 49, in writing.
  package func refuseBodyRequest(
    _ id: BodyRequestID, version: Int, ground: RefusalGround, words: String,
    by officer: ActingOfficer
  ) async throws {
    guard !words.isEmpty else { throw Refused.reasonMissing }
    try await change(id, version: version, as: .intake, by: officer) { change in
      guard change.row.closedAt == nil else { throw Refused.stale }
      try change.tell(
        .refused(id, ground: ground), payload: JournalCodec.bytes(of: words))
      try change.update(state: .refused, decidedBy: officer.id, closedAt: change.now)
    }
  }

  /// What may be kept of what was typed: the form's own fields, as text.
  private func kept(_ typed: [String: String]) throws(Refused) -> [String: String] {
    var content: [String: String] = [:]
    for field in BodyField.allCases {
      do {
        let text = try TypedText(
          typed[field.rawValue] ?? "", limit: TextLimit(characters: 200)
        ).text
        if !text.isEmpty { content[field.rawValue] = text }
      } catch {
        throw .bodyLacking([BodyLack(at: field, .text(error))])
      }
    }
    return content
  }
}

/// One act on one request inside one transaction.
struct BodyRequestChange {
  let row: BodyRequestRow
  let officer: ActingOfficer
  /// In which they act.
  let role: Role
  let now: Instant
  let transaction: Transaction

  func tell(_ event: BodyRequestEvent, payload: [UInt8]?) throws {
    try BodyRequests.tell(
      event, payload: payload, of: row.agency, by: officer.id,
      onBehalf: officer.principals[role], at: now, in: transaction)
  }

  func update(
    state: BodyRequestRow.State, letterAt: Instant? = nil, foundBy: OfficerID? = nil,
    decidedBy: OfficerID? = nil, closedAt: Instant? = nil
  ) throws {
    guard
      try BodyRequests.update(
        row, state: state, letterAt: letterAt ?? row.letterAt, foundBy: foundBy ?? row.foundBy,
        decidedBy: decidedBy ?? row.decidedBy, closedAt: closedAt ?? row.closedAt,
        in: transaction)
    else { throw Refused.stale }
  }
}

extension Desk {
  func change(
    _ id: BodyRequestID, version: Int, as role: Role, by officer: ActingOfficer,
    _ act: @escaping @Sendable (BodyRequestChange) throws -> Void
  ) async throws {
    guard officer.roles.contains(role) else { throw Refused.roleMissing(role) }
    let now = surroundings.now()
    try await database.write { transaction in
      guard let row = try BodyRequests.row(id, in: transaction), row.agency == officer.agency
      else { throw Refused.notFound }
      guard row.version == version else { throw Refused.stale }
      try act(
        BodyRequestChange(
          row: row, officer: officer, role: role, now: now, transaction: transaction))
    }
  }
}

extension BodyRequestRow {
  fileprivate init(
    _ id: BodyRequestID, number: String, _ typed: [String: String],
    _ reading: BodyRequestReading, by officer: ActingOfficer, at now: Instant
  ) {
    func text(_ field: BodyField) -> String { typed[field.rawValue] ?? "" }
    var dueAt = now
    var letterDue: CivilDate?
    var isRefused = false
    switch reading {
    case .lacking: preconditionFailure("what is lacking was refused before")
    case .refused: isRefused = true
    case .request(_, _, .day(let due)): dueAt = Instant(due.on, hour: 17, minute: 0)
    case .request(let request, _, .hours(let at, let letterBy)):
      dueAt = at
      letterDue = request.letter == nil ? letterBy : nil
    }
    self.init(
      id: id, agency: officer.agency, number: number, body: text(.body),
      bodyName: text(.bodyName), kind: text(.kind), urgency: text(.urgency),
      state: isRefused ? .refused : .received, receivedAt: now, dueAt: dueAt,
      letterDue: letterDue, letterAt: letterDue == nil ? now : nil, receivedBy: officer.id,
      decidedBy: isRefused ? officer.id : nil, closedAt: isRefused ? now : nil)
  }
}

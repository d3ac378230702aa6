import CaseFile
package import Records
package import Vocabulary

/// Makes records of one person one, and takes records apart. Two officers, each with an event; the
/// documents stay as they were filed, so what was known on an earlier day stays true, and every
/// move can be undone by another.
package enum RecordMoving {
  /// - Returns: the move's number.
  package static func propose(
    _ wish: RecordMoveWish, reason: String, of agency: AgencyID, by officer: OfficerID,
    at now: Instant,
    in transaction: Transaction
  ) throws -> Int64 {
    try RecordTurn.take(in: transaction)
    guard !reason.isEmpty else { throw RecordMoveRefusal.reasonMissing }
    let plan = try Plan(wish, of: agency, in: transaction)
    for open in try RecordMoves.open(of: agency, limit: 1000, in: transaction) {
      let taken = Set([open.source, open.target].compactMap { $0 })
      guard taken.isDisjoint(with: [plan.source, plan.target].compactMap { $0 }) else {
        throw RecordMoveRefusal.alreadyProposed
      }
    }
    let latest = try transaction.row("SELECT MAX(id) AS latest FROM record_moves")
    let id = (try latest?.int64OrNil("latest") ?? 0) + 1
    let split = plan.kind == .split ? plan.documents : []
    let event = try journal(
      .recordMoveProposed(
        move: id, kind: plan.kind.rawValue, source: plan.source, target: plan.target,
        documents: split),
      reason: reason, of: agency, by: officer, at: now, in: transaction)
    try transaction.run(
      """
      INSERT INTO record_moves (id, agency, kind, source, target, documents, proposed_by,
                                proposed_at, event_id)
      VALUES (\(id), \(agency), \(plan.kind.rawValue), \(plan.source.number),
              \(plan.target?.number), \(split.map(\.description).joined(separator: ",")),
              \(officer), \(now), \(event))
      """)
    return id
  }

  package static func decline(
    _ id: Int64, reason: String, of agency: AgencyID, by officer: OfficerID, at now: Instant,
    in transaction: Transaction
  ) throws {
    try RecordTurn.take(in: transaction)
    guard !reason.isEmpty else { throw RecordMoveRefusal.reasonMissing }
    let move = try open(id, of: agency, in: transaction)
    let event = try journal(
      .recordMoveDeclined(move: id), reason: reason, of: agency, by: officer, at: now,
      in: transaction)
    try decide(move, .declined, officer, now, event, in: transaction)
  }

  /// Moves the documents, and all that follows from where they are: the indexes by which records
  /// are found, the questions, what was listed as cleared.
  ///
  /// - Returns: the record that holds the documents now.
  package static func confirm(
    _ id: Int64, of agency: AgencyID, by officer: OfficerID, at now: Instant,
    in transaction: Transaction
  ) throws -> RecordID {
    try RecordTurn.take(in: transaction)
    let move = try open(id, of: agency, in: transaction)
    guard move.proposedBy != officer else { throw RecordMoveRefusal.sameOfficer }
    let plan = try Plan(move.wish, of: agency, in: transaction)
    let target = try plan.target ?? newRecord(of: agency, in: transaction)
    let both = [plan.source, target]
    let before = try folds(of: both, agency, in: transaction)
    let event = try journal(
      .recordMoveConfirmed(
        move: id, source: plan.source, target: target, documents: plan.documents),
      reason: nil, of: agency, by: officer, at: now, in: transaction)
    try decide(move, .confirmed, officer, now, event, in: transaction)
    var moved = BulkRows(
      table: "record_moved", columns: ["document", "move", "source", "target", "at"])
    for document in plan.documents {
      moved.append(
        document.number.sqlValue, id.sqlValue, plan.source.number.sqlValue,
        target.number.sqlValue, now.sqlValue)
    }
    try transaction.insert(moved)
    let after = try folds(of: both, agency, in: transaction)
    var changes = IndexChanges(agency: agency)
    for record in both {
      guard let folded = after[record] else { continue }
      changes.turn(record, from: before[record], to: folded)
    }
    for record in both { try changes.writeLine(of: record, in: transaction) }
    try changes.write(in: transaction)
    _ = try RecordQuestions.settle(changes.questions, of: agency, at: now, in: transaction)
    // The next walk finds anew what is cleared.
    _ = try Clearances.replace([], of: both, agency: agency, in: transaction)
    try RecordPairs.forget(both, in: transaction)
    return target
  }

  // MARK: - Parts

  private static func open(
    _ id: Int64, of agency: AgencyID, in transaction: Transaction
  ) throws -> RecordMove {
    guard let move = try RecordMoves.move(id, of: agency, in: transaction), move.decision == nil
    else { throw RecordMoveRefusal.notOpen }
    return move
  }

  private static func decide(
    _ move: RecordMove, _ verdict: RecordMove.Decision.Verdict, _ officer: OfficerID,
    _ now: Instant, _ event: Int64, in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      INSERT INTO record_move_decisions (move, proposed_by, verdict, decided_by, decided_at,
                                         event_id)
      VALUES (\(move.id), \(move.proposedBy), \(verdict.rawValue), \(officer), \(now), \(event))
      """)
  }

  static func journal(
    _ event: HouseEvent, reason: String?, of agency: AgencyID, by officer: OfficerID,
    at now: Instant, in transaction: Transaction
  ) throws -> Int64 {
    let payload = reason.map { Journal.seal(JournalCodec.bytes(of: $0)) }
    let entry = HouseEntry(
      event: event, caseID: nil, seq: nil, agency: agency, actor: .officer(officer), at: now,
      payload: payload?.commitment)
    return try Journal.append(entry, payload: payload, in: transaction)
  }

  private static func newRecord(
    of agency: AgencyID, in transaction: Transaction
  ) throws -> RecordID {
    let latest = try transaction.row("SELECT MAX(id) AS latest FROM records")
    let id = (try latest?.int64OrNil("latest") ?? 0) + 1
    try transaction.run(
      "INSERT INTO records (id, agency, name, born) VALUES (\(id), \(agency), '', NULL)")
    return RecordID(id)
  }

  /// The folds as they stand, of a record without documents too.
  private static func folds(
    of records: [RecordID], _ agency: AgencyID, in transaction: Transaction
  ) throws -> [RecordID: JudicialRecord] {
    let documents = try RecordDocuments.of(records, in: transaction)
    let answers = try RecordQuestions.answers(of: documents, in: transaction)
    return Dictionary(
      uniqueKeysWithValues: records.map { id in
        (
          id,
          RecordFold.record(
            id, of: agency, documents: documents[id] ?? [], answers: answers[id] ?? [])
        )
      })
  }
}

/// A wish that can be done as the records stand.
private struct Plan {
  let kind: RecordMoveKind
  let source: RecordID
  let target: RecordID?
  let documents: [DocumentID]

  init(_ wish: RecordMoveWish, of agency: AgencyID, in transaction: Transaction) throws {
    switch wish {
    case .merge(let source, let target):
      guard source != target else { throw RecordMoveRefusal.sameRecord }
      let held = try Plan.held([source, target], agency, in: transaction)
      guard let documents = held[source], held[target] != nil else {
        throw RecordMoveRefusal.noSuchRecord
      }
      self.init(.merge, source, target, documents.map(\.id))
    case .split(let source, let wanted, let target):
      guard source != target else { throw RecordMoveRefusal.sameRecord }
      let held = try Plan.held([source], agency, in: transaction)
      guard let documents = held[source], try Plan.isKept(target, agency, in: transaction) else {
        throw RecordMoveRefusal.noSuchRecord
      }
      let moving = Set(wanted)
      let ids = documents.map(\.id)
      guard !moving.isEmpty, moving.isSubset(of: ids), moving.count < ids.count else {
        throw RecordMoveRefusal.notAPart
      }
      let isWhole = documents.allSatisfy { document in
        guard let earlier = document.supersedes else { return true }
        return moving.contains(document.id) == moving.contains(earlier)
      }
      guard isWhole else { throw RecordMoveRefusal.correctionApart }
      self.init(.split, source, target, ids.filter { moving.contains($0) })
    }
  }

  private init(
    _ kind: RecordMoveKind, _ source: RecordID, _ target: RecordID?, _ documents: [DocumentID]
  ) {
    self.kind = kind
    self.source = source
    self.target = target
    self.documents = documents
  }

  private static func held(
    _ records: [RecordID], _ agency: AgencyID, in transaction: Transaction
  ) throws -> [RecordID: [FiledDocument]] {
    for record in records {
      guard try isKept(record, agency, in: transaction) else { return [:] }
    }
    return try RecordDocuments.of(records, in: transaction)
  }

  /// Also one whose documents all moved away: a split may bring them back.
  private static func isKept(
    _ record: RecordID?, _ agency: AgencyID, in transaction: Transaction
  ) throws -> Bool {
    guard let record else { return true }
    return try RecordSearch.line(record, of: agency, in: transaction) != nil
  }
}

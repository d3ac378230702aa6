import CaseFile
package import Records
package import Vocabulary

extension RecordMove {
  init(restoring row: Row) throws(Fault) {
    guard let kind = RecordMoveKind(rawValue: try row.text("kind")),
      let proposer = OfficerID(try row.text("proposed_by"))
    else { throw Fault("reading a move", cause: "a column holds an impossible value") }
    self.init(
      id: try row.int64("id"), kind: kind, source: RecordID(try row.int64("source")),
      target: try row.int64OrNil("target").map { RecordID($0) },
      documents: try row.text("documents").split(separator: ",")
        .compactMap { DocumentID(text: String($0)) },
      proposedBy: proposer, proposedAt: try row.instant("proposed_at"),
      event: try row.int64("event_id"), decision: try Decision(restoring: row))
  }
}

extension RecordMove.Decision {
  fileprivate init?(restoring row: Row) throws(Fault) {
    guard let text = try row.textOrNil("verdict") else { return nil }
    guard let verdict = Verdict(rawValue: text), let officer = OfficerID(try row.text("decided_by"))
    else { throw Fault("reading a move", cause: "a column holds an impossible value") }
    self.init(
      verdict: verdict, by: officer, at: try row.instant("decided_at"),
      event: try row.int64("decision_event"))
  }
}

/// Tables `record_moves`, `record_move_decisions` and `record_moved`: nothing in them is changed.
package enum RecordMoves {
  /// Those that wait for a second officer, the oldest first.
  package static func open(
    of agency: AgencyID, limit: Int, in connection: Connection
  ) throws(Fault) -> [RecordMove] {
    try connection.rows(
      """
      SELECT id, kind, source, target, documents, record_moves.proposed_by AS proposed_by,
             proposed_at, record_moves.event_id AS event_id, verdict, decided_by, decided_at,
             record_move_decisions.event_id AS decision_event
        FROM record_moves LEFT JOIN record_move_decisions ON move = id
       WHERE agency = \(agency) AND move IS NULL
       ORDER BY id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try RecordMove(restoring: row) }
  }

  package static func move(
    _ id: Int64, of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> RecordMove? {
    try connection.row(
      """
      SELECT id, kind, source, target, documents, record_moves.proposed_by AS proposed_by,
             proposed_at, record_moves.event_id AS event_id, verdict, decided_by, decided_at,
             record_move_decisions.event_id AS decision_event
        FROM record_moves LEFT JOIN record_move_decisions ON move = id
       WHERE agency = \(agency) AND id = \(id)
      """
    ).map { row throws(Fault) in try RecordMove(restoring: row) }
  }

  /// Every move into or out of a record, declined ones too, in their order.
  package static func touching(
    _ record: RecordID, of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> [RecordMove] {
    try connection.rows(
      """
      SELECT id, kind, source, target, documents, record_moves.proposed_by AS proposed_by,
             proposed_at, record_moves.event_id AS event_id, verdict, decided_by, decided_at,
             record_move_decisions.event_id AS decision_event
        FROM record_moves LEFT JOIN record_move_decisions ON move = id
       WHERE agency = \(agency) AND (source = \(record.number) OR target = \(record.number))
       ORDER BY id
       LIMIT 1000
      """
    ).map { row throws(Fault) in try RecordMove(restoring: row) }
  }

  /// What a confirmed move moved, and into which record: the target of a split into a new record
  /// is known only then.
  package static func moved(
    by move: Int64, in connection: Connection
  ) throws(Fault) -> (documents: [DocumentID], target: RecordID?) {
    let rows = try connection.rows(
      """
      SELECT document, target FROM record_moved
       WHERE move = \(move)
       ORDER BY document
       LIMIT 1000000
      """)
    return (
      try rows.map { row throws(Fault) in DocumentID(try row.int64("document")) },
      try rows.first.map { row throws(Fault) in RecordID(try row.int64("target")) }
    )
  }

  /// Where the documents of an emptied record are now; nil for a record that holds some.
  package static func successor(
    of record: RecordID, in connection: Connection
  ) throws(Fault) -> RecordID? {
    try successors(of: record, in: connection).first
  }

  /// All of them, where the documents of an emptied record were parted since.
  package static func successors(
    of record: RecordID, in connection: Connection
  ) throws(Fault) -> [RecordID] {
    let documents = try RecordDocuments.of([record], in: connection)
    guard documents[record] == nil else { return [] }
    let trails = try RecordTrails.touching([record], in: connection)
    let moved = trails.steps.values.filter { steps in steps.contains { $0.source == record } }
    return Set(moved.compactMap(\.last?.target)).sorted()
  }

  /// How often a document that ever came into or left one of these records was moved: who read the
  /// records sees by it whether one was merged or split since.
  package static func count(
    touching records: [RecordID], in connection: Connection
  ) throws(Fault) -> Int {
    try RecordTrails.touching(records, in: connection).steps.values.reduce(0) { $0 + $1.count }
  }

  /// Whether a document went from one record into another, be it through others.
  package static func hasPassed(
    from source: RecordID, into target: RecordID, in connection: Connection
  ) throws(Fault) -> Bool {
    try connection.row(
      """
      SELECT left_moves.document AS document
        FROM record_moved AS left_moves
        JOIN record_moved AS came ON came.document = left_moves.document
                                 AND came.move >= left_moves.move
       WHERE left_moves.source = \(source.number) AND came.target = \(target.number)
       ORDER BY left_moves.document
       LIMIT 1
      """) != nil
  }

  /// The reason in the payload of an event; nil where it was purged.
  package static func reason(of event: Int64, in connection: Connection) throws -> String? {
    try connection.row("SELECT bytes FROM payloads WHERE event_id = \(event)")
      .map { try JournalCodec.value(String.self, from: try $0.bytes("bytes")) }
  }
}

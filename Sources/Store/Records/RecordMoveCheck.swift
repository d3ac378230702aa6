import CaseFile
import Records
import Vocabulary

/// Checks that documents are where the journal says.
///
/// Where a document is follows from where it was filed and its moves, one after the other; so each
/// is in exactly one record if its moves hang together, and in the right one if each move is what
/// its event says.
struct RecordMoveCheck {
  private let connection: Connection
  private var places = Invariant("every document is in exactly one living record")
  private var moves = Invariant("every move of documents is as two officers' events tell it")
  /// Documents by move, as the rows tell.
  private var told: [Int64: [DocumentID]] = [:]

  static func run(in connection: Connection) throws -> [Invariant] {
    var check = RecordMoveCheck(connection: connection)
    try check.walkDocuments()
    try check.walkMoves()
    return [check.places, check.moves]
  }

  private init(connection: Connection) { self.connection = connection }

  private mutating func walkDocuments() throws {
    let total = try connection.row("SELECT COUNT(*) AS total FROM record_documents")
    places = Invariant(places.name, figure: try total?.int("total") ?? 0)
    var last = (document: Int64(0), move: Int64(0))
    var holder: RecordID?
    while true {
      let rows = try connection.rows(
        """
        SELECT document, move, source, target, record
          FROM record_moved JOIN record_documents ON record_documents.id = document
         WHERE (document, move) > (\(last.document), \(last.move))
         ORDER BY document, move
         LIMIT 1000
        """)
      guard let final = rows.last else { return }
      for row in rows {
        let document = try row.int64("document")
        if document != last.document { holder = RecordID(try row.int64("record")) }
        if try RecordID(row.int64("source")) != holder { places.fail("document \(document)") }
        holder = RecordID(try row.int64("target"))
        told[try row.int64("move"), default: []].append(DocumentID(document))
        last.document = document
      }
      last.move = try final.int64("move")
    }
  }

  private mutating func walkMoves() throws {
    var last: Int64 = 0
    while true {
      let rows = try connection.rows(
        """
        SELECT record_moves.id AS id, source, target, verdict, decided_by,
               record_moves.proposed_by AS proposed_by,
               proposal.body AS proposal, decision.body AS decision
          FROM record_moves JOIN events AS proposal ON proposal.id = record_moves.event_id
          LEFT JOIN record_move_decisions ON move = record_moves.id
          LEFT JOIN events AS decision ON decision.id = record_move_decisions.event_id
         WHERE record_moves.id > \(last)
         ORDER BY record_moves.id
         LIMIT 200
        """)
      guard let final = rows.last else { break }
      for row in rows { try compare(row) }
      last = try final.int64("id")
    }
    for move in told.keys { moves.fail("move \(move) has no row") }
  }

  private mutating func compare(_ row: Row) throws {
    let id = try row.int64("id")
    let documents = told.removeValue(forKey: id) ?? []
    let proposal = try JournalCodec.value(HouseEntry.self, from: try row.bytes("proposal"))
    var holds = false
    if case .recordMoveProposed(let move, _, let source, let target, _) = proposal.event {
      holds =
        try move == id && source.number == row.int64("source")
        && target?.number == row.int64OrNil("target")
        && isActor(of: proposal, row.text("proposed_by"))
    }
    guard let bytes = try row.bytesOrNil("decision") else {
      moves.expect(holds && documents.isEmpty, "move \(id)")
      return
    }
    let decision = try JournalCodec.value(HouseEntry.self, from: bytes)
    let isDecided =
      try isActor(of: decision, row.text("decided_by"))
      && isTold(decision.event, id, verdict: row.text("verdict"), documents)
    moves.expect(holds && isDecided, "move \(id)")
  }

  private func isActor(of entry: HouseEntry, _ officer: String) -> Bool {
    guard let id = OfficerID(officer) else { return false }
    return entry.actor == .officer(id)
  }

  private func isTold(
    _ event: HouseEvent, _ id: Int64, verdict: String, _ documents: [DocumentID]
  ) -> Bool {
    if case .recordMoveConfirmed(let move, _, _, let told) = event {
      return verdict == "confirmed" && move == id && told == documents
    }
    if case .recordMoveDeclined(let move) = event {
      return verdict == "declined" && move == id && documents.isEmpty
    }
    return false
  }
}

package import Records
import Store
package import Vocabulary

extension Desk {
  /// Records that may be one person's, and moves that wait for a second officer.
  package func recordPairs(by officer: ActingOfficer) async throws -> RecordPairsView {
    try mayRead(officer)
    let agency = officer.agency
    return try await database.read { connection in
      let waiting = try RecordMoves.open(of: agency, limit: 50, in: connection)
      let pairs = try RecordPairs.open(of: agency, limit: 50, in: connection)
      let records = try JudicialRecords.records(
        Set(pairs.flatMap { [$0.low, $0.high] }).sorted(), of: agency, in: connection)
      let byID = Dictionary(
        records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      return RecordPairsView(
        waiting: try waiting.map { try moveView(of: $0, for: officer, in: connection) },
        pairs: pairs.compactMap { pair in
          guard let low = byID[pair.low], let high = byID[pair.high] else { return nil }
          return RecordPairView(pair: pair, low: low, high: high)
        })
    }
  }

  /// The first officer: two records are one person's, or one is two persons'.
  ///
  /// - Returns: the move's number.
  package func proposeMove(
    _ wish: RecordMoveWish, reason: String, by officer: ActingOfficer
  ) async throws -> Int64 {
    try mayMove(officer)
    let now = surroundings.now()
    return try await moving { transaction in
      try RecordMoving.propose(
        wish, reason: reason, of: officer.agency, by: officer.id, at: now, in: transaction)
    }
  }

  /// The second officer agrees. Returns the record that holds the documents now.
  package func confirmMove(_ id: Int64, by officer: ActingOfficer) async throws -> RecordID {
    try mayMove(officer)
    let now = surroundings.now()
    return try await moving { transaction in
      try RecordMoving.confirm(
        id, of: officer.agency, by: officer.id, at: now, in: transaction)
    }
  }

  /// The second officer does not agree, or the first takes it back.
  package func declineMove(
    _ id: Int64, reason: String, by officer: ActingOfficer
  ) async throws {
    try mayMove(officer)
    let now = surroundings.now()
    try await moving { transaction in
      try RecordMoving.decline(
        id, reason: reason, of: officer.agency, by: officer.id, at: now, in: transaction)
    }
  }

  /// Two records that resemble each other are two persons'. They are not proposed again unless one
  /// of them gets a new document.
  package func declinePair(
    _ low: RecordID, _ high: RecordID, reason: String, by officer: ActingOfficer
  ) async throws {
    try mayMove(officer)
    let now = surroundings.now()
    try await moving { transaction in
      guard !reason.isEmpty else { throw RecordMoveRefusal.reasonMissing }
      let isDeclined = try RecordPairs.decline(
        low, high, reason: reason, of: officer.agency, by: officer.id, at: now, in: transaction)
      guard isDeclined else { throw RecordMoveRefusal.notOpen }
    }
  }

  private func moving<Value: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> Value
  ) async throws -> Value {
    try await database.write { transaction in
      do {
        return try body(transaction)
      } catch let refusal as RecordMoveRefusal {
        throw RecordRefused.move(refusal)
      }
    }
  }
}

/// A move with what its page shows.
func moveView(
  of move: RecordMove, for officer: ActingOfficer, in connection: Connection
) throws -> RecordMoveView {
  let agency = officer.agency
  let isLent = officer.principals[.assessor] != nil
  let told = try RecordMoves.moved(by: move.id, in: connection)
  let into = move.target ?? told.target
  let deciding = move.decision.flatMap { $0.verdict == .declined ? $0.event : nil }
  let decider = try move.decision.flatMap { try Officers.name(of: $0.by, in: connection)?.name }
  return RecordMoveView(
    move: move,
    source: try JudicialRecords.record(move.source, of: agency, in: connection),
    target: try into.flatMap { try JudicialRecords.record($0, of: agency, in: connection) },
    moved: told.documents, into: into,
    proposer: try Officers.name(of: move.proposedBy, in: connection)?.name ?? "",
    decider: decider ?? "",
    reason: try RecordMoves.reason(of: deciding ?? move.event, in: connection) ?? "",
    canConfirm: !isLent && move.proposedBy != officer.id, canDecline: !isLent)
}

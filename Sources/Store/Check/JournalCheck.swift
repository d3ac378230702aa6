package import CaseFile
import Foundation
package import Vocabulary

/// Recomputes the whole journal from its stored bytes and states each invariant with its figure.
/// Memory does not grow with the journal.
package struct JournalCheck: Sendable {
  /// Who must have signed the checkpoints, and the origin they must name.
  package let verifier: NoteVerifier
  package let origin: String
  /// How long an event may wait for its leaf.
  package let patienceSeconds: Int
  /// Reads the payload's commitment out of an event's body; nil where the event has no payload.
  package let commitment: @Sendable (_ body: [UInt8]) throws -> String?

  package init(
    verifier: NoteVerifier, origin: String, patienceSeconds: Int = 60,
    commitment: @escaping @Sendable (_ body: [UInt8]) throws -> String? = payloadField(of:)
  ) {
    self.verifier = verifier
    self.origin = origin
    self.patienceSeconds = patienceSeconds
    self.commitment = commitment
  }

  /// Checks one moment of the database. `progress` is told the number of leaves seen, now and
  /// then.
  package func run(
    on database: Database, at now: Instant,
    progress: @escaping @Sendable (_ leaves: Int) -> Void = { _ in }
  ) async throws -> [Invariant] {
    try await database.read { connection in
      var walk = JournalWalk(check: self, connection: connection)
      try walk.walk(progress)
      return walk.invariants + [
        try leafless(at: now, in: connection), try gaps(in: connection),
        try versions(in: connection),
      ]
    }
  }

  private func leafless(at now: Instant, in connection: Connection) throws(Fault) -> Invariant {
    let total = try connection.row("SELECT COUNT(*) AS events FROM events")?.int("events") ?? 0
    let late = now.adding(seconds: -patienceSeconds)
    let rows = try connection.rows(
      """
      SELECT events.id AS id
        FROM events
        LEFT JOIN leaves ON leaves.event_id = events.id
        LEFT JOIN pending_leaves ON pending_leaves.event_id = events.id
       WHERE leaves.event_id IS NULL
         AND (pending_leaves.event_id IS NULL OR events.at < \(late))
       ORDER BY events.id
       LIMIT 1000
      """)
    return Invariant(
      "every event has its leaf within \(patienceSeconds) s", figure: total,
      failures: try rows.map { row throws(Fault) in "event \(try row.int64("id"))" })
  }

  private func gaps(in connection: Connection) throws(Fault) -> Invariant {
    let total = try connection.row("SELECT COUNT(*) AS cases FROM cases")?.int("cases") ?? 0
    let rows = try connection.rows(
      """
      SELECT case_id FROM events
       WHERE case_id IS NOT NULL
       GROUP BY case_id
      HAVING COUNT(*) <> MAX(case_seq) OR MIN(case_seq) <> 1
       ORDER BY case_id
       LIMIT 1000
      """)
    return Invariant(
      "the events of a case are numbered from 1 without a gap", figure: total,
      failures: try rows.map { row throws(Fault) in "case \(try row.text("case_id"))" })
  }

  private func versions(in connection: Connection) throws(Fault) -> Invariant {
    let total = try connection.row("SELECT COUNT(*) AS cases FROM cases")?.int("cases") ?? 0
    let rows = try connection.rows(
      """
      SELECT cases.id AS id
        FROM cases LEFT JOIN events ON events.case_id = cases.id
       GROUP BY cases.id, cases.version
      HAVING COUNT(events.id) <> cases.version
       ORDER BY cases.id
       LIMIT 1000
      """)
    return Invariant(
      "the version of a case is the number of its events", figure: total,
      failures: try rows.map { row throws(Fault) in "case \(try row.text("id"))" })
  }
}

/// The field `payload` of a body in JSON, as `Entry` writes it.
package func payloadField(of body: [UInt8]) throws -> String? {
  try JSONDecoder().decode(Committing.self, from: Data(body)).payload
}

private struct Committing: Decodable {
  let payload: String?
}

package import Records
package import Vocabulary

/// How far the walk of one day has come, and what it has found.
package struct ClearanceRun: Equatable, Sendable {
  package let day: CivilDate
  package var lastRecord: RecordID
  package var records: Int
  package var newlyCleared: Int
  package var lacking: Int
  package var finishedAt: Instant?

  init(restoring row: Row) throws(Fault) {
    guard let day = CivilDate(iso: try row.text("day")) else {
      throw Fault("reading a walk", cause: "a column holds an impossible value")
    }
    self.day = day
    self.lastRecord = RecordID(try row.int64("last_record"))
    self.records = try row.int("records")
    self.newlyCleared = try row.int("newly_cleared")
    self.lacking = try row.int("lacking")
    self.finishedAt = try row.int64OrNil("finished_at").map { Instant(milliseconds: $0) }
  }
}

/// Table `clearance_runs`.
package enum ClearanceRuns {
  /// The walk of a day, begun if it is not yet.
  package static func begun(
    on day: CivilDate, of agency: AgencyID, in transaction: Transaction
  ) throws -> ClearanceRun {
    try transaction.run(
      """
      INSERT INTO clearance_runs (agency, day, last_record, records, newly_cleared, lacking)
      VALUES (\(agency), \(day), 0, 0, 0, 0)
      ON CONFLICT (agency, day) DO NOTHING
      """)
    guard let run = try run(on: day, of: agency, in: transaction) else {
      throw Fault("beginning a walk", cause: "its row is not there")
    }
    return run
  }

  package static func run(
    on day: CivilDate, of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> ClearanceRun? {
    try connection.row(
      "SELECT * FROM clearance_runs WHERE agency = \(agency) AND day = \(day)"
    ).map { row throws(Fault) in try ClearanceRun(restoring: row) }
  }

  /// The latest walk that came to its end.
  package static func latestFinished(
    of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> ClearanceRun? {
    try connection.row(
      """
      SELECT * FROM clearance_runs
       WHERE agency = \(agency) AND finished_at IS NOT NULL
       ORDER BY day DESC
       LIMIT 1
      """
    ).map { row throws(Fault) in try ClearanceRun(restoring: row) }
  }

  package static func save(
    _ run: ClearanceRun, of agency: AgencyID, in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      UPDATE clearance_runs
         SET last_record = \(run.lastRecord.number), records = \(run.records),
             newly_cleared = \(run.newlyCleared), lacking = \(run.lacking),
             finished_at = \(run.finishedAt)
       WHERE agency = \(agency) AND day = \(run.day) AND finished_at IS NULL
      """)
  }
}

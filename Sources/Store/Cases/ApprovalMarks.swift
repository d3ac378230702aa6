package import Vocabulary

/// Table `approval_marks`: that a leader opened a case and found it clean, at one version of it,
/// and what so waits to be approved with others. It decides nothing: the approval looks at
/// everything again.
package enum ApprovalMarks {
  package static func put(
    _ id: CaseID, version: Int, by officer: OfficerID, at now: Instant, in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      INSERT INTO approval_marks (officer, case_id, version, marked_at)
      VALUES (\(officer), \(id), \(version), \(now))
          ON CONFLICT (officer, case_id) DO UPDATE
         SET version = excluded.version, marked_at = excluded.marked_at
      """)
  }

  package static func of(
    _ officer: OfficerID, on cases: [CaseID], in connection: Connection
  ) throws(Fault) -> [CaseID: Int] {
    guard !cases.isEmpty else { return [:] }
    let rows = try connection.rows(
      """
      SELECT case_id, version FROM approval_marks
       WHERE officer = \(officer) AND case_id IN (\(list: cases))
       ORDER BY case_id
       LIMIT \(cases.count)
      """)
    var marks: [CaseID: Int] = [:]
    for row in rows {
      guard let id = CaseID(try row.text("case_id")) else { continue }
      marks[id] = try row.int("version")
    }
    return marks
  }

  package static func remove(
    _ id: CaseID, by officer: OfficerID, in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      "DELETE FROM approval_marks WHERE officer = \(officer) AND case_id = \(id)")
  }
}

extension CaseLooks {
  /// Whether an officer has opened the case since a moment.
  package static func has(
    _ officer: OfficerID, lookedAt id: CaseID, since moment: Instant, in connection: Connection
  ) throws(Fault) -> Bool {
    try connection.row(
      """
      SELECT 1 AS found
        FROM case_looks JOIN events ON events.id = case_looks.event_id
       WHERE case_looks.case_id = \(id) AND events.at >= \(moment)
         AND events.actor = \("officer:\(officer)")
       ORDER BY case_looks.event_id DESC
       LIMIT 1
      """) != nil
  }
}

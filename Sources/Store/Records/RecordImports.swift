package import Vocabulary

/// Tables `record_imports` and `record_import_refusals`: how far the import of a file has come, and
/// which of its lines were not taken. Written with each batch, so that an import that was cut off
/// goes on where it was and still reports every line.
package enum RecordImports {
  package static func linesDone(
    of digest: String, agency: AgencyID, in connection: Connection
  ) throws(Fault) -> Int {
    try connection.row(
      """
      SELECT lines_done FROM record_imports
       WHERE agency = \(agency) AND file_sha256 = \(digest)
      """
    ).map { row throws(Fault) in try row.int("lines_done") } ?? 0
  }

  package static func note(
    linesDone: Int, of digest: String, agency: AgencyID, at now: Instant,
    in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      INSERT INTO record_imports (agency, file_sha256, lines_done, at)
      VALUES (\(agency), \(digest), \(linesDone), \(now))
      ON CONFLICT (agency, file_sha256)
      DO UPDATE SET lines_done = excluded.lines_done, at = excluded.at
      """)
  }

  package static func note(
    refused lines: [LeftOutLine], of digest: String, agency: AgencyID, in transaction: Transaction
  ) throws {
    var rows = BulkRows(
      table: "record_import_refusals",
      columns: ["agency", "file_sha256", "line", "field", "reason"])
    for line in lines {
      rows.append(
        agency.sqlValue, digest.sqlValue, line.line.sqlValue, line.field.sqlValue,
        line.reason.sqlValue)
    }
    try transaction.insert(rows)
  }

  /// The lines of a file that were not taken so far, in order.
  package static func refused(
    of digest: String, after line: Int, limit: Int, agency: AgencyID, in connection: Connection
  ) throws(Fault) -> [LeftOutLine] {
    try connection.rows(
      """
      SELECT line, field, reason FROM record_import_refusals
       WHERE agency = \(agency) AND file_sha256 = \(digest) AND line > \(line)
       ORDER BY line
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in
      LeftOutLine(
        line: try row.int("line"), field: try row.text("field"), reason: try row.text("reason"))
    }
  }
}

/// A line of an import that was not taken. It says where and why, never what.
package struct LeftOutLine: Equatable, Sendable {
  package let line: Int
  /// The field's place in the format; empty for the whole document.
  package let field: String
  package let reason: String

  /// The field as a report names it.
  package var place: String { field.isEmpty ? "document" : field }

  package init(line: Int, field: String, reason: String) {
    self.line = line
    self.field = field
    self.reason = reason
  }
}

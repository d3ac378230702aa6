package import Vocabulary

/// Table `record_imports`: how far the import of a file has come. Written with each batch, so that
/// an import that was cut off goes on where it was.
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
}

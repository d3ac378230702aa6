package import Vocabulary

/// Table `sign_in_failures`: how often in a row somebody could not sign in, by account and by
/// address. The subjects are keyed hashes: neither a name nor an address is stored.
package enum SignInFailures {
  package struct Count: Equatable, Sendable {
    package let times: Int
    package let lastAt: Instant
  }

  package static func of(
    _ subject: String, in connection: Connection
  ) throws(Fault) -> Count? {
    try connection.row("SELECT * FROM sign_in_failures WHERE subject = \(subject)")
      .map { row throws(Fault) in
        Count(times: try row.int("times"), lastAt: try row.instant("last_at"))
      }
  }

  /// Waits until nobody else is counted under any of the subjects; the turn ends with the
  /// transaction. A subject without failures has no row that could be locked. SQLite's writer is
  /// alone already.
  package static func takeTurn(
    of subjects: [String], in transaction: Transaction
  ) throws(Fault) {
    switch transaction.dialect {
    case .sqlite: return
    case .postgres:
      // Always in one order, so that no two wait for each other.
      for subject in subjects.sorted() {
        let name = "lylich sign-in \(subject) "
        _ = try transaction.rows(
          """
          SELECT pg_advisory_xact_lock(hashtextextended(\(name) || current_schema(), 0))
                 IS NULL AS locked
          """)
      }
    }
  }

  /// Counts one more; what is older than `forgottenAt` counts no longer.
  package static func note(
    _ subject: String, at now: Instant, forgottenAt old: Instant, in transaction: Transaction
  ) throws {
    try transaction.run("DELETE FROM sign_in_failures WHERE last_at < \(old)")
    try transaction.run(
      """
      INSERT INTO sign_in_failures (subject, times, last_at) VALUES (\(subject), 1, \(now))
      ON CONFLICT (subject)
      DO UPDATE SET times = sign_in_failures.times + 1, last_at = excluded.last_at
      """)
  }

  package static func forget(_ subject: String, in transaction: Transaction) throws {
    try transaction.run("DELETE FROM sign_in_failures WHERE subject = \(subject)")
  }
}

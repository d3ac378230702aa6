import Vocabulary

/// Records are written one batch or answer at a time, so that two documents of one new person
/// cannot begin two records.
enum RecordTurn {
  /// Waits for the turn, which ends with the transaction. SQLite's writer is alone already.
  static func take(in transaction: Transaction) throws {
    switch transaction.dialect {
    case .sqlite: return
    case .postgres:
      _ = try transaction.rows(
        """
        SELECT pg_advisory_xact_lock(hashtextextended('lylich records ' || current_schema(), 0))
               IS NULL AS locked
        """)
    }
  }
}

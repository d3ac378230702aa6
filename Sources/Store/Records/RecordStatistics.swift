import Vocabulary

/// What PostgreSQL knows of the tables of records, by which it plans every query over them.
///
/// It counts a table anew some minutes after it has grown, and thinks until then that it is as
/// good as empty, or that a record has thousands of documents: reading 25 records then takes ten
/// times as long. SQLite plans by its indexes alone.
package enum RecordStatistics {
  /// Counts them now: a sample of each table, so it takes moments however large they are.
  package static func refresh(in transaction: Transaction) throws {
    switch transaction.dialect {
    case .sqlite: return
    case .postgres:
      try transaction.run(
        """
        ANALYZE records, record_names, record_numbers, record_batches, record_documents
        """)
    }
  }
}

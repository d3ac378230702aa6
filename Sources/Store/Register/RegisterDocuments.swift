import Records
import Vocabulary

/// A row of `record_documents` on its way into the register's index.
struct RegisterDocument: Sendable {
  let id: Int64
  /// The record that it was filed in.
  let record: Int64
  let batch: Int64
  /// The hash that the batch's event names.
  let batchDigest: [UInt8]
  /// Nil for a document of another agency.
  let body: [UInt8]?
}

/// The documents' own sequence is the log from which the index is made: a document gets its number
/// and is committed while nobody else may file (`RecordTurn`), so whoever has seen a number has
/// seen all below it.
enum RegisterDocuments {
  static let page = 4000

  /// The next documents of all agencies, so that the place in the sequence moves on. One `SELECT`.
  static func after(
    _ last: Int64, of agency: AgencyID, limit: Int, in connection: Connection
  ) throws(Fault) -> [RegisterDocument] {
    try connection.rows(
      """
      SELECT record_documents.id AS id, record, batch, digest,
             CASE WHEN agency = \(agency) THEN body END AS body
        FROM record_documents JOIN record_batches ON record_batches.id = batch
       WHERE record_documents.id > \(last)
       ORDER BY record_documents.id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in
      RegisterDocument(
        id: try row.int64("id"), record: try row.int64("record"),
        batch: try row.int64("batch"), batchDigest: try row.bytes("digest"),
        body: try row.bytesOrNil("body"))
    }
  }

  /// The number of the last document of any agency; 0 where there is none.
  static func last(in connection: Connection) throws(Fault) -> Int64 {
    try connection.row("SELECT MAX(id) AS latest FROM record_documents")?
      .int64OrNil("latest") ?? 0
  }

  /// What the documents say of their persons. A document that cannot be read is a fault: an index
  /// without it would answer "clear" for its person.
  static func entries(of documents: some Sequence<RegisterDocument>) throws -> [RegisterEntry] {
    var read: [(FilingPlace, SupplierDocument)] = []
    for document in documents {
      guard let body = document.body else { continue }
      do {
        let filed = FilingPlace(DocumentID(document.id), in: RecordID(document.record))
        read.append((filed, try DocumentReader.read(filed: body)))
      } catch let refusal {
        throw Fault(
          "reading document \(document.id)",
          cause: "its \(refusal.field) is not of this program's format")
      }
    }
    return RegisterEntry.of(read)
  }
}

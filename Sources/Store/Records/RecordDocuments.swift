import Records
import Vocabulary

/// Table `record_documents`: rows are added and never changed.
package enum RecordDocuments {
  /// The documents of these records, in order of filing.
  ///
  /// - Parameter moment: in which record a document was then; nil for now.
  static func of(
    _ ids: [RecordID], asOf moment: Instant? = nil, in connection: Connection
  ) throws(Fault) -> [RecordID: [FiledDocument]] {
    var found: [RecordID: [FiledDocument]] = [:]
    for part in JudicialRecords.slices(of: ids) {
      let trails = try RecordTrails.touching(part, in: connection)
      let wanted = Set(part)
      var rows = try connection.rows(
        """
        SELECT record_documents.id AS id, record, line, supersedes, body, source, origin, at
          FROM record_documents JOIN record_batches ON record_batches.id = batch
         WHERE record IN (\(list: part.map(\.number)))
         ORDER BY record_documents.id
         LIMIT 1000000
        """)
      for arrived in JudicialRecords.slices(of: trails.arrived(in: wanted, at: moment)) {
        rows += try moved(arrived, in: connection)
      }
      for row in rows {
        let document = DocumentID(try row.int64("id"))
        let holder = trails.holder(
          of: document, filedIn: RecordID(try row.int64("record")), at: moment)
        if wanted.contains(holder) { found[holder, default: []].append(try filed(row)) }
      }
      guard !trails.isEmpty else { continue }
      for id in part { found[id]?.sort { $0.id < $1.id } }
    }
    return found
  }

  private static func moved(
    _ documents: [DocumentID], in connection: Connection
  ) throws(Fault) -> [Row] {
    try connection.rows(
      """
      SELECT record_documents.id AS id, record, line, supersedes, body, source, origin, at
        FROM record_documents JOIN record_batches ON record_batches.id = batch
       WHERE record_documents.id IN (\(list: documents.map(\.number)))
       ORDER BY record_documents.id
       LIMIT \(documents.count)
      """)
  }

  static func filed(_ row: Row) throws(Fault) -> FiledDocument {
    let id = DocumentID(try row.int64("id"))
    let document: SupplierDocument
    do {
      document = try DocumentReader.read(filed: try row.bytes("body"))
    } catch let refusal as DocumentRefusal {
      throw Fault(
        "reading document \(id)", cause: "its \(refusal.field) is not of this program's format")
    } catch {
      throw Fault("reading document \(id)", cause: "its row has no body")
    }
    return FiledDocument(
      id: id, document: document, filedAt: try row.instant("at"), source: try source(row),
      supersedes: try row.int64OrNil("supersedes").map { DocumentID($0) })
  }

  private static func source(_ row: Row) throws(Fault) -> FilingSource {
    let origin = try row.text("origin")
    switch try row.text("source") {
    case "hand":
      guard let officer = OfficerID(origin) else { break }
      return .hand(officer)
    case "file": return .file(digest: origin, line: try row.int("line"))
    case "message": return .message(sender: origin)
    case "planted": return .planted
    default: break
    }
    throw Fault("reading a document", cause: "its batch has an impossible source")
  }
}

extension FilingSource {
  /// Columns `source` and `origin` of `record_batches`.
  var columns: (source: String, origin: String) {
    switch self {
    case .hand(let officer): ("hand", officer.text)
    case .file(let digest, _): ("file", digest)
    case .message(let sender): ("message", sender)
    case .planted: ("planted", "")
    }
  }
}

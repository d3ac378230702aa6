package import Records
package import Vocabulary

/// In which record a document is.
package enum RecordHolders {
  /// The record that now holds each of these documents; those of other agencies are left out.
  package static func holders(
    of documents: [DocumentID], agency: AgencyID, in connection: Connection
  ) throws(Fault) -> [DocumentID: RecordID] {
    var holders: [DocumentID: RecordID] = [:]
    for part in JudicialRecords.slices(of: documents) {
      let trails = try RecordTrails.of(part, in: connection)
      let rows = try connection.rows(
        """
        SELECT record_documents.id AS id, record
          FROM record_documents JOIN records ON records.id = record
         WHERE record_documents.id IN (\(list: part.map(\.number))) AND agency = \(agency)
         ORDER BY record_documents.id
         LIMIT \(part.count)
        """)
      for row in rows {
        let document = DocumentID(try row.int64("id"))
        holders[document] = trails.holder(
          of: document, filedIn: RecordID(try row.int64("record")), at: nil)
      }
    }
    return holders
  }
}

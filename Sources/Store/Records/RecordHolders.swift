package import Records
package import Vocabulary

/// In which record a document is.
package enum RecordHolders {
  /// The record of each of these documents that the agency keeps.
  package static func holders(
    of documents: [DocumentID], agency: AgencyID, in connection: Connection
  ) throws(Fault) -> [DocumentID: RecordID] {
    var holders: [DocumentID: RecordID] = [:]
    for part in JudicialRecords.slices(of: documents) {
      let rows = try connection.rows(
        """
        SELECT record_documents.id AS id, record
          FROM record_documents JOIN records ON records.id = record
         WHERE record_documents.id IN (\(list: part.map(\.number))) AND agency = \(agency)
         ORDER BY record_documents.id
         LIMIT \(part.count)
        """)
      for row in rows {
        holders[DocumentID(try row.int64("id"))] = RecordID(try row.int64("record"))
      }
    }
    return holders
  }
}

package import Records
package import Vocabulary

/// In which record a document is.
package enum RecordHolders {
  /// The record that now holds each of these documents; those of other agencies are left out.
  package static func holders(
    of documents: [DocumentID], agency: AgencyID, in connection: Connection
  ) throws(Fault) -> [DocumentID: RecordID] {
    var filed: [FilingPlace] = []
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
        filed.append(
          FilingPlace(
            DocumentID(try row.int64("id")), in: RecordID(try row.int64("record"))))
      }
    }
    return try holders(of: filed, in: connection)
  }

  /// The record that now holds each of these documents, whose bytes are not read for it: among ten
  /// million they are rarely in memory.
  package static func holders(
    of filed: [FilingPlace], in connection: Connection
  ) throws(Fault) -> [DocumentID: RecordID] {
    var holders: [DocumentID: RecordID] = [:]
    for part in JudicialRecords.slices(of: filed) {
      let trails = try RecordTrails.of(part.map(\.document), in: connection)
      for filed in part {
        holders[filed.document] = trails.holder(
          of: filed.document, filedIn: filed.record, at: nil)
      }
    }
    return holders
  }
}

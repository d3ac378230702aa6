package import Records
package import Vocabulary

/// Table `records` and the documents from which records are folded.
package enum JudicialRecords {
  /// The record as it stood at a moment; nil where this agency keeps none of this number, or it
  /// held no document then.
  ///
  /// - Parameter moment: nil for everything known.
  package static func record(
    _ id: RecordID, of agency: AgencyID, asOf moment: Instant? = nil, in connection: Connection
  ) throws(Fault) -> JudicialRecord? {
    try records([id], of: agency, asOf: moment, in: connection).first
  }

  /// Several records, in the order of their numbers; those that the agency does not keep are left
  /// out.
  package static func records(
    _ ids: [RecordID], of agency: AgencyID, asOf moment: Instant? = nil, in connection: Connection
  ) throws(Fault) -> [JudicialRecord] {
    var found: [JudicialRecord] = []
    for part in slices(of: ids.sorted()) {
      let kept = try connection.rows(
        """
        SELECT id FROM records
         WHERE agency = \(agency) AND id IN (\(list: part.map(\.number)))
         ORDER BY id
         LIMIT \(part.count)
        """
      ).map { row throws(Fault) in RecordID(try row.int64("id")) }
      found += try folded(kept, of: agency, asOf: moment, in: connection)
    }
    return found
  }

  /// The next records in the order of their numbers, for work that goes over all of them.
  package static func batch(
    after last: RecordID?, limit: Int, of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> [JudicialRecord] {
    var found: [JudicialRecord] = []
    var last = last?.number ?? 0
    // A record whose documents all moved away is passed over: fewer than asked for means the end.
    while found.count < limit {
      let ids = try connection.rows(
        """
        SELECT id FROM records
         WHERE id > \(last) AND agency = \(agency)
         ORDER BY id
         LIMIT \(limit - found.count)
        """
      ).map { row throws(Fault) in RecordID(try row.int64("id")) }
      guard let final = ids.last else { break }
      for part in slices(of: ids) {
        found += try folded(part, of: agency, asOf: nil, in: connection)
      }
      last = final.number
    }
    return found
  }

  private static func folded(
    _ ids: [RecordID], of agency: AgencyID, asOf moment: Instant?, in connection: Connection
  ) throws(Fault) -> [JudicialRecord] {
    guard !ids.isEmpty else { return [] }
    let documents = try RecordDocuments.of(ids, asOf: moment, in: connection)
    let answers = try RecordQuestions.answers(of: documents, in: connection)
    return ids.compactMap { id in
      let record = RecordFold.record(
        id, of: agency, documents: documents[id] ?? [], answers: answers[id] ?? [],
        asOf: moment)
      return record.documents.isEmpty ? nil : record
    }
  }

  /// Parts that both engines take in one statement.
  static func slices<Element>(of all: [Element], by size: Int = 200) -> [[Element]] {
    stride(from: 0, to: all.count, by: size).map {
      Array(all[$0..<min($0 + size, all.count)])
    }
  }
}

import CaseFile
package import Records
package import Vocabulary

/// Table `record_pairs`: pairs to be looked at, and those that were declined.
package enum RecordPairs {
  /// Those that wait for an officer, the heaviest first.
  package static func open(
    of agency: AgencyID, limit: Int, in connection: Connection
  ) throws(Fault) -> [RecordPair] {
    try connection.rows(
      """
      SELECT low, high, weight, found_at FROM record_pairs
       WHERE agency = \(agency) AND declined_at IS NULL
       ORDER BY weight DESC, low, high
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in
      RecordPair(
        low: RecordID(try row.int64("low")), high: RecordID(try row.int64("high")),
        weight: Int32(clamping: try row.int64("weight")), foundAt: try row.instant("found_at"))
    }
  }

  /// Notes a pair. One that was declined stays declined unless either record has a newer document.
  ///
  /// - Returns: whether an officer is to look at it who was not before.
  package static func note(
    _ pair: RecordPair, lastDocuments: (low: DocumentID, high: DocumentID), of agency: AgencyID,
    in transaction: Transaction
  ) throws -> Bool {
    let known = try transaction.row(
      """
      SELECT low_document, high_document, declined_at FROM record_pairs
       WHERE low = \(pair.low.number) AND high = \(pair.high.number)
      """)
    if let known {
      let isSame =
        try known.int64("low_document") == lastDocuments.low.number
        && known.int64("high_document") == lastDocuments.high.number
      if isSame { return false }
    }
    try transaction.run(
      """
      INSERT INTO record_pairs (low, high, agency, weight, low_document, high_document, found_at)
      VALUES (\(pair.low.number), \(pair.high.number), \(agency), \(Int64(pair.weight)),
              \(lastDocuments.low.number), \(lastDocuments.high.number), \(pair.foundAt))
      ON CONFLICT (low, high) DO UPDATE
         SET weight = excluded.weight, low_document = excluded.low_document,
             high_document = excluded.high_document, found_at = excluded.found_at,
             declined_at = NULL
      """)
    return try known?.int64OrNil("declined_at") != nil || known == nil
  }

  /// An officer says that they are two persons'.
  ///
  /// - Returns: false where no such pair waits.
  package static func decline(
    _ low: RecordID, _ high: RecordID, reason: String, of agency: AgencyID, by officer: OfficerID,
    at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    let changed = try transaction.run(
      """
      UPDATE record_pairs SET declined_at = \(now)
       WHERE low = \(low.number) AND high = \(high.number) AND agency = \(agency)
         AND declined_at IS NULL
      """)
    guard changed == 1 else { return false }
    _ = try RecordMoving.journal(
      .recordPairDeclined(low, high), reason: reason, of: agency, by: officer, at: now,
      in: transaction)
    return true
  }

  /// The records were made other records: what was said of their pairs does not count any more.
  static func forget(_ records: [RecordID], in transaction: Transaction) throws {
    for record in records {
      try transaction.run(
        "DELETE FROM record_pairs WHERE low = \(record.number) OR high = \(record.number)")
    }
  }
}

/// Table `record_pair_runs`: how far the walk for pairs has come.
package struct RecordPairRun: Equatable, Sendable {
  /// Documents up to this one were compared.
  package var lastDocument: DocumentID
  /// The day on which the walk came to the end last.
  package var finishedOn: CivilDate?

  package static func stored(
    of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> RecordPairRun {
    let row = try connection.row(
      "SELECT last_document, finished_on FROM record_pair_runs WHERE agency = \(agency)")
    return RecordPairRun(
      lastDocument: DocumentID(try row?.int64("last_document") ?? 0),
      finishedOn: try row?.textOrNil("finished_on").flatMap { CivilDate(iso: $0) })
  }

  package func save(of agency: AgencyID, in transaction: Transaction) throws {
    try transaction.run(
      """
      INSERT INTO record_pair_runs (agency, last_document, finished_on)
      VALUES (\(agency), \(lastDocument.number), \(finishedOn?.iso))
      ON CONFLICT (agency) DO UPDATE
         SET last_document = excluded.last_document, finished_on = excluded.finished_on
      """)
  }

  /// The records of the agency that hold the next documents after `last`, each with its documents,
  /// and the last document that was looked at.
  package static func changed(
    after last: DocumentID, limit: Int, of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> (records: [JudicialRecord], last: DocumentID?) {
    let rows = try connection.rows(
      """
      SELECT record_documents.id AS id, agency
        FROM record_documents JOIN records ON records.id = record
       WHERE record_documents.id > \(last.number)
       ORDER BY record_documents.id
       LIMIT \(limit)
      """)
    var own: [DocumentID] = []
    for row in rows where try row.text("agency") == agency.code {
      own.append(DocumentID(try row.int64("id")))
    }
    let holders = try RecordHolders.holders(of: own, agency: agency, in: connection)
    let records = try JudicialRecords.records(
      Set(holders.values).sorted(), of: agency, in: connection)
    return (
      records, try rows.last.map { row throws(Fault) in DocumentID(try row.int64("id")) }
    )
  }
}

package import Records
package import Vocabulary

/// Table `record_late`: who sends later than the law allows.
package enum RecordLate {
  /// By issuer, the most late documents first.
  package static func issuers(
    of agency: AgencyID, limit: Int, in connection: Connection
  ) throws(Fault) -> [LateIssuer] {
    try connection.rows(
      """
      SELECT issuer, MIN(supplier) AS supplier, COUNT(*) AS late, MAX(days_late) AS worst,
             MAX(received_on) AS latest
        FROM record_late
       WHERE agency = \(agency)
       GROUP BY issuer
       ORDER BY late DESC, issuer
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in
      guard let supplier = Supplier(rawValue: try row.text("supplier")) else {
        throw Fault("reading late suppliers", cause: "a column holds an impossible value")
      }
      return LateIssuer(
        issuer: try row.text("issuer"), supplier: supplier, count: try row.int("late"),
        worstDays: try row.int("worst"), lastReceivedOn: try row.date("latest"))
    }
  }

  /// The latest of all.
  package static func worst(
    of agency: AgencyID, limit: Int, in connection: Connection
  ) throws(Fault) -> [LateDocument] {
    let rows = try connection.rows(
      """
      SELECT document, record, issuer, days_late, received_on
        FROM record_late JOIN record_documents ON record_documents.id = document
       WHERE agency = \(agency)
       ORDER BY days_late DESC, document
       LIMIT \(limit)
      """)
    let trails = try RecordTrails.of(
      rows.map { row throws(Fault) in DocumentID(try row.int64("document")) }, in: connection)
    return try rows.map { row throws(Fault) in
      let document = DocumentID(try row.int64("document"))
      return LateDocument(
        document: document,
        record: trails.holder(
          of: document, filedIn: RecordID(try row.int64("record")), at: nil),
        issuer: try row.text("issuer"), daysLate: try row.int("days_late"),
        receivedOn: try row.date("received_on"))
    }
  }
}

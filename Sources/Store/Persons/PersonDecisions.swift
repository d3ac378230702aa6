package import Records
package import Vocabulary

/// What was decided on a citizen and a record: never asked again while the data are the same.
package struct PersonDecisionRow: Equatable, Sendable {
  package let citizen: CitizenID
  package let record: RecordID
  /// Over what was compared.
  package let digest: String
  package let isSame: Bool
  package let caseID: CaseID
  package let decidedAt: Instant

  package init(
    citizen: CitizenID, record: RecordID, digest: String, isSame: Bool, caseID: CaseID,
    decidedAt: Instant
  ) {
    self.citizen = citizen
    self.record = record
    self.digest = digest
    self.isSame = isSame
    self.caseID = caseID
    self.decidedAt = decidedAt
  }

  init(restoring row: Row) throws(Fault) {
    guard let citizen = CitizenID(try row.text("citizen")),
      let caseID = CaseID(try row.text("case_id"))
    else { throw Fault("reading a decision", cause: "a column holds an impossible value") }
    self.init(
      citizen: citizen, record: RecordID(try row.int64("record")), digest: try row.text("digest"),
      isSame: try row.text("verdict") == "same", caseID: caseID,
      decidedAt: Instant(milliseconds: try row.int64("decided_at")))
  }
}

/// Table `person_decisions`. An index to the journals: the latest decision of a pair.
package enum PersonDecisions {
  package static func remember(
    _ row: PersonDecisionRow, of agency: AgencyID, in transaction: Transaction
  ) throws {
    let verdict = row.isSame ? "same" : "other"
    try transaction.run(
      """
      INSERT INTO person_decisions (agency, citizen, record, digest, verdict, case_id, decided_at)
      VALUES (\(agency), \(row.citizen), \(row.record.number), \(row.digest), \(verdict),
              \(row.caseID), \(row.decidedAt))
      ON CONFLICT (agency, citizen, record) DO UPDATE
         SET digest = excluded.digest, verdict = excluded.verdict, case_id = excluded.case_id,
             decided_at = excluded.decided_at
      """)
  }

  /// What was decided on this citizen, whatever the digests.
  package static func of(
    _ citizen: CitizenID, agency: AgencyID, in connection: Connection
  ) throws(Fault) -> [PersonDecisionRow] {
    try connection.rows(
      """
      SELECT * FROM person_decisions
       WHERE agency = \(agency) AND citizen = \(citizen)
       ORDER BY record
       LIMIT 1000
      """
    ).map { row throws(Fault) in try PersonDecisionRow(restoring: row) }
  }

  /// Every remembered pair of an agency, for learning: a page at a time, by citizen and record.
  package static func page(
    of agency: AgencyID, after place: (citizen: String, record: Int64), limit: Int,
    in connection: Connection
  ) throws(Fault) -> [PersonDecisionRow] {
    try connection.rows(
      """
      SELECT * FROM person_decisions
       WHERE agency = \(agency) AND (citizen, record) > (\(place.citizen), \(place.record))
       ORDER BY citizen, record
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try PersonDecisionRow(restoring: row) }
  }
}

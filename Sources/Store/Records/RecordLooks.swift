import CaseFile
package import Records
package import Vocabulary

/// Who opened a record or looked for one, and what for: an event of the house each time.
package enum RecordLooks {
  /// - Parameters:
  ///   - caseID: the case for which it was opened; nil where `reason` says why.
  ///   - reason: the officer's words, which become the event's payload; may be empty with a case.
  package static func note(
    _ record: RecordID, for caseID: CaseID?, reason: String, of agency: AgencyID,
    by officer: OfficerID, at now: Instant, in transaction: Transaction
  ) throws {
    let payload = reason.isEmpty ? nil : Journal.seal(JournalCodec.bytes(of: reason))
    let entry = HouseEntry(
      event: .recordLookedAt(record, caseID: caseID), caseID: nil, seq: nil, agency: agency,
      actor: .officer(officer), at: now, payload: payload?.commitment)
    try Journal.append(entry, payload: payload, in: transaction)
  }

  /// Who looked for people in the records, in which case, and which records they were shown.
  package static func noteSearch(
    for caseID: CaseID?, shown: [RecordID], of agency: AgencyID, by officer: OfficerID,
    at now: Instant, in transaction: Transaction
  ) throws {
    let entry = HouseEntry(
      event: .registerSearched(caseID: caseID, shown: shown), caseID: nil, seq: nil,
      agency: agency, actor: .officer(officer), at: now)
    try Journal.append(entry, in: transaction)
  }
}

extension Cases {
  /// The case of this agency that bears the number.
  package static func id(
    number: String, of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> CaseID? {
    try connection.row("SELECT id FROM cases WHERE number = \(number) AND agency = \(agency)")
      .flatMap { row throws(Fault) in CaseID(try row.text("id")) }
  }
}

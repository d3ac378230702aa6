import CaseFile
import Issuance
import Store
import Vocabulary

/// Rows that the measurements need, with invented people.
enum Planting {
  /// The one citizen who signs in and asks. Returns the id that is stored.
  static func citizen(
    _ id: CitizenID, at now: Instant, in transaction: Transaction
  ) throws -> CitizenID {
    try Citizens.findOrMake(
      try NationalID("092190000000"), name: try PersonName("Nguyễn Thị Mẫu"),
      birthDate: .day(CivilDate(1990, 9, 2)), id: id, at: now, in: transaction)
  }

  /// A case that is being issued, and its certificate.
  static func certificate(
    _ number: Int, agency: AgencyID, citizen: CitizenID, at now: Instant
  ) -> (case: CaseRow, certificate: CertificateRow) {
    let day = now.civilDate
    let row = CaseRow(
      id: newID(), agency: agency,
      number: CaseNumber(agencyCode: "000.00.10.H13", day: day, sequence: number),
      citizen: citizen, kind: .number1, state: .issuing, version: 1, lodgedAt: now, dueOn: nil)
    return (
      row,
      CertificateRow(
        id: newID(), caseID: row.id, agency: agency, kind: .number1,
        number: "\(number)/STP-LLTP", state: .issuing, issuedOn: day,
        maskedName: "N***** T** M**", documentDigest: nil, level: nil)
    )
  }

  static func keep(_ row: CaseRow, in transaction: Transaction) throws {
    try Cases.insert(
      row, procedure: "2.000488", applicant: "Nguyễn Thị Mẫu", searchName: "nguyen thi mau",
      sortName: "nguyen thi mau", in: transaction)
  }
}

func newID<Tag>() -> OpaqueID<Tag> {
  var generator = SystemRandomNumberGenerator()
  return OpaqueID(random: &generator)
}

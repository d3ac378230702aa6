import CaseFile
@testable import Desk
import Handover
import Intake
import Law
import Vocabulary

@testable import Portal

/// A certificate that two officers found to state another person's record. Everybody is invented.
extension SampleDesk {
  func revocation(_ id: CaseID, by officer: ActingOfficer) async throws -> RevocationView {
    guard id == Sample.caseID else { throw Refused.notFound }
    return RevocationView(
      line: Sample.line(.handedOver), applicantName: "Nguyễn Thị Mẫu",
      certificate: CertificateView(
        number: "0007/STP-LLTP", issuedOn: CivilDate(2026, 11, 24), state: .issued, level: "B-T"),
      proceeding: .init(
        ground: .anotherPerson, cause: .dispute, proposer: "Đặng Thị Xem Lại",
        proposedAt: Sample.now, reason: "Vân tay khác.", outcome: nil), can: [.revoke])
  }

  func revocationWaits(by officer: ActingOfficer) async throws -> [RevocationWait] {
    [
      RevocationWait(
        caseID: Sample.caseID, number: "H13-1", applicant: "Nguyễn Thị Mẫu",
        ground: .anotherPerson, since: Sample.now)
    ]
  }

  func askCorrection(
    _ id: CaseID, of citizen: CitizenID, form: DeclarationForm, words: String
  ) async throws -> CaseID {
    guard id == Sample.caseID, citizen == Sample.citizen.id else { throw Refused.notFound }
    guard words.isEmpty else { return id }
    throw Refused.lacking([
      Lack(at: FieldName(.personBirthDate), .noSuchDay),
      Lack(at: FieldName(.convictions), .missing),
    ])
  }

  func openCorrection(
    _ id: CaseID, ground: RevocationGround, reason: String, by officer: ActingOfficer
  ) async throws -> CaseID {
    try act()
    return id
  }

  func proposeRevocation(
    _ id: CaseID, ground: RevocationGround, reason: String, by officer: ActingOfficer
  ) async throws { try act() }

  func decideRevocation(
    _ id: CaseID, _ verdict: RevocationChoice, reason: String, by officer: ActingOfficer
  ) async throws { try act() }
}

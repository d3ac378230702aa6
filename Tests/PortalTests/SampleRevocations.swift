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
    guard state != .issued else {
      return RevocationView(
        line: Sample.line(.issued), applicantName: "Nguyễn Thị Mẫu",
        certificate: CertificateView(
          number: "0007/STP-LLTP", issuedOn: CivilDate(2026, 11, 24), state: .issued,
          level: "B-T"), declaration: Sample.declaration, proceeding: nil,
        can: [.correct, .propose])
    }
    return RevocationView(
      line: Sample.line(.handedOver), applicantName: "Nguyễn Thị Mẫu",
      certificate: CertificateView(
        number: "0007/STP-LLTP", issuedOn: CivilDate(2026, 11, 24), state: .issued, level: "B-T"),
      declaration: Sample.declaration,
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
    _ id: CaseID, of citizen: CitizenID, form: DeclarationForm, words: String,
    evidence: SentPaper?
  ) async throws -> CaseID {
    guard id == Sample.caseID, citizen == Sample.citizen.id else { throw Refused.notFound }
    try take(evidence)
    guard words.isEmpty else { return id }
    throw Refused.lacking([
      Lack(at: FieldName(.personBirthDate), .noSuchDay),
      Lack(at: FieldName(.convictions), .missing),
    ])
  }

  /// A file that is called as a refusal is refused so.
  private func take(_ evidence: SentPaper?) throws {
    if let refusal = PaperRefusal(rawValue: evidence?.name ?? "") { throw Refused.paper(refusal) }
  }

  func openCorrection(
    _ id: CaseID, ground: RevocationGround, form: DeclarationForm, reason: String,
    evidence: SentPaper?, by officer: ActingOfficer
  ) async throws -> CaseID {
    try act()
    try take(evidence)
    guard form[.personBirthDate].isEmpty, !reason.isEmpty else {
      throw Refused.lacking([
        Lack(at: FieldName(.personBirthDate), .noSuchDay),
        Lack(at: FieldName(.convictions), .missing),
      ])
    }
    return id
  }

  func proposeRevocation(
    _ id: CaseID, ground: RevocationGround, reason: String, by officer: ActingOfficer
  ) async throws { try act() }

  func decideRevocation(
    _ id: CaseID, _ verdict: RevocationChoice, reason: String, by officer: ActingOfficer
  ) async throws { try act() }
}

import Desk
import Intake
import Law
import Portal
import Vocabulary

// Each call goes to the desk as it is.
extension OpenDesk {
  func revocation(_ id: CaseID, by officer: ActingOfficer) async throws -> RevocationView {
    try await desk.revocation(id, by: officer)
  }

  func revocationWaits(by officer: ActingOfficer) async throws -> [RevocationWait] {
    try await desk.revocationWaits(by: officer)
  }

  func askCorrection(
    _ id: CaseID, of citizen: CitizenID, form: DeclarationForm, words: String,
    evidence: SentPaper?
  ) async throws -> CaseID {
    try await desk.askCorrection(
      id, of: citizen, form: form, words: words, evidence: evidence)
  }

  func openCorrection(
    _ id: CaseID, ground: RevocationGround, form: DeclarationForm, reason: String,
    evidence: SentPaper?, by officer: ActingOfficer
  ) async throws -> CaseID {
    try await desk.openCorrection(
      id, ground: ground, form: form, reason: reason, evidence: evidence, by: officer)
  }

  func proposeRevocation(
    _ id: CaseID, ground: RevocationGround, reason: String, by officer: ActingOfficer
  ) async throws {
    try await desk.proposeRevocation(id, ground: ground, reason: reason, by: officer)
  }

  func decideRevocation(
    _ id: CaseID, _ verdict: RevocationChoice, reason: String, by officer: ActingOfficer
  ) async throws {
    try await desk.decideRevocation(id, verdict, reason: reason, by: officer)
  }
}

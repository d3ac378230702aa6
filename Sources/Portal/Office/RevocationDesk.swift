package import Desk
package import Intake
package import Law
package import Vocabulary

/// What the pages on taking a certificate back ask of the desk.
package protocol RevocationDesk: Sendable {
  func revocation(_ id: CaseID, by officer: ActingOfficer) async throws -> RevocationView
  func revocationWaits(by officer: ActingOfficer) async throws -> [RevocationWait]
  /// The holder asks for a correction, with a paper that shows it or without; returns the case that
  /// is opened for it.
  func askCorrection(
    _ id: CaseID, of citizen: CitizenID, form: DeclarationForm, words: String,
    evidence: SentPaper?
  ) async throws -> CaseID
  /// An officer opens the case that is to correct a certificate, with a paper or without.
  func openCorrection(
    _ id: CaseID, ground: RevocationGround, form: DeclarationForm, reason: String,
    evidence: SentPaper?, by officer: ActingOfficer
  ) async throws -> CaseID
  func proposeRevocation(
    _ id: CaseID, ground: RevocationGround, reason: String, by officer: ActingOfficer
  ) async throws
  /// A second person takes it back, or leaves it standing.
  func decideRevocation(
    _ id: CaseID, _ verdict: RevocationChoice, reason: String, by officer: ActingOfficer
  ) async throws
}

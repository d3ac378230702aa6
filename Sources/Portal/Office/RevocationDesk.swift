package import Desk
package import Law
package import Vocabulary

/// What the pages on taking a certificate back ask of the desk.
package protocol RevocationDesk: Sendable {
  func revocation(_ id: CaseID, by officer: ActingOfficer) async throws -> RevocationView
  func revocationWaits(by officer: ActingOfficer) async throws -> [RevocationWait]
  func proposeRevocation(
    _ id: CaseID, ground: RevocationGround, reason: String, by officer: ActingOfficer
  ) async throws
  /// A second person takes it back, or leaves it standing.
  func decideRevocation(
    _ id: CaseID, _ verdict: RevocationChoice, reason: String, by officer: ActingOfficer
  ) async throws
}

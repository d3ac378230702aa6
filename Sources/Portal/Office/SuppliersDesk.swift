package import Desk
package import Records
package import Vocabulary

/// What the door of suppliers' programs and the pages about suppliers ask of the desk.
///
/// Besides `Refused` and `Fault` the calls throw `SupplyRefused` and `SupplierRefused`.
package protocol SuppliersDesk: Sendable {
  func authenticate(_ envelope: SupplyEnvelope) async throws -> AuthenticSupply
  func take(_ supply: AuthenticSupply) async throws -> SupplyAnswer

  // For administrators.
  func suppliers(for officer: ActingOfficer) async throws -> SuppliersView
  func supplierProposal(
    _ id: SupplierProposalID, for officer: ActingOfficer
  ) async throws -> SupplierProposalView
  func proposeSupplier(
    _ grant: SupplierGrant, reason: String, by officer: ActingOfficer
  ) async throws -> SupplierProposalID
  func decideSupplier(
    _ id: SupplierProposalID, _ verdict: SupplierVerdict, reason: String,
    by officer: ActingOfficer
  ) async throws
}

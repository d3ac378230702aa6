import Desk
import Portal
import Records
import Vocabulary

// Each call goes to the desk as it is.
extension OpenDesk {
  func authenticate(_ envelope: SupplyEnvelope) async throws -> AuthenticSupply {
    try await desk.authenticate(envelope)
  }

  func take(_ supply: AuthenticSupply) async throws -> SupplyAnswer {
    try await desk.take(supply)
  }

  func suppliers(for officer: ActingOfficer) async throws -> SuppliersView {
    try await desk.suppliers(for: officer)
  }

  func supplierProposal(
    _ id: SupplierProposalID, for officer: ActingOfficer
  ) async throws -> SupplierProposalView {
    try await desk.supplierProposal(id, for: officer)
  }

  func proposeSupplier(
    _ grant: SupplierGrant, reason: String, by officer: ActingOfficer
  ) async throws -> SupplierProposalID {
    try await desk.proposeSupplier(grant, reason: reason, by: officer)
  }

  func decideSupplier(
    _ id: SupplierProposalID, _ verdict: SupplierVerdict, reason: String,
    by officer: ActingOfficer
  ) async throws {
    try await desk.decideSupplier(id, verdict, reason: reason, by: officer)
  }
}

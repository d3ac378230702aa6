@testable import Desk
import Law
import Records
import Vocabulary

// A desk of suppliers for pages: one court that may send, one proposal that waits.
extension SampleDesk {
  static let supplierProposalID: SupplierProposalID = {
    guard let id = SupplierProposalID("0123456789abcdefghjkmnpqrs") else {
      preconditionFailure("26 letters are an id")
    }
    return id
  }()

  static let grant: SupplierGrant = {
    guard let id = SupplierID("tand-mau") else { preconditionFailure("a code") }
    return SupplierGrant(
      id: id, issuers: ["Tòa án nhân dân quận Mẫu"], supplier: .court,
      kinds: [.firstInstanceJudgment, .expungementDecision],
      key: SupplierKey(bytes: [UInt8](repeating: 7, count: 32)))
  }()

  /// The one key that this desk takes for a signature: 64 zeros.
  func authenticate(_ envelope: SupplyEnvelope) async throws -> AuthenticSupply {
    guard envelope.signature.allSatisfy({ $0 == 0 }), let key = Self.grant.key else {
      throw SupplyRefused.notAuthentic
    }
    return AuthenticSupply(envelope: envelope, grant: Self.grant, key: key, bodyHash: "00")
  }

  func take(_ supply: AuthenticSupply) async throws -> SupplyAnswer {
    guard let id = SupplyReceiptID(Self.supplierProposalID.text) else { throw Refused.notFound }
    let lines = supply.envelope.documents.map {
      SupplyReceipt.Line(line: $0.line, outcome: $0.line == 2 ? .refused : .kept)
    }
    return SupplyAnswer(
      receipt: SupplyReceipt(
        receipt: id, supplier: supply.envelope.sender, message: supply.envelope.name.text,
        receivedAt: Sample.now.description, receivedOn: Sample.now.civilDate, bodySHA256: "00",
        documents: lines))
  }

  private func mustAdminister(_ officer: ActingOfficer) throws {
    guard officer.roles.contains(.administrator) else {
      throw Refused.roleMissing(.administrator)
    }
  }

  private var proposal: SupplierProposalView {
    var grant = Self.grant
    grant.key = nil
    return SupplierProposalView(
      id: Self.supplierProposalID, grant: grant, current: Self.grant, reason: "Khóa bị lộ",
      proposer: "Hồ Thị Quản Trị", proposedAt: Sample.now, outcome: .waiting(.mayDecide))
  }

  func suppliers(for officer: ActingOfficer) async throws -> SuppliersView {
    try mustAdminister(officer)
    return SuppliersView(grants: [Self.grant], proposals: [proposal])
  }

  func supplierProposal(
    _ id: SupplierProposalID, for officer: ActingOfficer
  ) async throws -> SupplierProposalView {
    try mustAdminister(officer)
    guard id == Self.supplierProposalID else { throw Refused.notFound }
    return proposal
  }

  func proposeSupplier(
    _ grant: SupplierGrant, reason: String, by officer: ActingOfficer
  ) async throws -> SupplierProposalID {
    try mustAdminister(officer)
    guard !reason.isEmpty else { throw SupplierRefused.reasonMissing }
    return Self.supplierProposalID
  }

  func decideSupplier(
    _ id: SupplierProposalID, _ verdict: SupplierVerdict, reason: String,
    by officer: ActingOfficer
  ) async throws {
    try mustAdminister(officer)
    throw SupplierRefused.samePerson
  }
}

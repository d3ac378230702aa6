import CaseFile
import Crypto
import Records
package import Store
package import Vocabulary

/// The demo's court, whose program may send documents: proposed by one administrator and approved
/// by the other, as every supplier is.
package enum DemoSuppliers {
  /// The code by which the simulated court names itself.
  package static let court = "tand-ninh-kieu"

  /// Lets the court in where it is not yet. Running it twice changes nothing.
  package static func plant(
    key: [UInt8], of agency: AgencyID, in database: Database, surroundings: Surroundings
  ) async throws {
    guard let id = SupplierID(court), let key = SupplierKey(bytes: key) else {
      throw Fault("planting the demo's court", cause: "its code or key is impossible")
    }
    let grant = SupplierGrant(
      id: id, issuers: ["Tòa án nhân dân quận Ninh Kiều, thành phố Cần Thơ"], supplier: .court,
      kinds: DocumentKind.allCases.filter { $0.supplier == .court }, key: key)
    let now = surroundings.now()
    let proposal: SupplierProposalID = surroundings.newID()
    try await database.write { transaction in
      guard try SupplierGrants.grant(of: id, for: agency, in: transaction) == nil,
        let first = try Officers.row(username: "quantri1", in: transaction),
        let second = try Officers.row(username: "quantri2", in: transaction)
      else { return }
      let row = SupplierProposalRow(
        id: proposal, agency: agency, grant: grant, reason: "Tòa án mô phỏng của bản thử",
        proposedBy: first.id, proposedAt: now)
      func note(_ event: HouseEvent, by officer: OfficerID) throws {
        try Journal.append(
          HouseEntry(
            event: event, caseID: nil, seq: nil, agency: agency, actor: .officer(officer), at: now),
          in: transaction)
      }
      let digest = hex(Array(SHA256.hash(data: SupplierGrants.bytes(of: grant))))
      let number = try SupplierGrants.latest(in: transaction) + 1
      try SupplierGrants.propose(row, in: transaction)
      try note(.supplierProposed(proposal, digest: digest), by: first.id)
      try SupplierGrants.decide(
        row, .init(number: number, reason: "Khóa đã đối chiếu", by: second.id, at: now),
        in: transaction)
      try note(.supplierApproved(proposal, number: number), by: second.id)
    }
  }
}

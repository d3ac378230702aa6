import CaseFile
import Crypto
package import Records
import Store
package import Vocabulary

extension Desk {
  /// The suppliers of the administrator's agency, and what waits for a second person.
  package func suppliers(for officer: ActingOfficer) async throws -> SuppliersView {
    try mustAdminister(officer)
    return try await database.read { connection in
      SuppliersView(
        grants: try SupplierGrants.current(of: officer.agency, limit: 2_000, in: connection),
        proposals: try SupplierGrants.newest(of: officer.agency, limit: 100, in: connection)
          .map { try view(of: $0, for: officer, in: connection) })
    }
  }

  /// One proposal beside what the supplier may do now.
  package func supplierProposal(
    _ id: SupplierProposalID, for officer: ActingOfficer
  ) async throws -> SupplierProposalView {
    try mustAdminister(officer)
    return try await database.read { connection in
      guard let row = try SupplierGrants.row(id, of: officer.agency, in: connection) else {
        throw Refused.notFound
      }
      return try view(of: row, for: officer, in: connection)
    }
  }

  /// One administrator proposes what a supplier may send from now on, with a reason. Nothing
  /// changes until another approves.
  package func proposeSupplier(
    _ grant: SupplierGrant, reason: String, by officer: ActingOfficer
  ) async throws -> SupplierProposalID {
    try mustAdminister(officer)
    guard !reason.isEmpty else { throw SupplierRefused.reasonMissing }
    let lacking = grant.lacks
    guard lacking.isEmpty else { throw SupplierRefused.lacking(lacking) }
    let now = surroundings.now()
    let row = SupplierProposalRow(
      id: surroundings.newID(), agency: officer.agency, grant: grant, reason: reason,
      proposedBy: officer.id, proposedAt: now)
    let digest = hex(Array(SHA256.hash(data: SupplierGrants.bytes(of: grant))))
    try await database.write { transaction in
      let current = try SupplierGrants.grant(of: grant.id, for: officer.agency, in: transaction)
      guard current != grant else { throw SupplierRefused.unchanged }
      // Nobody can be revoked who was never let in.
      guard current != nil || grant.key != nil else { throw SupplierRefused.lacking([.key]) }
      try SupplierGrants.propose(row, in: transaction)
      try Journal.append(
        HouseEntry(
          event: .supplierProposed(row.id, digest: digest), caseID: nil, seq: nil,
          agency: officer.agency, actor: .officer(officer.id), at: now), in: transaction)
    }
    return row.id
  }

  /// Another administrator decides, with a reason. An approved grant holds from the next message.
  package func decideSupplier(
    _ id: SupplierProposalID, _ verdict: SupplierVerdict, reason: String,
    by officer: ActingOfficer
  ) async throws {
    try mustAdminister(officer)
    guard !reason.isEmpty else { throw SupplierRefused.reasonMissing }
    let now = surroundings.now()
    do {
      try await database.write { transaction in
        guard let row = try SupplierGrants.row(id, of: officer.agency, in: transaction) else {
          throw Refused.notFound
        }
        guard row.decision == nil else { throw SupplierRefused.decided }
        guard row.proposedBy != officer.id else { throw SupplierRefused.samePerson }
        let event: HouseEvent
        var number: Int?
        switch verdict {
        case .approve:
          let next = try SupplierGrants.latest(in: transaction) + 1
          number = next
          event = .supplierApproved(id, number: next)
        case .decline: event = .supplierDeclined(id)
        }
        try SupplierGrants.decide(
          row, .init(number: number, reason: reason, by: officer.id, at: now), in: transaction)
        try Journal.append(
          HouseEntry(
            event: event, caseID: nil, seq: nil, agency: officer.agency,
            actor: .officer(officer.id), at: now), in: transaction)
      }
    } catch is DatabaseConflict {
      // Two people decided at once: the first one holds.
      throw Refused.stale
    }
  }

  private func mustAdminister(_ officer: ActingOfficer) throws(Refused) {
    guard officer.roles.contains(.administrator) else { throw .roleMissing(.administrator) }
  }
}

extension SupplierGrant {
  /// What a grant lacks to mean anything.
  fileprivate var lacks: [SupplierRefused.Field] {
    var lacks: [SupplierRefused.Field] = []
    if issuers.isEmpty || issuers.contains(where: \.isEmpty) { lacks.append(.issuers) }
    if kinds.isEmpty || kinds.contains(where: { $0.supplier != supplier }) {
      lacks.append(.kinds)
    }
    return lacks
  }
}

private func view(
  of row: SupplierProposalRow, for officer: ActingOfficer, in connection: Connection
) throws -> SupplierProposalView {
  func name(of id: OfficerID) throws -> String {
    try Officers.name(of: id, in: connection)?.name ?? "–"
  }
  let outcome: SupplierProposalView.Outcome
  if let decision = row.decision {
    let by = try name(of: decision.by)
    outcome =
      decision.number == nil
      ? .declined(by: by, at: decision.at, reason: decision.reason)
      : .approved(by: by, at: decision.at, reason: decision.reason)
  } else {
    outcome = .waiting(row.proposedBy == officer.id ? .own : .mayDecide)
  }
  return SupplierProposalView(
    id: row.id, grant: row.grant,
    current: try SupplierGrants.grant(of: row.grant.id, for: row.agency, in: connection),
    reason: row.reason, proposer: try name(of: row.proposedBy), proposedAt: row.proposedAt,
    outcome: outcome)
}

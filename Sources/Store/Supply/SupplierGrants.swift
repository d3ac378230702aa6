import CaseFile
package import Records
package import Vocabulary

/// A proposed grant, with what became of it.
package struct SupplierProposalRow: Equatable, Sendable {
  package let id: SupplierProposalID
  package let agency: AgencyID
  package let grant: SupplierGrant
  package let reason: String
  package let proposedBy: OfficerID
  package let proposedAt: Instant
  /// Nil while it waits for a second person.
  package let decision: SecondDecision?

  package init(
    id: SupplierProposalID, agency: AgencyID, grant: SupplierGrant, reason: String,
    proposedBy: OfficerID, proposedAt: Instant, decision: SecondDecision? = nil
  ) {
    self.id = id
    self.agency = agency
    self.grant = grant
    self.reason = reason
    self.proposedBy = proposedBy
    self.proposedAt = proposedAt
    self.decision = decision
  }

  init(restoring row: Row) throws {
    guard let id = SupplierProposalID(try row.text("id")),
      let agency = AgencyID(try row.text("agency")),
      let proposer = OfficerID(try row.text("proposed_by"))
    else { throw Fault("reading a supplier's grant", cause: "a column has an impossible value") }
    self.init(
      id: id, agency: agency,
      grant: try JournalCodec.value(SupplierGrant.self, from: Array(row.text("content").utf8)),
      reason: try row.text("reason"), proposedBy: proposer,
      proposedAt: try row.instant("proposed_at"),
      decision: try SecondDecision(restoring: row, doing: "reading a supplier's grant"))
  }
}

/// Tables `supplier_proposals` and `supplier_decisions`. Both only grow; what a supplier may do is
/// its latest approved grant.
package enum SupplierGrants {
  /// The bytes of a grant, as they are stored.
  package static func bytes(of grant: SupplierGrant) -> [UInt8] { JournalCodec.bytes(of: grant) }

  package static func propose(_ row: SupplierProposalRow, in transaction: Transaction) throws {
    let content = String(decoding: bytes(of: row.grant), as: UTF8.self)
    try transaction.run(
      """
      INSERT INTO supplier_proposals (id, agency, supplier, content, reason, proposed_by,
                                      proposed_at)
      VALUES (\(row.id), \(row.agency), \(row.grant.id.code), \(content), \(row.reason),
              \(row.proposedBy), \(row.proposedAt))
      """)
  }

  /// Writes what a second person decided. Throws `DatabaseConflict` where it is decided already,
  /// where another grant took the number, and where it is the proposer.
  package static func decide(
    _ proposal: SupplierProposalRow, _ decision: SecondDecision,
    in transaction: Transaction
  ) throws {
    try decision.insert(
      on: proposal.id, of: proposal.proposedBy, into: "supplier_decisions", in: transaction)
  }

  /// The number of the latest approved grant of the installation; 0 for none.
  package static func latest(in connection: Connection) throws(Fault) -> Int {
    try SecondDecision.latest(in: "supplier_decisions", connection)
  }

  /// What the supplier may do now; nil where nothing was ever approved.
  package static func grant(
    of supplier: SupplierID, for agency: AgencyID, in connection: Connection
  ) throws -> SupplierGrant? {
    try connection.row(
      """
      \(sql: all)
       WHERE supplier = \(supplier.code) AND supplier_proposals.agency = \(agency)
         AND number IS NOT NULL
       ORDER BY number DESC
       LIMIT 1
      """
    ).map { try SupplierProposalRow(restoring: $0).grant }
  }

  /// The latest approved grant of each supplier, by code.
  package static func current(
    of agency: AgencyID, limit: Int, in connection: Connection
  ) throws -> [SupplierGrant] {
    try connection.rows(
      """
      \(sql: all)
       WHERE supplier_proposals.agency = \(agency)
         AND number = (
           SELECT MAX(others.number)
             FROM supplier_proposals AS same JOIN supplier_decisions AS others
               ON others.proposal = same.id
            WHERE same.agency = supplier_proposals.agency
              AND same.supplier = supplier_proposals.supplier)
       ORDER BY supplier
       LIMIT \(limit)
      """
    ).map { try SupplierProposalRow(restoring: $0).grant }
  }

  package static func row(
    _ id: SupplierProposalID, of agency: AgencyID, in connection: Connection
  ) throws -> SupplierProposalRow? {
    try connection.row(
      "\(sql: all) WHERE supplier_proposals.id = \(id) AND supplier_proposals.agency = \(agency)"
    ).map { try SupplierProposalRow(restoring: $0) }
  }

  /// The newest first, decided or not.
  package static func newest(
    of agency: AgencyID, limit: Int, in connection: Connection
  ) throws -> [SupplierProposalRow] {
    try connection.rows(
      """
      \(sql: all)
       WHERE supplier_proposals.agency = \(agency)
       ORDER BY supplier_proposals.proposed_at DESC, supplier_proposals.id DESC
       LIMIT \(limit)
      """
    ).map { try SupplierProposalRow(restoring: $0) }
  }

  private static let all: SQL = """
    SELECT supplier_proposals.id AS id, supplier_proposals.agency AS agency,
           supplier_proposals.content AS content, supplier_proposals.reason AS reason,
           supplier_proposals.proposed_by AS proposed_by,
           supplier_proposals.proposed_at AS proposed_at,
           supplier_decisions.number AS number, supplier_decisions.reason AS decision_reason,
           supplier_decisions.decided_by AS decided_by, supplier_decisions.decided_at AS decided_at
      FROM supplier_proposals LEFT JOIN supplier_decisions
        ON supplier_decisions.proposal = supplier_proposals.id
    """
}

import CaseFile
package import Vocabulary

/// A proposed change of an officer, with what became of it.
package struct OfficerChangeRow: Equatable, Sendable {
  package let id: OfficerChangeID
  package let agency: AgencyID
  package let officer: OfficerID
  package let change: OfficerChange
  package let reason: String
  package let proposedBy: OfficerID
  package let proposedAt: Instant
  /// Nil while it waits for a second person.
  package let decision: SecondDecision?

  package init(
    id: OfficerChangeID, agency: AgencyID, officer: OfficerID, change: OfficerChange,
    reason: String, proposedBy: OfficerID, proposedAt: Instant, decision: SecondDecision? = nil
  ) {
    self.id = id
    self.agency = agency
    self.officer = officer
    self.change = change
    self.reason = reason
    self.proposedBy = proposedBy
    self.proposedAt = proposedAt
    self.decision = decision
  }

  init(restoring row: Row) throws {
    guard let id = OfficerChangeID(try row.text("id")),
      let agency = AgencyID(try row.text("agency")),
      let officer = OfficerID(try row.text("officer")),
      let proposer = OfficerID(try row.text("proposed_by"))
    else { throw Fault("reading an officer's change", cause: "a column has an impossible value") }
    self.init(
      id: id, agency: agency, officer: officer,
      change: try JournalCodec.value(OfficerChange.self, from: Array(row.text("content").utf8)),
      reason: try row.text("reason"), proposedBy: proposer,
      proposedAt: try row.instant("proposed_at"),
      decision: try SecondDecision(restoring: row, doing: "reading an officer's change"))
  }
}

/// Tables `officer_changes` and `officer_change_decisions`. Both only grow.
package enum OfficerChanges {
  /// The bytes of a change, as they are stored.
  package static func bytes(of change: OfficerChange) -> [UInt8] { JournalCodec.bytes(of: change) }

  package static func propose(_ row: OfficerChangeRow, in transaction: Transaction) throws {
    let content = String(decoding: bytes(of: row.change), as: UTF8.self)
    try transaction.run(
      """
      INSERT INTO officer_changes (id, agency, officer, content, reason, proposed_by, proposed_at)
      VALUES (\(row.id), \(row.agency), \(row.officer), \(content), \(row.reason),
              \(row.proposedBy), \(row.proposedAt))
      """)
  }

  /// Writes what a second person decided. Throws `DatabaseConflict` where it is decided already,
  /// where another change took the number, and where it is the proposer.
  package static func decide(
    _ proposal: OfficerChangeRow, _ decision: SecondDecision, in transaction: Transaction
  ) throws {
    try decision.insert(
      on: proposal.id, of: proposal.proposedBy, into: "officer_change_decisions", in: transaction)
  }

  /// The number of the latest approved change of the installation; 0 for none.
  package static func latest(in connection: Connection) throws(Fault) -> Int {
    try SecondDecision.latest(in: "officer_change_decisions", connection)
  }

  package static func row(
    _ id: OfficerChangeID, of agency: AgencyID, in connection: Connection
  ) throws -> OfficerChangeRow? {
    try connection.row(
      "\(sql: all) WHERE officer_changes.id = \(id) AND officer_changes.agency = \(agency)"
    ).map { try OfficerChangeRow(restoring: $0) }
  }

  /// The newest first, decided or not.
  package static func newest(
    of agency: AgencyID, limit: Int, in connection: Connection
  ) throws -> [OfficerChangeRow] {
    try connection.rows(
      """
      \(sql: all)
       WHERE officer_changes.agency = \(agency)
       ORDER BY officer_changes.proposed_at DESC, officer_changes.id DESC
       LIMIT \(limit)
      """
    ).map { try OfficerChangeRow(restoring: $0) }
  }

  /// What was ever proposed of one officer, the newest first.
  package static func history(
    of officer: OfficerID, limit: Int, in connection: Connection
  ) throws -> [OfficerChangeRow] {
    try connection.rows(
      """
      \(sql: all)
       WHERE officer_changes.officer = \(officer)
       ORDER BY officer_changes.proposed_at DESC, officer_changes.id DESC
       LIMIT \(limit)
      """
    ).map { try OfficerChangeRow(restoring: $0) }
  }

  private static let all: SQL = """
    SELECT officer_changes.id AS id, officer_changes.agency AS agency,
           officer_changes.officer AS officer, officer_changes.content AS content,
           officer_changes.reason AS reason, officer_changes.proposed_by AS proposed_by,
           officer_changes.proposed_at AS proposed_at,
           officer_change_decisions.number AS number,
           officer_change_decisions.reason AS decision_reason,
           officer_change_decisions.decided_by AS decided_by,
           officer_change_decisions.decided_at AS decided_at
      FROM officer_changes LEFT JOIN officer_change_decisions
        ON officer_change_decisions.proposal = officer_changes.id
    """
}

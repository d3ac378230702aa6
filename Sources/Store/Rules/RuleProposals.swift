import CaseFile
import Crypto
package import Law
package import Vocabulary

/// A proposed change of the rules, with what became of it.
package struct RuleProposalRow: Equatable, Sendable {
  package let id: RuleProposalID
  package let agency: AgencyID
  package let changes: [RuleChange]
  package let reason: String
  package let proposedBy: OfficerID
  package let proposedAt: Instant
  /// Nil while it waits for a second person.
  package let decision: SecondDecision?

  package init(
    id: RuleProposalID, agency: AgencyID, changes: [RuleChange], reason: String,
    proposedBy: OfficerID, proposedAt: Instant, decision: SecondDecision?
  ) {
    self.id = id
    self.agency = agency
    self.changes = changes
    self.reason = reason
    self.proposedBy = proposedBy
    self.proposedAt = proposedAt
    self.decision = decision
  }

  init(restoring row: Row) throws {
    guard let id = RuleProposalID(try row.text("id")),
      let agency = AgencyID(try row.text("agency")),
      let proposer = OfficerID(try row.text("proposed_by"))
    else { throw Fault("reading a rule proposal", cause: "a column holds an impossible value") }
    self.init(
      id: id, agency: agency,
      changes: try JournalCodec.value([RuleChange].self, from: Array(row.text("changes").utf8)),
      reason: try row.text("reason"), proposedBy: proposer,
      proposedAt: try row.instant("proposed_at"),
      decision: try SecondDecision(restoring: row, doing: "reading a rule proposal"))
  }
}

/// Tables `rule_proposals` and `rule_decisions`. Both only grow.
package enum RuleProposals {
  /// The bytes of a proposal's changes, as they are stored.
  package static func bytes(of changes: [RuleChange]) -> [UInt8] { JournalCodec.bytes(of: changes) }

  /// What the journal tells of a proposal: lower-case hex of the SHA-256 of its stored bytes.
  package static func digest(of changes: [RuleChange]) -> String { digest(bytes(of: changes)) }

  static func digest(_ bytes: [UInt8]) -> String { hex(Array(SHA256.hash(data: bytes))) }

  /// The number of the latest approved change: what every process compares with what it knows.
  package static func latest(in connection: Connection) throws(Fault) -> Int {
    try connection.row("SELECT COALESCE(MAX(number), 0) AS latest FROM rule_decisions")?
      .int("latest") ?? 0
  }

  package static func insert(_ row: RuleProposalRow, in transaction: Transaction) throws {
    let changes = String(decoding: bytes(of: row.changes), as: UTF8.self)
    _ = try transaction.run(
      """
      INSERT INTO rule_proposals (id, agency, changes, reason, proposed_by, proposed_at)
      VALUES (\(row.id.text), \(row.agency), \(changes), \(row.reason), \(row.proposedBy),
              \(row.proposedAt))
      """)
  }

  /// Writes what a second person decided. Throws `DatabaseConflict` where it is decided already,
  /// where another change took the number, and where it is the proposer.
  package static func decide(
    _ proposal: RuleProposalRow, _ decision: SecondDecision, in transaction: Transaction
  ) throws {
    try decision.insert(
      on: proposal.id.text, of: proposal.proposedBy, into: "rule_decisions", in: transaction)
  }

  private static let all: SQL = """
    SELECT rule_proposals.id AS id, rule_proposals.agency AS agency,
           rule_proposals.changes AS changes, rule_proposals.reason AS reason,
           rule_proposals.proposed_by AS proposed_by, rule_proposals.proposed_at AS proposed_at,
           rule_decisions.number AS number, rule_decisions.reason AS decision_reason,
           rule_decisions.decided_by AS decided_by, rule_decisions.decided_at AS decided_at
      FROM rule_proposals LEFT JOIN rule_decisions ON rule_decisions.proposal = rule_proposals.id
    """

  package static func row(
    _ id: RuleProposalID, in connection: Connection
  ) throws -> RuleProposalRow? {
    try connection.row("\(sql: all) WHERE rule_proposals.id = \(id.text)")
      .map { try RuleProposalRow(restoring: $0) }
  }

  /// The newest first.
  package static func newest(limit: Int, in connection: Connection) throws -> [RuleProposalRow] {
    try connection.rows(
      """
      \(sql: all)
       ORDER BY rule_proposals.proposed_at DESC, rule_proposals.id DESC
       LIMIT \(limit)
      """
    ).map { try RuleProposalRow(restoring: $0) }
  }

  /// Those that wait for a second person, the oldest first.
  package static func waiting(limit: Int, in connection: Connection) throws -> [RuleProposalRow] {
    try connection.rows(
      """
      \(sql: all)
       WHERE rule_decisions.proposal IS NULL
       ORDER BY rule_proposals.proposed_at, rule_proposals.id
       LIMIT \(limit)
      """
    ).map { try RuleProposalRow(restoring: $0) }
  }

  /// Every approved change after a number, in order.
  package static func approved(
    after number: Int, in connection: Connection
  ) throws -> [ApprovedChange] {
    try connection.rows(
      """
      \(sql: all)
       WHERE rule_decisions.number > \(number)
       ORDER BY rule_decisions.number
       LIMIT 100000
      """
    ).map { row in
      let proposal = try RuleProposalRow(restoring: row)
      guard let decision = proposal.decision, let number = decision.number else {
        throw Fault("reading the rule changes", cause: "an approved change has no number")
      }
      return ApprovedChange(
        number: number, approvedAt: decision.at, changes: proposal.changes)
    }
  }
}

extension Cases {
  /// The open cases of an agency that were lodged from one moment until another, in order. Number
  /// and days only: who looks administers rules and opens no case.
  package static func openCases(
    of agency: AgencyID, lodgedFrom from: Instant, until: Instant, limit: Int,
    in connection: Connection
  ) throws(Fault) -> [CaseRow] {
    try connection.rows(
      """
      SELECT * FROM cases
       WHERE agency = \(agency) AND closed_at IS NULL
         AND lodged_at >= \(from) AND lodged_at < \(until)
       ORDER BY lodged_at, id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try CaseRow(restoring: row) }
  }

  /// How many there are, counting no further than `most`.
  package static func openCount(
    of agency: AgencyID, lodgedFrom from: Instant, until: Instant, most: Int,
    in connection: Connection
  ) throws(Fault) -> Int {
    try connection.row(
      """
      SELECT COUNT(*) AS number FROM (
        SELECT 1 FROM cases
         WHERE agency = \(agency) AND closed_at IS NULL
           AND lodged_at >= \(from) AND lodged_at < \(until)
         LIMIT \(most)) AS bounded
      """)?.int("number") ?? 0
  }
}

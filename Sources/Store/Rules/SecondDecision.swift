package import Vocabulary

/// What a second administrator decided on a proposal: of a change of the rules, of a grant, of an
/// officer.
package struct SecondDecision: Equatable, Sendable {
  /// The number of what was approved; nil where it was declined.
  package let number: Int?
  package let reason: String
  package let by: OfficerID
  package let at: Instant

  package init(number: Int?, reason: String, by: OfficerID, at: Instant) {
    self.number = number
    self.reason = reason
    self.by = by
    self.at = at
  }

  /// From the columns of a proposal joined with its decision; nil while it waits.
  init?(restoring row: Row, doing: String) throws {
    guard let text = try row.textOrNil("decided_by") else { return nil }
    guard let decider = OfficerID(text) else {
      throw Fault(doing, cause: "it was decided by nobody")
    }
    self.init(
      number: try row.intOrNil("number"), reason: try row.text("decision_reason"), by: decider,
      at: try row.instant("decided_at"))
  }
}

/// The tables of decisions have the same columns, whatever was proposed; `table` is one of them.
extension SecondDecision {
  /// Throws `DatabaseConflict` where it is decided already, where another took the number, and
  /// where it is the proposer.
  func insert(
    on proposal: some SQLBindable, of proposer: OfficerID, into table: SQL,
    in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      INSERT INTO \(sql: table) (proposal, proposed_by, number, reason, decided_by, decided_at)
      VALUES (\(proposal), \(proposer), \(number), \(reason), \(by), \(at))
      """)
  }

  /// The number of what was approved last; 0 for none.
  static func latest(in table: SQL, _ connection: Connection) throws(Fault) -> Int {
    try connection.row("SELECT COALESCE(MAX(number), 0) AS latest FROM \(sql: table)")?
      .int("latest") ?? 0
  }
}

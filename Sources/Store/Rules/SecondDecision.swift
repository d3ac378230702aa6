package import Vocabulary

/// What a second administrator decided on a proposal: of a change of the rules, of a grant.
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

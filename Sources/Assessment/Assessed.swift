package import Intake
package import Records
package import Vocabulary

/// The door out of Assessment: what the record holds, found by one officer from every answer and
/// from what the rules conclude. Only Assessment can make one from facts; `Store` reads one back
/// with the same checks.
package struct Assessed: Equatable, Sendable {
  package let accepted: Accepted
  package let answers: [FiledAnswer]
  package let finding: RecordFinding
  /// Nil for a finding of the time before the rules concluded.
  package let conclusions: Conclusions?
  package let assessor: OfficerID
  package let assessedAt: Instant

  // Not `package`: no other room can write this line.
  init(
    accepted: Accepted, answers: [FiledAnswer], finding: RecordFinding, conclusions: Conclusions?,
    assessor: OfficerID, assessedAt: Instant
  ) {
    self.accepted = accepted
    self.answers = answers
    self.finding = finding
    self.conclusions = conclusions
    self.assessor = assessor
    self.assessedAt = assessedAt
  }

  /// Ids of the convictions whose conclusion the assessor overruled.
  package var overruled: Set<String> { Set((conclusions?.overruled ?? []).map(\.id)) }
}

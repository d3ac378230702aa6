package import Assessment
import Intake
package import Vocabulary

/// The door out of Decision: two people have looked, and the second answers for it.
package struct Decided: Equatable, Sendable {
  package let assessed: Assessed
  package let decider: OfficerID
  package let decidedAt: Instant

  // Not `package`: no other room can write this line.
  init(assessed: Assessed, decider: OfficerID, decidedAt: Instant) {
    self.assessed = assessed
    self.decider = decider
    self.decidedAt = decidedAt
  }
}

/// Why an officer may not decide.
package enum DecisionRefusal: Error, Equatable, Sendable {
  case notALeader
  case otherAgency
  /// Four eyes: the officer who found cannot be the one who decides.
  case sameOfficer
  /// The assessor overruled a conclusion of the rules, and the decider has not said that it was
  /// seen. Names the first conviction's id.
  case overrulingNotAcknowledged(String)
  /// By what is known on the day of the decision, the rules conclude something else than what was
  /// found: it must be found again.
  case conclusionChanged
  /// The case corrects a certificate for which both answered: one of the two must be new to it.
  case bothAnsweredBefore
}

/// A leader approves what another officer found.
///
/// Law 28/2009/QH12, Article 44: the director or an authorised person signs the certificate and
/// answers for its content.
/// - Parameters:
///   - seen: ids of the convictions whose overruling the officer says to have seen.
///   - recheck: what the rules conclude on the day of the decision.
///   - answered: who answered for the certificate that the case corrects; none where it corrects
///     none.
package func approve(
  _ assessed: Assessed, acknowledging seen: Set<String>, recheck: Recheck,
  answered: Set<OfficerID> = [], by officer: ActingOfficer, at now: Instant
) throws(DecisionRefusal) -> Decided {
  guard officer.agency == assessed.accepted.agency else { throw .otherAgency }
  guard officer.roles.contains(.leader) else { throw .notALeader }
  guard officer.id != assessed.assessor else { throw .sameOfficer }
  guard !answered.isSuperset(of: [assessed.assessor, officer.id]) else {
    throw .bothAnsweredBefore
  }
  guard recheck.day == now.civilDate, recheck.changed.isEmpty else { throw .conclusionChanged }
  if let unseen = assessed.overruled.subtracting(seen).min() {
    throw .overrulingNotAcknowledged(unseen)
  }
  return Decided(assessed: assessed, decider: officer.id, decidedAt: now)
}

extension Decided {
  /// Reads an old decision back; two people are required again.
  package init(
    restoring assessed: Assessed, decider: OfficerID, decidedAt: Instant
  ) throws(DecisionRefusal) {
    guard decider != assessed.assessor else { throw .sameOfficer }
    self.init(assessed: assessed, decider: decider, decidedAt: decidedAt)
  }
}

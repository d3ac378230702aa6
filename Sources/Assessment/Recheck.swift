import Intake
import Law
import Records
package import Vocabulary

/// Whether what was found still holds on a later day, by what is known then. Only Assessment can
/// make one, so holding one is proof that it was looked at.
///
/// A conviction becomes cleared by the passing of a day, and a document comes in between finding
/// and signature. A certificate that bears the later day must not state the earlier conclusion:
/// two officers answer for its content (Law 28/2009/QH12, Article 44), so it goes back to them.
package struct Recheck: Equatable, Sendable {
  package let day: CivilDate
  /// Ids of the convictions of which the rules now say something else.
  package let changed: [String]

  /// Stands for the applicant: the register now holds somebody on whom nobody has decided.
  package static let person = "person"

  init(day: CivilDate, changed: [String]) {
    self.day = day
    self.changed = changed
  }
}

/// Lets the rules conclude again, on `day` and from what is known now.
///
/// - Parameter found: the judgments as they are known now; nil where the finding was made before
///   the rules concluded, and stands as it was decided.
/// - Parameter person: who the applicant is in the register, by a search of now; nil where the
///   finding is of the time before the register was searched.
package func recheck(
  _ assessed: Assessed, knowing found: Found?, person: Identification?, on day: CivilDate
) -> Recheck {
  if let person, !person.isSettled { return Recheck(day: day, changed: [Recheck.person]) }
  guard let conclusions = assessed.conclusions, let found else {
    return Recheck(day: day, changed: [])
  }
  let before = Dictionary(
    conclusions.judgments.map { ($0.id, Printed($0)) }, uniquingKeysWith: { first, _ in first })
  let after: [String: Printed]
  do {
    let run = try found.run(bornOn: assessed.accepted.bornOn, on: day)
    after = Dictionary(
      found.judgments.map { ($0.id, Printed(ConcludedJudgment($0, by: run))) },
      uniquingKeysWith: { first, _ in first })
  } catch {
    // Facts that the rules cannot read are no ground to stand on.
    return Recheck(day: day, changed: before.keys.sorted())
  }
  let ids = Set(before.keys).union(after.keys)
  var changed = ids.filter { before[$0] != after[$0] }.sorted()
  let open = found.openBans(for: assessed.accepted.declaration.request, on: day)
  if found.ban != assessed.finding.ban || !open.isEmpty { changed.append("ban") }
  return Recheck(day: day, changed: changed)
}

/// What of a conclusion can be read from a certificate. When an active conviction will be cleared
/// is not among it; when a cleared one was, is.
private struct Printed: Equatable {
  let status: ExpungementStatus
  let clearedFrom: CivilDate?

  init(_ judgment: ConcludedJudgment) {
    self.status = judgment.status
    switch judgment.status {
    case .expunged: self.clearedFrom = judgment.from
    case .active, .neverCounted, .awaitingCourtDecision, .needsVerification, .annulled,
      .notEffective:
      self.clearedFrom = nil
    }
  }
}

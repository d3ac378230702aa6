package import Vocabulary

/// A new offence before the old conviction is cleared restarts its term.
///
/// BLHS 2015, Article 73.2: the old term counts again from the new sentence's principal penalty,
/// end of probation or limitation. The day of the act decides, not that of the judgment.
package enum NewOffence: ExpungementRule {
  package static let summary =
    "An act on or after the judgment's effect and before the day it would be cleared restarts the "
    + "term from the start of the new sentence, once for each new judgment, the earliest act first."
  package static let citations = [Citation("BLHS 2015", "Điều 73 khoản 2")]
  package static let inForce = Period(from: HistoryCheck.firstDay)
  package static let confidence = Confidence.sure
  package static let readings: [Reading] = [
    .newOffenceNeedsNoRecord, .exemptStartsOnEffect, .openNewSentenceHasNoOldDay,
  ]

  /// An act for which an effective judgment stands.
  struct Act {
    let on: CivilDate
    /// Index in the history.
    let conviction: Int
    /// The act of the same judgment before it.
    var previous: CivilDate?

    /// Whether it is its judgment's earliest act on or after `day`.
    func isFirst(from day: CivilDate) -> Bool {
      guard on >= day else { return false }
      guard let previous else { return true }
      return previous < day
    }
  }

  /// Every such act, the earliest first, then by the judgment's id.
  static func acts(of history: ConvictionHistory, asOf day: CivilDate) -> [Act] {
    var acts: [Act] = []
    acts.reserveCapacity(history.convictions.count + 2)
    for index in history.convictions.indices {
      guard case .inForce = EffectiveJudgment.standing(of: history.convictions[index], asOf: day)
      else { continue }
      if history.convictions[index].offences.count == 1 {
        let day = history.convictions[index].offences[0].committedOn
        acts.append(Act(on: day, conviction: index, previous: nil))
        continue
      }
      let days = history.convictions[index].offences.map(\.committedOn).sorted()
      for position in days.indices {
        let previous = position == 0 ? nil : days[position - 1]
        acts.append(Act(on: days[position], conviction: index, previous: previous))
      }
    }
    guard acts.count > 1 else { return acts }
    return acts.sorted { first, second in
      if first.on != second.on { return first.on < second.on }
      return PersonSummary.isSmaller(
        history.convictions[first.conviction].id, history.convictions[second.conviction].id)
    }
  }

  /// The day of the whole, where the new sentence's whole is later; none where either is open.
  static func whole(_ own: CivilDate?, after other: CivilDate?) -> CivilDate? {
    guard let own, let other else { return nil }
    return max(own, other)
  }
}

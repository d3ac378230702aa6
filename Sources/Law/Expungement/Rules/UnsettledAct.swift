package import Vocabulary

/// While it is not settled whether there was a new offence, nobody can say that there was none.
///
/// BLHS 2015, Articles 70 and 73.2: clearance asks for no new offence within the term. A pending
/// prosecution prints nowhere; it keeps this from being certain.
package enum UnsettledAct: ExpungementRule {
  package static let summary =
    "A pending prosecution, or a judgment not yet in effect, for an act within the term makes a "
    + "conviction that would be cleared one to be verified."
  package static let citations = [
    Citation("BLHS 2015", "Điều 70"), Citation("BLHS 2015", "Điều 73 khoản 2"),
  ]
  package static let inForce = Period(from: HistoryCheck.firstDay)
  package static let confidence = Confidence.likely

  /// The first such act on or after `first` and before `end`.
  static func outcome(
    from first: CivilDate, before end: CivilDate, in scene: Scene
  ) -> Reckoning.Outcome? {
    let pending = scene.history.pendingActs
    for index in pending.indices where pending[index] >= first && pending[index] < end {
      return .pendingAct(index)
    }
    for index in scene.history.convictions.indices {
      let other = scene.history.convictions[index]
      guard case .notEffective = EffectiveJudgment.standing(of: other, asOf: scene.day) else {
        continue
      }
      for offence in other.offences
      where offence.committedOn >= first && offence.committedOn < end {
        return .unsettledAct(conviction: index, on: offence.committedOn)
      }
    }
    return nil
  }
}

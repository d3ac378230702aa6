package import Vocabulary

/// Xóa án tích: whether a person has a criminal record on a day, by the rules in `Rules`, tried in
/// their order. It proposes; an officer decides.
package enum Expungement {
  /// - Throws: what makes the history impossible to judge, with its field.
  package static func answer(
    _ history: ConvictionHistory, asOf day: CivilDate
  ) throws(HistoryFlaw) -> ExpungementAnswer {
    if let flaw = HistoryCheck.flaw(in: history, asOf: day) { throw flaw }
    let scene = Scene(history, on: day)
    var conclusions: [ConvictionConclusion] = []
    conclusions.reserveCapacity(history.convictions.count)
    for index in history.convictions.indices {
      conclusions.append(conclude(index, in: scene))
    }
    return PersonSummary.answer(conclusions, of: history.convictions)
  }

  /// Rules 2 to 10, the first that fits.
  private static func conclude(_ index: Int, in scene: Scene) -> ConvictionConclusion {
    let conviction = scene.history.convictions[index]
    if let found = EffectiveJudgment.conclusion(on: conviction, asOf: scene.day) { return found }
    if let found = DecidedClearance.conclusion(on: conviction, asOf: scene.day) { return found }
    if let found = NeverCounted.conclusion(on: conviction, by: scene.ages) { return found }
    return reckon(index, conviction, in: scene)
  }

  private static func reckon(
    _ index: Int, _ conviction: Conviction, in scene: Scene
  ) -> ConvictionConclusion {
    switch JuvenileTerm.ages(of: conviction, by: scene.ages) {
    case .mixed:
      return ConvictionConclusion(
        id: conviction.id, status: .needsVerification, from: nil, provisions: .minorTerm,
        ground: .agesMixed)
    case .under18:
      var reckoner = TermReckoner(index, conviction, JuvenileTerm.term, in: scene)
      return reckoner.conclusion()
    case .adult:
      break
    }
    let isForCourt = CourtTerm.applies(to: conviction)
    let term = isForCourt ? CourtTerm.term(of: conviction) : TermByLaw.term(of: conviction)
    guard let term else {
      return ConvictionConclusion(
        id: conviction.id, status: .needsVerification, from: nil,
        provisions: isForCourt ? .byCourt : .byLaw, ground: .expulsion)
    }
    var reckoner = TermReckoner(index, conviction, term, in: scene)
    return reckoner.conclusion()
  }
}

/// What every conviction of one history is judged by. One object that is pointed to, where copies
/// would cost more than the judging.
final class Scene {
  let history: ConvictionHistory
  let day: CivilDate
  let ages: Ages
  let sentences: [SentenceDays]
  /// Empty for a single conviction.
  let acts: [NewOffence.Act]

  init(_ history: ConvictionHistory, on day: CivilDate) {
    self.history = history
    self.day = day
    ages = Ages(bornOn: history.bornOn)
    sentences = history.convictions.indices.map { SentenceDays(of: history.convictions[$0]) }
    acts = history.convictions.count > 1 ? NewOffence.acts(of: history, asOf: day) : []
  }
}

/// The days on which a person reaches the ages that the Code knows.
struct Ages {
  let fourteenOn: CivilDate
  let sixteenOn: CivilDate
  let eighteenOn: CivilDate

  init(bornOn: CivilDate) {
    fourteenOn = TermDays.birthday(14, bornOn: bornOn)
    sixteenOn = TermDays.birthday(16, bornOn: bornOn)
    eighteenOn = TermDays.birthday(18, bornOn: bornOn)
  }
}

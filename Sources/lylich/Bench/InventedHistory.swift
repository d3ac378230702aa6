import Law
import Vocabulary

/// Invented histories from a seed: the same seed gives the same people. Of every kind of penalty,
/// with parts done, not done and unknown, and convictions that restart each other.
struct InventedHistories {
  private var dice: SplitMix

  init(seed: UInt64) {
    dice = SplitMix(state: seed)
  }

  mutating func question(_ number: Int, convictions count: Int) -> ExpungementQuestion {
    let bornOn = CivilDate(1955, 1, 1).adding(days: below(18_000))
    var act = bornOn.adding(days: 365 * 16 + below(9_000))
    var convictions: [Conviction] = []
    for place in 0..<count {
      convictions.append(conviction(place, act))
      act = convictions[place].effectiveOn.adding(days: below(2_500))
    }
    let last = convictions.last?.effectiveOn ?? bornOn
    let asOf = max(CivilDate(2018, 1, 1), last.adding(days: below(3_000)))
    let pending = below(20) == 0 ? [asOf.adding(days: -below(1_000))] : []
    return ExpungementQuestion(
      id: "p\(number)", asOf: asOf,
      history: ConvictionHistory(
        bornOn: bornOn, pendingActs: pending, convictions: convictions))
  }

  private mutating func conviction(_ place: Int, _ act: CivilDate) -> Conviction {
    let judgmentOn = act.adding(days: 60 + below(300))
    let effectiveOn = judgmentOn.adding(days: 30)
    let end = effectiveOn.adding(days: below(3_000))
    let offences = (0..<(below(4) == 0 ? 2 : 1)).map { _ in offence(act) }
    return Conviction(
      id: "\(place + 1)/\(judgmentOn.year)", judgmentOn: judgmentOn, effectiveOn: effectiveOn,
      courtExpungedOn: below(25) == 0 ? end : nil, offences: offences,
      principal: principal(end),
      supplementary: (0..<below(3) / 2).map { _ in
        SupplementaryPenalty(
          kind: one(of: SupplementaryPenalty.Kind.allCases), completed: done(end))
      },
      obligations: (0..<below(3)).map { _ in
        Obligation(kind: one(of: Obligation.Kind.allCases), completed: done(end))
      })
  }

  private mutating func offence(_ act: CivilDate) -> Offence {
    let isCourtOnly = below(20) == 0
    return Offence(
      code: act < CivilDate(2018, 1, 1) ? .code1999 : .code2015,
      article: isCourtOnly ? (act < CivilDate(2018, 1, 1) ? 80 : 117) : 138 + below(40),
      clause: 1 + below(4), gravity: one(of: Gravity.allCases), fault: one(of: FaultForm.allCases),
      committedOn: act)
  }

  private mutating func principal(_ end: CivilDate) -> PrincipalPenalty {
    let kind: PrincipalPenalty.Kind =
      below(3) == 0 ? one(of: PrincipalPenalty.Kind.allCases) : .imprisonment
    let hasMonths = kind == .imprisonment || kind == .suspendedImprisonment
    return PrincipalPenalty(
      kind: kind, months: hasMonths ? 3 + below(240) : nil, completed: done(end),
      limitationExpiredOn: below(20) == 0 ? end.adding(days: 1_000) : nil)
  }

  private mutating func done(_ end: CivilDate) -> Completion {
    switch below(24) {
    case 0: .no
    case 1: .unknown
    default: .on(end.adding(days: below(800)))
    }
  }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &dice) }

  private mutating func one<Choice>(of choices: [Choice]) -> Choice {
    choices[below(choices.count)]
  }
}

import Law
import Vocabulary

/// Invented histories whose days lie close together, so that terms, acts and ends meet. The same
/// seed gives the same people.
struct InventedPeople {
  private var dice: Dice

  init(seed: UInt64) {
    dice = Dice(state: seed)
  }

  mutating func person(convictions count: Int? = nil) -> ExpungementQuestion {
    let asOf = CivilDate(2018, 1, 1).adding(days: below(3_000))
    let bornOn = CivilDate(1990, 1, 1).adding(days: below(3_000))
    let count = count ?? 1 + below(4)
    let pending = below(4) == 0 ? [asOf.adding(days: -below(2_000))] : []
    return ExpungementQuestion(
      id: "invented", asOf: asOf,
      history: ConvictionHistory(
        bornOn: bornOn, pendingActs: pending,
        convictions: (0..<count).map { conviction("\($0)", bornOn.adding(days: 5_200)) }))
  }

  private mutating func conviction(_ id: String, _ first: CivilDate) -> Conviction {
    let act = max(first, CivilDate(2008, 1, 1).adding(days: below(4_500)))
    let judgmentOn = act.adding(days: below(200))
    let effectiveOn = judgmentOn.adding(days: below(60))
    let kind = one(of: PrincipalPenalty.Kind.allCases + [.imprisonment, .imprisonment, .fine])
    let end = effectiveOn.adding(days: below(900) - 100)
    let hasMonths = kind == .imprisonment || kind == .suspendedImprisonment
    return Conviction(
      id: id, judgmentOn: judgmentOn, effectiveOn: effectiveOn,
      annulledOn: rarely(end), courtExpungedOn: rarely(end), generalAmnestyOn: rarely(end),
      offences: (0...below(3) / 2).map { _ in offence(act) },
      principal: PrincipalPenalty(
        kind: kind, months: hasMonths ? one(of: [12, 36, 37, 60, 61, 180, 181]) : nil,
        completed: completion(end), limitationExpiredOn: rarely(end)),
      supplementary: (0..<below(2)).map { _ in
        SupplementaryPenalty(
          kind: one(of: SupplementaryPenalty.Kind.allCases), completed: completion(end))
      },
      obligations: (0..<below(3)).map { _ in
        Obligation(kind: one(of: Obligation.Kind.allCases), completed: completion(end))
      })
  }

  private mutating func offence(_ act: CivilDate) -> Offence {
    Offence(
      code: one(of: PenalCode.allCases), article: one(of: [78, 108, 173, 173, 173, 260, 344]),
      gravity: one(of: Gravity.allCases + [.verySerious]),
      fault: one(of: FaultForm.allCases + [.intentional, .intentional]), committedOn: act)
  }

  private mutating func completion(_ end: CivilDate) -> Completion {
    switch below(12) {
    case 0: .no
    case 1: .unknown
    default: .on(end.adding(days: below(400)))
    }
  }

  private mutating func rarely(_ day: CivilDate) -> CivilDate? {
    below(15) == 0 ? day.adding(days: below(1_500)) : nil
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &dice) }

  mutating func one<Choice>(of choices: [Choice]) -> Choice { choices[below(choices.count)] }

  mutating func shuffled<Value>(_ values: [Value]) -> [Value] { values.shuffled(using: &dice) }

  /// SplitMix64.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}

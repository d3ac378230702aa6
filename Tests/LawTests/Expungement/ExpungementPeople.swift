import Law
import Vocabulary

/// Convictions as the tests' sentences tell them.
enum ExpungementPeople {
  /// An adult at any act in these tests.
  static let adult = CivilDate(1980, 5, 17)

  static func sentence(
    _ id: String = "A", act: CivilDate, effective: CivilDate, article: Int = 173,
    gravity: Gravity = .serious, fault: FaultForm = .intentional, _ principal: PrincipalPenalty,
    _ supplementary: [SupplementaryPenalty] = [], owing obligations: [Obligation] = []
  ) -> Conviction {
    Conviction(
      id: id, judgmentOn: effective.adding(days: -15), effectiveOn: effective,
      offences: [
        Offence(
          code: .code2015, article: article, clause: 1, gravity: gravity, fault: fault,
          committedOn: act)
      ],
      principal: principal, supplementary: supplementary, obligations: obligations)
  }

  static func prison(_ months: Int, until end: CivilDate) -> PrincipalPenalty {
    PrincipalPenalty(kind: .imprisonment, months: months, completed: .on(end))
  }

  static func answer(
    _ convictions: [Conviction], born: CivilDate = adult, pending: [CivilDate] = [],
    on day: CivilDate
  ) throws -> ExpungementAnswer {
    try Expungement.answer(
      ConvictionHistory(bornOn: born, pendingActs: pending, convictions: convictions), asOf: day)
  }

  static func conclusion(
    _ conviction: Conviction, born: CivilDate = adult, pending: [CivilDate] = [],
    on day: CivilDate
  ) throws -> ConvictionConclusion {
    try answer([conviction], born: born, pending: pending, on: day).convictions[0]
  }
}

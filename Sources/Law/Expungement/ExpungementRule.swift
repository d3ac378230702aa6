/// A rule of expungement. Its interpretations are readings, each with its name.
package protocol ExpungementRule: Rule {
  static var readings: [Reading] { get }
}

extension ExpungementRule {
  package static var readings: [Reading] { [] }
  package static var folder: String { "Expungement/Rules" }

  package static var interpretations: [String] {
    readings.map { "`\($0.rawValue)`: \($0.sentence)" }
  }
}

extension Expungement {
  /// In the order in which they are tried; the last one sums up the person.
  package static var rules: [any ExpungementRule.Type] {
    [
      TermDays.self, EffectiveJudgment.self, DecidedClearance.self, NeverCounted.self,
      MinorNotCounted.self, JuvenileTerm.self, CourtTerm.self, TermByLaw.self,
      EarlierJudgment.self, NewOffence.self, UnsettledAct.self, PersonSummary.self,
    ]
  }
}

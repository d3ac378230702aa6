package import Vocabulary

/// Only a judgment in legal effect counts, and only until it is annulled.
///
/// Law 28/2009/QH12, Article 4: records are made from judgments and decisions in legal effect.
package enum EffectiveJudgment: ExpungementRule {
  package static let summary =
    "A judgment that is not in effect on the day, or that cassation or review annulled by then, "
    + "is no conviction."
  package static let citations = [Citation("Luật 28/2009/QH12", "Điều 4")]
  package static let inForce = Period(from: Regime.law2009)
  package static let confidence = Confidence.sure
  package static let readings: [Reading] = [.ineffectiveBeforeAnnulled]

  enum Standing {
    case inForce
    case notEffective
    case annulled(CivilDate)
  }

  static func standing(of conviction: Conviction, asOf day: CivilDate) -> Standing {
    if conviction.effectiveOn > day { return .notEffective }
    if let annulled = conviction.annulledOn, annulled <= day { return .annulled(annulled) }
    return .inForce
  }

  static func conclusion(on conviction: Conviction, asOf day: CivilDate) -> ConvictionConclusion? {
    switch standing(of: conviction, asOf: day) {
    case .inForce: nil
    case .notEffective:
      ConvictionConclusion(
        id: conviction.id, status: .notEffective, from: nil, provisions: .judicialRecord,
        ground: .notEffective)
    case .annulled(let annulled):
      ConvictionConclusion(
        id: conviction.id, status: .annulled, from: nil, provisions: .judicialRecord,
        ground: .annulled(on: annulled))
    }
  }
}

package import Law
package import Vocabulary

/// Why a conviction stands as it does, for an officer to read and sign: the facts and days used,
/// the reckoning, the conclusion, the provisions.
package enum ExplanationWords {
  package static func explanation(
    of conclusion: ConvictionConclusion, at index: Int, in history: ConvictionHistory,
    asOf day: CivilDate, in language: Language
  ) -> String {
    let explained = ExplainedCase(
      conclusion: conclusion, conviction: history.convictions[index], history: history, day: day)
    return switch language {
    case .vietnamese: VietnameseExplanation(explained).text
    case .english: EnglishExplanation(explained).text
    }
  }
}

/// What an explanation speaks about.
struct ExplainedCase {
  let conclusion: ConvictionConclusion
  let conviction: Conviction
  let history: ConvictionHistory
  let day: CivilDate

  /// Full years of age on the day of an act.
  func age(on act: CivilDate) -> Int {
    let born = history.bornOn
    let years = act.year - born.year
    return born.adding(years: years) <= act ? years : years - 1
  }
}

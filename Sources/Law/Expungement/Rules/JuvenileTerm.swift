package import Vocabulary

/// Who was under eighteen and whose offence counts is cleared after three years.
///
/// BLHS 2015, Article 107.2: by operation of law, three years after the principal penalty is
/// completed or its limitation expired. Law 59/2024/QH15, in force since 2026-01-01, takes over the
/// rules for minors; its article on clearance is not confirmed.
package enum JuvenileTerm: ExpungementRule {
  package static let summary =
    "Where every offence was committed under eighteen and the judgment counts, it is cleared three "
    + "years after the principal penalty or its limitation, and nothing else is asked."
  package static let citations = [Citation("BLHS 2015", "Điều 107 khoản 2")]
  package static let inForce = Period(from: HistoryCheck.firstDay)
  package static let confidence = Confidence.sure
  package static let readings: [Reading] = [
    .minorOwesNothingElse, .minorOfAnyChapter, .mixedAgesAreVerified,
  ]

  static let term = Term(route: .juvenile, years: 3, provisions: .minorTerm, years1999: nil)

  enum AgesAtAct {
    case under18, adult, mixed
  }

  static func ages(of conviction: Conviction, by ages: Ages) -> AgesAtAct {
    var hasMinor = false
    var hasAdult = false
    for offence in conviction.offences {
      if offence.committedOn < ages.eighteenOn { hasMinor = true } else { hasAdult = true }
    }
    return hasMinor ? (hasAdult ? .mixed : .under18) : .adult
  }
}

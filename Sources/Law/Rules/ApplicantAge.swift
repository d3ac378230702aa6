package import Vocabulary

/// From which age one applies for one's own certificate.
///
/// Law 107/2025/QH15: sixteen full years. Law 28/2009/QH12 sets no age; parents and guardians file
/// for minors.
package enum ApplicantAge: Rule {
  package static let summary = "Since 2026-07-01 an applicant has reached the age of sixteen."
  package static let citations = [Citation("Luật 107/2025/QH15")]
  package static let inForce = Period(from: Regime.law2025)
  package static let confidence = Confidence.sure
  package static let interpretations = [
    "A birth date known only by year or month is taken as its last day: the age is certain then.",
    "Who was born on 29 February reaches an age on 28 February where the year has no 29th (Civil "
      + "Code 2015, Article 148: a term ends on the month's last day).",
  ]

  package enum Standing: Equatable, Sendable {
    case oldEnough
    /// The first day on which the person may apply.
    case tooYoung(until: CivilDate)
  }

  /// - Parameter minimumAge: full years, from the rule set; nil where it sets none.
  package static func standing(
    of born: BirthDate, on day: CivilDate, minimumAge: Int?
  ) -> Standing {
    guard let minimumAge else { return .oldEnough }
    let reached = born.latest.adding(years: minimumAge)
    return reached <= day ? .oldEnough : .tooYoung(until: reached)
  }
}

package import Vocabulary

/// For whom a parent or guardian applies.
///
/// Civil Code 2015, Article 21.1: a minor has not reached eighteen. Law 28/2009/QH12, Article 46.2:
/// parents and guardians ask for a minor's certificate, number 2 too.
package enum Minority: Rule {
  package static let summary =
    "A parent or guardian applies for who has not reached eighteen; later the person applies."
  package static let citations = [
    Citation("Bộ luật Dân sự 2015", "Điều 21 khoản 1"),
    Citation("Luật 28/2009/QH12", "Điều 46 khoản 2"),
  ]
  package static let inForce = Period(from: CivilDate(2017, 1, 1))
  package static let confidence = Confidence.sure
  package static let interpretations = [
    "A birth date known only by year or month is taken as its first day: the person is a minor for "
      + "certain then.",
    "The age of sixteen of Law 107/2025/QH15 is asked of who applies: for a younger person a "
      + "parent or guardian who has reached it still does.",
  ]

  package static let age = 18

  package static func isMinor(_ born: BirthDate, on day: CivilDate) -> Bool {
    day < born.earliest.adding(years: age)
  }
}

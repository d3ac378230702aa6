package import Vocabulary

/// How a term of years is counted, and when an age is reached.
///
/// Civil Code 2015, Articles 147 and 148, by analogy: the first day is not counted, a term of N
/// years ends with the same day and month, or with the month's last day where there is none.
package enum TermDays: ExpungementRule {
  package static let summary =
    "A term of N years ends with the same day and month N years later; the person counts as not "
    + "convicted from the following day. Days off move nothing."
  package static let citations = [Citation("Bộ luật Dân sự 2015", "Điều 147, 148")]
  package static let inForce = Period(from: CivilDate(2017, 1, 1))
  package static let confidence = Confidence.likely
  package static let readings: [Reading] = [.countsFromFollowingDay, .ageIsReachedOnBirthday]

  /// The last day of the term: 29 February becomes 28 February where there is none.
  static func lastDay(ofYears years: Int, from start: CivilDate) -> CivilDate {
    start.adding(years: years)
  }

  /// The day on which a person is `age` full years old.
  static func birthday(_ age: Int, bornOn: CivilDate) -> CivilDate {
    bornOn.adding(years: age)
  }
}

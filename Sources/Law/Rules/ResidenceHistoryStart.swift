package import Vocabulary

/// From which month the declaration's residence history runs.
///
/// The statutory declaration (forms 03/2013/TT-LLTP, 03/2024/LLTP, 01/2025/LLTP) asks for the
/// course of residence since the age of fourteen, the age from which one can be convicted.
package enum ResidenceHistoryStart: Rule {
  package static let summary = "The residence history runs from the month of the 14th birthday."
  package static let citations = [
    Citation("TT 13/2011/TT-BTP", "Mẫu 03"), Citation("TT 16/2013/TT-BTP", "Mẫu 03"),
  ]
  package static let inForce = Period(from: Regime.law2009)
  package static let confidence = Confidence.sure
  package static let interpretations = [
    "A birth date known only by year or month is taken as its first day: the history is complete "
      + "then.",
    "Who was born on 29 February has the birthday on 28 February where the year has no 29th.",
  ]

  package static let age = 14

  /// The first month; nil where the person is younger on that day and has no history to give.
  package static func month(of born: BirthDate, on day: CivilDate) -> YearMonth? {
    let birthday = born.earliest.adding(years: age)
    guard birthday <= day else { return nil }
    return YearMonth(year: birthday.year, month: birthday.month)
  }
}

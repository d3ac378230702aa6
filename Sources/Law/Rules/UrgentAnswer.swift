package import Vocabulary

/// When an urgent request of a body that conducts proceedings must be answered.
///
/// Law 28/2009/QH12, Article 48.2: within twenty-four hours of its receipt. Civil Code 2015,
/// Article 147.1: a term in hours begins at the moment that starts it.
package enum UrgentAnswer: Rule {
  package static let summary =
    "An urgent procedural request is answered within 24 hours, counted from its very moment."
  package static let citations = [
    Citation("Luật 28/2009/QH12", "Điều 48 khoản 2"),
    Citation("Bộ luật Dân sự 2015", "Điều 147 khoản 1"),
  ]
  package static let inForce = Period(from: CivilDate(2017, 1, 1))
  package static let confidence = Confidence.sure
  package static let interpretations = [
    "Hours run through nights, rest days and holidays: Article 148.5 moves only terms that end on "
      + "a day off, and a term in hours ends at an hour.",
    "Only what a body conducting proceedings marks as urgent has this limit; its written request "
      + "follows within two working days (Article 46.1).",
  ]

  package static func due(received: Instant, limit: UrgentLimit) -> Instant {
    received.adding(seconds: limit.hours * 3600)
  }

  /// Until when the written request must have followed one made by telephone.
  package static func writtenRequestBy(
    received: Instant, calendar: WorkingCalendar
  ) -> CivilDate {
    calendar.adding(workingDays: 2, to: received.civilDate)
  }
}

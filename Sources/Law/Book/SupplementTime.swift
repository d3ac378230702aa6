package import Vocabulary

/// How long a person has to answer when an agency asks for a supplement.
///
/// Dated rows of `Resources/keeping.json`. Interpretation: the one-stop decrees stop the clock
/// for a supplement and set no days for the answer; an end is needed so that no file waits for
/// ever.
package struct SupplementTime: Hashable, Sendable, Codable {
  package let answerWithinDays: Int
  /// How many days before the last one the person is reminded, once; nil for never, as in rows that
  /// are older than this field.
  package let remindBeforeDays: Int?

  /// The last day of the answer: the day of the request is not counted, and a day off passes it
  /// on to the next working day (Civil Code 2015, Articles 147.2 and 148.5).
  package func lastDay(askedOn day: CivilDate, calendar: WorkingCalendar) -> CivilDate {
    calendar.nextWorkingDay(onOrAfter: day.adding(days: answerWithinDays))
  }

  /// The day of the reminder; nil where there is none, or where it would not lie between the
  /// request and the last day.
  package func reminderDay(askedOn day: CivilDate, before last: CivilDate) -> CivilDate? {
    guard let remindBeforeDays, remindBeforeDays > 0 else { return nil }
    let reminder = last.adding(days: -remindBeforeDays)
    return reminder > day ? reminder : nil
  }
}

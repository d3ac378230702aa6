package import Vocabulary

/// How an agency that cannot keep its appointment excuses itself: in writing, with the reason and
/// another day, once.
///
/// Decrees 61/2018 and 118/2025: a result that comes late needs an apology in writing that says
/// why and names the new day; another day is named at most once.
package enum ReappointOnce: Rule {
  package static let summary =
    "A day that cannot be kept is excused in writing, with a reason and a new working day, once."
  package static let citations = [
    Citation("Nghị định 61/2018/NĐ-CP"), Citation("Nghị định 118/2025/NĐ-CP"),
    Citation("Thông tư 01/2018/TT-VPCP", "Mẫu số 04"),
  ]
  package static let inForce = Period(from: CivilDate(2018, 6, 21))
  package static let confidence = Confidence.likely
  package static let interpretations = [
    "The apology should go out a day before the appointment at the latest; where that was missed "
      + "it is still owed, and the paper says which day was not kept.",
    "While a supplement is waited for no clock runs: nothing is promised, so nothing is excused.",
  ]

  package enum Standing: String, Equatable, Sendable {
    case fits
    /// It is not after the day that was promised, or not ahead of us.
    case tooEarly
    /// The office is closed on it.
    case notWorking
  }

  /// Whether an apology of today may name a day.
  package static func standing(
    of day: CivilDate, instead due: CivilDate, on today: CivilDate, calendar: WorkingCalendar
  ) -> Standing {
    guard day > due, day > today else { return .tooEarly }
    return calendar.isWorking(day) ? .fits : .notWorking
  }
}

package import Vocabulary

/// When an application must be answered.
///
/// Law 28/2009/QH12, Article 48: the limit in days, and a longer one for complicated cases. Civil
/// Code 2015, Article 147.2: the first day is not counted; Article 148.5: a term that ends on a
/// rest day or holiday ends with the next working day. Decrees 61/2018 and 118/2025: what comes in
/// after the cut-off hour is taken up on the next working day.
package enum DueDate: Rule {
  package static let summary =
    "The day of receipt is not counted; the last day moves to a working day; pauses do not count."
  package static let citations = [
    Citation("Luật 28/2009/QH12", "Điều 48"), Citation("Bộ luật Dân sự 2015", "Điều 147, 148"),
  ]
  package static let inForce = Period(from: CivilDate(2017, 1, 1))
  package static let confidence = Confidence.sure
  package static let interpretations = [
    "The clock starts when the application is valid and its fee is settled (likely).",
    "What is received after the cut-off hour, or on a day off, counts as received on the next "
      + "working day (likely).",
    "Of a pause, the day of stopping is counted and the day of resuming is not, as the first day "
      + "of a term is not.",
  ]

  /// - Parameters:
  ///   - received: when the application was valid and its fee settled.
  ///   - pauses: those that have ended; while the clock stands, nothing is due.
  package static func reckon(
    received: Instant, difficulty: Difficulty, pauses: [ClockPause] = [], ruleSet: RuleSet,
    calendar: WorkingCalendar
  ) -> Due {
    reckon(
      received: received, difficulty: difficulty, pauses: pauses, limits: ruleSet.limits,
      calendar: calendar)
  }

  package static func reckon(
    received: Instant, difficulty: Difficulty, pauses: [ClockPause] = [], limits: TimeLimits,
    calendar: WorkingCalendar
  ) -> Due {
    let limit = limits.limit(for: difficulty)
    let start = dayOfReceipt(of: received, limits: limits, calendar: calendar)
    let (last, paused) = lastDay(
      of: limit, after: start, pauses: pauses, calendar: calendar)
    let due = calendar.nextWorkingDay(onOrAfter: last)
    var used = [limit.citation, Citation("Bộ luật Dân sự 2015", "Điều 147 khoản 2")]
    if start != received.civilDate { used.append(limits.cutOffCitation) }
    if due != last { used.append(Citation("Bộ luật Dân sự 2015", "Điều 148 khoản 5")) }
    return Due(
      on: due, receivedOn: start, limit: limit, beforeRolling: last, pausedDays: paused,
      citations: used)
  }

  /// The working day that counts as the day of receipt.
  package static func dayOfReceipt(
    of received: Instant, limits: TimeLimits, calendar: WorkingCalendar
  ) -> CivilDate {
    let clock = received.wallClock
    let seconds = clock.hour * 3600 + clock.minute * 60 + clock.second
    let isLate = seconds > limits.cutOffHour * 3600
    let day = received.civilDate
    return calendar.nextWorkingDay(onOrAfter: isLate ? day.adding(days: 1) : day)
  }

  private static func lastDay(
    of limit: TimeLimit, after start: CivilDate, pauses: [ClockPause], calendar: WorkingCalendar
  ) -> (day: CivilDate, paused: Int) {
    var day = start
    var counted = 0
    var paused = 0
    while counted < limit.days {
      day = day.adding(days: 1)
      guard !pauses.contains(where: { $0.covers(day) }) else {
        paused += 1
        continue
      }
      switch limit.unit {
      case .calendarDays: counted += 1
      case .workingDays: counted += calendar.isWorking(day) ? 1 : 0
      }
    }
    return (day, paused)
  }
}

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
    "A clock that stops on the limit's last day, or while that day moves over days off, leaves the "
      + "day to be finished: the answer is due on the working day after the clock runs again.",
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
    let steps = steps(
      received: received, difficulty: difficulty, pauses: pauses, limits: limits,
      calendar: calendar)
    return due(of: steps, received: received, limit: limits.limit(for: difficulty), limits)
  }

  /// Every step of the reckoning, in its order, for who asks why.
  package static func steps(
    received: Instant, difficulty: Difficulty, pauses: [ClockPause] = [], limits: TimeLimits,
    calendar: WorkingCalendar
  ) -> [DueStep] {
    let limit = limits.limit(for: difficulty)
    let start = dayOfReceipt(of: received, limits: limits, calendar: calendar)
    var steps: [DueStep] = []
    if isLate(received, limits) { steps.append(.afterCutOff(hour: limits.cutOffHour)) }
    var day = received.civilDate.adding(days: isLate(received, limits) ? 1 : 0)
    while day < start {
      steps.append(.closedOnReceipt(day, calendar.reason(day)))
      day = day.adding(days: 1)
    }
    steps.append(.received(on: start))
    steps += count(limit, after: start, pauses: pauses, calendar: calendar)
    steps += roll(from: steps.last?.day ?? start, pauses: pauses, calendar: calendar)
    return steps
  }

  /// The working day that counts as the day of receipt.
  package static func dayOfReceipt(
    of received: Instant, limits: TimeLimits, calendar: WorkingCalendar
  ) -> CivilDate {
    let day = received.civilDate
    return calendar.nextWorkingDay(
      onOrAfter: isLate(received, limits) ? day.adding(days: 1) : day)
  }

  private static func isLate(_ received: Instant, _ limits: TimeLimits) -> Bool {
    let clock = received.wallClock
    return clock.hour * 3600 + clock.minute * 60 + clock.second > limits.cutOffHour * 3600
  }

  private static func count(
    _ limit: TimeLimit, after start: CivilDate, pauses: [ClockPause], calendar: WorkingCalendar
  ) -> [DueStep] {
    var steps: [DueStep] = []
    var day = start
    var counted = 0
    while counted < limit.days {
      day = day.adding(days: 1)
      let reason = calendar.reason(day)
      if pauses.contains(where: { $0.covers(day) }) {
        steps.append(.paused(day))
      } else if limit.unit == .workingDays, !reason.isWorking {
        steps.append(.notCounted(day, reason))
      } else {
        counted += 1
        steps.append(.counted(day, number: counted, reason))
      }
    }
    return steps
  }

  /// From the limit's last day to the day that is promised: over days off, and out of a pause
  /// that began before the day was over.
  private static func roll(
    from last: CivilDate, pauses: [ClockPause], calendar: WorkingCalendar
  ) -> [DueStep] {
    var steps: [DueStep] = []
    var due = last
    while true {
      let reason = calendar.reason(due)
      if !reason.isWorking {
        steps.append(.rolled(over: due, reason))
        due = due.adding(days: 1)
      } else if let pause = pauses.first(where: { $0.holds(due) }) {
        steps.append(.heldBy(pause, on: due))
        due = pause.resumedOn.adding(days: 1)
      } else {
        break
      }
    }
    return steps + [.due(due)]
  }

  private static func due(
    of steps: [DueStep], received: Instant, limit: TimeLimit, _ limits: TimeLimits
  ) -> Due {
    var start = received.civilDate
    var last = start
    var due = start
    var paused = 0
    for step in steps {
      switch step {
      case .received(let day): (start, last) = (day, day)
      case .counted(let day, _, _): last = day
      case .paused: paused += 1
      case .due(let day): due = day
      case .afterCutOff, .closedOnReceipt, .notCounted, .rolled, .heldBy: break
      }
    }
    var used = [limit.citation, Citation("Bộ luật Dân sự 2015", "Điều 147 khoản 2")]
    if start != received.civilDate { used.append(limits.cutOffCitation) }
    if due != last { used.append(Citation("Bộ luật Dân sự 2015", "Điều 148 khoản 5")) }
    return Due(
      on: due, receivedOn: start, limit: limit, beforeRolling: last, pausedDays: paused,
      citations: used)
  }
}

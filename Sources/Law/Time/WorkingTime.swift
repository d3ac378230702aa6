package import Vocabulary

/// The hours in which an office works: the days of its calendar, from opening to closing, without
/// the break at noon. A Saturday morning counts where the calendar says that it does.
package struct WorkingTime: Equatable, Sendable {
  private let calendar: WorkingCalendar
  /// Minutes of the day, in their order: `[450, 690)` and `[780, 1020)`.
  private let spans: [Range<Int>]

  /// - Throws: `Fault` where the row's hours are no hours.
  package init(calendar: WorkingCalendar, hours: OpeningHours) throws(Fault) {
    guard let opens = WorkingTime.minute(hours.opens),
      let closes = WorkingTime.minute(hours.closes), opens < closes
    else { throw Fault("reading the opening hours", cause: "they do not open before they close") }
    self.calendar = calendar
    guard let from = hours.breakFrom.flatMap({ WorkingTime.minute($0) }),
      let until = hours.breakUntil.flatMap({ WorkingTime.minute($0) }),
      opens < from, from < until, until < closes
    else {
      self.spans = [opens..<closes]
      return
    }
    self.spans = [opens..<from, until..<closes]
  }

  /// The minutes of a whole working day.
  package var dayMinutes: Int { spans.reduce(0) { $0 + $1.count } }

  /// The working minutes between two moments; negative where the second lies before the first.
  /// Beyond three years it says three years: nobody reads more.
  package func minutes(from start: Instant, to end: Instant) -> Int {
    guard start <= end else { return -minutes(from: end, to: start) }
    let last = min(end.civilDate, start.civilDate.adding(days: 1_096))
    var day = start.civilDate
    var sum = 0
    while day <= last {
      let from = day == start.civilDate ? WorkingTime.minute(of: start) : 0
      let until = day == end.civilDate ? WorkingTime.minute(of: end) : 1_440
      for span in spans(on: day) {
        sum += max(min(span.upperBound, until) - max(span.lowerBound, from), 0)
      }
      day = day.adding(days: 1)
    }
    return sum
  }

  /// The moment at which so many working minutes have passed since `start`.
  package func adding(minutes count: Int, to start: Instant) -> Instant {
    var left = max(count, 0)
    var day = start.civilDate
    let last = day.adding(days: 1_096)
    while day < last {
      let from = day == start.civilDate ? WorkingTime.minute(of: start) : 0
      for span in spans(on: day) {
        let begin = max(span.lowerBound, from)
        let length = max(span.upperBound - begin, 0)
        if length > 0, left <= length { return WorkingTime.moment(day, begin + left) }
        left -= length
      }
      day = day.adding(days: 1)
    }
    return WorkingTime.moment(day, 0)
  }

  /// When the office's day ends: what is due on a day is due by then.
  package func end(of day: CivilDate) -> Instant {
    WorkingTime.moment(day, spans(on: day).last?.upperBound ?? spans.last?.upperBound ?? 1_440)
  }

  private func spans(on day: CivilDate) -> [Range<Int>] {
    let reason = calendar.reason(day)
    guard reason.isWorking else { return [] }
    if case .saturdayMorning(let morning) = reason,
      let opens = WorkingTime.minute(morning.opens),
      let closes = WorkingTime.minute(morning.closes), opens < closes
    {
      return [opens..<closes]
    }
    return spans
  }

  /// `07:30` is 450; nil for what is no time of day.
  private static func minute(_ text: String) -> Int? {
    let parts = text.split(separator: ":").map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1],
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  private static func minute(of moment: Instant) -> Int {
    let clock = moment.wallClock
    return clock.hour * 60 + clock.minute
  }

  private static func moment(_ day: CivilDate, _ minute: Int) -> Instant {
    Instant(day, hour: minute / 60, minute: minute % 60)
  }
}

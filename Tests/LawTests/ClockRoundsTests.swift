import Law
import Testing
import Vocabulary

/// The clock of Article 48 stops at a request for a supplement and goes on at the answer. However
/// many rounds there are (one an agency, and a case may be forwarded), the days that the agency
/// has are the same. What is compared with is written here, day by day, from the words of the law.
@Suite("The clock stops and goes on, after any number of rounds")
struct ClockRoundsTests {
  let calendar: WorkingCalendar
  let limits: TimeLimits

  init() throws {
    calendar = try OfficeCalendar.load()
    limits = try Fixtures.police2026().limits
  }

  @Test(arguments: UInt64(0)..<400)
  func `the due day is the one that counting by hand finds`(seed: UInt64) throws {
    var dice = WorkingTimeTests.Dice(state: seed)
    let first = calendar.nextWorkingDay(
      onOrAfter: CivilDate(2026, 1, 1).adding(days: Int.random(in: 0..<360, using: &dice)))
    let pauses = try rounds(after: first, with: &dice)
    let due = DueDate.reckon(
      received: Instant(first, hour: 9, minute: 0), difficulty: .ordinary, pauses: pauses,
      limits: limits, calendar: calendar)
    #expect(due.on == byHand(first, pauses), "\(first) \(pauses)")
    #expect(calendar.isWorking(due.on))
    #expect(!pauses.contains { $0.covers(due.on) })
  }

  @Test(arguments: UInt64(0)..<100)
  func `a round more never makes the day earlier, and the order of telling them is nothing`(
    seed: UInt64
  ) throws {
    var dice = WorkingTimeTests.Dice(state: seed &+ 1_000)
    let first = calendar.nextWorkingDay(onOrAfter: CivilDate(2026, 3, 2))
    let pauses = try rounds(after: first, with: &dice)
    var before: CivilDate?
    for count in 0...pauses.count {
      let due = DueDate.reckon(
        received: Instant(first, hour: 9, minute: 0), difficulty: .ordinary,
        pauses: Array(pauses.prefix(count)), limits: limits, calendar: calendar)
      if let before { #expect(due.on >= before) }
      before = due.on
    }
    let shuffled = DueDate.reckon(
      received: Instant(first, hour: 9, minute: 0), difficulty: .ordinary,
      pauses: pauses.shuffled(using: &dice), limits: limits, calendar: calendar)
    #expect(shuffled.on == before)
  }

  /// Rounds one after the other, each stopped after the one before has ended.
  private func rounds(
    after first: CivilDate, with dice: inout WorkingTimeTests.Dice
  ) throws -> [ClockPause] {
    var day = first
    return try (0..<Int.random(in: 0..<6, using: &dice)).map { _ in
      let stopped = day.adding(days: Int.random(in: 0..<4, using: &dice))
      let resumed = stopped.adding(days: Int.random(in: 0..<40, using: &dice))
      day = resumed.adding(days: 1)
      return try #require(ClockPause(stoppedOn: stopped, resumedOn: resumed))
    }
  }

  /// Day by day: the day of receipt is not counted, nor is a day on which the clock stood, but for
  /// the day of stopping, which was the agency's. The last day moves on while it is a day off, or
  /// while the clock was stopped before that day was over.
  private func byHand(_ first: CivilDate, _ pauses: [ClockPause]) -> CivilDate {
    var day = first
    var left = limits.ordinary.days
    while left > 0 {
      day = day.adding(days: 1)
      let stood = pauses.contains { $0.stoppedOn < day && day <= $0.resumedOn }
      if !stood { left -= 1 }
    }
    while true {
      if !calendar.isWorking(day) {
        day = day.adding(days: 1)
      } else if let pause = pauses.first(where: {
        $0.stoppedOn < $0.resumedOn && $0.stoppedOn <= day && day <= $0.resumedOn
      }) {
        day = pause.resumedOn.adding(days: 1)
      } else {
        return day
      }
    }
  }
}

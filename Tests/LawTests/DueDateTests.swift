import Law
import Testing
import Vocabulary

@Suite("Law 28/2009/QH12, Article 48; Civil Code 2015, Articles 147 and 148: the due date")
struct DueDateTests {
  let calendar: WorkingCalendar
  let limits: TimeLimits

  init() throws {
    calendar = try OfficeCalendar.load()
    limits = try Fixtures.police2026().limits
  }

  private func working(_ days: Int) -> TimeLimits {
    let limit = TimeLimit(days: days, unit: .workingDays, citation: Citation("test"))
    return TimeLimits(
      ordinary: limit, complicated: limit,
      urgent: UrgentLimit(hours: 24, citation: Citation("test")), cutOffHour: 15,
      cutOffCitation: Citation("test"))
  }

  private func due(
    _ received: Instant, _ limits: TimeLimits, pauses: [ClockPause] = []
  ) -> Due {
    DueDate.reckon(
      received: received, difficulty: .ordinary, pauses: pauses, limits: limits,
      calendar: calendar)
  }

  @Test func `Tuesday 10 February 2026 and ten days end in Tết and roll to Monday the 23rd`() {
    let due = due(Instant(CivilDate(2026, 2, 10), hour: 9, minute: 0), limits)
    #expect(due.beforeRolling == CivilDate(2026, 2, 20))
    #expect(due.on == CivilDate(2026, 2, 23))
    #expect(due.citations.contains(Citation("Bộ luật Dân sự 2015", "Điều 148 khoản 5")))
  }

  @Test func `Tuesday 10 February 2026 and ten working days end on Tuesday 3 March`() {
    let due = due(Instant(CivilDate(2026, 2, 10), hour: 9, minute: 0), working(10))
    #expect(due.on == CivilDate(2026, 3, 3))
  }

  @Test func `Friday 24 April 2026 and ten working days end on Wednesday 13 May`() {
    let due = due(Instant(CivilDate(2026, 4, 24), hour: 9, minute: 0), working(10))
    #expect(due.on == CivilDate(2026, 5, 13))
  }

  @Test func `a complicated case has fifteen days`() {
    let due = DueDate.reckon(
      received: Instant(CivilDate(2026, 11, 2), hour: 9, minute: 0),
      difficulty: .complicated([.foreigner]), limits: limits, calendar: calendar)
    #expect(due.limit.days == 15)
    #expect(due.on == CivilDate(2026, 11, 17))
  }

  @Test func `15 o'clock is still today, a second later is the next working day`() {
    let day = CivilDate(2026, 11, 4)
    #expect(due(Instant(day, hour: 15, minute: 0), limits).receivedOn == day)
    let late = due(Instant(day, hour: 15, minute: 0, second: 1), limits)
    #expect(late.receivedOn == CivilDate(2026, 11, 5))
    #expect(late.citations.contains(limits.cutOffCitation))
  }

  @Test func `Friday evening and Saturday count as Monday`() {
    for (day, hour) in [(CivilDate(2026, 11, 20), 21), (CivilDate(2026, 11, 21), 8)] {
      #expect(
        due(Instant(day, hour: hour, minute: 0), limits).receivedOn == CivilDate(2026, 11, 23))
    }
  }

  @Test func `half past midnight in Vietnam is that day, though UTC still has the day before`() {
    let due = due(Instant(CivilDate(2026, 11, 4), hour: 0, minute: 30), limits)
    #expect(due.receivedOn == CivilDate(2026, 11, 4))
  }

  @Test func `two days of pause move the end by two days`() throws {
    let pause = try #require(
      ClockPause(stoppedOn: CivilDate(2026, 11, 4), resumedOn: CivilDate(2026, 11, 6)))
    let received = Instant(CivilDate(2026, 11, 2), hour: 9, minute: 0)
    let without = due(received, limits)
    let with = due(received, limits, pauses: [pause])
    #expect(with.pausedDays == 2)
    #expect(without.beforeRolling == CivilDate(2026, 11, 12))
    #expect(with.beforeRolling == CivilDate(2026, 11, 14))
    #expect(with.on == CivilDate(2026, 11, 16))
  }

  @Test func `pauses that overlap are counted once, a pause of a moment not at all`() throws {
    let received = Instant(CivilDate(2026, 11, 2), hour: 9, minute: 0)
    let first = try #require(
      ClockPause(stoppedOn: CivilDate(2026, 11, 3), resumedOn: CivilDate(2026, 11, 5)))
    let second = try #require(
      ClockPause(stoppedOn: CivilDate(2026, 11, 4), resumedOn: CivilDate(2026, 11, 6)))
    let moment = try #require(
      ClockPause(stoppedOn: CivilDate(2026, 11, 9), resumedOn: CivilDate(2026, 11, 9)))
    #expect(due(received, limits, pauses: [first, second, moment]).pausedDays == 3)
  }

  private func pause(_ stopped: CivilDate, _ resumed: CivilDate) throws -> ClockPause {
    try #require(ClockPause(stoppedOn: stopped, resumedOn: resumed))
  }

  @Test func `a pause that begins on the last day leaves it for the day after it resumes`() throws {
    let received = Instant(CivilDate(2026, 11, 2), hour: 9, minute: 0)
    let held = try pause(CivilDate(2026, 11, 12), CivilDate(2026, 11, 30))
    #expect(due(received, limits, pauses: [held]).on == CivilDate(2026, 12, 1))
  }

  @Test func `asked and answered on the last day, nothing moves`() throws {
    let received = Instant(CivilDate(2026, 11, 2), hour: 9, minute: 0)
    let moment = try pause(CivilDate(2026, 11, 12), CivilDate(2026, 11, 12))
    #expect(due(received, limits, pauses: [moment]).on == CivilDate(2026, 11, 12))
  }

  @Test func `a pause after the last day is not the agency's any more`() throws {
    let received = Instant(CivilDate(2026, 11, 2), hour: 9, minute: 0)
    let late = try pause(CivilDate(2026, 11, 13), CivilDate(2026, 11, 30))
    #expect(due(received, limits, pauses: [late]).on == CivilDate(2026, 11, 12))
  }

  @Test func `a pause that begins while the last day rolls over a weekend holds it`() throws {
    // Ten days from Wednesday 4 November end on Saturday the 14th and roll to Monday the 16th.
    let received = Instant(CivilDate(2026, 11, 4), hour: 9, minute: 0)
    #expect(due(received, limits).on == CivilDate(2026, 11, 16))
    let held = try pause(CivilDate(2026, 11, 15), CivilDate(2026, 11, 20))
    #expect(due(received, limits, pauses: [held]).on == CivilDate(2026, 11, 23))
  }

  @Test func `a pause over Tết takes its days off the count, whatever they are`() throws {
    let received = Instant(CivilDate(2026, 2, 10), hour: 9, minute: 0)
    let overTet = try pause(CivilDate(2026, 2, 13), CivilDate(2026, 2, 23))
    // Three days counted (11, 12, 13), seven from the 24th: 2 March.
    #expect(due(received, limits, pauses: [overTet]).on == CivilDate(2026, 3, 2))
    #expect(due(received, working(10), pauses: [overTet]).on == CivilDate(2026, 3, 4))
  }

  @Test func `many pauses, some within others, are each counted once`() throws {
    let received = Instant(CivilDate(2026, 11, 2), hour: 9, minute: 0)
    let outer = try pause(CivilDate(2026, 11, 3), CivilDate(2026, 11, 9))
    let inner = try pause(CivilDate(2026, 11, 4), CivilDate(2026, 11, 5))
    let next = try pause(CivilDate(2026, 11, 9), CivilDate(2026, 11, 11))
    let found = due(received, limits, pauses: [next, inner, outer])
    #expect(found.pausedDays == 8)
    #expect(found.beforeRolling == CivilDate(2026, 11, 20))
  }

  @Test func `every step is told, from the receipt to the due day`() {
    let received = Instant(CivilDate(2026, 2, 10), hour: 16, minute: 0)
    let steps = DueDate.steps(
      received: received, difficulty: .ordinary, limits: limits, calendar: calendar)
    #expect(steps.first == .afterCutOff(hour: 15))
    #expect(steps.contains(.received(on: CivilDate(2026, 2, 11))))
    #expect(steps.contains(.rolled(over: CivilDate(2026, 2, 21), .weeklyRest)))
    #expect(steps.last == .due(CivilDate(2026, 2, 23)))
    #expect(steps.count { if case .counted = $0 { true } else { false } } == 10)
  }

  @Test func `a pause cannot end before it began`() {
    #expect(
      ClockPause(stoppedOn: CivilDate(2026, 11, 5), resumedOn: CivilDate(2026, 11, 4)) == nil)
  }

  @Test(arguments: 0..<366)
  func `whenever received, the due day is a working day no earlier than the limit`(offset: Int) {
    let day = CivilDate(2026, 1, 1).adding(days: offset)
    for hour in [8, 15, 16, 23] {
      let due = due(Instant(day, hour: hour, minute: 30), limits)
      #expect(calendar.isWorking(due.on))
      #expect(calendar.isWorking(due.receivedOn))
      #expect(due.on >= due.receivedOn.adding(days: 10))
      #expect(due.on <= day.adding(days: 10 + 22))
    }
  }
}

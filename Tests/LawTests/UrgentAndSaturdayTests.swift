import Law
import Testing
import Vocabulary

@Suite("Law 28/2009/QH12, Article 48.2; Civil Code 2015, Article 147.1: urgent requests")
struct UrgentAnswerTests {
  let limit: UrgentLimit

  init() throws {
    limit = try Fixtures.police2026().limits.urgent
  }

  @Test func `twenty-four hours begin at the very moment, nights and Sundays count`() {
    let saturday = Instant(CivilDate(2026, 11, 21), hour: 16, minute: 20)
    #expect(
      UrgentAnswer.due(received: saturday, limit: limit)
        == Instant(CivilDate(2026, 11, 22), hour: 16, minute: 20))
  }

  @Test func `the last minute of Tết is no later either`() {
    let tet = Instant(CivilDate(2026, 2, 17), hour: 23, minute: 59)
    #expect(UrgentAnswer.due(received: tet, limit: limit).civilDate == CivilDate(2026, 2, 18))
  }

  @Test func `the written request follows within two working days`() throws {
    let calendar = try OfficeCalendar.load()
    let friday = Instant(CivilDate(2026, 11, 20), hour: 8, minute: 0)
    #expect(
      UrgentAnswer.writtenRequestBy(received: friday, calendar: calendar)
        == CivilDate(2026, 11, 24))
  }
}

@Suite("Saturday mornings: open, and what they count for")
struct SaturdayMorningTests {
  private func calendar(_ counts: WorkingCalendar.SaturdayMorning.Standing) -> WorkingCalendar {
    WorkingCalendar(
      weeklyRest: [.saturday, .sunday], holidays: [],
      announcements: [
        CivilDate(2026, 11, 28): .worked(insteadOf: CivilDate(2026, 11, 30)),
        CivilDate(2026, 11, 30): .off(workedOn: CivilDate(2026, 11, 28)),
      ], announcedYears: [],
      saturdays: [
        .init(
          period: Period(from: CivilDate(2026, 11, 1), until: CivilDate(2026, 11, 30)),
          opens: "07:30", closes: "11:00", standing: counts)
      ])
  }

  @Test func `by one policy the day counts, by the other it does not`() {
    let saturday = CivilDate(2026, 11, 21)
    #expect(calendar(.workingDay).isWorking(saturday))
    #expect(!calendar(.restDay).isWorking(saturday))
    #expect(
      calendar(.workingDay).adding(workingDays: 1, to: CivilDate(2026, 11, 20)) == saturday)
    #expect(
      calendar(.restDay).adding(workingDays: 1, to: CivilDate(2026, 11, 20))
        == CivilDate(2026, 11, 23))
  }

  @Test func `before and after the row's days Saturday is a rest day, Sunday always`() {
    #expect(calendar(.workingDay).reason(CivilDate(2026, 10, 31)) == .weeklyRest)
    #expect(calendar(.workingDay).reason(CivilDate(2026, 12, 5)) == .weeklyRest)
    #expect(calendar(.workingDay).reason(CivilDate(2026, 11, 22)) == .weeklyRest)
  }

  @Test func `an announcement overrules the office's habit`() {
    #expect(
      calendar(.restDay).reason(CivilDate(2026, 11, 28))
        == .swappedWork(insteadOf: CivilDate(2026, 11, 30)))
  }
}

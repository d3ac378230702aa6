import Law
import Testing
import Vocabulary

@Suite("Another day is named once, and it is a working day")
struct ReappointRuleTests {
  @Test func `the new day is after the promised one, ahead of us, and worked on`() throws {
    let calendar = try OfficeCalendar.load()
    let due = CivilDate(2026, 12, 1)
    func standing(_ day: CivilDate, on today: CivilDate) -> ReappointOnce.Standing {
      ReappointOnce.standing(of: day, instead: due, on: today, calendar: calendar)
    }
    #expect(standing(CivilDate(2026, 12, 8), on: CivilDate(2026, 11, 30)) == .fits)
    #expect(standing(due, on: CivilDate(2026, 11, 30)) == .tooEarly)
    #expect(standing(CivilDate(2026, 12, 8), on: CivilDate(2026, 12, 8)) == .tooEarly)
    #expect(standing(CivilDate(2026, 12, 6), on: CivilDate(2026, 11, 30)) == .notWorking)
  }

  @Test func `a step is early, on time or late by its day`() {
    let due = CivilDate(2026, 12, 1)
    #expect(Timeliness(CivilDate(2026, 11, 30), due: due) == .early)
    #expect(Timeliness(due, due: due) == .onTime)
    #expect(Timeliness(CivilDate(2026, 12, 2), due: due) == .late)
  }
}

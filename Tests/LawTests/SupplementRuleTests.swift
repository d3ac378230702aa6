import Testing
import Vocabulary

@testable import Law

@Suite("One-stop rules: a supplement is asked for once")
struct SupplementRuleTests {
  @Test func `once and not again`() {
    #expect(SupplementOnce.standing(asked: 0) == .mayAsk)
    #expect(SupplementOnce.standing(asked: 1) == .askedBefore)
  }

  @Test func `the answer's last day is a working day, the day of asking not counted`() throws {
    let time = try LawBook.bundled().edition(knowing: 0).supplementTime(
      on: CivilDate(2026, 11, 21))
    let calendar = try OfficeCalendar.load()
    let asked = CivilDate(2026, 11, 20)
    let last = time.lastDay(askedOn: asked, calendar: calendar)
    #expect(last.dayNumber - asked.dayNumber >= time.answerWithinDays)
    #expect(calendar.isWorking(last))
    let reminder = try #require(time.reminderDay(askedOn: asked, before: last))
    #expect(reminder > asked && reminder < last)
  }

  @Test func `a row without a reminder, or with one as long as the time, reminds of nothing`() {
    let asked = CivilDate(2026, 11, 20)
    let last = CivilDate(2026, 12, 1)
    for days in [nil, 0, 11, 40] {
      let time = SupplementTime(answerWithinDays: 11, remindBeforeDays: days)
      #expect(time.reminderDay(askedOn: asked, before: last) == nil)
    }
    let time = SupplementTime(answerWithinDays: 11, remindBeforeDays: 3)
    #expect(time.reminderDay(askedOn: asked, before: last) == CivilDate(2026, 11, 28))
  }
}

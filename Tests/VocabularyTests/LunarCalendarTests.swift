import Testing
import Vocabulary

@Suite("The Vietnamese lunar calendar, UTC+7")
struct LunarCalendarTests {
  static let newYears: [CivilDate] = [
    CivilDate(2023, 1, 22), CivilDate(2024, 2, 10), CivilDate(2025, 1, 29),
    CivilDate(2026, 2, 17), CivilDate(2027, 2, 6), CivilDate(2028, 1, 26),
    CivilDate(2029, 2, 13), CivilDate(2030, 2, 2), CivilDate(2031, 1, 23),
    CivilDate(2032, 2, 11), CivilDate(2033, 1, 31), CivilDate(2034, 2, 19),
    CivilDate(2035, 2, 8),
  ]

  static let founders: [CivilDate] = [
    CivilDate(2023, 4, 29), CivilDate(2024, 4, 18), CivilDate(2025, 4, 7),
    CivilDate(2026, 4, 26), CivilDate(2027, 4, 16), CivilDate(2028, 4, 4),
    CivilDate(2029, 4, 23), CivilDate(2030, 4, 12), CivilDate(2031, 4, 1),
    CivilDate(2032, 4, 19), CivilDate(2033, 4, 9), CivilDate(2034, 4, 28),
    CivilDate(2035, 4, 17),
  ]

  @Test(arguments: newYears)
  func `mùng 1 Tết is the day the State announces`(day: CivilDate) {
    #expect(LunarCalendar.newYear(day.year) == day)
    #expect(LunarCalendar.lunar(day) == LunarDate(year: day.year, month: 1, day: 1))
  }

  @Test(arguments: founders)
  func `the Founders' Day is the tenth of the third month`(day: CivilDate) {
    #expect(LunarCalendar.civil(LunarDate(year: day.year, month: 3, day: 10)) == day)
  }

  @Test func `in 2030 Tết is a day before the Chinese new year`() {
    #expect(LunarCalendar.newYear(2030) == CivilDate(2030, 2, 2))
    #expect(LunarCalendar.newYear(2030) != CivilDate(2030, 2, 3))
  }

  @Test func `in 1985 Tết was a month before the Chinese new year`() {
    #expect(LunarCalendar.newYear(1985) == CivilDate(1985, 1, 21))
  }

  @Test func `2023 had a leap second month, 2025 a leap sixth`() {
    let leap = LunarDate(year: 2023, month: 2, day: 1, place: .leap)
    #expect(LunarCalendar.civil(leap) == CivilDate(2023, 3, 22))
    let sixth = LunarDate(year: 2025, month: 6, day: 1, place: .leap)
    #expect(LunarCalendar.civil(sixth) == CivilDate(2025, 7, 25))
  }

  @Test func `a leap month that the year has not is no day`() {
    #expect(LunarCalendar.civil(LunarDate(year: 2026, month: 2, day: 1, place: .leap)) == nil)
    #expect(LunarCalendar.civil(LunarDate(year: 2026, month: 13, day: 1)) == nil)
    #expect(LunarCalendar.civil(LunarDate(year: 2026, month: 1, day: 31)) == nil)
  }

  @Test func `every day from 1975 to 2060 has one lunar date and comes back from it`() {
    var day = CivilDate(1975, 1, 1)
    var before = LunarCalendar.lunar(day.adding(days: -1))
    while day < CivilDate(2060, 1, 1) {
      let lunar = LunarCalendar.lunar(day)
      #expect(LunarCalendar.civil(lunar) == day)
      #expect(lunar.day == before.day + 1 || (lunar.day == 1 && before.day >= 29))
      before = lunar
      day = day.adding(days: 1)
    }
  }
}

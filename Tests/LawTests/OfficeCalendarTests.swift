import Law
import Testing
import Vocabulary

@Suite("Labour Code 2019, Articles 111.3 and 112: the days the offices are closed")
struct OfficeCalendarTests {
  let calendar: WorkingCalendar

  init() throws {
    calendar = try OfficeCalendar.load()
  }

  /// Official schedules for civil servants: every day from Monday to Friday that was off.
  static let closed: [Int: [CivilDate]] = [
    2023: [
      CivilDate(2023, 1, 2), CivilDate(2023, 1, 20), CivilDate(2023, 1, 23),
      CivilDate(2023, 1, 24), CivilDate(2023, 1, 25), CivilDate(2023, 1, 26),
      CivilDate(2023, 5, 1), CivilDate(2023, 5, 2), CivilDate(2023, 5, 3),
      CivilDate(2023, 9, 1), CivilDate(2023, 9, 4),
    ],
    2024: [
      CivilDate(2024, 1, 1), CivilDate(2024, 2, 8), CivilDate(2024, 2, 9),
      CivilDate(2024, 2, 12), CivilDate(2024, 2, 13), CivilDate(2024, 2, 14),
      CivilDate(2024, 4, 18), CivilDate(2024, 4, 29), CivilDate(2024, 4, 30),
      CivilDate(2024, 5, 1), CivilDate(2024, 9, 2), CivilDate(2024, 9, 3),
    ],
    2025: [
      CivilDate(2025, 1, 1), CivilDate(2025, 1, 27), CivilDate(2025, 1, 28),
      CivilDate(2025, 1, 29), CivilDate(2025, 1, 30), CivilDate(2025, 1, 31),
      CivilDate(2025, 4, 7), CivilDate(2025, 4, 30), CivilDate(2025, 5, 1),
      CivilDate(2025, 5, 2), CivilDate(2025, 9, 1), CivilDate(2025, 9, 2),
    ],
    2026: [
      CivilDate(2026, 1, 1), CivilDate(2026, 1, 2), CivilDate(2026, 2, 16),
      CivilDate(2026, 2, 17), CivilDate(2026, 2, 18), CivilDate(2026, 2, 19),
      CivilDate(2026, 2, 20), CivilDate(2026, 4, 27), CivilDate(2026, 4, 30),
      CivilDate(2026, 5, 1), CivilDate(2026, 8, 31), CivilDate(2026, 9, 1),
      CivilDate(2026, 9, 2),
    ],
  ]

  static let workedSaturdays: Set<CivilDate> = [
    CivilDate(2024, 5, 4), CivilDate(2025, 4, 26), CivilDate(2026, 1, 10), CivilDate(2026, 8, 22),
  ]

  @Test(arguments: [2023, 2024, 2025, 2026])
  func `the year's closed weekdays are those announced, no more and no fewer`(year: Int) {
    var closed: [CivilDate] = []
    var worked: Set<CivilDate> = []
    var day = CivilDate(year, 1, 1)
    while day.year == year {
      switch day.weekday {
      case .saturday, .sunday:
        if calendar.isWorking(day) { worked.insert(day) }
      case .monday, .tuesday, .wednesday, .thursday, .friday:
        if !calendar.isWorking(day) { closed.append(day) }
      }
      day = day.adding(days: 1)
    }
    #expect(closed == Self.closed[year])
    #expect(worked == Self.workedSaturdays.filter { $0.year == year })
    #expect(calendar.isAnnounced(year))
  }

  @Test func `each closed day says why`() {
    #expect(calendar.reason(CivilDate(2026, 2, 17)) == .holiday(code: "tet"))
    #expect(
      calendar.reason(CivilDate(2026, 4, 27)) == .compensation(for: CivilDate(2026, 4, 26)))
    #expect(
      calendar.reason(CivilDate(2026, 8, 31)) == .swappedOff(workedOn: CivilDate(2026, 8, 22)))
    #expect(
      calendar.reason(CivilDate(2026, 8, 22)) == .swappedWork(insteadOf: CivilDate(2026, 8, 31)))
    #expect(calendar.reason(CivilDate(2026, 11, 21)) == .weeklyRest)
    #expect(calendar.reason(CivilDate(2026, 11, 23)) == .workingDay)
  }

  @Test func `two holidays of one weekend take the next two working days`() {
    // Founders' Day on Saturday 29 April, Reunification Day on Sunday 30 April 2023.
    #expect(
      calendar.reason(CivilDate(2023, 5, 2)) == .compensation(for: CivilDate(2023, 4, 29)))
    #expect(
      calendar.reason(CivilDate(2023, 5, 3)) == .compensation(for: CivilDate(2023, 4, 30)))
  }

  @Test func `Culture Day 2026 is planned and therefore worked until it is law`() {
    #expect(calendar.isWorking(CivilDate(2026, 11, 24)))
  }

  @Test func `2027 is computed and says that it is not announced`() {
    #expect(!calendar.isAnnounced(2027))
    #expect(!calendar.isWorking(CivilDate(2027, 2, 8)))
    #expect(calendar.reason(CivilDate(2027, 4, 16)) == .holiday(code: "foundersDay"))
  }

  @Test func `Tết 2030 is taken from the Vietnamese table`() {
    #expect(calendar.reason(CivilDate(2030, 2, 2)) == .holiday(code: "tet"))
    #expect(calendar.reason(CivilDate(2030, 2, 1)) == .holiday(code: "tet"))
  }

  @Test func `working days are counted without the first`() {
    let friday = CivilDate(2026, 11, 20)
    #expect(calendar.adding(workingDays: 0, to: friday) == friday)
    #expect(calendar.adding(workingDays: 1, to: friday) == CivilDate(2026, 11, 23))
    #expect(calendar.nextWorkingDay(onOrAfter: friday) == friday)
    #expect(
      calendar.nextWorkingDay(onOrAfter: CivilDate(2026, 11, 21)) == CivilDate(2026, 11, 23))
  }
}

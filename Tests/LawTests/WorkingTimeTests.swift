import Law
import Testing
import Vocabulary

@Suite("The working time of an office")
struct WorkingTimeTests {
  let time: WorkingTime

  init() throws {
    let rules = try Fixtures.police2026()
    time = try WorkingTime(calendar: OfficeCalendar.load(), hours: rules.openingHours)
  }

  private func at(_ day: CivilDate, _ hour: Int, _ minute: Int = 0) -> Instant {
    Instant(day, hour: hour, minute: minute)
  }

  @Test func `a day has eight hours, without the break at noon`() {
    #expect(time.dayMinutes == 480)
    let day = CivilDate(2026, 11, 26)
    #expect(time.minutes(from: at(day, 11), to: at(day, 14)) == 90)
    #expect(time.minutes(from: at(day, 12), to: at(day, 12, 59)) == 0)
    #expect(time.minutes(from: at(day, 5), to: at(day, 23)) == 480)
  }

  @Test func `nights, weekends and Tết are not worked`() {
    let friday = CivilDate(2026, 11, 27)
    #expect(time.minutes(from: at(friday, 16), to: at(friday.adding(days: 3), 8)) == 90)
    let tet = CivilDate(2026, 2, 16)
    #expect(time.minutes(from: at(tet, 0), to: at(tet.adding(days: 4), 23)) == 0)
  }

  @Test func `two days and three hours`() {
    let now = at(CivilDate(2026, 11, 24), 14)
    let left = time.minutes(from: now, to: time.end(of: CivilDate(2026, 11, 26)))
    #expect(left / 480 == 2 && left % 480 == 180)
  }

  @Test(arguments: UInt64(0)..<200)
  func `time adds up, whatever lies between`(seed: UInt64) {
    var dice = Dice(state: seed)
    func moment() -> Instant {
      at(
        CivilDate(2026, 1, 1).adding(days: Int.random(in: 0..<400, using: &dice)),
        Int.random(in: 0..<24, using: &dice), Int.random(in: 0..<60, using: &dice))
    }
    let moments = [moment(), moment(), moment()].sorted()
    let whole = time.minutes(from: moments[0], to: moments[2])
    #expect(
      time.minutes(from: moments[0], to: moments[1])
        + time.minutes(from: moments[1], to: moments[2]) == whole)
    #expect(time.minutes(from: moments[2], to: moments[0]) == -whole)
    let count = Int.random(in: 1..<6_000, using: &dice)
    let end = time.adding(minutes: count, to: moments[0])
    #expect(time.minutes(from: moments[0], to: end) == count)
  }

  @Test func `every step that has a limit is warned of before it`() throws {
    let limits = try LawBook.bundled().edition(knowing: 0).stepLimits(on: CivilDate(2026, 11, 26))
    #expect(Set(limits.keys) == ["lodged", "inAssessment", "assessed", "issued"])
    for limit in limits.values { #expect(limit.warnHours < limit.workingHours) }
  }

  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}

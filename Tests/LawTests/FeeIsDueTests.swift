import Law
import Testing
import Vocabulary

@Suite("TT 244/2016/TT-BTC and TT 16/2025/TT-BTC: the fee")
struct FeeIsDueTests {
  let office: RuleSet
  let police: RuleSet

  init() throws {
    office = try Fixtures.office2023()
    police = try Fixtures.police2026()
  }

  @Test(arguments: [
    ("standard", 1, 200_000), ("standard", 2, 200_000), ("standard", 3, 205_000),
    ("standard", 5, 215_000), ("student", 1, 100_000), ("student", 4, 110_000),
    ("merit", 2, 100_000), ("martyrRelative", 2, 100_000), ("child", 2, 0), ("elderly", 1, 0),
    ("disabled", 2, 0), ("poorHousehold", 2, 0), ("hardCommune", 2, 0),
    ("ethnicMinorityHardCommune", 2, 0), ("poorHousehold", 3, 5_000),
  ])
  func `two copies are in the fee, each further one is 5.000 đ, for exempt persons too`(
    group: String, copies: Int, amount: Int
  ) throws {
    for rules in [office, police] {
      let fee = try FeeIsDue.reckon(group: group, copies: copies, ruleSet: rules)
      #expect(fee.amount == Dong(amount))
      #expect(fee.lines.map(\.amount).reduce(.zero, +) == fee.amount)
      #expect(fee.extraCopies == max(copies - 2, 0))
      #expect(!fee.citations.isEmpty)
    }
  }

  @Test func `the instrument is that of the day`() throws {
    #expect(
      try FeeIsDue.reckon(group: "standard", copies: 1, ruleSet: office).citations
        == [Citation("TT 244/2016/TT-BTC")])
    #expect(
      try FeeIsDue.reckon(group: "standard", copies: 1, ruleSet: police).citations
        == [Citation("TT 16/2025/TT-BTC")])
  }

  @Test func `a pupil is no student: the table has no such group`() {
    #expect(throws: FeeIsDue.Refusal.unknownGroup) {
      try FeeIsDue.reckon(group: "pupil", copies: 1, ruleSet: office)
    }
  }

  @Test func `no copies and too many copies are refused`() {
    #expect(throws: FeeIsDue.Refusal.noCopies) {
      try FeeIsDue.reckon(group: "standard", copies: 0, ruleSet: office)
    }
    #expect(throws: FeeIsDue.Refusal.tooManyCopies(limit: 20)) {
      try FeeIsDue.reckon(group: "standard", copies: 21, ruleSet: office)
    }
  }

  @Test func `a child is a child until the day before the sixteenth birthday`() throws {
    let child = try #require(office.fees.group("child"))
    let born = BirthDate.day(CivilDate(2010, 11, 21))
    #expect(FeeIsDue.standing(in: child, born: born, on: CivilDate(2026, 11, 20)) == .shownByAge)
    #expect(
      FeeIsDue.standing(in: child, born: born, on: CivilDate(2026, 11, 21)) == .contradictedByAge)
  }

  @Test func `one is elderly from the sixtieth birthday`() throws {
    let elderly = try #require(office.fees.group("elderly"))
    let born = BirthDate.day(CivilDate(1966, 11, 21))
    #expect(
      FeeIsDue.standing(in: elderly, born: born, on: CivilDate(2026, 11, 20))
        == .contradictedByAge)
    #expect(FeeIsDue.standing(in: elderly, born: born, on: CivilDate(2026, 11, 21)) == .shownByAge)
  }

  @Test func `other groups name the paper that proves them, the standard needs none`() throws {
    for group in office.fees.groups {
      let born = BirthDate.year(1990)
      switch FeeIsDue.standing(in: group, born: born, on: CivilDate(2023, 6, 1)) {
      case .paperNeeded(let paper):
        #expect(!paper.vi.isEmpty && !paper.en.isEmpty)
        #expect(group.kind != .full)
      case .nothingToProve: #expect(group.kind == .full)
      case .shownByAge, .contradictedByAge: #expect(["child", "elderly"].contains(group.code))
      }
    }
  }
}

import Intake
import Testing
import Vocabulary

@Suite("Intake: the residence history")
struct IntakeHistoryTests {
  private func month(_ iso: String) throws -> YearMonth { try #require(YearMonth(iso: iso)) }

  @Test func `no history at all names the months from 14 to today`() throws {
    let fields = IntakeFixture.fields.filter { !$0.key.hasPrefix("residences") }
    guard
      case .lacking(let lacks) = read(
        DeclarationForm(fields), rules: IntakeFixture.rules, known: IntakeFixture.nobody,
        today: IntakeFixture.today)
    else {
      Issue.record("a form without residences was read")
      return
    }
    #expect(
      lacks == [
        try IntakeFixture.lack(
          "residences", .noHistory(from: month("2004-09"), until: month("2026-11")))
      ])
  }

  @Test func `a history that starts late names the months before it`() throws {
    #expect(
      IntakeFixture.lacks(["residences[0].from": "10/2004"]) == [
        try IntakeFixture.lack(
          "residences[0].from",
          .historyStartsLate(from: month("2004-09"), until: month("2004-09")))
      ])
  }

  @Test func `a history may start before the age of 14`() {
    #expect(IntakeFixture.lacks(["residences[0].from": "09/1990"]) == [])
  }

  @Test func `a gap names its months beside the row after it`() throws {
    #expect(
      IntakeFixture.lacks(["residences[1].from": "09/2012"]) == [
        try IntakeFixture.lack(
          "residences[1].from", .historyGap(from: month("2012-07"), until: month("2012-08")))
      ])
  }

  @Test func `the next month is no gap`() {
    #expect(IntakeFixture.lacks(["residences[1].from": "07/2012"]) == [])
  }

  @Test func `the rules may let a short gap pass, and no longer one`() {
    var rules = IntakeFixture.rules
    rules.allowedGapMonths = 2
    #expect(IntakeFixture.lacks(["residences[1].from": "09/2012"], rules: rules) == [])
    #expect(IntakeFixture.lacks(["residences[1].from": "10/2012"], rules: rules).count == 1)
  }

  @Test func `a history that stops names the months to today`() throws {
    #expect(
      IntakeFixture.lacks(["residences[1].until": "09/2026"]) == [
        try IntakeFixture.lack(
          "residences[1].until",
          .historyStopsEarly(from: month("2026-10"), until: month("2026-11")))
      ])
    #expect(IntakeFixture.lacks(["residences[1].until": "11/2026"]) == [])
  }

  @Test func `all three at once, each beside its row`() throws {
    let lacks = IntakeFixture.lacks([
      "residences[0].from": "01/2005", "residences[1].from": "01/2013",
      "residences[1].until": "01/2020",
    ])
    #expect(
      lacks.map(\.at.name) == [
        "residences[0].from", "residences[1].from", "residences[1].until",
      ])
  }

  @Test func `rows may be typed in any order and are kept oldest first`() throws {
    let read = try IntakeFixture.declaration([
      "residences[0].from": "06/2012", "residences[0].until": "", "residences[1].from": "09/2004",
      "residences[1].until": "06/2012",
    ])
    #expect(read.residences.map(\.from.iso) == ["2004-09", "2012-06"])
  }

  @Test func `a long residence covers a shorter one within it`() {
    #expect(
      IntakeFixture.lacks([
        "residences[0].until": "nay", "residences[1].kind": "temporary",
        "residences[1].from": "01/2010", "residences[1].until": "02/2010",
      ]) == [])
  }

  @Test func `of a birth known by year the earliest day counts`() throws {
    #expect(
      IntakeFixture.lacks(["person.birthDate": "1990"]) == [
        try IntakeFixture.lack(
          "residences[0].from",
          .historyStartsLate(from: month("2004-01"), until: month("2004-08")))
      ])
  }

  @Test func `permanent residences that overlap are a warning`() throws {
    let warnings = try IntakeFixture.warnings(["residences[0].until": "08/2012"])
    #expect(
      warnings.map(\.reason) == [
        .permanentResidencesOverlap(from: try month("2012-06"), until: try month("2012-08"))
      ])
    let temporary = try IntakeFixture.warnings([
      "residences[0].until": "08/2012", "residences[0].kind": "temporary",
    ])
    #expect(temporary.isEmpty)
  }

  @Test func `an unreadable month is one lack, not a gap too`() {
    #expect(IntakeFixture.lacks(["residences[0].until": "hè 2012"]).count == 1)
  }

  @Test func `sixty rows fit, sixty-one do not`() throws {
    var fields = IntakeFixture.fields
    for row in 2..<61 {
      fields["residences[\(row)].from"] = "01/2020"
      fields["residences[\(row)].until"] = "01/2020"
      fields["residences[\(row)].place"] = "Phường \(row)"
      fields["residences[\(row)].kind"] = "temporary"
      fields["residences[\(row)].occupation"] = "Lái xe"
      let lacks = IntakeFixture.lacks(fields)
      let expected = row < 60 ? [] : [try IntakeFixture.lack("residences", .tooManyRows(limit: 60))]
      if row > 58 { #expect(lacks == expected) }
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func `a history cut into pieces has no gap, and a missing month is always found`(
    seed: UInt64
  ) throws {
    var dice = RoomDice(state: seed)
    var fields = IntakeFixture.fields.filter { !$0.key.hasPrefix("residences") }
    let (first, last) = (try month("2004-09").ordinal, try month("2026-11").ordinal)
    let cuts = Set((0..<8).map { _ in Int.random(in: first + 2..<last - 2, using: &dice) })
    let starts = [first] + cuts.sorted()
    let ends = cuts.sorted().map { $0 - 1 } + [last]
    for (row, (start, end)) in zip(starts, ends).shuffled(using: &dice).enumerated() {
      fields["residences[\(row)].from"] = "\(start % 12 + 1)/\(start / 12)"
      fields["residences[\(row)].until"] = "\(end % 12 + 1)/\(end / 12)"
      fields["residences[\(row)].place"] = "Phường An Bình"
      fields["residences[\(row)].kind"] = "permanent"
      fields["residences[\(row)].occupation"] = "Thợ"
    }
    #expect(lacks(fields) == [])
    let removed = Int.random(in: 0..<starts.count, using: &dice)
    var form = DeclarationForm(fields)
    form.remove(.residences, row: removed)
    #expect(lacks(form.dictionary).count == 1)
  }

  private func lacks(_ fields: [String: String]) -> [Lack] {
    let reading = read(
      DeclarationForm(fields), rules: IntakeFixture.rules, known: IntakeFixture.nobody,
      today: IntakeFixture.today)
    switch reading {
    case .declaration: return []
    case .lacking(let lacks): return lacks
    }
  }
}

/// SplitMix64: a small generator whose seed names the failing case.
struct RoomDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

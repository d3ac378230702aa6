import Law
import Testing
import Vocabulary

@Suite("Dated rows, and the changes that two people approve over them")
struct LawBookTests {
  let book: LawBook

  init() throws {
    book = try LawBook.bundled()
  }

  private static let day = CivilDate(2027, 1, 1)

  private func standardFee() throws -> RuleRow {
    try #require(
      try book.edition(knowing: 0).row("standard@2025-07-01", of: .feeGroups, profile: ""))
  }

  private func fee(_ amount: Int, from day: CivilDate = LawBookTests.day) throws -> RuleChange {
    var row = try standardFee().json
    row["amount"] = .number(amount)
    row["validFrom"] = .day(day)
    return RuleChange(
      table: .feeGroups, profile: nil,
      act: .replace(name: "standard@2025-07-01", from: day, row: row))
  }

  private func approved(_ change: RuleChange, at day: CivilDate) -> LawBook {
    book.with([
      ApprovedChange(
        number: 1, approvedAt: Instant(day, hour: 9, minute: 0), changes: [change])
    ])
  }

  private func amount(_ book: LawBook, on day: CivilDate, knowing: Int) throws -> Dong? {
    try book.edition(knowing: knowing).profile("cahanoi-2026")?.rules(on: day)
      .fees.group("standard")?.amount
  }

  @Test func `a new fee holds from its day, the old one until the day before`() throws {
    let changed = approved(try fee(300_000), at: CivilDate(2026, 12, 1))
    #expect(try amount(changed, on: CivilDate(2026, 12, 31), knowing: 1) == Dong(200_000))
    #expect(try amount(changed, on: Self.day, knowing: 1) == Dong(300_000))
    #expect(try amount(changed, on: CivilDate(2027, 1, 2), knowing: 1) == Dong(300_000))
  }

  @Test func `who decided before the approval knew the old fee, even for a later day`() throws {
    let changed = approved(try fee(300_000), at: CivilDate(2026, 12, 1))
    #expect(try amount(changed, on: CivilDate(2027, 1, 2), knowing: 0) == Dong(200_000))
    let nine = Instant(CivilDate(2026, 12, 1), hour: 9, minute: 0)
    #expect(changed.known(at: Instant(milliseconds: nine.milliseconds - 1)) == 0)
    #expect(changed.known(at: nine) == 1)
  }

  @Test func `a row added for past days changes nothing for who decided then`() throws {
    let changed = approved(
      try fee(300_000, from: CivilDate(2026, 8, 1)), at: CivilDate(2026, 12, 1))
    let day = CivilDate(2026, 9, 1)
    #expect(try amount(changed, on: day, knowing: 0) == Dong(200_000))
    #expect(try amount(changed, on: day, knowing: 1) == Dong(300_000))
  }

  @Test func `the version names the rows: another change elsewhere keeps the digest`() throws {
    let changed = approved(try fee(300_000), at: CivilDate(2026, 12, 1))
    func version(_ day: CivilDate, _ number: Int) throws -> RuleVersion? {
      try changed.edition(knowing: number).profile("cahanoi-2026")?.rules(on: day).version
    }
    let before = try #require(try version(CivilDate(2026, 12, 31), 0))
    let after = try #require(try version(CivilDate(2026, 12, 31), 1))
    #expect(before.digest == after.digest && before != after)
    let (known, fresh) = (try version(Self.day, 0), try version(Self.day, 1))
    #expect(known?.digest != fresh?.digest)
    #expect(RuleVersion(after.text) == after)
    #expect(RuleVersion("x") == nil && RuleVersion("1-abc") == nil)
  }

  @Test func `a row says which change made it, the others that they came with the program`() throws
  {
    let edition = try approved(try fee(300_000), at: CivilDate(2026, 12, 1)).edition(knowing: 1)
    #expect(
      edition.row("standard@2027-01-01", of: .feeGroups, profile: "")?.origin == .change(1))
    let old = try #require(edition.row("standard@2025-07-01", of: .feeGroups, profile: ""))
    #expect(old.origin == .change(1) && old.until == CivilDate(2026, 12, 31))
    #expect(
      edition.row("student@2025-07-01", of: .feeGroups, profile: "")?.origin == .program)
  }

  @Test func `every table of every profile can be read, and its rows have names of their own`()
    throws
  {
    let edition = try book.edition(knowing: 0)
    for profile in edition.profiles {
      for table in RuleTable.allCases {
        let names = edition.rows(of: table, profile: profile.id).map(\.name)
        #expect(Set(names).count == names.count, "\(table.rawValue)")
        #expect(edition.pattern(of: table, profile: profile.id) != nil, "\(table.rawValue)")
      }
    }
  }

  private func refusal(_ changes: [RuleChange]) -> RuleChangeRefusal? {
    do {
      _ = try book.trying(changes)
      return nil
    } catch {
      return error
    }
  }

  private func limits(_ act: RuleChange.Act) -> RuleChange {
    RuleChange(table: .limits, profile: nil, act: act)
  }

  @Test func `a change that leaves a day without a rule is refused`() {
    let end = limits(.end(name: "2026-07-01", lastDay: CivilDate(2026, 12, 31)))
    guard case .incomplete(let lack) = refusal([end]) else {
      Issue.record("it was let pass")
      return
    }
    #expect(lack.contains("limits"))
  }

  @Test func `two rows about one thing on one day are refused`() throws {
    let row = try standardFee().json
    var later = row
    later["validFrom"] = .day(Self.day)
    #expect(
      refusal([RuleChange(table: .feeGroups, profile: nil, act: .add(row: later))])
        == .overlaps("standard@2025-07-01, standard@2027-01-01"))
  }

  @Test func `what is no row, no day or out of measure is refused`() throws {
    var row = try standardFee().json
    row["amount"] = .text("nhiều")
    func replacing(_ row: JSONValue) -> [RuleChange] {
      [
        RuleChange(
          table: .feeGroups, profile: nil,
          act: .replace(name: "standard@2025-07-01", from: Self.day, row: row))
      ]
    }
    row["validFrom"] = .day(Self.day)
    guard case .unreadable = refusal(replacing(row)) else {
      Issue.record("a text was taken for an amount")
      return
    }
    row["amount"] = .number(-1)
    #expect(refusal(replacing(row)) == .unreadable("amount: -1"))
    row["amount"] = .number(1)
    row["ammount"] = .number(1)
    guard case .unreadable = refusal(replacing(row)) else {
      Issue.record("a misspelt key was let pass")
      return
    }
    #expect(
      refusal([limits(.end(name: "1999-01-01", lastDay: Self.day))]) == .rowUnknown("1999-01-01"))
    #expect(
      refusal([limits(.end(name: "2026-07-01", lastDay: CivilDate(2026, 6, 30)))])
        == .endsBeforeItBegins)
    #expect(
      refusal([limits(.end(name: "2010-07-01", lastDay: Self.day))])
        == .alreadyEnded(CivilDate(2026, 6, 30)))
    #expect(refusal([]) == .nothingChanges)
  }

  @Test func `an ended row that left the program since stops nothing`() throws {
    let gone = book.with([
      ApprovedChange(
        number: 1, approvedAt: Instant(Self.day, hour: 9, minute: 0),
        changes: [limits(.end(name: "1999-01-01", lastDay: Self.day))])
    ])
    #expect(try gone.edition(knowing: 1).number == 1)
  }

  @Test func `leaves keep their kind when they are typed`() throws {
    let row = try standardFee().json
    let typed = row.replacing { path in
      ["amount": "1.250.000", "name.vi": "Phí", "validTo": ""][path]
    }
    #expect(typed["amount"] == .number(1_250_000))
    #expect(typed["name"]?["vi"] == .text("Phí"))
    #expect(typed["validTo"] == .null)
    let changed = JSONValue.differences(from: row, to: typed).map(\.path)
    #expect(changed == ["amount", "name.vi"])
  }
}

@Suite("A year's schedule as a sheet")
struct CalendarSheetTests {
  let edition: LawEdition

  init() throws {
    edition = try LawBook.bundled().edition(knowing: 0)
  }

  @Test func `the schedule of 2027 makes the calendar say so`() throws {
    let sheet = """
      what,day,worked,source
      # from the announcement
      year,2027,,VB 1
      tet,2027-02-05,,VB 1
      nationalDay,2027-09-02,,VB 1
      swap,2027-04-29,2027-05-08,VB 1, with a comma
      """
    guard case .changes(let changes) = CalendarSheet.read(sheet, over: edition) else {
      Issue.record("the sheet was refused")
      return
    }
    let trial = try LawBook.bundled().trying(changes)
    let profile = try #require(trial.profile("cahanoi-2026"))
    let calendar = trial.calendar(of: profile)
    #expect(calendar.isAnnounced(2027))
    #expect(calendar.reason(CivilDate(2027, 2, 5)) == .holiday(code: "tet"))
    // The 6th and 7th are a weekend: two days make up for them.
    #expect(
      calendar.reason(CivilDate(2027, 2, 11)) == .compensation(for: CivilDate(2027, 2, 7)))
    #expect(calendar.isWorking(CivilDate(2027, 2, 12)))
    #expect(
      calendar.reason(CivilDate(2027, 4, 29)) == .swappedOff(workedOn: CivilDate(2027, 5, 8)))
    #expect(calendar.isWorking(CivilDate(2027, 5, 8)))
  }

  @Test(
    arguments: zip(
      [
        "swap,2027-04-29,2027-05-08", "xuan,2027,,VB", "tet,5/2/2027,,VB", "year,2027,,",
        "swap,2027-05-08,2027-04-29,VB", "swap,2027-04-29,2027-04-28,VB", "tet,2027-01-01,,VB",
        "year,2026,,VB",
      ],
      [
        CalendarSheet.Lack.Reason.columns, .unknownWord, .noDay, .noSource, .notAWorkingDay,
        .notARestDay, .notAHoliday, .alreadyThere,
      ]))
  func `a line that cannot be says why`(line: String, reason: CalendarSheet.Lack.Reason) {
    #expect(
      CalendarSheet.read("year,2028,,VB\n" + line, over: edition)
        == .lacking([CalendarSheet.Lack(line: 2, reason: reason)]))
  }

  @Test func `every wrong line is named at once`() {
    guard case .lacking(let lacks) = CalendarSheet.read("a\nb\nyear,2027,,VB", over: edition) else {
      Issue.record("it was read")
      return
    }
    #expect(lacks.map(\.line) == [1, 2])
  }
}

import Testing
import Vocabulary

@testable import Law

@Suite("How long drafts are kept")
struct DraftKeepingTests {
  private let book: LawBook

  init() throws {
    book = try LawBook.bundled()
  }

  @Test func `the row of today leaves days between the reminder and the end`() throws {
    let keeping = try book.edition(knowing: 0).draftKeeping(on: CivilDate(2026, 11, 25))
    #expect(keeping.remindAfterDays > 0)
    #expect(keeping.purgeAfterDays - keeping.remindAfterDays >= 14)
  }

  @Test func `before the first row nothing is guessed`() {
    #expect(throws: Fault.self) {
      try book.edition(knowing: 0).draftKeeping(on: CivilDate(2010, 6, 30))
    }
  }

  @Test func `two people change the row; one that deletes before it reminds is refused`() throws {
    let row = try #require(
      book.edition(knowing: 0).row("2010-07-01", of: .drafts, profile: "")?.json)
    func change(purgeAfterDays days: Int) -> RuleChange {
      var later = row
      later["validFrom"] = .day(CivilDate(2027, 1, 1))
      later["purgeAfterDays"] = .number(days)
      return RuleChange(
        table: .drafts, profile: nil,
        act: .replace(name: "2010-07-01", from: CivilDate(2027, 1, 1), row: later))
    }
    let changed = try book.trying([change(purgeAfterDays: 90)])
    #expect(try changed.draftKeeping(on: CivilDate(2026, 12, 31)).purgeAfterDays == 60)
    #expect(try changed.draftKeeping(on: CivilDate(2027, 1, 1)).purgeAfterDays == 90)
    #expect(throws: RuleChangeRefusal.self) { try book.trying([change(purgeAfterDays: 14)]) }
  }
}

import Testing
import Vocabulary

@testable import Law

@Suite("Law 28/2009/QH12, Articles 15 to 22: by when suppliers send")
struct SupplierDeadlineTests {
  private let book: LawBook
  private let effect = CivilDate(2026, 11, 2)

  init() throws {
    book = try LawBook.bundled()
  }

  /// From the first of January of 2027 five days.
  private func changed() throws -> LawBook {
    var row = try #require(
      book.edition(knowing: 0).row("2010-07-01", of: .supply, profile: "")?.json)
    row["validFrom"] = .day(CivilDate(2027, 1, 1))
    row["days"] = .number(5)
    let change = RuleChange(
      table: .supply, profile: nil,
      act: .replace(name: "2010-07-01", from: CivilDate(2027, 1, 1), row: row))
    _ = try book.trying([change])
    return book.with([
      ApprovedChange(
        number: 1, approvedAt: Instant(CivilDate(2026, 12, 1), hour: 8, minute: 0),
        changes: [change])
    ])
  }

  private func daysLate(_ days: Int, after day: CivilDate, by book: LawBook) throws -> Int {
    SupplierDeadline.daysLate(
      since: day, receivedOn: day.adding(days: days), terms: try book.supplyTerms())
  }

  @Test func `the tenth day is in time, the eleventh is one day late`() throws {
    #expect(try daysLate(0, after: effect, by: book) == 0)
    #expect(try daysLate(10, after: effect, by: book) == 0)
    #expect(try daysLate(11, after: effect, by: book) == 1)
  }

  @Test func `before the law there was no term`() throws {
    #expect(try daysLate(4_000, after: CivilDate(2010, 6, 30), by: book) == 0)
    #expect(try daysLate(11, after: CivilDate(2010, 7, 1), by: book) == 1)
  }

  @Test func `a term that two people changed holds for documents whose term begins later`() throws {
    let changed = try changed()
    #expect(try daysLate(9, after: CivilDate(2026, 12, 31), by: changed) == 0)
    #expect(try daysLate(9, after: CivilDate(2027, 1, 1), by: changed) == 4)
    #expect(try changed.edition(knowing: 0).supplyTerm(on: CivilDate(2027, 1, 1)).days == 10)
    #expect(try changed.edition(knowing: 1).supplyTerm(on: CivilDate(2027, 1, 1)).days == 5)
  }

  @Test func `the term is no row of a case's rule set: no stored version of one changes`() throws {
    let before = try book.edition(knowing: 0).profile("cahanoi-2026")
    let after = try changed().edition(knowing: 1).profile("cahanoi-2026")
    let day = CivilDate(2027, 1, 1)
    #expect(try before?.rules(on: day).version.digest == after?.rules(on: day).version.digest)
  }

  @Test func `a day without a term is refused`() {
    let end = RuleChange(
      table: .supply, profile: nil,
      act: .end(name: "2010-07-01", lastDay: CivilDate(2026, 12, 31)))
    #expect(throws: RuleChangeRefusal.self) { try book.trying([end]) }
  }
}

import Testing
import Vocabulary

@testable import Law

@Suite("How long drafts are kept")
struct DraftKeepingTests {
  @Test func `the row of today leaves days between the reminder and the end`() throws {
    let keeping = try DraftKeeping.on(CivilDate(2026, 11, 25))
    #expect(keeping.remindAfterDays > 0)
    #expect(keeping.purgeAfterDays - keeping.remindAfterDays >= 14)
  }

  @Test func `before the first row nothing is guessed`() {
    #expect(throws: Fault.self) { try DraftKeeping.on(CivilDate(2010, 6, 30)) }
  }
}

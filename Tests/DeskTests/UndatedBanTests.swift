import Assessment
import Decision
import Issuance
import Law
import Records
import Testing
import Vocabulary

@testable import Desk

/// Law 28/2009/QH12, Articles 42 and 43.
@Suite("A ban that no document dates is not passed over by a certificate that speaks of bans")
struct UndatedBanTests {
  private static let typed = Ban(
    decisionNumber: "6/QĐ-TBPS", decidedOn: CivilDate(2024, 4, 2),
    court: FullRecord.ban.court, office: "Kế toán trưởng", term: "03 năm",
    until: CivilDate(2027, 4, 2))

  private static func undated(
    _ number: String = "6/QĐ-TBPS", until: CivilDate? = nil
  ) -> SupplierDocument {
    var ban = FullRecord.ban
    ban.until = until
    var document = FullRecord.bankruptcy(ban, number: number)
    document.issuedOn = nil
    return document
  }

  @Test(arguments: [nil, FullRecord.day])
  func `where it may bind nothing is found until the assessor types the ban`(
    until: CivilDate?
  ) throws {
    let ban = Self.undated(until: until)
    for documents in [[ban], FullRecord.cleared + FullRecord.bans + [ban]] {
      #expect(throws: AssessmentRefusal.banUndated) {
        try FullRecord.statement(.number2, documents)
      }
      #expect(throws: AssessmentRefusal.banUndated) {
        try FullRecord.statement(.number1, documents, asked: .requested)
      }
      #expect(
        try FullRecord.statement(.number2, documents, typed: Self.typed).ban
          == .banned(Self.typed))
      #expect(try FullRecord.statement(.number1, documents).ban == .leftOut)
    }
  }

  @Test func `one that is over keeps nothing up`() throws {
    let over = Self.undated(until: FullRecord.day.adding(days: -1))
    #expect(try FullRecord.statement(.number2, [over]).ban == .notBanned)
  }

  @Test func `one that came in since is not approved, whatever was typed before`() throws {
    let later = Self.undated("7/QĐ-TBPS")
    let found: [([SupplierDocument], Ban?)] = [([], nil), ([Self.undated()], Self.typed)]
    for (documents, typed) in found {
      #expect(throws: DecisionRefusal.conclusionChanged) {
        try FullRecord.statement(.number2, documents, typed: typed, since: [later])
      }
    }
    #expect(
      try FullRecord.statement(.number1, FullRecord.cleared, since: [later]).ban == .leftOut)
  }
}

import Testing
import Vocabulary

@testable import CaseFile

@Suite("An apology names another day, once")
struct ReappointmentTests {
  private static func accepted() throws -> CaseHistory {
    try CaseHistory.fold([
      .lodged(Sample.lodging),
      .feePaid(payment: Sample.payment, amount: Dong(200_000), receipt: "1"),
      .accepted(by: Sample.anna, dueOn: CivilDate(2026, 12, 1)),
    ])
  }

  @Test func `the appointment moves, and does not move back`() throws {
    var history = try Self.accepted()
    try history.add(.reappointed(by: Sample.binh, dueOn: CivilDate(2026, 12, 10)))
    #expect(history.dueOn == CivilDate(2026, 12, 10))
    try history.add(.dueLengthened(dueOn: CivilDate(2026, 12, 7)))
    #expect(history.dueOn == CivilDate(2026, 12, 10), "what was promised stands")
    try history.add(.supplementAsked(by: Sample.anna, answerBy: CivilDate(2026, 12, 21)))
    try history.add(.supplementAnswered(by: Sample.citizen, dueOn: CivilDate(2026, 12, 18)))
    #expect(history.dueOn == CivilDate(2026, 12, 18), "the clock's own day is later")
  }

  @Test func `a second apology, an earlier day and a standing clock are refused`() throws {
    var history = try Self.accepted()
    #expect(throws: CaseRefusal.newDayTooEarly) {
      try history.add(.reappointed(by: Sample.binh, dueOn: CivilDate(2026, 12, 1)))
    }
    try history.add(.reappointed(by: Sample.binh, dueOn: CivilDate(2026, 12, 10)))
    #expect(throws: CaseRefusal.reappointedBefore) {
      try history.add(.reappointed(by: Sample.binh, dueOn: CivilDate(2026, 12, 17)))
    }
    history = try Self.accepted()
    try history.add(.supplementAsked(by: Sample.anna, answerBy: CivilDate(2026, 12, 21)))
    #expect(throws: CaseRefusal.outOfOrder(at: .awaitingSupplement)) {
      try history.add(.reappointed(by: Sample.binh, dueOn: CivilDate(2026, 12, 10)))
    }
  }
}

import Vocabulary

@testable import Store

/// The queries of the accountant's day, and the index that must serve each.
enum MoneyPlans {
  private static let period = Instant(milliseconds: 5)..<Instant(milliseconds: 9)

  static let all: [HotQuery] = [
    HotQuery(
      testDescription: "the refunds of a day",
      sql: Refunds.booked(at: TestDatabase.agency, in: period), index: "refunds_by_settling",
      isInOrder: true)
  ]
}

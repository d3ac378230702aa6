import Vocabulary

@testable import Store

/// The queries of the accountant's day and of the bodies' requests, and the index that must serve
/// each.
enum MoneyPlans {
  private static let period = Instant(milliseconds: 5)..<Instant(milliseconds: 9)

  static let all: [HotQuery] = [
    HotQuery(
      testDescription: "the refunds of a day",
      sql: Refunds.booked(at: TestDatabase.agency, in: period), index: "refunds_by_settling",
      isInOrder: true),
    HotQuery(
      testDescription: "the differences that nobody has settled",
      sql: Settlements.differences(of: nil, at: TestDatabase.agency, limit: 26),
      index: "settlement_differences_open", isInOrder: true),
    HotQuery(
      testDescription: "the differences of a day",
      sql: Settlements.differences(
        of: CivilDate(2026, 11, 21), at: TestDatabase.agency, limit: 26),
      index: "autoindex_settlement_differences", onPostgres: "settlement_differences_pkey",
      isInOrder: true),
    HotQuery(
      testDescription: "days whose settlement never came",
      sql: SettlementMisses.earlier(
        than: CivilDate(2026, 11, 21), at: TestDatabase.agency, limit: 200),
      index: "autoindex_settlement_misses", onPostgres: "settlement_misses_pkey",
      isInOrder: true),
    HotQuery(
      testDescription: "the requests of bodies whose letter is overdue",
      sql: BodyRequests.withoutLetter(
        at: TestDatabase.agency, on: CivilDate(2026, 11, 21), limit: 26),
      index: "body_requests_letters", isInOrder: true),
  ]
}

import CaseFile
import Store
package import Vocabulary

extension Desk {
  /// The gateway's word on the days of this portal's agency, whose merchant this process is.
  package var settlements: SettlementFetching {
    SettlementFetching(
      database: database, agency: home, gateway: outside.paymentAPI, surroundings: surroundings,
      log: log)
  }

  /// Fetches what the gateway says of a day and compares it with the books. What somebody has
  /// settled of an earlier file of that day stands, and then the file is not replaced.
  package func fetchSettlement(of day: CivilDate, by officer: ActingOfficer) async throws {
    guard officer.roles.contains(.accountant) else { throw Refused.roleMissing(.accountant) }
    // The merchant's file tells of the books of the agency that the merchant is, and of no other's.
    guard officer.agency == home else { throw Refused.notFound }
    guard day <= surroundings.now().civilDate else { throw Refused.answerAhead }
    switch try await settlements.fetch(day, by: .officer(officer.id)) {
    case nil: return
    case .fileStands: throw Refused.settlementSettled
    case .noAnswer, .noFile, .notGenuine: throw Refused.settlementUnusable
    }
  }

  /// An accountant has found out why: the reason is kept in the journal.
  ///
  /// - Throws: `Refused.stale` where it is settled already, or is not in the file of that day that
  ///   is here now.
  package func settleDifference(
    _ one: DifferenceMark, reason: String, by officer: ActingOfficer
  ) async throws {
    guard officer.roles.contains(.accountant) else { throw Refused.roleMissing(.accountant) }
    guard !reason.isEmpty else { throw Refused.reasonMissing }
    let now = surroundings.now()
    try await database.write { transaction in
      guard
        try Settlements.settle(
          one, at: officer.agency, by: officer.id, now: now, in: transaction)
      else { throw Refused.stale }
      try tell(
        .differenceSettled(day: one.day, number: one.number), reason: reason, by: officer, at: now,
        in: transaction)
    }
  }
}

extension CivilDate {
  /// From its first moment to that of the next day.
  var hours: Range<Instant> {
    Instant(self, hour: 0, minute: 0)..<Instant(adding(days: 1), hour: 0, minute: 0)
  }
}

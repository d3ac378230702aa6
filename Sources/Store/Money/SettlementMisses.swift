package import Vocabulary

/// A day that is over, and of which the whole of the gateway's word is not here.
package struct LackingSettlement: Equatable, Sendable {
  package let day: CivilDate
  /// The last try; nil where nobody has tried yet.
  package let miss: SettlementMiss?
}

package struct SettlementMiss: Equatable, Sendable {
  package let failure: SettlementFailure
  package let tries: Int
  package let triedAt: Instant
  /// Nil where trying again would change nothing.
  package let nextAt: Instant?

  package init(failure: SettlementFailure, tries: Int, triedAt: Instant, nextAt: Instant?) {
    self.failure = failure
    self.tries = tries
    self.triedAt = triedAt
    self.nextAt = nextAt
  }

  init(restoring row: Row) throws(Fault) {
    guard let failure = SettlementFailure(rawValue: try row.text("failure")) else {
      throw Fault("reading a miss", cause: "a column holds an impossible value")
    }
    self.init(
      failure: failure, tries: try row.int("tries"), triedAt: try row.instant("tried_at"),
      nextAt: try row.instantOrNil("next_at"))
  }
}

/// Table `settlement_misses`.
package enum SettlementMisses {
  /// The days of a period of which no file was taken after they were over, in their order.
  ///
  /// A file that was fetched while its day went on says nothing of the rest of that day.
  package static func lacking(
    in days: Range<CivilDate>, at agency: AgencyID, in connection: Connection
  ) throws(Fault) -> [LackingSettlement] {
    var fetched: [CivilDate: Instant] = [:]
    for row in try connection.rows(
      """
      SELECT day, fetched_at FROM settlements
       WHERE agency = \(agency) AND day >= \(days.lowerBound) AND day < \(days.upperBound)
       ORDER BY day
       LIMIT 1000
      """)
    {
      guard let day = CivilDate(iso: try row.text("day")) else { continue }
      fetched[day] = try row.instant("fetched_at")
    }
    var misses: [CivilDate: SettlementMiss] = [:]
    for row in try connection.rows(
      """
      SELECT * FROM settlement_misses
       WHERE agency = \(agency) AND day >= \(days.lowerBound) AND day < \(days.upperBound)
       ORDER BY day
       LIMIT 1000
      """)
    {
      guard let day = CivilDate(iso: try row.text("day")) else { continue }
      misses[day] = try SettlementMiss(restoring: row)
    }
    return (0..<days.upperBound.dayNumber - days.lowerBound.dayNumber)
      .map { days.lowerBound.adding(days: $0) }
      .filter { day in fetched[day].map { $0.civilDate <= day } ?? true }
      .map { LackingSettlement(day: $0, miss: misses[$0]) }
  }

  /// The misses of days before that one, in the order of the days; the latest where there are more.
  package static func earlier(
    than day: CivilDate, at agency: AgencyID, limit: Int, in connection: Connection
  ) throws(Fault) -> [LackingSettlement] {
    var found: [LackingSettlement] = []
    for row in try connection.rows(earlier(than: day, at: agency, limit: limit)) {
      guard let day = CivilDate(iso: try row.text("day")) else { continue }
      found.append(LackingSettlement(day: day, miss: try SettlementMiss(restoring: row)))
    }
    return found.reversed()
  }

  static func earlier(than day: CivilDate, at agency: AgencyID, limit: Int) -> SQL {
    """
    SELECT * FROM settlement_misses
     WHERE agency = \(agency) AND day < \(day)
     ORDER BY day DESC
     LIMIT \(limit)
    """
  }

  package static func row(
    of day: CivilDate, at agency: AgencyID, in connection: Connection
  ) throws(Fault) -> SettlementMiss? {
    try connection.row(
      "SELECT * FROM settlement_misses WHERE agency = \(agency) AND day = \(day)"
    ).map { row throws(Fault) in try SettlementMiss(restoring: row) }
  }

  /// Notes the last try in the place of the one before.
  package static func note(
    _ miss: SettlementMiss, of day: CivilDate, at agency: AgencyID, in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      INSERT INTO settlement_misses (agency, day, failure, tries, tried_at, next_at)
      VALUES (\(agency), \(day), \(miss.failure.rawValue), \(miss.tries), \(miss.triedAt),
              \(miss.nextAt))
      ON CONFLICT (agency, day) DO UPDATE
         SET failure = excluded.failure, tries = excluded.tries, tried_at = excluded.tried_at,
             next_at = excluded.next_at
      """)
  }

  /// The day's file was taken.
  package static func forget(
    _ day: CivilDate, at agency: AgencyID, in transaction: Transaction
  ) throws {
    try transaction.run(
      "DELETE FROM settlement_misses WHERE agency = \(agency) AND day = \(day)")
  }
}

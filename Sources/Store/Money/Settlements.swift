package import Vocabulary

/// What the gateway's file says of one movement.
package struct SettlementEntry: Equatable, Sendable {
  package let flow: MoneyFlow
  /// Our reference.
  package let reference: String
  /// The gateway's number.
  package let number: String
  package let amount: Dong

  package init(flow: MoneyFlow, reference: String, number: String, amount: Dong) {
    self.flow = flow
    self.reference = reference
    self.number = number
    self.amount = amount
  }
}

/// One difference as it was found.
package struct FoundDifference: Equatable, Sendable {
  package let kind: SettlementDifference
  package let flow: MoneyFlow
  package let reference: String
  /// Nil where the books do not know it.
  package let ours: Dong?
  /// Nil where the gateway does not tell of it.
  package let theirs: Dong?

  package init(
    _ kind: SettlementDifference, _ flow: MoneyFlow, _ reference: String, ours: Dong?,
    theirs: Dong?
  ) {
    self.kind = kind
    self.flow = flow
    self.reference = reference
    self.ours = ours
    self.theirs = theirs
  }
}

/// One difference with what became of it.
package struct DifferenceRow: Equatable, Sendable {
  package let day: CivilDate
  package let number: Int
  /// Of the file in which it was found.
  package let digest: String
  package let found: FoundDifference
  /// The case whose money it is; nil where the books know none.
  package let caseNumber: String?
  package let settledBy: OfficerID?
  package let settledAt: Instant?

  init(restoring row: Row) throws(Fault) {
    guard let day = CivilDate(iso: try row.text("day")),
      let kind = SettlementDifference(rawValue: try row.text("kind")),
      let flow = MoneyFlow(rawValue: try row.text("flow"))
    else { throw Fault("reading a difference", cause: "a column holds an impossible value") }
    self.day = day
    self.number = try row.int("number")
    self.digest = try row.text("digest")
    self.found = FoundDifference(
      kind, flow, try row.text("txn_ref"), ours: try row.intOrNil("ours").map { Dong($0) },
      theirs: try row.intOrNil("theirs").map { Dong($0) })
    self.caseNumber = try row.textOrNil("case_number")
    self.settledBy = try row.textOrNil("settled_by").flatMap { OfficerID($0) }
    self.settledAt = try row.instantOrNil("settled_at")
  }
}

package struct SettlementRow: Equatable, Sendable {
  package let day: CivilDate
  package let digest: String
  package let fetchedAt: Instant
  package let lines: Int
  package let paid: Dong
  package let refunded: Dong
}

/// Tables `settlements`, `settlement_lines` and `settlement_differences`.
package enum Settlements {
  package static func row(
    of day: CivilDate, at agency: AgencyID, in connection: Connection
  ) throws(Fault) -> SettlementRow? {
    let found = try connection.row(
      """
      SELECT settlements.digest AS digest, settlements.fetched_at AS fetched_at,
             COUNT(settlement_lines.line) AS lines,
             COALESCE(SUM(CASE WHEN kind = 'payment' THEN amount ELSE 0 END), 0) AS paid,
             COALESCE(SUM(CASE WHEN kind = 'refund' THEN amount ELSE 0 END), 0) AS refunded
        FROM settlements
        LEFT JOIN settlement_lines ON settlement_lines.agency = settlements.agency
         AND settlement_lines.day = settlements.day
       WHERE settlements.agency = \(agency) AND settlements.day = \(day)
       GROUP BY settlements.digest, settlements.fetched_at
      """)
    return try found.map { row throws(Fault) in
      SettlementRow(
        day: day, digest: try row.text("digest"), fetchedAt: try row.instant("fetched_at"),
        lines: try row.int("lines"), paid: Dong(try row.int("paid")),
        refunded: Dong(try row.int("refunded")))
    }
  }

  /// The latest day whose file is here, and when that was fetched.
  package static func latest(
    at agency: AgencyID, in connection: Connection
  ) throws(Fault) -> (day: CivilDate, fetchedAt: Instant)? {
    let row = try connection.row(
      """
      SELECT day, fetched_at FROM settlements
       WHERE agency = \(agency)
       ORDER BY day DESC
       LIMIT 1
      """)
    guard let row, let day = CivilDate(iso: try row.text("day")) else { return nil }
    return (day, try row.instant("fetched_at"))
  }

  /// Files what the gateway says of a day in the place of what it said before. False where
  /// somebody has settled a difference of what it said before: that stands.
  package static func file(
    _ entries: [SettlementEntry], digest: String, of day: CivilDate, at agency: AgencyID,
    now: Instant, in transaction: Transaction
  ) throws -> Bool {
    let settled = try transaction.row(
      """
      SELECT COUNT(*) AS count FROM settlement_differences
       WHERE agency = \(agency) AND day = \(day) AND settled_at IS NOT NULL
      """)
    guard try settled?.int("count") == 0 else { return false }
    try transaction.run(
      "DELETE FROM settlement_differences WHERE agency = \(agency) AND day = \(day)")
    try transaction.run(
      "DELETE FROM settlement_lines WHERE agency = \(agency) AND day = \(day)")
    try transaction.run(
      """
      INSERT INTO settlements (agency, day, digest, fetched_at)
      VALUES (\(agency), \(day), \(digest), \(now))
      ON CONFLICT (agency, day) DO UPDATE SET digest = \(digest), fetched_at = \(now)
      """)
    try SettlementMisses.forget(day, at: agency, in: transaction)
    for (index, entry) in entries.enumerated() {
      try transaction.run(
        """
        INSERT INTO settlement_lines (agency, day, line, kind, txn_ref, provider_txn_no, amount)
        VALUES (\(agency), \(day), \(index + 1), \(entry.flow.rawValue), \(entry.reference),
                \(entry.number), \(entry.amount.amount))
        """)
    }
    return true
  }

  /// What the file of a day says, as it was filed.
  package static func entries(
    of day: CivilDate, at agency: AgencyID, in connection: Connection
  ) throws(Fault) -> [SettlementEntry] {
    try connection.rows(
      """
      SELECT * FROM settlement_lines
       WHERE agency = \(agency) AND day = \(day)
       ORDER BY line
       LIMIT 1000000
      """
    ).map { row throws(Fault) in
      guard let flow = MoneyFlow(rawValue: try row.text("kind")) else {
        throw Fault("reading a settlement", cause: "a column holds an impossible value")
      }
      return SettlementEntry(
        flow: flow, reference: try row.text("txn_ref"), number: try row.text("provider_txn_no"),
        amount: Dong(try row.int("amount")))
    }
  }

  /// Puts what a day differs in now in the place of what it differed in. Nobody may have settled
  /// one of those.
  package static func noteAgain(
    _ found: [FoundDifference], of day: CivilDate, at agency: AgencyID,
    in transaction: Transaction
  ) throws {
    try transaction.run(
      "DELETE FROM settlement_differences WHERE agency = \(agency) AND day = \(day)")
    try note(found, of: day, at: agency, in: transaction)
  }

  package static func note(
    _ found: [FoundDifference], of day: CivilDate, at agency: AgencyID,
    in transaction: Transaction
  ) throws {
    for (index, one) in found.enumerated() {
      try transaction.run(
        """
        INSERT INTO settlement_differences (agency, day, number, kind, flow, txn_ref, ours, theirs)
        VALUES (\(agency), \(day), \(index + 1), \(one.kind.rawValue), \(one.flow.rawValue),
                \(one.reference), \(one.ours?.amount), \(one.theirs?.amount))
        """)
    }
  }

  /// Whether a day's file other than this one tells of a movement.
  package static func isTold(
    _ reference: String, _ flow: MoneyFlow, at agency: AgencyID, besides day: CivilDate,
    in connection: Connection
  ) throws(Fault) -> Bool {
    try connection.row(
      """
      SELECT line FROM settlement_lines
       WHERE agency = \(agency) AND txn_ref = \(reference) AND kind = \(flow.rawValue)
         AND day <> \(day)
       ORDER BY day, line
       LIMIT 1
      """) != nil
  }

  /// The differences of a day; or, with no day, those of all days that nobody has settled.
  package static func differences(
    of day: CivilDate?, at agency: AgencyID, limit: Int, in connection: Connection
  ) throws(Fault) -> [DifferenceRow] {
    try connection.rows(differences(of: day, at: agency, limit: limit))
      .map { row throws(Fault) in try DifferenceRow(restoring: row) }
  }

  /// The two have texts of their own: of a bound value no engine knows that an index of open ones
  /// will do.
  static func differences(of day: CivilDate?, at agency: AgencyID, limit: Int) -> SQL {
    let which: SQL =
      if let day {
        "settlement_differences.day = \(day)"
      } else {
        "settlement_differences.settled_at IS NULL"
      }
    return """
      SELECT settlement_differences.*, cases.number AS case_number,
             (SELECT digest FROM settlements
               WHERE settlements.agency = settlement_differences.agency
                 AND settlements.day = settlement_differences.day) AS digest
        FROM settlement_differences
        LEFT JOIN payments ON payments.txn_ref = settlement_differences.txn_ref
         AND payments.agency = settlement_differences.agency
        LEFT JOIN cases ON cases.id = payments.case_id
       WHERE settlement_differences.agency = \(agency) AND \(sql: which)
       ORDER BY settlement_differences.day, settlement_differences.number
       LIMIT \(limit)
      """
  }

  /// False where it was settled before, or there is none; or the file in which it was read has been
  /// replaced, or compared again with another result.
  package static func settle(
    _ one: DifferenceMark, at agency: AgencyID, by officer: OfficerID, now: Instant,
    in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE settlement_differences SET settled_by = \(officer), settled_at = \(now)
       WHERE agency = \(agency) AND day = \(one.day) AND number = \(one.number)
         AND kind = \(one.kind.rawValue) AND flow = \(one.flow.rawValue)
         AND txn_ref = \(one.reference) AND settled_at IS NULL
         AND EXISTS (SELECT 1 FROM settlements
                      WHERE settlements.agency = \(agency) AND settlements.day = \(one.day)
                        AND settlements.digest = \(one.digest))
      """) == 1
  }
}

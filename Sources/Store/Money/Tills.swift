package import Vocabulary

/// A till: what one officer took on one day through one channel.
package struct TillKey: Hashable, Sendable {
  package let agency: AgencyID
  package let officer: OfficerID
  package let day: CivilDate
  package let channel: PaymentChannel

  package init(agency: AgencyID, officer: OfficerID, day: CivilDate, channel: PaymentChannel) {
    self.agency = agency
    self.officer = officer
    self.day = day
    self.channel = channel
  }
}

package struct TillRow: Equatable, Sendable {
  package let key: TillKey
  /// The sum of its takings.
  package let expected: Dong
  /// What the officer counted on closing; nil while it is open.
  package let counted: Dong?
  package let closedAt: Instant?
  package let receivedBy: OfficerID?
  package let receivedAt: Instant?

  init(restoring row: Row) throws(Fault) {
    guard let agency = AgencyID(try row.text("agency")),
      let officer = OfficerID(try row.text("officer")),
      let day = CivilDate(iso: try row.text("day")),
      let channel = PaymentChannel(rawValue: try row.text("channel"))
    else { throw Fault("reading a till", cause: "a column holds an impossible value") }
    self.key = TillKey(agency: agency, officer: officer, day: day, channel: channel)
    self.expected = Dong(try row.int("expected"))
    self.counted = try row.intOrNil("counted").map { Dong($0) }
    self.closedAt = try row.instantOrNil("closed_at")
    self.receivedBy = try row.textOrNil("received_by").flatMap { OfficerID($0) }
    self.receivedAt = try row.instantOrNil("received_at")
  }
}

/// One fee in a till.
package struct TakingRow: Equatable, Sendable {
  package let payment: PaymentID
  package let caseNumber: String
  package let reference: String
  package let amount: Dong
  package let takenAt: Instant

  init(restoring row: Row) throws(Fault) {
    guard let payment = PaymentID(try row.text("payment")) else {
      throw Fault("reading a till's takings", cause: "a column holds an impossible value")
    }
    self.payment = payment
    self.caseNumber = try row.text("number")
    self.reference = try row.text("txn_ref")
    self.amount = Dong(try row.int("amount"))
    self.takenAt = try row.instant("taken_at")
  }
}

/// Tables `tills` and `till_takings`.
package enum Tills {
  /// Puts a fee into a till, which comes to be with its first. False where it was closed before.
  package static func take(
    _ amount: Dong, of payment: PaymentID, into till: TillKey, at now: Instant,
    in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      INSERT INTO tills (agency, officer, day, channel)
      VALUES (\(till.agency), \(till.officer), \(till.day), \(till.channel.rawValue))
      ON CONFLICT (agency, officer, day, channel) DO NOTHING
      """)
    guard let row = try row(till, lock: .forUpdate, in: transaction), row.closedAt == nil else {
      return false
    }
    try transaction.run(
      """
      INSERT INTO till_takings (payment, agency, officer, day, channel, amount, taken_at)
      VALUES (\(payment), \(till.agency), \(till.officer), \(till.day), \(till.channel.rawValue),
              \(amount.amount), \(now))
      """)
    return true
  }

  package static func row(
    _ till: TillKey, lock: Cases.Lock = .none, in connection: Connection
  ) throws(Fault) -> TillRow? {
    if lock == .forUpdate, connection.dialect == .postgres {
      _ = try connection.row(
        """
        SELECT agency FROM tills
         WHERE agency = \(till.agency) AND officer = \(till.officer) AND day = \(till.day)
           AND channel = \(till.channel.rawValue)
           FOR UPDATE
        """)
    }
    return try connection.row(
      """
      SELECT tills.*,
             (SELECT COALESCE(SUM(amount), 0) FROM till_takings
               WHERE till_takings.agency = tills.agency AND till_takings.officer = tills.officer
                 AND till_takings.day = tills.day AND till_takings.channel = tills.channel)
             AS expected
        FROM tills
       WHERE agency = \(till.agency) AND officer = \(till.officer) AND day = \(till.day)
         AND channel = \(till.channel.rawValue)
      """
    ).map { row throws(Fault) in try TillRow(restoring: row) }
  }

  /// Those that the accountant does not have yet, the oldest first.
  package static func open(
    at agency: AgencyID, limit: Int, in connection: Connection
  ) throws(Fault) -> [TillRow] {
    try connection.rows(
      """
      SELECT tills.*,
             (SELECT COALESCE(SUM(amount), 0) FROM till_takings
               WHERE till_takings.agency = tills.agency AND till_takings.officer = tills.officer
                 AND till_takings.day = tills.day AND till_takings.channel = tills.channel)
             AS expected
        FROM tills
       WHERE agency = \(agency) AND received_at IS NULL
       ORDER BY day, officer, channel
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try TillRow(restoring: row) }
  }

  /// An officer's tills that are not handed over, and those of a day; the oldest first.
  package static func of(
    _ officer: OfficerID, at agency: AgencyID, on day: CivilDate, in connection: Connection
  ) throws(Fault) -> [TillRow] {
    try connection.rows(
      """
      SELECT tills.*,
             (SELECT COALESCE(SUM(amount), 0) FROM till_takings
               WHERE till_takings.agency = tills.agency AND till_takings.officer = tills.officer
                 AND till_takings.day = tills.day AND till_takings.channel = tills.channel)
             AS expected
        FROM tills
       WHERE agency = \(agency) AND officer = \(officer)
         AND (received_at IS NULL OR day = \(day))
       ORDER BY day, channel
       LIMIT 200
      """
    ).map { row throws(Fault) in try TillRow(restoring: row) }
  }

  package static func takings(
    of till: TillKey, limit: Int, in connection: Connection
  ) throws(Fault) -> [TakingRow] {
    try connection.rows(
      """
      SELECT till_takings.payment AS payment, cases.number AS number,
             payments.txn_ref AS txn_ref, till_takings.amount AS amount,
             till_takings.taken_at AS taken_at
        FROM till_takings
        JOIN payments ON payments.id = till_takings.payment
        JOIN cases ON cases.id = payments.case_id
       WHERE till_takings.agency = \(till.agency) AND till_takings.officer = \(till.officer)
         AND till_takings.day = \(till.day) AND till_takings.channel = \(till.channel.rawValue)
       ORDER BY till_takings.taken_at, till_takings.payment
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try TakingRow(restoring: row) }
  }

  /// The officer has counted. False where the till was closed before.
  package static func close(
    _ till: TillKey, counted: Dong, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE tills SET counted = \(counted.amount), closed_at = \(now)
       WHERE agency = \(till.agency) AND officer = \(till.officer) AND day = \(till.day)
         AND channel = \(till.channel.rawValue) AND closed_at IS NULL
      """) == 1
  }

  /// The accountant has it. False where somebody received it before, or it is open.
  package static func receive(
    _ till: TillKey, by officer: OfficerID, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE tills SET received_by = \(officer), received_at = \(now)
       WHERE agency = \(till.agency) AND officer = \(till.officer) AND day = \(till.day)
         AND channel = \(till.channel.rawValue) AND closed_at IS NOT NULL
         AND received_at IS NULL AND officer <> \(officer)
      """) == 1
  }
}

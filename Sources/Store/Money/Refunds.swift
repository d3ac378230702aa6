package import Vocabulary

/// Table `refunds`: at most one a payment, so that none is paid twice.
package enum Refunds {
  /// Notes that an amount is owed back of a payment. False where that was noted before.
  package static func owe(
    _ amount: Dong, of payment: PaymentRow, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      INSERT INTO refunds (payment, case_id, agency, amount, state, owed_at)
      VALUES (\(payment.id), \(payment.caseID), \(payment.agency), \(amount.amount), 'owed',
              \(now))
      ON CONFLICT (payment) DO NOTHING
      """) == 1
  }

  package static func row(
    _ payment: PaymentID, in connection: Connection
  ) throws(Fault) -> RefundRow? {
    try connection.row("SELECT * FROM refunds WHERE payment = \(payment)")
      .map { row throws(Fault) in try RefundRow(restoring: row) }
  }

  package static func of(
    _ caseID: CaseID, in connection: Connection
  ) throws(Fault) -> [RefundRow] {
    try connection.rows(
      "SELECT * FROM refunds WHERE case_id = \(caseID) ORDER BY owed_at, payment LIMIT 100"
    ).map { row throws(Fault) in try RefundRow(restoring: row) }
  }

  /// Those that need a person: refused, or owed since before an instant; the longest owed first.
  package static func stuck(
    at agency: AgencyID, owedBefore: Instant, limit: Int, in connection: Connection
  ) throws(Fault) -> [RefundRow] {
    try connection.rows(
      """
      SELECT * FROM refunds
       WHERE agency = \(agency) AND settled_at IS NULL
         AND (state = 'refused' OR owed_at < \(owedBefore))
       ORDER BY owed_at, payment
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try RefundRow(restoring: row) }
  }

  /// The intent to ask the gateway under this name, written before it is asked. False where
  /// somebody else moved it meanwhile.
  package static func ask(
    _ row: RefundRow, as request: String, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE refunds SET state = 'asked', request = \(request), asked_at = \(now)
       WHERE payment = \(row.payment) AND state IN ('owed', 'asked')
         AND state = \(row.state.rawValue)
         AND COALESCE(asked_at, 0) = \(row.askedAt?.milliseconds ?? 0)
      """) == 1
  }

  /// Writes how it ended. False where somebody else did.
  package static func settle(
    _ row: RefundRow, as state: RefundState, code: String?, at now: Instant,
    in transaction: Transaction
  ) throws -> Bool {
    let settledAt: Instant? = state.isSettled ? now : nil
    return try transaction.run(
      """
      UPDATE refunds SET state = \(state.rawValue), settled_at = \(settledAt), code = \(code)
       WHERE payment = \(row.payment) AND state = \(row.state.rawValue)
      """) == 1
  }

  /// What the refunds say beside what the books say, for the check.
  package static func totals(
    in connection: Connection
  ) throws(Fault) -> (count: Int, open: Dong, throughGateway: Dong) {
    let all = try connection.row("SELECT COUNT(*) AS count FROM refunds")
    let open = try connection.row(
      """
      SELECT COALESCE(SUM(amount), 0) AS amount FROM refunds
       WHERE state IN ('owed', 'asked', 'refused')
      """)
    let done = try connection.row(
      "SELECT COALESCE(SUM(amount), 0) AS amount FROM refunds WHERE state = 'done'")
    return (
      try all?.int("count") ?? 0, Dong(try open?.int("amount") ?? 0),
      Dong(try done?.int("amount") ?? 0)
    )
  }
}

extension Ledger {
  /// What all agencies owe back, by their books.
  package static func owedBack(in connection: Connection) throws(Fault) -> Dong {
    let row = try connection.row(
      """
      SELECT COALESCE(SUM(credit - debit), 0) AS amount
        FROM ledger_entries
       WHERE account = \(LedgerAccount.refundsOwed.rawValue)
      """)
    return Dong(try row?.int("amount") ?? 0)
  }
}

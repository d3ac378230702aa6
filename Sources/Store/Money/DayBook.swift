package import Vocabulary

/// What came and went through one account on one day.
package struct AccountMovement: Equatable, Sendable {
  package let account: LedgerAccount
  package let debited: Dong
  package let credited: Dong
}

/// One posting of the day's book, with whose money it is.
package struct DayBookRow: Equatable, Sendable {
  package let id: Int64
  package let at: Instant
  package let caseNumber: String?
  package let reference: String?
  package let receipt: String?
  package let debit: LedgerAccount
  package let credit: LedgerAccount
  package let amount: Dong

  init(restoring row: Row) throws(Fault) {
    guard let debit = LedgerAccount(rawValue: try row.text("debit")),
      let credit = LedgerAccount(rawValue: try row.text("credit"))
    else { throw Fault("reading the day's book", cause: "a column holds an impossible value") }
    self.id = try row.int64("id")
    self.at = try row.instant("at")
    self.caseNumber = try row.textOrNil("number")
    self.reference = try row.textOrNil("txn_ref")
    self.receipt = try row.textOrNil("receipt")
    self.debit = debit
    self.credit = credit
    self.amount = Dong(try row.int("amount"))
  }
}

/// The gateway's side of a payment, as the books have it.
package struct BookedPayment: Equatable, Sendable {
  package let reference: String
  package let amount: Dong

  package init(reference: String, amount: Dong) {
    self.reference = reference
    self.amount = amount
  }
}

extension Ledger {
  /// What every account of an agency took and gave in a period.
  package static func movements(
    of agency: AgencyID, in period: Range<Instant>, _ connection: Connection
  ) throws(Fault) -> [AccountMovement] {
    let rows = try connection.rows(
      """
      SELECT ledger_entries.account AS account, SUM(debit) AS debited, SUM(credit) AS credited
        FROM ledger_batches JOIN ledger_entries ON ledger_entries.batch = ledger_batches.id
       WHERE ledger_batches.agency = \(agency) AND ledger_batches.at >= \(period.lowerBound)
         AND ledger_batches.at < \(period.upperBound)
       GROUP BY ledger_entries.account
       ORDER BY ledger_entries.account
       LIMIT 100
      """)
    return try rows.map { row throws(Fault) in
      guard let account = LedgerAccount(rawValue: try row.text("account")) else {
        throw Fault("reading the ledger", cause: "an account has an unknown name")
      }
      return AccountMovement(
        account: account, debited: Dong(try row.int("debited")),
        credited: Dong(try row.int("credited")))
    }
  }

  /// The postings of a period in their order.
  package static func dayBook(
    of agency: AgencyID, in period: Range<Instant>, after key: (at: Instant, id: Int64)?,
    limit: Int, _ connection: Connection
  ) throws(Fault) -> [DayBookRow] {
    let at = key?.at ?? period.lowerBound
    let id = key?.id ?? 0
    return try connection.rows(
      """
      SELECT ledger_batches.id AS id, ledger_batches.at AS at, cases.number AS number,
             payments.txn_ref AS txn_ref, fee_receipts.number AS receipt,
             debits.account AS debit, credits.account AS credit, debits.debit AS amount
        FROM ledger_batches
        JOIN ledger_entries debits ON debits.batch = ledger_batches.id AND debits.line = 1
        JOIN ledger_entries credits ON credits.batch = ledger_batches.id AND credits.line = 2
        LEFT JOIN cases ON cases.id = ledger_batches.case_id
        LEFT JOIN payments ON payments.id = ledger_batches.payment
        LEFT JOIN fee_receipts ON fee_receipts.payment = ledger_batches.payment
       WHERE ledger_batches.agency = \(agency) AND ledger_batches.at < \(period.upperBound)
         AND (ledger_batches.at, ledger_batches.id) > (\(at), \(id))
       ORDER BY ledger_batches.at, ledger_batches.id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try DayBookRow(restoring: row) }
  }
}

extension Payments {
  /// What the books say came through the gateway in a period.
  package static func booked(
    at agency: AgencyID, in period: Range<Instant>, _ connection: Connection
  ) throws(Fault) -> [BookedPayment] {
    try connection.rows(
      """
      SELECT txn_ref, amount FROM payments
       WHERE agency = \(agency) AND provider = 'vnpay' AND settled_at >= \(period.lowerBound)
         AND settled_at < \(period.upperBound) AND state IN ('paid', 'surplus', 'disputed')
       ORDER BY settled_at, id
       LIMIT 1000000
      """
    ).map { row throws(Fault) in
      BookedPayment(reference: try row.text("txn_ref"), amount: Dong(try row.int("amount")))
    }
  }
}

extension Refunds {
  /// What the books say the gateway gave back in a period.
  package static func booked(
    at agency: AgencyID, in period: Range<Instant>, _ connection: Connection
  ) throws(Fault) -> [BookedPayment] {
    try connection.rows(booked(at: agency, in: period)).map { row throws(Fault) in
      BookedPayment(reference: try row.text("txn_ref"), amount: Dong(try row.int("amount")))
    }
  }

  static func booked(at agency: AgencyID, in period: Range<Instant>) -> SQL {
    """
    SELECT payments.txn_ref AS txn_ref, refunds.amount AS amount
      FROM refunds JOIN payments ON payments.id = refunds.payment
     WHERE refunds.agency = \(agency) AND refunds.state = 'done'
       AND refunds.settled_at >= \(period.lowerBound)
       AND refunds.settled_at < \(period.upperBound)
     ORDER BY refunds.settled_at, refunds.payment
     LIMIT 1000000
    """
  }
}

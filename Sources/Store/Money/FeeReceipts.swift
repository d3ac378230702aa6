package import Vocabulary

/// One electronic receipt for a fee.
package struct FeeReceiptRow: Equatable, Sendable {
  package let number: String
  package let agency: AgencyID
  package let caseID: CaseID
  package let payment: PaymentID
  package let amount: Dong
  package let issuedAt: Instant
  package let cancelledAt: Instant?

  init(restoring row: Row) throws(Fault) {
    guard let agency = AgencyID(try row.text("agency")),
      let caseID = CaseID(try row.text("case_id")),
      let payment = PaymentID(try row.text("payment"))
    else { throw Fault("reading a receipt", cause: "a column holds an impossible value") }
    self.number = try row.text("number")
    self.agency = agency
    self.caseID = caseID
    self.payment = payment
    self.amount = Dong(try row.int("amount"))
    self.issuedAt = try row.instant("issued_at")
    self.cancelledAt = try row.instantOrNil("cancelled_at")
  }
}

/// Table `fee_receipts`: numbered per agency and year, without gaps; one receipt a payment.
package enum FeeReceipts {
  /// Issues the receipt of a payment and returns its number, such as `2026-0000007`.
  package static func issue(
    agency: AgencyID, caseID: CaseID, payment: PaymentID, amount: Dong, at now: Instant,
    in transaction: Transaction
  ) throws -> String {
    let year = "\(now.civilDate.year)"
    let sequence = try Sequences.next(
      agency: agency, kind: "receipt", scope: year, in: transaction)
    let number = "\(year)-\(padded(sequence, to: 7))"
    try transaction.run(
      """
      INSERT INTO fee_receipts (agency, number, case_id, payment, amount, issued_at)
      VALUES (\(agency), \(number), \(caseID), \(payment), \(amount), \(now))
      """)
    return number
  }

  /// Cancels a receipt whose whole fee is owed back; only a refund does.
  package static func cancel(
    of payment: PaymentID, at now: Instant, in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      UPDATE fee_receipts SET cancelled_at = \(now)
       WHERE payment = \(payment) AND cancelled_at IS NULL
         AND EXISTS (SELECT 1 FROM refunds
                      WHERE refunds.payment = fee_receipts.payment
                        AND refunds.amount = fee_receipts.amount)
      """)
  }

  /// A case's receipts, the first issued first.
  package static func of(
    _ caseID: CaseID, in connection: Connection
  ) throws(Fault) -> [FeeReceiptRow] {
    try connection.rows(
      """
      SELECT * FROM fee_receipts WHERE case_id = \(caseID) ORDER BY issued_at, number LIMIT 100
      """
    ).map { row throws(Fault) in try FeeReceiptRow(restoring: row) }
  }
}

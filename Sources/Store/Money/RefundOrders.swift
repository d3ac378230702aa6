package import Vocabulary

/// The order to pay a refund by hand, and that it was paid.
package struct RefundOrderRow: Equatable, Sendable {
  package let payment: PaymentID
  package let reference: String
  package let orderedBy: OfficerID
  /// The leader on leave in whose name it was ordered.
  package let orderedFor: OfficerID?
  package let orderedAt: Instant
  package let paidBy: OfficerID?

  init(restoring row: Row) throws(Fault) {
    guard let payment = PaymentID(try row.text("payment")),
      let officer = OfficerID(try row.text("ordered_by"))
    else { throw Fault("reading a refund's order", cause: "a column holds an impossible value") }
    self.payment = payment
    self.reference = try row.text("reference")
    self.orderedBy = officer
    self.orderedFor = try row.textOrNil("ordered_for").flatMap { OfficerID($0) }
    self.orderedAt = try row.instant("ordered_at")
    self.paidBy = try row.textOrNil("paid_by").flatMap { OfficerID($0) }
  }
}

/// Table `refund_orders`: at most one a refund; who ordered it does not pay it.
package enum RefundOrders {
  package static func row(
    _ payment: PaymentID, in connection: Connection
  ) throws(Fault) -> RefundOrderRow? {
    try connection.row("SELECT * FROM refund_orders WHERE payment = \(payment)")
      .map { row throws(Fault) in try RefundOrderRow(restoring: row) }
  }

  /// False where it was ordered before.
  ///
  /// - Parameter principal: the leader on leave in whose name it is ordered.
  package static func order(
    _ refund: RefundRow, reference: String, by officer: OfficerID,
    onBehalf principal: OfficerID? = nil, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      INSERT INTO refund_orders (payment, agency, reference, ordered_by, ordered_for, ordered_at)
      VALUES (\(refund.payment), \(refund.agency), \(reference), \(officer), \(principal),
              \(now))
      ON CONFLICT (payment) DO NOTHING
      """) == 1
  }

  /// False where it was not ordered, was paid before, or is the orderer's own, or theirs in
  /// whose name it was ordered.
  package static func pay(
    _ payment: PaymentID, by officer: OfficerID, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE refund_orders SET paid_by = \(officer), paid_at = \(now)
       WHERE payment = \(payment) AND paid_at IS NULL AND ordered_by <> \(officer)
         AND (ordered_for IS NULL OR ordered_for <> \(officer))
      """) == 1
  }
}

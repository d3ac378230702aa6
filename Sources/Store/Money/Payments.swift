package import Vocabulary

/// One payment order at the gateway. The reference (`vnp_TxnRef`) is ours and unique.
package struct PaymentRow: Equatable, Sendable {
  package let id: PaymentID
  package let caseID: CaseID
  package let agency: AgencyID
  package let reference: String
  package let amount: Dong
  package let state: PaymentState
  package let providerNumber: String?
  package let createdAt: Instant
  package let expiresAt: Instant
  /// The gateway's answer code, if it gave one.
  package let code: String?
  package let channel: PaymentChannel

  package init(
    id: PaymentID, caseID: CaseID, agency: AgencyID, reference: String, amount: Dong,
    state: PaymentState, providerNumber: String?, createdAt: Instant, expiresAt: Instant,
    code: String?, channel: PaymentChannel = .online
  ) {
    self.id = id
    self.caseID = caseID
    self.agency = agency
    self.reference = reference
    self.amount = amount
    self.state = state
    self.providerNumber = providerNumber
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.code = code
    self.channel = channel
  }

  init(restoring row: Row) throws(Fault) {
    guard let id = PaymentID(try row.text("id")), let caseID = CaseID(try row.text("case_id")),
      let agency = AgencyID(try row.text("agency")),
      let state = PaymentState(rawValue: try row.text("state")),
      let channel = PaymentChannel(rawValue: try row.text("provider"))
    else { throw Fault("reading a payment", cause: "a column holds an impossible value") }
    self.init(
      id: id, caseID: caseID, agency: agency, reference: try row.text("txn_ref"),
      amount: Dong(try row.int("amount")), state: state,
      providerNumber: try row.textOrNil("provider_txn_no"),
      createdAt: Instant(milliseconds: try row.int64("created_at")),
      expiresAt: Instant(milliseconds: try row.int64("expires_at")),
      code: try row.textOrNil("detail"), channel: channel)
  }
}

/// Where a payment stands. Each order ends in exactly one explained state.
package enum PaymentState: String, Sendable, Codable, CaseIterable {
  /// Sent to the gateway, no word yet.
  case pending
  case paid
  case failed
  /// The gateway says that it knows of no payment. A later confirmation still counts.
  case lapsed
  /// Paid although nothing was owed: twice, or after the case ended. Owed back.
  case surplus
  /// The gateway reports another amount. Held apart until an accountant has looked.
  case disputed

  /// Whether the gateway's word changes nothing any more.
  package var isFinal: Bool {
    switch self {
    case .paid, .failed, .surplus, .disputed: true
    case .pending, .lapsed: false
    }
  }
}

/// Table `payments`: one row an order.
package enum Payments {
  package static func insert(_ row: PaymentRow, in transaction: Transaction) throws {
    _ = try transaction.run(
      """
      INSERT INTO payments (id, case_id, agency, provider, txn_ref, amount, state, created_at,
                            expires_at)
      VALUES (\(row.id), \(row.caseID), \(row.agency), \(row.channel.rawValue), \(row.reference),
              \(row.amount.amount), \(row.state.rawValue), \(row.createdAt), \(row.expiresAt))
      """)
  }

  package static func row(
    reference: String, in connection: Connection
  ) throws(Fault) -> PaymentRow? {
    try connection.row("SELECT * FROM payments WHERE txn_ref = \(reference)")
      .map { row throws(Fault) in try PaymentRow(restoring: row) }
  }

  package static func row(
    _ id: PaymentID, in connection: Connection
  ) throws(Fault) -> PaymentRow? {
    try connection.row("SELECT * FROM payments WHERE id = \(id)")
      .map { row throws(Fault) in try PaymentRow(restoring: row) }
  }

  /// Whether a channel's own number was given to a payment before.
  package static func isKnown(
    _ number: String, _ channel: PaymentChannel, in connection: Connection
  ) throws(Fault) -> Bool {
    try connection.row(
      """
      SELECT id FROM payments
       WHERE provider = \(channel.rawValue) AND provider_txn_no = \(number)
      """) != nil
  }

  /// A case's orders, the newest first.
  package static func of(
    _ caseID: CaseID, in connection: Connection
  ) throws(Fault) -> [PaymentRow] {
    try connection.rows(
      """
      SELECT * FROM payments
       WHERE case_id = \(caseID)
       ORDER BY created_at DESC, id
       LIMIT 100
      """
    ).map { row throws(Fault) in try PaymentRow(restoring: row) }
  }

  /// Moves an order on from the state that was read; 0 means that somebody else did.
  package static func settle(
    _ id: PaymentID, from: PaymentState, to: PaymentState, providerNumber: String?,
    code: String?, at now: Instant, in transaction: Transaction
  ) throws -> Int {
    try transaction.run(
      """
      UPDATE payments
         SET state = \(to.rawValue), provider_txn_no = \(providerNumber), detail = \(code),
             settled_at = \(now)
       WHERE id = \(id) AND state = \(from.rawValue)
      """)
  }
}

extension Ledger {
  /// What the books say of the gateway beside what it confirmed, for the check.
  package static func gatewayTotals(
    in connection: Connection
  ) throws(Fault) -> (batches: Int, payments: Int, booked: Dong, confirmed: Dong) {
    let booked = try connection.row(
      """
      SELECT COALESCE(SUM(debit - credit), 0) AS amount
        FROM ledger_entries
       WHERE account = \(LedgerAccount.gateway.rawValue)
      """)
    let batches = try connection.row("SELECT COUNT(*) AS count FROM ledger_batches")
    let confirmed = try connection.row(
      """
      SELECT COUNT(*) AS count, COALESCE(SUM(amount), 0) AS amount
        FROM payments
       WHERE provider = 'vnpay' AND state IN ('paid', 'surplus')
      """)
    let held = try connection.row(
      """
      SELECT COALESCE(SUM(credit - debit), 0) AS amount
        FROM ledger_entries
       WHERE account = \(LedgerAccount.suspense.rawValue)
      """)
    return (
      try batches?.int("count") ?? 0, try confirmed?.int("count") ?? 0,
      Dong(try booked?.int("amount") ?? 0),
      Dong((try confirmed?.int("amount") ?? 0) + (try held?.int("amount") ?? 0))
    )
  }
}

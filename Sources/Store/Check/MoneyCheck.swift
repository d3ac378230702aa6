import CaseFile
import Foundation
import Vocabulary

/// Whether the tills, the gateway's settlements and the refunds by hand are what the books and the
/// journal say.
package enum MoneyCheck {
  private static let page = 500
  private static let mark = Data("\"money\"".utf8)

  /// What the journal tells of the agencies' money.
  private struct Told {
    var settled: Set<String> = []
    var digests: [String: String] = [:]
    var received: Set<String> = []
    var ordered: Set<String> = []
  }

  package static func run(on database: Database) async throws -> [Invariant] {
    try await database.read { connection in
      let told = try told(in: connection)
      return [
        try takings(in: connection), try tillAccounts(in: connection),
        try tills(told, in: connection), try settlements(told, in: connection),
        try refundOrders(told, in: connection), try receipts(in: connection),
      ]
    }
  }

  private static func takings(in connection: Connection) throws(Fault) -> Invariant {
    let all = try connection.row("SELECT COUNT(*) AS count FROM till_takings")
    let wrong = try connection.rows(
      """
      SELECT payments.id AS id
        FROM till_takings JOIN payments ON payments.id = till_takings.payment
       WHERE payments.state <> 'paid' OR payments.provider <> till_takings.channel
          OR payments.amount <> till_takings.amount OR payments.agency <> till_takings.agency
       ORDER BY payments.id
       LIMIT 100
      """)
    let outside = try connection.rows(
      """
      SELECT id FROM payments
       WHERE provider IN ('counter', 'post') AND state = 'paid'
         AND NOT EXISTS (SELECT 1 FROM till_takings WHERE till_takings.payment = payments.id)
       ORDER BY id
       LIMIT 100
      """)
    return Invariant(
      "every fee taken by hand is in a till, with its channel and sum",
      figure: try all?.int("count") ?? 0,
      failures: try (wrong + outside).map { row throws(Fault) in try row.text("id") })
  }

  /// What the books have in tills is what lies in those that nobody has received.
  private static func tillAccounts(in connection: Connection) throws(Fault) -> Invariant {
    var invariant = Invariant("the tills' accounts are what lies in the tills")
    for (account, channel) in [(LedgerAccount.cash, "counter"), (.post, "post")] {
      let booked = try amounts(
        """
        SELECT agency, SUM(debit - credit) AS amount FROM ledger_entries
         WHERE account = \(account.rawValue)
         GROUP BY agency
         ORDER BY agency
         LIMIT 100000
        """, in: connection)
      let held = try amounts(
        """
        SELECT till_takings.agency AS agency, SUM(till_takings.amount) AS amount
          FROM till_takings
          JOIN tills ON tills.agency = till_takings.agency
           AND tills.officer = till_takings.officer AND tills.day = till_takings.day
           AND tills.channel = till_takings.channel
         WHERE till_takings.channel = \(channel) AND tills.received_at IS NULL
         GROUP BY till_takings.agency
         ORDER BY till_takings.agency
         LIMIT 100000
        """, in: connection)
      for agency in Set(booked.keys).union(held.keys).sorted() {
        invariant.expect(
          booked[agency, default: 0] == held[agency, default: 0],
          "\(agency) \(account.rawValue)")
      }
    }
    return invariant
  }

  /// Each agency's own: what is too much with one does not make good what another lacks.
  private static func amounts(
    _ sql: SQL, in connection: Connection
  ) throws(Fault) -> [String: Int] {
    var amounts: [String: Int] = [:]
    for row in try connection.rows(sql) { amounts[try row.text("agency")] = try row.int("amount") }
    return amounts
  }

  private static func tills(_ told: Told, in connection: Connection) throws(Fault) -> Invariant {
    var invariant = Invariant("every till that was handed over has another who received it")
    let rows = try connection.rows(
      """
      SELECT agency, officer, day, channel, received_by FROM tills
       WHERE received_at IS NOT NULL
       ORDER BY agency, day, officer, channel
       LIMIT 1000000
      """)
    for row in rows {
      let officer = try row.text("officer")
      let key = [
        try row.text("agency"), officer, try row.text("day"), try row.text("channel"),
      ].joined(separator: " ")
      let receiver = try row.textOrNil("received_by")
      invariant.expect(receiver != officer && told.received.contains(key), key)
    }
    return invariant
  }

  private static func settlements(
    _ told: Told, in connection: Connection
  ) throws(Fault) -> Invariant {
    var invariant = Invariant("every settlement and every settled difference is in the journal")
    let files = try connection.rows(
      "SELECT agency, day, digest FROM settlements ORDER BY agency, day LIMIT 1000000")
    for row in files {
      let key = "\(try row.text("agency")) \(try row.text("day"))"
      let digest = try row.text("digest")
      invariant.expect(told.digests[key] == digest, key)
    }
    let rows = try connection.rows(
      """
      SELECT agency, day, number, settled_at FROM settlement_differences
       ORDER BY agency, day, number
       LIMIT 1000000
      """)
    for row in rows {
      let key = "\(try row.text("agency")) \(try row.text("day")) \(try row.int("number"))"
      let isSettled = try row.int64OrNil("settled_at") != nil
      invariant.expect(told.settled.contains(key) == isSettled, key)
    }
    return invariant
  }

  private static func refundOrders(
    _ told: Told, in connection: Connection
  ) throws(Fault) -> Invariant {
    var invariant = Invariant("every refund by hand was ordered by one and paid by another")
    let rows = try connection.rows(
      """
      SELECT refunds.payment AS payment, refunds.settled_at AS settled_at,
             refund_orders.ordered_by AS ordered_by, refund_orders.ordered_for AS ordered_for,
             refund_orders.paid_by AS paid_by
        FROM refund_orders JOIN refunds ON refunds.payment = refund_orders.payment
       ORDER BY refunds.payment
       LIMIT 1000000
      """)
    for row in rows {
      let payment = try row.text("payment")
      let paidBy = try row.textOrNil("paid_by")
      let isPaid = try row.int64OrNil("settled_at") != nil
      let orderers = [try row.text("ordered_by"), try row.textOrNil("ordered_for")]
      invariant.expect(
        told.ordered.contains(payment) && (paidBy != nil) == isPaid
          && (paidBy == nil || !orderers.contains(paidBy)),
        payment)
    }
    return invariant
  }

  private static func receipts(in connection: Connection) throws(Fault) -> Invariant {
    let all = try connection.row("SELECT COUNT(*) AS count FROM fee_receipts")
    let wrong = try connection.rows(
      """
      SELECT fee_receipts.number AS number FROM fee_receipts
        LEFT JOIN refunds ON refunds.payment = fee_receipts.payment
         AND refunds.amount = fee_receipts.amount
       WHERE (fee_receipts.cancelled_at IS NULL) <> (refunds.payment IS NULL)
       ORDER BY fee_receipts.agency, fee_receipts.number
       LIMIT 100
      """)
    return Invariant(
      "a receipt is cancelled where its whole fee is owed back, and nowhere else",
      figure: try all?.int("count") ?? 0,
      failures: try wrong.map { row throws(Fault) in try row.text("number") })
  }

  /// Goes over the events of the house, a page at a time.
  private static func told(in connection: Connection) throws -> Told {
    var told = Told()
    var last: Int64 = 0
    while true {
      let rows = try connection.rows(
        """
        SELECT id, body FROM events
         WHERE case_id IS NULL AND id > \(last)
         ORDER BY id
         LIMIT \(page)
        """)
      for row in rows {
        last = try row.int64("id")
        let body = try row.bytes("body")
        guard Data(body).range(of: mark) != nil else { continue }
        let entry = try JournalCodec.value(HouseEntry.self, from: body)
        guard case .money(let event) = entry.event else { continue }
        read(event, of: entry.agency.code, into: &told)
      }
      guard rows.count == page else { return told }
    }
  }

  private static func read(_ event: MoneyEvent, of agency: String, into told: inout Told) {
    switch event {
    case .settlementFiled(let day, let digest, _): told.digests["\(agency) \(day.iso)"] = digest
    case .differenceSettled(let day, let number):
      told.settled.insert("\(agency) \(day.iso) \(number)")
    case .tillReceived(let officer, let day, let channel):
      told.received.insert("\(agency) \(officer) \(day.iso) \(channel.rawValue)")
    case .refundOrdered(let payment): told.ordered.insert(payment.text)
    case .tillClosed: return
    }
  }
}

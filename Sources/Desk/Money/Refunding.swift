import CaseFile
import Logging
import Outside
import Store
import Vocabulary

extension Desk {
  /// How long after asking without an answer the gateway may still be at it. Longer than any of
  /// our calls waits.
  static var refundQuietSeconds: Int { 60 }

  /// From then on a refund that meets only faults is no longer counted among failing notes.
  static var refundPatienceSeconds: Int { 3600 }

  /// The longest time between two questions after a refund.
  static var refundPauseSeconds: Int { 600 }

  /// Brings money that is owed back one step nearer to its payer.
  ///
  /// It is never given back twice: one row a payment; the intent, with the name under which the
  /// gateway is asked, is stored before asking; where an answer did not come, the gateway is asked
  /// what it did before it is asked to do anything, and then under the same name.
  func refund(_ payment: PaymentID) async throws -> JobOutcome {
    let found = try await database.read { connection in
      try Refunds.row(payment, in: connection).map { row throws(Fault) in
        (row: row, order: try Payments.row(payment, in: connection))
      }
    }
    guard let row = found?.row, let order = found?.order else { return .done }
    do {
      switch row.state {
      case .done, .byHand, .refused: return .done
      case .owed: return try await ask(row, order)
      case .asked: return try await follow(row, order)
      }
    } catch let fault as Fault {
      // A note that fails is given up one day; what is owed is not.
      let now = surroundings.now()
      guard now > row.owedAt.adding(seconds: Desk.refundPatienceSeconds) else { throw fault }
      log.warning(
        "A refund does not come forward",
        metadata: ["payment": "\(payment)", "cause": "\(safe(fault))"])
      return .again(at: now.adding(seconds: Desk.refundPauseSeconds))
    }
  }

  /// Asks, under a name that is written down first.
  private func ask(_ row: RefundRow, _ order: PaymentRow) async throws -> JobOutcome {
    guard order.channel == .online, order.providerNumber != nil else {
      let code = order.channel == .online ? "no-number" : "by-hand"
      return try await close(row, as: .refused, code: code)
    }
    let now = surroundings.now()
    // One name a day: for that long the gateway knows a question that it heard before.
    let isFresh = row.request == nil || row.askedAt?.civilDate != now.civilDate
    let request =
      isFresh ? surroundings.newToken(byteCount: 15) : row.request ?? ""
    let isOurs = try await act(on: row.caseID, by: .system("worker")) { step in
      guard try Refunds.ask(row, as: request, at: now, in: step.transaction) else { return false }
      if isFresh { try step.record(row.told(as: .asked(request: request))) }
      return true
    }
    guard isOurs else { return .again(at: now.adding(seconds: Desk.refundQuietSeconds)) }
    let reply = try await outside.paymentAPI.refund(
      row.amount, of: order.paidTransaction, requestID: request, requestedBy: "lylich",
      serverAddress: "127.0.0.1", now: now)
    let current = try await refundRow(row.payment)
    switch reply {
    case .accepted(_, let status): return try await heed(status, row.amount, of: current)
    // It has this very question already.
    case .refused("94"): return wait(current)
    case .refused(let code) where ["91", "93", "95"].contains(code):
      return try await believe(code, of: current, order)
    case .refused(let code):
      throw Fault("asking VNPAY for a refund", cause: "it answered \(code)", retry: .later)
    }
  }

  /// A refusal counts only where the gateway knows of no refund: what refuses a second request
  /// may be the first, whose answer never came.
  private func believe(
    _ code: String, of row: RefundRow, _ order: PaymentRow
  ) async throws -> JobOutcome {
    switch try await question(order) {
    case .refunded(let amount, let status): return try await heed(status, amount, of: row)
    case .found, .neverBegun: return try await close(row, as: .refused, code: code)
    case .refused:
      throw Fault("asking VNPAY after a refund", cause: "it refused to say", retry: .later)
    }
  }

  private func question(_ order: PaymentRow) async throws -> TransactionFound {
    try await outside.paymentAPI.query(
      reference: order.reference, createdAt: order.createdAt,
      requestID: surroundings.newToken(byteCount: 15), serverAddress: "127.0.0.1",
      now: surroundings.now())
  }

  /// What became of what was asked.
  private func follow(_ row: RefundRow, _ order: PaymentRow) async throws -> JobOutcome {
    switch try await question(order) {
    case .refunded(let amount, let status): return try await heed(status, amount, of: row)
    case .found:
      // It knows of no refund. What was sent may still be on its way.
      let now = surroundings.now()
      let quiet = (row.askedAt ?? now).adding(seconds: Desk.refundQuietSeconds)
      return now < quiet ? .again(at: quiet) : try await ask(row, order)
    case .neverBegun, .refused:
      throw Fault("asking VNPAY after a refund", cause: "it refused to say", retry: .later)
    }
  }

  private func heed(
    _ status: VNPayStatus, _ amount: Dong, of row: RefundRow
  ) async throws -> JobOutcome {
    guard amount == row.amount else {
      // Somebody gave back another sum, outside this program: a person must look.
      return try await close(row, as: .refused, code: "amount")
    }
    switch status {
    case .paid: return try await close(row, as: .done, code: nil)
    case .refundBeingProcessed, .refundSentToBank, .pending: return wait(row)
    case .refundRefused, .failed:
      return try await close(row, as: .refused, code: status.code)
    case .reversed, .suspectedFraud, .unknown:
      throw Fault("asking VNPAY after a refund", cause: "it answered \(status.code)", retry: .later)
    }
  }

  /// Banks take days: asked soon at first, then each time after as long again.
  private func wait(_ row: RefundRow) -> JobOutcome {
    let now = surroundings.now()
    let age = Int((now.milliseconds - (row.askedAt ?? now).milliseconds) / 1000)
    return .again(at: now.adding(seconds: min(max(age, 2), Desk.refundPauseSeconds)))
  }

  private func refundRow(_ payment: PaymentID) async throws -> RefundRow {
    let row = try await database.read { connection in try Refunds.row(payment, in: connection) }
    guard let row else { throw Fault("asking VNPAY for a refund", cause: "its row is gone") }
    return row
  }

  private func close(
    _ row: RefundRow, as state: RefundState, code: String?
  ) async throws -> JobOutcome {
    let now = surroundings.now()
    try await act(on: row.caseID, by: .neighbour("vnpay")) { step in
      guard try Refunds.settle(row, as: state, code: code, at: now, in: step.transaction) else {
        return
      }
      if state == .done {
        try step.record(row.told(as: .done))
        try step.pay(row, from: .gateway, at: now)
      } else {
        try step.record(row.told(as: .refused(code: code ?? "")))
      }
    }
    return .done
  }
}

extension CaseStep {
  /// Writes money down as owed back, once a payment, and leaves a note to give it back.
  mutating func owe(_ amount: Dong, of payment: PaymentRow, at now: Instant) throws {
    guard try Refunds.owe(amount, of: payment, at: now, in: transaction) else { return }
    try record(.refund(payment: payment.id, amount: amount, step: .owed))
    try note(.refund(payment.id))
  }

  /// Money that was owed back has been paid out of an account.
  func pay(_ row: RefundRow, from account: LedgerAccount, at now: Instant) throws {
    try Ledger.post(
      LedgerBatch(
        agency: row.agency, caseID: row.caseID, payment: row.payment, at: now,
        lines: [.debit(.refundsOwed, row.amount), .credit(account, row.amount)]),
      in: transaction)
  }
}

extension RefundRow {
  func told(as step: RefundStep) -> CaseEvent {
    .refund(payment: payment, amount: amount, step: step)
  }
}

extension PaymentRow {
  fileprivate var paidTransaction: PaidTransaction {
    PaidTransaction(
      reference: reference, number: providerNumber ?? "", amount: amount,
      orderCreatedAt: createdAt)
  }
}

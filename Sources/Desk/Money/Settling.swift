import CaseFile
import Law
import Outside
import Store
import Vocabulary
import Words

extension PaymentNotice {
  /// What the gateway's word means for the case.
  enum Standing: Equatable, Sendable {
    /// Both codes are 00. One alone is not enough.
    case paid
    case pending
    /// The gateway took the money and suspects it: neither paid nor failed, a person must look.
    case held
    case failed
  }

  var standing: Standing {
    switch explanation {
    case .paid: .paid
    case .pending: .pending
    case .suspectedFraud: .held
    case .cancelled, .expired, .insufficientFunds, .limitExceeded, .detailsRefused,
      .accountUnusable, .bankUnavailable, .reversed, .failed:
      .failed
    }
  }

  /// The explanation's name, as the payment's row keeps it.
  var code: String { explanation.rawValue }

  /// The gateway's own number, which it gives to payments that went through.
  var providerNumber: String? {
    transactionNumber.isEmpty || transactionNumber == "0" ? nil : transactionNumber
  }
}

extension Desk {
  /// Files the gateway's word on an order: paid, surplus or failed. False where somebody else
  /// filed it meanwhile.
  func settle(_ row: PaymentRow, as notice: PaymentNotice) async throws -> Bool {
    let now = surroundings.now()
    guard notice.standing != .held else {
      try await dispute(row, as: notice)
      return true
    }
    return try await act(on: row.caseID, by: .neighbour("vnpay")) { step in
      switch notice.standing {
      case .pending, .held:
        return true
      case .failed:
        return try step.fail(row, as: notice, at: now)
      case .paid:
        let owed = step.facts.history.state == .awaitingFee
        return owed
          ? try step.takeFee(row, as: notice, at: now)
          : try step.takeSurplus(row, as: notice, at: now)
      }
    }
  }

  /// The gateway holds an order of ours with another amount, or under suspicion: nothing is
  /// counted as paid, the money
  /// is held apart, and a person must look.
  func dispute(_ row: PaymentRow, as notice: PaymentNotice) async throws {
    let now = surroundings.now()
    try await act(on: row.caseID, by: .neighbour("vnpay")) { step in
      let changed = try Payments.settle(
        row.id, from: row.state, to: .disputed, providerNumber: notice.providerNumber,
        code: notice.code, at: now, in: step.transaction)
      guard changed == 1 else { return }
      try step.record(.amountDisputed(payment: row.id, amount: notice.amount))
      guard [.paid, .held].contains(notice.standing) else { return }
      try step.post(notice.amount, debit: .gateway, credit: .suspense, payment: row, at: now)
    }
  }

  /// Nothing was paid and the time is over. Should word come later, it still counts.
  func lapse(_ row: PaymentRow) async throws {
    let now = surroundings.now()
    try await act(on: row.caseID, by: .neighbour("vnpay")) { step in
      let changed = try Payments.settle(
        row.id, from: row.state, to: .lapsed, providerNumber: nil, code: row.code, at: now,
        in: step.transaction)
      guard changed == 1 else { return }
      try step.record(.paymentFailed(payment: row.id, code: "lapsed"))
    }
  }
}

extension CaseStep {
  fileprivate mutating func fail(
    _ row: PaymentRow, as notice: PaymentNotice, at now: Instant
  ) throws -> Bool {
    let changed = try Payments.settle(
      row.id, from: row.state, to: .failed, providerNumber: nil, code: notice.code, at: now,
      in: transaction)
    guard changed == 1 else { return false }
    try record(.paymentFailed(payment: row.id, code: notice.code))
    try mail(.paymentFailed)
    return true
  }

  fileprivate mutating func takeFee(
    _ row: PaymentRow, as notice: PaymentNotice, at now: Instant
  ) throws -> Bool {
    let changed = try Payments.settle(
      row.id, from: row.state, to: .paid, providerNumber: notice.providerNumber,
      code: notice.code, at: now, in: transaction)
    guard changed == 1 else { return false }
    let receipt = try FeeReceipts.issue(
      agency: row.agency, caseID: facts.id, payment: row.id, amount: row.amount, at: now,
      in: transaction)
    try record(.feePaid(payment: row.id, amount: row.amount, receipt: receipt))
    try post(row.amount, debit: .gateway, credit: .feeIncome, payment: row, at: now)
    try mail(.feePaid)
    return true
  }

  fileprivate mutating func takeSurplus(
    _ row: PaymentRow, as notice: PaymentNotice, at now: Instant
  ) throws -> Bool {
    let changed = try Payments.settle(
      row.id, from: row.state, to: .surplus, providerNumber: notice.providerNumber,
      code: notice.code, at: now, in: transaction)
    guard changed == 1 else { return false }
    try record(.surplusReceived(payment: row.id, amount: row.amount))
    try post(row.amount, debit: .gateway, credit: .refundsOwed, payment: row, at: now)
    try owe(row.amount, of: row, at: now)
    return true
  }

  /// What the rules of the case owe back of a fee that was paid, when no certificate comes of it.
  func feeOwedBack(by rules: RuleSet) -> Dong {
    guard case .paid(let amount, _, _) = facts.history.fee else { return .zero }
    return FeeIsOwedBack.owedBack(
      of: amount, progress: facts.inquiryProgress, policy: rules.fees.refunds)
  }

  /// Books it.
  mutating func oweFeeBack(by rules: RuleSet, at now: Instant) throws {
    guard case .paid(_, let payment, _) = facts.history.fee else { return }
    let owed = feeOwedBack(by: rules)
    guard owed > .zero, let row = try Payments.row(payment, in: transaction) else { return }
    try post(owed, debit: .feeIncome, credit: .refundsOwed, payment: row, at: now)
    try owe(owed, of: row, at: now)
    try FeeReceipts.cancel(of: payment, at: now, in: transaction)
  }

  /// Into the books of the agency that received the payment, wherever the case is by now.
  func post(
    _ amount: Dong, debit: LedgerAccount, credit: LedgerAccount, payment: PaymentRow,
    at now: Instant
  ) throws {
    try Ledger.post(
      LedgerBatch(
        agency: payment.agency, caseID: facts.id, payment: payment.id, at: now,
        lines: [.debit(debit, amount), .credit(credit, amount)]),
      in: transaction)
  }
}

extension CaseFacts {
  /// Whether any body was asked: from then on the fee is being earned.
  fileprivate var inquiryProgress: FeeIsOwedBack.Progress {
    let isAsked = events.contains { entry in
      if case .inquirySent = entry.event { true } else { false }
    }
    return isAsked ? .inquiriesSent : .nothingAsked
  }
}

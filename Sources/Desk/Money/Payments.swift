import CaseFile
import Outside
import Store
package import Vocabulary

extension Desk {
  /// How long the gateway's page stays valid.
  static var paymentLifeSeconds: Int { 15 * 60 }

  /// When the gateway is first asked what became of an order of which we heard nothing.
  static var firstQuestionSeconds: Int { 30 }

  /// Opens a payment order and says where the citizen pays. An order that is still open is used
  /// again, so that a second click is not a second payment.
  package func beginPayment(
    _ id: CaseID, of citizen: CitizenID, ip: String, language: Language
  ) async throws -> String {
    let now = surroundings.now()
    let payment: PaymentID = surroundings.newID()
    let reference = "LL" + surroundings.newToken(byteCount: 10).uppercased()
    let row = try await act(on: id, by: .citizen(citizen)) { step in
      try step.belongs(to: citizen)
      guard case .due(let amount) = step.facts.history.fee,
        step.facts.history.state == .awaitingFee, amount > .zero
      else { throw Refused.feeNotOpen }
      let open = try Payments.of(id, in: step.transaction).first {
        $0.state == .pending && $0.expiresAt > now.adding(seconds: 60)
      }
      if let open { return open }
      let row = PaymentRow(
        id: payment, caseID: id, agency: step.facts.agency, reference: reference,
        amount: amount, state: .pending, providerNumber: nil, createdAt: now,
        expiresAt: now.adding(seconds: Desk.paymentLifeSeconds), code: nil)
      try Payments.insert(row, in: step.transaction)
      try step.record(.paymentBegan(payment: payment, reference: reference, amount: amount))
      try step.note(
        .reconcile(payment), dueAt: now.adding(seconds: Desk.firstQuestionSeconds))
      return row
    }
    return outside.payment.payURL(
      for: try order(row), payerAddress: ip,
      language: language == .vietnamese ? .vietnamese : .english)
  }

  /// The gateway's notification (IPN). The only way, with `querydr`, by which money counts.
  /// Checks in VNPAY's order: signature, order, amount, state.
  package func notifyPayment(rawQuery: String) async throws -> (code: String, message: String) {
    let reading = outside.payment.readNotice(rawQuery: rawQuery)
    guard case .genuine(let notice) = reading else {
      return answer(decide(on: reading, order: nil).answer)
    }
    let found = try await database.read { connection in
      try Payments.row(reference: notice.reference, in: connection)
    }
    let order = found.map { row in
      KnownOrder(amount: row.amount, progress: row.state.isFinal ? .final : .open)
    }
    let decision = decide(on: reading, order: order)
    if let row = found {
      if let notice = decision.record {
        let settled = try await settle(row, as: notice)
        return answer(settled ? .confirmed : .alreadyConfirmed)
      }
      // A gateway that names another amount, or says "paid" after it said "failed", is asked
      // what is true.
      let contradicts = notice.standing == .paid && row.state == .failed
      if decision.answer == .invalidAmount || contradicts { try await remindToReconcile(row) }
    }
    return answer(decision.answer)
  }

  /// What the page after the gateway's redirect shows. Nothing is changed by it.
  package func paymentReturn(
    rawQuery: String, of citizen: CitizenID?
  ) async throws -> PaymentReturnView {
    guard case .genuine(let notice) = outside.payment.readNotice(rawQuery: rawQuery) else {
      return PaymentReturnView(caseID: nil, state: nil, signature: .bad, code: nil)
    }
    return try await database.read { connection in
      guard let row = try Payments.row(reference: notice.reference, in: connection),
        let owner = try Cases.row(row.caseID, lock: .none, in: connection),
        owner.citizen == citizen
      else { return PaymentReturnView(caseID: nil, state: nil, signature: .good, code: nil) }
      return PaymentReturnView(
        caseID: row.caseID, state: PaymentStateName(row.state), signature: .good,
        code: notice.code)
    }
  }

  /// Asks the gateway what became of an order. Silence is never an answer.
  func reconcile(_ payment: PaymentID) async throws -> JobOutcome {
    let now = surroundings.now()
    let found = try await database.read { connection in
      try Payments.row(payment, in: connection)
    }
    guard let row = found else { return .done }
    switch row.state {
    case .paid, .surplus, .disputed: return .done
    case .pending, .failed, .lapsed: break
    }
    let answer = try await outside.paymentAPI.query(
      reference: row.reference, createdAt: row.createdAt,
      requestID: surroundings.newToken(byteCount: 15), serverAddress: "127.0.0.1", now: now)
    guard case .found(let notice) = answer else {
      guard row.state == .pending else { return .done }
      guard now > row.expiresAt else {
        return .again(at: min(now.adding(seconds: 120), row.expiresAt.adding(seconds: 30)))
      }
      guard answer == .neverBegun else {
        throw Fault("asking VNPAY after a payment", cause: "it refused to say", retry: .later)
      }
      try await lapse(row)
      return .done
    }
    guard notice.amount == row.amount, notice.standing != .held else {
      try await dispute(row, as: notice)
      return .done
    }
    if notice.standing == .pending { return .again(at: now.adding(seconds: 120)) }
    if notice.standing == .failed && row.state == .failed { return .done }
    _ = try await settle(row, as: notice)
    return .done
  }

  private func order(_ row: PaymentRow) throws -> PaymentOrder {
    do {
      return try PaymentOrder(
        reference: row.reference, amount: row.amount, info: "Phi cap Phieu LLTP \(row.reference)",
        createdAt: row.createdAt, expiresAt: row.expiresAt)
    } catch {
      preconditionFailure("our own orders are well formed: \(error)")
    }
  }

  private func answer(_ answer: NoticeAnswer) -> (code: String, message: String) {
    (answer.code, answer.message)
  }

  /// Puts a note that the gateway must be asked now.
  private func remindToReconcile(_ row: PaymentRow) async throws {
    let now = surroundings.now()
    try await database.write { transaction in
      let job = Job.reconcile(row.id)
      try Outbox.put(
        kind: job.kind, payload: job.payload, agency: row.agency, caseID: row.caseID,
        dueAt: now, in: transaction)
    }
  }
}

import CaseFile
import Decision
import Intake
import Store
package import Vocabulary
import Words

extension Desk {
  /// An intake officer has taken a case's fee, in cash or as the post handed it over. It lies in
  /// the officer's till of the day until the accountant has it.
  ///
  /// - Parameter reference: of the post's list; empty for cash.
  package func takeFee(
    ofCase number: String, through channel: PaymentChannel, reference: String,
    by officer: ActingOfficer
  ) async throws -> PaymentID {
    guard officer.roles.contains(.intake) else { throw Refused.roleMissing(.intake) }
    guard channel.isByHand else { throw Refused.notFound }
    guard channel == .counter || !reference.isEmpty else { throw Refused.referenceMissing }
    let found = try await database.read { connection in
      try Cases.row(number: number.uppercased(), in: connection)
    }
    guard let row = found, row.agency == officer.agency else { throw Refused.notFound }
    let now = surroundings.now()
    let payment: PaymentID = surroundings.newID()
    let mark = channel == .counter ? "TM" : "BC"
    let ours = mark + surroundings.newToken(byteCount: 10).uppercased()
    try await act(on: row.id, by: .officer(officer.id)) { step in
      try step.belongs(to: officer, as: .intake)
      guard case .due(let amount) = step.facts.history.fee,
        step.facts.history.state == .awaitingFee, amount > .zero
      else { throw Refused.feeNotOpen }
      let order = PaymentRow(
        id: payment, caseID: row.id, agency: row.agency, reference: ours, amount: amount,
        state: .pending, providerNumber: nil, createdAt: now,
        expiresAt: now.adding(seconds: Desk.paymentLifeSeconds), code: nil, channel: channel)
      let till = TillKey(
        agency: row.agency, officer: officer.id, day: now.civilDate, channel: channel)
      try step.take(order, known: channel == .post ? reference : nil, into: till, at: now)
    }
    return payment
  }

  /// The receipt of a fee that this officer's agency took by hand, to be printed at the counter.
  package func takenReceipt(_ payment: PaymentID, by officer: ActingOfficer) async throws -> [UInt8]
  {
    guard officer.roles.contains(.intake) else { throw Refused.roleMissing(.intake) }
    let found = try await database.read { connection in
      try Payments.row(payment, in: connection)
    }
    guard let row = found, row.agency == officer.agency, row.channel.isByHand else {
      throw Refused.notFound
    }
    let facts = try await facts(of: row.caseID)
    guard case .paid(_, payment, let number) = facts.history.fee else { throw Refused.notFound }
    try await freshRules()
    let office = try office(of: row.agency)
    return try office.press.receipt(facts, by: office.rules(of: facts), row, number: number)
  }

  /// An officer's tills: of today, and those that are not handed over.
  package func ownTills(of officer: ActingOfficer) async throws -> [TillView] {
    guard officer.roles.contains(.intake) else { throw Refused.roleMissing(.intake) }
    let today = surroundings.now().civilDate
    return try await database.read { connection in
      try Tills.of(officer.id, at: officer.agency, on: today, in: connection).map { row in
        var view = TillView(row, name: officer.name)
        view.takings = try Tills.takings(of: row.key, limit: 1000, in: connection).map {
          TakingView(
            payment: $0.payment, caseNumber: $0.caseNumber, amount: $0.amount,
            takenAt: $0.takenAt)
        }
        return view
      }
    }
  }

  /// The officer has counted the till; from then on nothing more comes into it. Another sum than
  /// was taken needs its reason.
  package func closeTill(
    of day: CivilDate, _ channel: PaymentChannel, counted: Dong, reason: String,
    by officer: ActingOfficer
  ) async throws {
    guard officer.roles.contains(.intake) else { throw Refused.roleMissing(.intake) }
    let now = surroundings.now()
    let key = TillKey(agency: officer.agency, officer: officer.id, day: day, channel: channel)
    try await database.write { transaction in
      guard let till = try Tills.row(key, lock: .forUpdate, in: transaction) else {
        throw Refused.notFound
      }
      guard till.expected == counted || !reason.isEmpty else { throw Refused.reasonMissing }
      guard try Tills.close(key, counted: counted, at: now, in: transaction) else {
        throw Refused.stale
      }
      try tell(
        .tillClosed(officer: officer.id, day: day, channel: channel, counted: counted),
        reason: till.expected == counted ? nil : reason, by: officer, at: now, in: transaction)
    }
  }

  /// The accountant has counted it too, and has it: the till's account is empty, and what was
  /// lacking or too much stands in an account of its own.
  package func receiveTill(
    of holder: OfficerID, on day: CivilDate, _ channel: PaymentChannel,
    by officer: ActingOfficer
  ) async throws {
    guard officer.roles.contains(.accountant) else { throw Refused.roleMissing(.accountant) }
    let now = surroundings.now()
    let key = TillKey(agency: officer.agency, officer: holder, day: day, channel: channel)
    try await database.write { transaction in
      guard let till = try Tills.row(key, lock: .forUpdate, in: transaction) else {
        throw Refused.notFound
      }
      guard key.isAnothers(than: officer) else { throw Refused.decision(.sameOfficer) }
      guard let counted = till.counted,
        try Tills.receive(key, by: officer.id, at: now, in: transaction)
      else { throw Refused.stale }
      try handOver(till, counted: counted, at: now, in: transaction)
      try tell(
        .tillReceived(officer: holder, day: day, channel: channel), reason: nil, by: officer,
        at: now, in: transaction)
    }
  }
}

extension TillKey {
  /// A till is counted by two: neither its holder receives it, nor one who stands in for them
  /// today, in whatever role.
  func isAnothers(than receiver: ActingOfficer) -> Bool {
    officer != receiver.id && !receiver.principals.values.contains(officer)
  }
}

/// From the till to the treasury.
private func handOver(
  _ till: TillRow, counted: Dong, at now: Instant, in transaction: Transaction
) throws {
  let account: LedgerAccount = till.key.channel == .counter ? .cash : .post
  func post(_ amount: Dong, debit: LedgerAccount, credit: LedgerAccount) throws {
    guard amount > .zero else { return }
    try Ledger.post(
      LedgerBatch(
        agency: till.key.agency, caseID: nil, payment: nil, at: now,
        lines: [.debit(debit, amount), .credit(credit, amount)]),
      in: transaction)
  }
  try post(min(counted, till.expected), debit: .treasury, credit: account)
  if counted < till.expected {
    try post(till.expected - counted, debit: .tillDifference, credit: account)
  } else {
    try post(counted - till.expected, debit: .treasury, credit: .tillDifference)
  }
}

/// An event of the agency's money, with the reason that people read.
///
/// - Parameter principal: the officer on leave for whom it was done.
func tell(
  _ event: MoneyEvent, reason: String?, by officer: ActingOfficer,
  onBehalf principal: OfficerID? = nil, at now: Instant, in transaction: Transaction
) throws {
  let sealed = reason.map { Journal.seal(JournalCodec.bytes(of: $0)) }
  try Journal.append(
    HouseEntry(
      event: .money(event), caseID: nil, seq: nil, agency: officer.agency,
      actor: .officer(officer.id), at: now, payload: sealed?.commitment, onBehalf: principal),
    payload: sealed, in: transaction)
}

extension CaseStep {
  /// A fee that an officer holds: the order, the till, the receipt and the books, at once.
  fileprivate mutating func take(
    _ order: PaymentRow, known reference: String?, into till: TillKey, at now: Instant
  ) throws {
    if let reference, try Payments.isKnown(reference, order.channel, in: transaction) {
      throw Refused.referenceUsed
    }
    try Payments.insert(order, in: transaction)
    try record(
      .paymentBegan(payment: order.id, reference: order.reference, amount: order.amount))
    guard try Tills.take(order.amount, of: order.id, into: till, at: now, in: transaction) else {
      throw Refused.tillClosed
    }
    _ = try Payments.settle(
      order.id, from: .pending, to: .paid, providerNumber: reference, code: nil, at: now,
      in: transaction)
    let receipt = try FeeReceipts.issue(
      agency: order.agency, caseID: facts.id, payment: order.id, amount: order.amount, at: now,
      in: transaction)
    try record(.feePaid(payment: order.id, amount: order.amount, receipt: receipt))
    try post(
      order.amount, debit: order.channel == .counter ? .cash : .post, credit: .feeIncome,
      payment: order, at: now)
    try mail(.feePaid)
  }
}

extension TillView {
  init(_ row: TillRow, name: String) {
    self.init(
      officer: row.key.officer, officerName: name, day: row.key.day, channel: row.key.channel,
      expected: row.expected, counted: row.counted, isReceived: row.receivedAt != nil,
      canReceive: false,
      takings: [])
  }
}

import CaseFile
import Decision
import Intake
import Store
package import Vocabulary

/// Money that is owed back, as pages show it.
package struct RefundView: Equatable, Sendable {
  package var payment: PaymentID
  package var amount: Dong
  package var state: RefundState
  package var owedAt: Instant
  package var settledAt: Instant?
  /// The gateway's code where it refused.
  package var code: String?
}

/// A refund that needs a person: one that was refused and is paid by hand, or one that has waited
/// too long for the gateway.
package struct RefundToPay: Equatable, Sendable {
  package var refund: RefundView
  package var caseID: CaseID
  /// The case can be opened here by who looks; it may have been handed on to another agency.
  package var isHere: Bool
  package var caseNumber: CaseNumber
  /// The payer's reference at the gateway.
  package var reference: String
  /// To whom, and how to reach them; nil where it was purged from the case, and for an
  /// accountant, who sees money and case numbers.
  package var payee: Payee?
  /// The number of the order to pay; nil until a leader has given it.
  package var order: String?
  package var can: Set<Act>

  package enum Act: String, Equatable, Sendable, CaseIterable {
    /// A leader orders it.
    case order
    /// An accountant, who is another, says that it was paid.
    case pay
  }

  package struct Payee: Equatable, Sendable {
    package var name: String
    package var phone: String
    package var email: String
  }
}

extension RefundView {
  init(_ row: RefundRow) {
    self.init(
      payment: row.payment, amount: row.amount, state: row.state, owedAt: row.owedAt,
      settledAt: row.settledAt, code: row.code)
  }
}

extension RefundToPay.Payee {
  /// Who applied, for themselves or for another.
  fileprivate init?(_ facts: CaseFacts) {
    guard let declaration = facts.declaration, let contact = facts.contact else { return nil }
    self.init(
      name: (declaration.representative?.name ?? declaration.person.name).text,
      phone: contact.phone, email: contact.email)
  }
}

extension Desk {
  /// After how long a refund that still waits for the gateway is shown to people.
  static var refundOverdueSeconds: Int { 3 * 86_400 }

  /// What the gateway would not give back, or has kept too long, of the money that an officer's
  /// agency received.
  package func refundsToPay(by officer: ActingOfficer) async throws -> [RefundToPay] {
    guard !officer.roles.isDisjoint(with: [.leader, .accountant]) else {
      throw Refused.roleMissing(.accountant)
    }
    let isLeader = officer.roles.contains(.leader)
    let overdue = surroundings.now().adding(seconds: -Desk.refundOverdueSeconds)
    return try await database.read { connection in
      let rows = try Refunds.stuck(
        at: officer.agency, owedBefore: overdue, limit: 100, in: connection)
      return try rows.compactMap { row in
        guard let order = try Payments.row(row.payment, in: connection),
          let line = try Cases.row(row.caseID, lock: .none, in: connection)
        else { return nil }
        let given = try RefundOrders.row(row.payment, in: connection)
        let payee =
          isLeader
          ? RefundToPay.Payee(try Cases.facts(of: row.caseID, in: connection)) : nil
        return RefundToPay(
          refund: RefundView(row), caseID: row.caseID,
          isHere: isLeader && line.agency == officer.agency, caseNumber: line.number,
          reference: order.reference, payee: payee, order: given?.reference,
          can: acts(on: row, given, by: officer))
      }
    }
  }

  /// A leader orders that it be paid outside the gateway, under a number.
  package func orderRefund(
    _ payment: PaymentID, reference: String, by officer: ActingOfficer
  ) async throws {
    guard officer.roles.contains(.leader) else { throw Refused.roleMissing(.leader) }
    guard !reference.isEmpty else { throw Refused.referenceMissing }
    let now = surroundings.now()
    try await database.write { transaction in
      guard let row = try Refunds.row(payment, in: transaction), row.agency == officer.agency
      else { throw Refused.notFound }
      guard row.state == .refused,
        try RefundOrders.order(
          row, reference: reference, by: officer.id, onBehalf: officer.principals[.leader],
          at: now, in: transaction)
      else { throw Refused.stale }
      try tell(
        .refundOrdered(payment), reason: nil, by: officer, onBehalf: officer.principals[.leader],
        at: now, in: transaction)
    }
  }

  /// An accountant, with other eyes than those that ordered it, says that it was paid, by which
  /// document of the treasury or bank.
  package func payByHand(
    _ payment: PaymentID, reference: String, by officer: ActingOfficer
  ) async throws {
    guard officer.roles.contains(.accountant) else { throw Refused.roleMissing(.accountant) }
    guard !reference.isEmpty else { throw Refused.referenceMissing }
    let found = try await database.read { connection in
      (
        row: try Refunds.row(payment, in: connection),
        order: try RefundOrders.row(payment, in: connection)
      )
    }
    guard let row = found.row, row.agency == officer.agency else { throw Refused.notFound }
    guard row.state == .refused, let order = found.order else { throw Refused.stale }
    guard order.mayBePaid(by: officer) else { throw Refused.decision(.sameOfficer) }
    let now = surroundings.now()
    try await act(on: row.caseID, by: .officer(officer.id)) { step in
      guard
        try RefundOrders.pay(payment, by: officer.id, at: now, in: step.transaction),
        try Refunds.settle(row, as: .byHand, code: row.code, at: now, in: step.transaction)
      else { throw Refused.stale }
      try step.record(row.told(as: .byHand(by: officer.id)), payload: reference)
      try step.pay(row, from: .treasury, at: now)
    }
  }
}

private func acts(
  on row: RefundRow, _ order: RefundOrderRow?, by officer: ActingOfficer
) -> Set<RefundToPay.Act> {
  guard row.state == .refused else { return [] }
  guard let order else { return officer.roles.contains(.leader) ? [.order] : [] }
  return officer.roles.contains(.accountant) && order.mayBePaid(by: officer) ? [.pay] : []
}

extension RefundOrderRow {
  /// Two people: neither who ordered it, nor in whose name, nor one who stands in for either today,
  /// in whatever role. Nobody stands in for an accountant, so a payer acts for themselves.
  func mayBePaid(by officer: ActingOfficer) -> Bool {
    let orderers = Set([orderedBy, orderedFor].compactMap { $0 })
    return orderers.isDisjoint(with: [officer.id] + officer.principals.values)
  }
}

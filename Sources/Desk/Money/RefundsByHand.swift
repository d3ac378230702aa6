import CaseFile
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

/// A refund that needs a person, for the list of the agency's leaders: one that was refused and is
/// paid by hand, or one that has waited too long for the gateway.
package struct RefundToPay: Equatable, Sendable {
  package var refund: RefundView
  package var caseID: CaseID
  /// The case can be opened here; it may have been handed on to another agency.
  package var isHere: Bool
  package var caseNumber: CaseNumber
  /// The payer's reference at the gateway.
  package var reference: String
  /// To whom, and how to reach them; nil where it was purged from the case.
  package var payee: Payee?

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
    guard officer.roles.contains(.leader) else { throw Refused.roleMissing(.leader) }
    let overdue = surroundings.now().adding(seconds: -Desk.refundOverdueSeconds)
    return try await database.read { connection in
      let rows = try Refunds.stuck(
        at: officer.agency, owedBefore: overdue, limit: 100, in: connection)
      return try rows.compactMap { row in
        guard let order = try Payments.row(row.payment, in: connection),
          let line = try Cases.row(row.caseID, lock: .none, in: connection)
        else { return nil }
        let facts = try Cases.facts(of: row.caseID, in: connection)
        return RefundToPay(
          refund: RefundView(row), caseID: row.caseID, isHere: line.agency == officer.agency,
          caseNumber: line.number, reference: order.reference,
          payee: RefundToPay.Payee(facts))
      }
    }
  }

  /// A leader says that it was paid outside the gateway, by which document of the treasury or bank.
  package func payByHand(
    _ payment: PaymentID, reference: String, by officer: ActingOfficer
  ) async throws {
    guard officer.roles.contains(.leader) else { throw Refused.roleMissing(.leader) }
    guard !reference.isEmpty else { throw Refused.referenceMissing }
    let found = try await database.read { connection in try Refunds.row(payment, in: connection) }
    guard let row = found, row.agency == officer.agency else { throw Refused.notFound }
    guard row.state == .refused else { throw Refused.stale }
    let now = surroundings.now()
    try await act(on: row.caseID, by: .officer(officer.id)) { step in
      step.standIn(officer, as: [.leader])
      guard
        try Refunds.settle(row, as: .byHand, code: row.code, at: now, in: step.transaction)
      else { throw Refused.stale }
      try step.record(row.told(as: .byHand(by: officer.id)), payload: reference)
      try step.pay(row, from: .treasury, at: now)
    }
  }
}

package import Vocabulary

/// What is owed back of one payment, and how far it is.
package struct RefundRow: Equatable, Sendable {
  package let payment: PaymentID
  package let caseID: CaseID
  /// In whose books it stands: the agency that received the payment.
  package let agency: AgencyID
  package let amount: Dong
  package let state: RefundState
  package let owedAt: Instant
  /// The gateway's name for our request, once it was asked.
  package let request: String?
  package let askedAt: Instant?
  package let settledAt: Instant?
  /// The gateway's code where it refused.
  package let code: String?

  init(restoring row: Row) throws(Fault) {
    guard let payment = PaymentID(try row.text("payment")),
      let caseID = CaseID(try row.text("case_id")),
      let agency = AgencyID(try row.text("agency")),
      let state = RefundState(rawValue: try row.text("state"))
    else { throw Fault("reading a refund", cause: "a column holds an impossible value") }
    self.payment = payment
    self.caseID = caseID
    self.agency = agency
    self.amount = Dong(try row.int("amount"))
    self.state = state
    self.owedAt = try row.instant("owed_at")
    self.request = try row.textOrNil("request")
    self.askedAt = try row.instantOrNil("asked_at")
    self.settledAt = try row.instantOrNil("settled_at")
    self.code = try row.textOrNil("code")
  }
}

package import Desk
package import Vocabulary

/// What the page of refunds that a person must pay asks of the desk.
package protocol RefundsDesk: Sendable {
  func refundsToPay(by officer: ActingOfficer) async throws -> [RefundToPay]
  /// A leader's order, under a number.
  func orderRefund(
    _ payment: PaymentID, reference: String, by officer: ActingOfficer
  ) async throws
  func payByHand(
    _ payment: PaymentID, reference: String, by officer: ActingOfficer
  ) async throws
}

import Desk
import Vocabulary

extension OpenDesk {
  func refundsToPay(by officer: ActingOfficer) async throws -> [RefundToPay] {
    try await desk.refundsToPay(by: officer)
  }

  func orderRefund(
    _ payment: PaymentID, reference: String, by officer: ActingOfficer
  ) async throws {
    try await desk.orderRefund(payment, reference: reference, by: officer)
  }

  func payByHand(
    _ payment: PaymentID, reference: String, by officer: ActingOfficer
  ) async throws {
    try await desk.payByHand(payment, reference: reference, by: officer)
  }
}

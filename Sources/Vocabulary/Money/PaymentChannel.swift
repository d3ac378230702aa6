/// How a fee came. The raw value is what `payments.provider` holds.
package enum PaymentChannel: String, Hashable, Sendable, Codable, CaseIterable {
  /// Through the payment gateway.
  case online = "vnpay"
  /// In cash, to an officer.
  case counter
  /// Collected by the post and handed over to an officer.
  case post

  /// Whether an officer holds the money in a till until the accountant has it.
  package var isByHand: Bool {
    switch self {
    case .online: false
    case .counter, .post: true
    }
  }
}

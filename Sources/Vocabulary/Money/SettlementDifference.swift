/// What the gateway's settlement and the books disagree on.
package enum SettlementDifference: String, Hashable, Sendable, Codable, CaseIterable {
  /// The gateway tells of money that the books do not know as received, or as given back.
  case missingHere
  /// The books know money of which the gateway does not tell.
  case missingThere
  /// Both know it, with different sums.
  case sum
  /// The gateway tells of it more than once.
  case twice
  /// The books say that it was given back, and the gateway does not.
  case refundNotSettled
}

/// Which way money went through the gateway.
package enum MoneyFlow: String, Hashable, Sendable, Codable, CaseIterable {
  case payment
  case refund
}

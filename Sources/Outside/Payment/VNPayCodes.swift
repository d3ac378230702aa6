/// What VNPAY says became of an attempt to pay (`vnp_ResponseCode`).
package enum VNPayResponse: Hashable, Sendable {
  case success
  /// Money was taken, and the transaction is suspected of fraud: a person must look.
  case suspicious
  case notRegisteredForOnlineBanking
  case wrongDetailsThreeTimes
  case expired
  case accountLocked
  case wrongPassword
  case cancelledByPayer
  case insufficientFunds
  case dailyLimitExceeded
  case bankInMaintenance
  case wrongPaymentPasswordTooOften
  case otherError
  /// A code that the documentation does not name.
  case unknown(String)

  package init(code: String) {
    self = Self.named[code] ?? .unknown(String(code.prefix(4)))
  }

  /// The code on the wire, as the receipt and the log show it.
  package var code: String {
    if case .unknown(let code) = self { return code }
    return Self.named.first { $0.value == self }?.key ?? ""
  }

  private static let named: [String: VNPayResponse] = [
    "00": .success, "07": .suspicious, "09": .notRegisteredForOnlineBanking,
    "10": .wrongDetailsThreeTimes, "11": .expired, "12": .accountLocked, "13": .wrongPassword,
    "24": .cancelledByPayer, "51": .insufficientFunds, "65": .dailyLimitExceeded,
    "75": .bankInMaintenance, "79": .wrongPaymentPasswordTooOften, "99": .otherError,
  ]
}

/// Where the money of a transaction stands (`vnp_TransactionStatus`).
package enum VNPayStatus: Hashable, Sendable {
  case paid
  case pending
  case failed
  /// Taken from the payer, not given to us; VNPAY must settle it.
  case reversed
  case refundBeingProcessed
  case refundSentToBank
  case suspectedFraud
  case refundRefused
  case unknown(String)

  package init(code: String) {
    self = Self.named[code] ?? .unknown(String(code.prefix(4)))
  }

  package var code: String {
    if case .unknown(let code) = self { return code }
    return Self.named.first { $0.value == self }?.key ?? ""
  }

  private static let named: [String: VNPayStatus] = [
    "00": .paid, "01": .pending, "02": .failed, "04": .reversed, "05": .refundBeingProcessed,
    "06": .refundSentToBank, "07": .suspectedFraud, "09": .refundRefused,
  ]
}

/// What became of a payment, in one word for the person: every pair of codes has exactly one.
package enum PaymentExplanation: String, Hashable, Sendable, CaseIterable {
  case paid
  case cancelled
  case expired
  case insufficientFunds
  case limitExceeded
  case detailsRefused
  case accountUnusable
  case bankUnavailable
  case pending
  case suspectedFraud
  case reversed
  case failed

  /// Paid only where **both** codes say so.
  package init(_ response: VNPayResponse, _ status: VNPayStatus) {
    switch response {
    case .success: self = Self.afterSuccess(status)
    case .suspicious: self = .suspectedFraud
    case .cancelledByPayer: self = .cancelled
    case .expired: self = .expired
    case .insufficientFunds: self = .insufficientFunds
    case .dailyLimitExceeded: self = .limitExceeded
    case .wrongDetailsThreeTimes, .wrongPassword, .wrongPaymentPasswordTooOften:
      self = .detailsRefused
    case .accountLocked, .notRegisteredForOnlineBanking: self = .accountUnusable
    case .bankInMaintenance: self = .bankUnavailable
    case .otherError, .unknown: self = .failed
    }
  }

  private static func afterSuccess(_ status: VNPayStatus) -> PaymentExplanation {
    switch status {
    case .paid: .paid
    case .pending: .pending
    case .reversed: .reversed
    case .suspectedFraud: .suspectedFraud
    case .failed, .refundBeingProcessed, .refundSentToBank, .refundRefused, .unknown: .failed
    }
  }
}

package import Vocabulary

/// A merchant's account with VNPAY.
package struct VNPaySettings: Sendable {
  package var terminalCode: String
  /// The content of the secret file. Never printed.
  package var hashSecret: String
  /// The payment page, such as `…/paymentv2/vpcpay.html`.
  package var payURL: Endpoint
  /// `…/merchant_webapi/api/transaction`.
  package var apiURL: Endpoint
  /// Where the payer's browser returns. It only shows; it decides nothing.
  package var returnURL: String

  package init(
    terminalCode: String, hashSecret: String, payURL: Endpoint, apiURL: Endpoint,
    returnURL: String
  ) {
    self.terminalCode = terminalCode
    self.hashSecret = hashSecret
    self.payURL = payURL
    self.apiURL = apiURL
    self.returnURL = returnURL
  }
}

/// What is to be paid.
package struct PaymentOrder: Equatable, Sendable {
  /// `vnp_TxnRef`: unique per day with VNPAY; we make it unique for ever.
  package let reference: String
  package let amount: Dong
  package let info: String
  package let createdAt: Instant
  package let expiresAt: Instant

  /// - Parameter info: Vietnamese **without** marks. VNPAY's own samples encode it as ASCII, and
  ///   encoders disagree on some signs, so only letters, digits, space and `. : _ -` are allowed.
  package init(
    reference: String, amount: Dong, info: String, createdAt: Instant, expiresAt: Instant
  ) throws(Malformed) {
    guard (1...100).contains(reference.utf8.count), reference.utf8.allSatisfy(Self.isLetterOrDigit)
    else { throw .reference }
    guard (1...10_000_000_000).contains(amount.amount) else { throw .amount }
    guard (1...255).contains(info.utf8.count), info.utf8.allSatisfy(Self.isInfo) else {
      throw .info
    }
    guard expiresAt > createdAt else { throw .expiry }
    self.reference = reference
    self.amount = amount
    self.info = info
    self.createdAt = createdAt
    self.expiresAt = expiresAt
  }

  package enum Malformed: Error, Equatable, Sendable {
    case reference, amount, info, expiry
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isInfo(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || [0x20, 0x2E, 0x3A, 0x5F, 0x2D].contains(byte)
  }
}

extension VNPaySettings {
  /// The address that the payer's browser is sent to.
  ///
  /// - Parameters:
  ///   - payerAddress: the browser's IP address, which VNPAY wants.
  ///   - language: `vn` or `en`.
  package func payURL(
    for order: PaymentOrder, payerAddress: String, language: VNPayLanguage
  ) -> String {
    let query = VNPaySignature.query([
      ("vnp_Version", "2.1.0"), ("vnp_Command", "pay"), ("vnp_TmnCode", terminalCode),
      ("vnp_Amount", String(order.amount.amount * 100)), ("vnp_CurrCode", "VND"),
      ("vnp_TxnRef", order.reference), ("vnp_OrderInfo", order.info), ("vnp_OrderType", "other"),
      ("vnp_Locale", language.rawValue), ("vnp_ReturnUrl", returnURL),
      ("vnp_IpAddr", payerAddress), ("vnp_CreateDate", order.createdAt.compactVietnamese),
      ("vnp_ExpireDate", order.expiresAt.compactVietnamese),
    ])
    let hash = VNPaySignature.sign(query, secret: hashSecret)
    return "\(payURL.text)?\(query)&vnp_SecureHash=\(hash)"
  }
}

package enum VNPayLanguage: String, Sendable {
  case vietnamese = "vn"
  case english = "en"
}

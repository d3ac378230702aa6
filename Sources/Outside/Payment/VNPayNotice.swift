package import Vocabulary

/// What VNPAY told us of one transaction, its signature checked.
package struct PaymentNotice: Equatable, Sendable {
  package let reference: String
  package let amount: Dong
  package let response: VNPayResponse
  package let status: VNPayStatus
  /// VNPAY's number of the transaction; `0` where none took place.
  package let transactionNumber: String
  package let bankCode: String
  package let paidAt: Instant?

  package var explanation: PaymentExplanation { PaymentExplanation(response, status) }
}

/// An instant payment notice (IPN) as it arrived.
package enum NoticeReading: Equatable, Sendable {
  case genuine(PaymentNotice)
  /// Signed by somebody else, by nobody, or twice.
  case notGenuine
  /// Signed, but a field that we need is missing or malformed (named).
  case unreadable(field: String)
}

/// Our answer to an IPN, with the codes and words that VNPAY expects (HTTP 200 in every case).
///
/// 00 and 02 end the notices; the others are repeated, up to ten times, five minutes apart.
package enum NoticeAnswer: String, Equatable, Sendable {
  case confirmed = "00"
  case orderNotFound = "01"
  case alreadyConfirmed = "02"
  case invalidAmount = "04"
  case invalidSignature = "97"
  case unknownError = "99"

  package var code: String { rawValue }

  package var message: String {
    switch self {
    case .confirmed: "Confirm Success"
    case .orderNotFound: "Order not found"
    case .alreadyConfirmed: "Order already confirmed"
    case .invalidAmount: "invalid amount"
    case .invalidSignature: "Invalid signature"
    case .unknownError: "Unknow error"
    }
  }
}

/// What we know of the order that a notice names.
package struct KnownOrder: Equatable, Sendable {
  package let amount: Dong
  package let progress: Progress

  package enum Progress: Equatable, Sendable {
    case open
    /// Its end was recorded before: paid, or failed for good.
    case final
  }

  package init(amount: Dong, progress: Progress) {
    self.amount = amount
    self.progress = progress
  }
}

/// What is to be done about a notice: the answer, and what to record before giving it.
package struct NoticeDecision: Equatable, Sendable {
  package let answer: NoticeAnswer
  /// Set exactly when the answer is `confirmed`.
  package let record: PaymentNotice?
}

/// In VNPAY's order: signature, order, amount, whether it was confirmed before.
///
/// A payment that failed is confirmed too: 00 says that we have taken note.
package func decide(on reading: NoticeReading, order: KnownOrder?) -> NoticeDecision {
  switch reading {
  case .notGenuine: return NoticeDecision(answer: .invalidSignature, record: nil)
  case .unreadable: return NoticeDecision(answer: .unknownError, record: nil)
  case .genuine(let notice):
    guard let order else { return NoticeDecision(answer: .orderNotFound, record: nil) }
    guard order.amount == notice.amount else {
      return NoticeDecision(answer: .invalidAmount, record: nil)
    }
    switch order.progress {
    case .final: return NoticeDecision(answer: .alreadyConfirmed, record: nil)
    case .open: return NoticeDecision(answer: .confirmed, record: notice)
    }
  }
}

extension VNPaySettings {
  /// Reads an IPN from the raw query string, or a ReturnUrl's.
  ///
  /// A ReturnUrl passes through the payer's browser: what it says may be shown, never recorded.
  package func readNotice(rawQuery: String) -> NoticeReading {
    guard let fields = VNPaySignature.verified(rawQuery: rawQuery, secret: hashSecret),
      fields["vnp_TmnCode"] == terminalCode
    else { return .notGenuine }
    guard let reference = fields["vnp_TxnRef"], !reference.isEmpty else {
      return .unreadable(field: "vnp_TxnRef")
    }
    guard let amount = dong(hundredths: fields["vnp_Amount"]) else {
      return .unreadable(field: "vnp_Amount")
    }
    guard let response = fields["vnp_ResponseCode"] else {
      return .unreadable(field: "vnp_ResponseCode")
    }
    guard let status = fields["vnp_TransactionStatus"] else {
      return .unreadable(field: "vnp_TransactionStatus")
    }
    return .genuine(
      PaymentNotice(
        reference: reference, amount: amount, response: VNPayResponse(code: response),
        status: VNPayStatus(code: status),
        transactionNumber: fields["vnp_TransactionNo"] ?? "0",
        bankCode: fields["vnp_BankCode"] ?? "",
        paidAt: fields["vnp_PayDate"].flatMap(Instant.init(compactVietnamese:))))
  }
}

/// VNPAY counts hundredths of a đồng. A part of a đồng is no amount of ours.
func dong(hundredths text: String?) -> Dong? {
  guard let text, (1...15).contains(text.utf8.count),
    text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(text), value % 100 == 0
  else { return nil }
  return Dong(value / 100)
}

extension Instant {
  /// `yyyyMMddHHmmss` in Vietnamese time; nil for anything else.
  init?(compactVietnamese text: String) {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.count == 14, digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let (hour, minute, second) = (number(8..<10), number(10..<12), number(12..<14))
    guard let day = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)),
      hour < 24, minute < 60, second < 60
    else { return nil }
    self.init(day, hour: hour, minute: minute, second: second)
  }
}

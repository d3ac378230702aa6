import Vocabulary

/// One order at the gateway, by the merchant's reference.
struct Transaction: Codable, Sendable {
  let reference: String
  /// Names the payment page; unguessable.
  let token: String
  /// Hundredths of a đồng, as VNPAY counts.
  let amount: Int
  let info: String
  let createDate: String
  let expireDate: String
  let returnURL: String
  let language: String
  var result: Result?
  /// In all, in hundredths of a đồng.
  var refunded = 0
  /// The latest refund.
  var refund: Refund?
  /// The names of the refunds that were made, with their day: each is made once. Nil in orders
  /// that an older demo kept.
  var refundRequests: Set<String>?
  var notices: [Notice] = []

  struct Refund: Codable, Sendable {
    let amount: Int
    let askedAt: Instant
    let end: RefundStyle

    /// 05 in work, 06 at the bank, then 00 paid or 09 refused by the bank.
    func status(now: Instant) -> String {
      let seconds = (now.milliseconds - askedAt.milliseconds) / 1000
      if seconds < 1 { return "05" }
      if seconds < 2 { return "06" }
      return end == .bankRefuses ? "09" : "00"
    }
  }

  struct Result: Codable, Sendable {
    let responseCode: String
    let status: String
    let number: String
    let bankNumber: String
    let payDate: String
  }

  /// A notice that is on its way to the merchant.
  struct Notice: Codable, Sendable {
    let query: String
    var dueAt: Instant
    var attempts = 0
    var isOver = false
  }
}

/// What the gateway does with a refund: chosen by the control.
enum RefundStyle: String, Codable, Sendable, CaseIterable {
  case normal
  /// Refused at once (95).
  case refused
  /// Taken, and later refused by the bank (09).
  case bankRefuses = "bank-refuses"
  /// Done, and the answer never comes.
  case answerLost = "answer-lost"
}

/// How the gateway tells the merchant: chosen on the payment page, or by the control.
enum NoticeStyle: String, Codable, Sendable, CaseIterable {
  case normal
  /// Half a minute late, after the payer has returned.
  case late
  case double
  /// Signed, with half the amount.
  case wrongAmount = "wrong-amount"
  /// Never: only a question (querydr) brings the outcome to light.
  case none

  var words: String {
    switch self {
    case .normal: "Báo ngay (bình thường)"
    case .late: "Báo trễ"
    case .double: "Báo hai lần"
    case .wrongAmount: "Báo sai số tiền"
    case .none: "Không báo"
    }
  }
}

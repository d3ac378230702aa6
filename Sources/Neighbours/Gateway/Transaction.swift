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
  var refunded = 0
  var notices: [Notice] = []

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

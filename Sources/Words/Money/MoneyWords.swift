package import Vocabulary

/// The names of accounts and channels, on pages and in tables.
package enum MoneyWords {
  package static func words(_ account: LedgerAccount, in language: Language) -> String {
    switch account {
    case .gateway: pick(language, "Phải thu cổng thanh toán", "Owed by the gateway")
    case .cash: pick(language, "Tiền mặt tại quầy", "Cash at the counter")
    case .post: pick(language, "Phải thu bưu chính", "Owed by the post")
    case .feeIncome: pick(language, "Thu phí", "Fee income")
    case .refundsOwed: pick(language, "Phải hoàn người nộp", "Owed back to payers")
    case .treasury: pick(language, "Kho quỹ", "Treasury")
    case .tillDifference: pick(language, "Chênh lệch kiểm quỹ", "Till differences")
    case .suspense: pick(language, "Chờ xử lý", "Held apart")
    }
  }

  package static func words(_ channel: PaymentChannel, in language: Language) -> String {
    switch channel {
    case .online: pick(language, "Trực tuyến (cổng thanh toán)", "Online (payment gateway)")
    case .counter: pick(language, "Tiền mặt tại quầy", "Cash at the counter")
    case .post: pick(language, "Qua bưu chính", "By the post")
    }
  }

  /// The head of the day's book as a table, in the language of the office.
  package static let bookHead = [
    "Ngày", "Thời điểm", "Mã hồ sơ", "Mã giao dịch", "Biên lai", "Nợ", "Có", "Số tiền (đồng)",
  ]
}

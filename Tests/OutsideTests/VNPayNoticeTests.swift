import Foundation
import Outside
import Testing
import Vocabulary

/// Notices for order HS2026000123A1 of 200,000 đồng, computed from the public rule with another
/// program; codes and their order after VNPAY's merchant documentation.
@Suite("VNPAY 2.1.0: payment notices")
struct VNPayNoticeTests {
  static let hashes = [
    "ok": "ca7b9cb43d4ce8612423c2e8d609304c3b9348448b90c0148d3ed61c74cc9bb9"
      + "686e5b1ac55349b24caf56e98e5ac0df4282fe69991ac0c41aec623d72683049",
    "cancelled": "83784ae81f1551dae3305fa5a294fb6f77d7ed6f4b51012bc59d41933e1269fb"
      + "58ea0da1cd708e238ec816c5c89e9ed466c52954b35ddded94ce5cde18364674",
    "status": "1f62d92c79f9dc492b616e4b62500b5e0ce48de3c552ad3a6ae8849f9bcb2fa7"
      + "bd8faab0be7c38454f1972c2501146e855f46218602bcc38283413949a65dd89",
    "amount": "f39d52b9bfaf8cdc73b4e6a720f5f57cd25951dac2a511aef40239d1d5711d4d"
      + "5df067d80a8c67510986d716c1a84bd5223ae8df234a2e672b15bdbe3835ec13",
    "unknown": "24c2da3458451ad011e514b29096c39569b01ecbdc9f58cd655f2209def50f25"
      + "cf3bfd2f150fd6b6108c49401fbc9478a2789f0a7f9dc1e8c72533b3d60ee21c",
  ]

  static func query(
    _ name: String, amount: String = "20000000", code: String = "00", number: String = "14226112",
    status: String = "00", reference: String = "HS2026000123A1"
  ) -> String {
    "vnp_Amount=\(amount)&vnp_BankCode=NCB&vnp_BankTranNo=VNP00000001&vnp_CardType=ATM"
      + "&vnp_OrderInfo=Phi+cap+Phieu+LLTP+so+1+HS2026000123&vnp_PayDate=20261121090312"
      + "&vnp_ResponseCode=\(code)&vnp_TmnCode=DEMO0001&vnp_TransactionNo=\(number)"
      + "&vnp_TransactionStatus=\(status)&vnp_TxnRef=\(reference)"
      + "&vnp_SecureHash=\(hashes[name] ?? "")"
  }

  static let order = KnownOrder(amount: Dong(200_000), progress: .open)

  func decision(_ query: String, order: KnownOrder? = order) throws -> NoticeDecision {
    decide(on: try account().readNotice(rawQuery: query), order: order)
  }

  @Test func `a paid order is confirmed once, and said to be confirmed afterwards`() throws {
    let first = try decision(Self.query("ok"))
    #expect(first.answer == .confirmed)
    #expect(first.answer.code == "00" && first.answer.message == "Confirm Success")
    #expect(first.record?.explanation == .paid)
    #expect(first.record?.amount == Dong(200_000))
    #expect(first.record?.transactionNumber == "14226112")
    #expect(
      first.record?.paidAt
        == Instant(CivilDate(2026, 11, 21), hour: 9, minute: 3, second: 12))
    let again = try decision(
      Self.query("ok"), order: KnownOrder(amount: Dong(200_000), progress: .final))
    #expect(again.answer == .alreadyConfirmed && again.record == nil)
    #expect(again.answer.code == "02")
  }

  @Test func `a cancelled payment is confirmed as received, and is not paid`() throws {
    let notice = try decision(Self.query("cancelled", code: "24", number: "0", status: "02"))
    #expect(notice.answer == .confirmed)
    #expect(notice.record?.explanation == .cancelled)
  }

  @Test func `a good response code with a bad status is not paid`() throws {
    let notice = try decision(Self.query("status", status: "02"))
    #expect(notice.answer == .confirmed)
    #expect(notice.record?.explanation == .failed)
  }

  @Test func `another amount is refused and nothing is recorded`() throws {
    let notice = try decision(Self.query("amount", amount: "10000000"))
    #expect(notice.answer == .invalidAmount && notice.record == nil)
    #expect(notice.answer.code == "04")
  }

  @Test func `an unknown order is answered 01`() throws {
    let notice = try decision(Self.query("unknown", reference: "HS2026999999A1"), order: nil)
    #expect(notice.answer.code == "01")
  }

  @Test func `the signature is looked at before the order and the amount`() throws {
    let forged = Self.query("ok", amount: "10000000", reference: "HS2026999999A1")
    #expect(try decision(forged, order: nil).answer.code == "97")
  }

  @Test func `a hash in capitals is the same hash`() throws {
    let hash = try #require(Self.hashes["ok"])
    let query = Self.query("ok").replacingOccurrences(of: hash, with: hash.uppercased())
    #expect(try decision(query).answer == .confirmed)
  }

  @Test func `the order of the parameters does not matter`() throws {
    let shuffled = Self.query("ok").split(separator: "&").reversed().joined(separator: "&")
    #expect(try decision(shuffled).answer == .confirmed)
  }

  @Test func `one changed digit, letter or parameter is a wrong signature`() throws {
    let good = Self.query("ok")
    let hash = try #require(Self.hashes["ok"])
    let changed = [
      String(good.dropLast()) + "8",
      good + "&vnp_X=",
      "vnp_X=1&" + good,
      good.replacingOccurrences(of: "&vnp_BankCode=NCB", with: ""),
      good.replacingOccurrences(of: "+", with: "%20"),
      good.replacingOccurrences(of: "vnp_SecureHash", with: "vnp_securehash"),
      good.replacingOccurrences(of: "&vnp_SecureHash=\(hash)", with: ""),
      good.replacingOccurrences(of: "vnp_Amount", with: "vnp%5FAmount"),
      good.replacingOccurrences(of: "vnp_Amount=", with: "vnp_Amount=%G0"),
      good + "&", "&" + good, good + "#", good + "\u{0}", "", "=", "vnp_SecureHash=\(hash)",
      String(repeating: "a=b&", count: 3000) + good,
    ]
    for query in changed {
      #expect(try decision(query).answer == .invalidSignature)
    }
  }

  @Test(arguments: ["vnp_Amount=20000000", "vnp_TxnRef=HS2026000123A1", "vnp_SecureHash=00"])
  func `a parameter given twice is refused, even with a good hash`(pair: String) throws {
    #expect(try decision(Self.query("ok") + "&" + pair).answer == .invalidSignature)
    #expect(try decision(pair + "&" + Self.query("ok")).answer == .invalidSignature)
  }

  @Test func `a notice for another merchant is none of ours`() throws {
    var other = try account()
    other.terminalCode = "DEMO0002"
    #expect(other.readNotice(rawQuery: Self.query("ok")) == .notGenuine)
  }

  @Test func `a signed notice without a field that we need is answered 99`() throws {
    let text = "vnp_Amount=20000000&vnp_TmnCode=DEMO0001&vnp_TxnRef=A1"
    let query =
      text + "&vnp_SecureHash=" + VNPaySignature.sign(text, secret: Street.hashSecret)
    #expect(try account().readNotice(rawQuery: query) == .unreadable(field: "vnp_ResponseCode"))
    #expect(try decision(query).answer.code == "99")
  }

  @Test func `a part of a dong is no amount`() throws {
    let text =
      "vnp_Amount=20000050&vnp_ResponseCode=00&vnp_TmnCode=DEMO0001"
      + "&vnp_TransactionStatus=00&vnp_TxnRef=A1"
    let query =
      text + "&vnp_SecureHash=" + VNPaySignature.sign(text, secret: Street.hashSecret)
    #expect(try account().readNotice(rawQuery: query) == .unreadable(field: "vnp_Amount"))
  }

  @Test(arguments: [
    ("00", "00", PaymentExplanation.paid), ("00", "01", .pending), ("00", "02", .failed),
    ("00", "04", .reversed), ("00", "07", .suspectedFraud), ("07", "00", .suspectedFraud),
    ("09", "02", .accountUnusable), ("10", "02", .detailsRefused), ("11", "02", .expired),
    ("12", "02", .accountUnusable), ("13", "02", .detailsRefused), ("24", "00", .cancelled),
    ("51", "02", .insufficientFunds), ("65", "02", .limitExceeded),
    ("75", "02", .bankUnavailable), ("79", "02", .detailsRefused), ("99", "00", .failed),
    ("zz", "00", .failed), ("00", "zz", .failed),
  ])
  func `every pair of codes has one explanation`(
    response: String, status: String, explanation: PaymentExplanation
  ) {
    let (response, status) = (VNPayResponse(code: response), VNPayStatus(code: status))
    #expect(PaymentExplanation(response, status) == explanation)
    #expect(VNPayResponse(code: response.code) == response)
    #expect(VNPayStatus(code: status.code) == status)
  }
}

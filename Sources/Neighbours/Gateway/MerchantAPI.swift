import Foundation
import Hummingbird
import Vocabulary

extension Gateway {
  /// `querydr` and `refund`, by VNPAY's rules: hash over the fields joined by `|`.
  func merchantAPI(_ fields: [String: String]) async throws -> Response {
    let command = fields["vnp_Command"] ?? ""
    guard let names = questionNames[command] else {
      return try answer(fields, code: "03", message: "Data is not in format", order: nil)
    }
    let text = names.map { fields[$0] ?? "" }.joined(separator: "|")
    guard fields["vnp_SecureHash"]?.lowercased() == signing.hash(text) else {
      return try answer(fields, code: "97", message: "Checksum failed", order: nil)
    }
    guard fields["vnp_TmnCode"] == merchant.terminalCode else {
      return try answer(fields, code: "02", message: "Merchant not found", order: nil)
    }
    let request = (fields["vnp_CreateDate"] ?? "").prefix(8) + (fields["vnp_RequestId"] ?? "")
    guard await ledger.isNew(requestID: String(request)) else {
      return try answer(fields, code: "94", message: "Duplicate request", order: nil)
    }
    guard let order = await ledger.order(fields["vnp_TxnRef"] ?? "") else {
      return try answer(fields, code: "91", message: "Transaction not found", order: nil)
    }
    guard command == "refund" else {
      return try answer(fields, code: "00", message: "QueryDR Success", order: order)
    }
    guard let amount = fields["vnp_Amount"].flatMap(Int.init),
      let refunded = try await ledger.refund(
        order.reference, amount, as: String(request), now: clock())
    else { return try answer(fields, code: "95", message: "Refund refused", order: order) }
    if refunded.refund?.end == .answerLost { try await bear(.silent) }
    return try answer(fields, code: "00", message: "Refund success", order: refunded)
  }

  private func answer(
    _ question: [String: String], code: String, message: String, order: Transaction?
  ) throws -> Response {
    let command = question["vnp_Command"] ?? ""
    let isRefund = command == "refund"
    var generator = SystemRandomNumberGenerator()
    var reply = [
      "vnp_ResponseId": randomHex(bytes: 16, &generator), "vnp_Command": command,
      "vnp_ResponseCode": code, "vnp_Message": message, "vnp_TmnCode": merchant.terminalCode,
      "vnp_TxnRef": question["vnp_TxnRef"] ?? "",
    ]
    if let order {
      // Asked after a transaction that was given back, it tells of the giving back.
      let refund = order.refund
      let status = refund?.status(now: clock()) ?? order.result?.status ?? "01"
      reply["vnp_Amount"] = String(refund?.amount ?? order.amount)
      reply["vnp_OrderInfo"] = order.info
      let kind = refund.map { $0.amount == order.amount ? "02" : "03" } ?? "01"
      reply["vnp_TransactionType"] = question["vnp_TransactionType"] ?? kind
      reply["vnp_TransactionStatus"] = isRefund ? "05" : status
      reply["vnp_TransactionNo"] = order.result?.number ?? "0"
      reply["vnp_PayDate"] = order.result?.payDate ?? ""
      reply["vnp_BankCode"] = order.result == nil ? "" : "NCB"
    }
    let text = (isRefund ? replyNames : replyNames + promotionNames)
      .map { reply[$0] ?? "" }.joined(separator: "|")
    if mood.now != .wrong { reply["vnp_SecureHash"] = signing.hash(text) }
    return try jsonResponse(reply)
  }
}

private let questionNames = [
  "querydr": [
    "vnp_RequestId", "vnp_Version", "vnp_Command", "vnp_TmnCode", "vnp_TxnRef",
    "vnp_TransactionDate", "vnp_CreateDate", "vnp_IpAddr", "vnp_OrderInfo",
  ],
  "refund": [
    "vnp_RequestId", "vnp_Version", "vnp_Command", "vnp_TmnCode", "vnp_TransactionType",
    "vnp_TxnRef", "vnp_Amount", "vnp_TransactionNo", "vnp_TransactionDate", "vnp_CreateBy",
    "vnp_CreateDate", "vnp_IpAddr", "vnp_OrderInfo",
  ],
]

private let replyNames = [
  "vnp_ResponseId", "vnp_Command", "vnp_ResponseCode", "vnp_Message", "vnp_TmnCode", "vnp_TxnRef",
  "vnp_Amount", "vnp_BankCode", "vnp_PayDate", "vnp_TransactionNo", "vnp_TransactionType",
  "vnp_TransactionStatus", "vnp_OrderInfo",
]

private let promotionNames = ["vnp_PromotionCode", "vnp_PromotionAmount"]

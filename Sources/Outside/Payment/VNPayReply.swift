import Vocabulary

/// An answer of the merchant interface whose hash was checked. An answer without one is nobody's.
struct VNPayReply {
  private let fields: [String: String]
  private let doing: String

  init(
    _ answer: [String: JSON], settings: VNPaySettings, doing: String
  ) throws(Fault) {
    var fields: [String: String] = [:]
    for (name, value) in answer {
      switch value {
      case .string(let text): fields[name] = text
      case .integer(let number): fields[name] = String(number)
      case .null: fields[name] = ""
      case .bool, .number, .array, .object:
        throw Fault(doing, cause: "the answer holds a field of an unknown shape")
      }
    }
    guard let hash = fields["vnp_SecureHash"], !hash.isEmpty else {
      throw Fault(doing, cause: "the answer is not signed")
    }
    let text = Self.signedNames(command: fields["vnp_Command"])
      .map { fields[$0] ?? "" }.joined(separator: "|")
    guard VNPaySignature.isGenuine(hash, of: text, secret: settings.hashSecret) else {
      throw Fault(doing, cause: "the answer's signature is wrong")
    }
    guard fields["vnp_TmnCode"] == settings.terminalCode else {
      throw Fault(doing, cause: "the answer is for another merchant")
    }
    self.fields = fields
    self.doing = doing
  }

  /// A refund's answer has no promotion fields.
  private static func signedNames(command: String?) -> [String] {
    let common = [
      "vnp_ResponseId", "vnp_Command", "vnp_ResponseCode", "vnp_Message", "vnp_TmnCode",
      "vnp_TxnRef", "vnp_Amount", "vnp_BankCode", "vnp_PayDate", "vnp_TransactionNo",
      "vnp_TransactionType", "vnp_TransactionStatus", "vnp_OrderInfo",
    ]
    guard command != "refund" else { return common }
    return common + ["vnp_PromotionCode", "vnp_PromotionAmount"]
  }

  func transaction(named reference: String) throws(Fault) -> TransactionFound {
    try check("querydr", reference)
    switch fields["vnp_ResponseCode"] ?? "" {
    case "00": break
    case "91": return .neverBegun
    case let code: return .refused(code: String(code.prefix(4)))
    }
    guard let amount = dong(hundredths: fields["vnp_Amount"]) else {
      throw Fault(doing, cause: "vnp_Amount is no amount")
    }
    let status = VNPayStatus(code: fields["vnp_TransactionStatus"] ?? "")
    // 02 and 03: all or part of it was given back, or is about to be.
    if ["02", "03"].contains(fields["vnp_TransactionType"]) {
      return .refunded(amount, status: status)
    }
    return .found(
      PaymentNotice(
        reference: reference, amount: amount,
        // Here the response code tells of the question; the transaction has only a status.
        response: .success, status: status,
        transactionNumber: fields["vnp_TransactionNo"] ?? "0",
        bankCode: fields["vnp_BankCode"] ?? "",
        paidAt: fields["vnp_PayDate"].flatMap(Instant.init(compactVietnamese:))))
  }

  func refund(of reference: String) throws(Fault) -> RefundReply {
    try check("refund", reference)
    let code = fields["vnp_ResponseCode"] ?? ""
    guard code == "00" else { return .refused(code: String(code.prefix(4))) }
    return .accepted(
      transactionNumber: fields["vnp_TransactionNo"] ?? "0",
      status: VNPayStatus(code: fields["vnp_TransactionStatus"] ?? ""))
  }

  private func check(_ command: String, _ reference: String) throws(Fault) {
    guard fields["vnp_Command"] == command, fields["vnp_TxnRef"] == reference else {
      throw Fault(doing, cause: "the answer belongs to another question")
    }
  }
}

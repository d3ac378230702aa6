import Hummingbird
import NIOCore
import Vocabulary

/// How the gateway's settlement differs from what happened: chosen by the control.
enum SettlementStyle: String, Codable, Sendable, CaseIterable {
  case normal
  /// Leaves the day's first payment out.
  case missing
  /// Tells of a payment that nobody made.
  case extra
  /// Half the amount of the first payment.
  case sum
  /// The first payment twice.
  case twice
  /// Leaves refunds out.
  case noRefunds = "no-refunds"
  /// Cut off after the first line, signature and all.
  case cut
  /// Signed over something else.
  case unsigned
  /// Keeps the files of today and yesterday only: of a day before there is none (404).
  case recent
}

extension Gateway {
  /// One day's payments and refunds as a file, signed in its last line.
  func settlement(_ fields: [String: String]) async throws -> Response {
    let names = [
      "vnp_RequestId", "vnp_Version", "vnp_Command", "vnp_TmnCode", "vnp_SettlementDate",
      "vnp_CreateDate",
    ]
    let text = names.map { fields[$0] ?? "" }.joined(separator: "|")
    guard fields["vnp_SecureHash"]?.lowercased() == signing.hash(text),
      fields["vnp_TmnCode"] == merchant.terminalCode, fields["vnp_Command"] == "settlement"
    else { throw HTTPError(.forbidden, message: "the question is not signed by this merchant") }
    let date = fields["vnp_SettlementDate"] ?? ""
    let style = await ledger.settlementStyle
    let yesterday = clock().civilDate.adding(days: -1).iso.filter { $0 != "-" }
    if style == .recent, date < yesterday {
      throw HTTPError(.notFound, message: "the file of that day is not kept any more")
    }
    let rows = await ledger.settlement(of: date)
    let signed =
      ([
        "settlement,\(merchant.terminalCode),\(date),\(rows.count)",
        "kind,vnp_TxnRef,vnp_TransactionNo,vnp_Amount,vnp_PayDate",
      ] + rows).joined(separator: "\n") + "\n"
    let isWrong = style == .unsigned || mood.now == .wrong
    let hash = signing.hash(isWrong ? signed + "0" : signed)
    let file = style == .cut ? String(signed.prefix(60)) : signed + "vnp_SecureHash,\(hash)\n"
    return Response(
      status: .ok, headers: [.contentType: "text/csv; charset=utf-8", .cacheControl: "no-store"],
      body: .init(byteBuffer: ByteBuffer(string: file)))
  }
}

extension Ledger {
  /// The lines of a day (`yyyyMMdd`), in the order of the references.
  func settlement(of date: String) -> [String] {
    var payments: [String] = []
    var refunds: [String] = []
    for order in ordersByReference {
      if let result = order.result, ["00", "07"].contains(result.status),
        result.payDate.hasPrefix(date)
      {
        payments.append(
          "payment,\(order.reference),\(result.number),\(order.amount),\(result.payDate)")
      }
      if let refund = order.refund, [.normal, .answerLost].contains(refund.end),
        refund.askedAt.compactVietnamese.hasPrefix(date)
      {
        refunds.append(
          "refund,\(order.reference),\(order.result?.number ?? "0"),\(refund.amount),"
            + refund.askedAt.compactVietnamese)
      }
    }
    return SettlementStyle.bend(payments, settlementStyle, date: date)
      + (settlementStyle == .noRefunds ? [] : refunds)
  }
}

extension SettlementStyle {
  fileprivate static func bend(
    _ payments: [String], _ style: SettlementStyle, date: String
  ) -> [String] {
    switch style {
    case .normal, .noRefunds, .cut, .unsigned, .recent: return payments
    case .missing: return Array(payments.dropFirst())
    case .extra: return payments + ["payment,LLUNKNOWN\(date),99,20000000,\(date)120000"]
    case .twice: return Array(payments.prefix(1)) + payments
    case .sum:
      guard let first = payments.first else { return payments }
      var cells = first.split(separator: ",").map(String.init)
      cells[3] = String((Int(cells[3]) ?? 0) / 2)
      return [cells.joined(separator: ",")] + payments.dropFirst()
    }
  }
}

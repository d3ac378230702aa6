import Foundation
import NIOHTTP1
package import Vocabulary

/// VNPAY's merchant interface: asking after a transaction (`querydr`) and giving money back.
package struct VNPayAPI: Sendable {
  let settings: VNPaySettings
  let line: Line

  package init(settings: VNPaySettings, line: Line) {
    self.settings = settings
    self.line = line
  }

  /// Reconciliation: what became of an order whose notice never came.
  ///
  /// - Parameters:
  ///   - requestID: unique per day; up to 32 letters and digits.
  ///   - serverAddress: the IP address we call from, which VNPAY wants.
  /// - Throws: `Fault` where VNPAY is down or its answer is not provably its own.
  package func query(
    reference: String, createdAt: Instant, requestID: String, serverAddress: String, now: Instant
  ) async throws(Fault) -> TransactionFound {
    let info = "Truy van giao dich \(reference)"
    let (day, today) = (createdAt.compactVietnamese, now.compactVietnamese)
    let text = [
      requestID, "2.1.0", "querydr", settings.terminalCode, reference, day, today,
      serverAddress, info,
    ].joined(separator: "|")
    let reply = try await ask(
      [
        "vnp_RequestId": requestID, "vnp_Version": "2.1.0", "vnp_Command": "querydr",
        "vnp_TmnCode": settings.terminalCode, "vnp_TxnRef": reference, "vnp_OrderInfo": info,
        "vnp_TransactionDate": day, "vnp_CreateDate": today, "vnp_IpAddr": serverAddress,
      ], signing: text, doing: "asking VNPAY after a transaction")
    return try reply.transaction(named: reference)
  }

  /// Gives money back, all (`02`) or part (`03`) of it.
  ///
  /// - Parameters:
  ///   - requestID: unique per day; up to 32 letters and digits.
  ///   - requestedBy: an officer's opaque id or a job's name; no personal data.
  package func refund(
    _ amount: Dong, of paid: PaidTransaction, requestID: String, requestedBy: String,
    serverAddress: String, now: Instant
  ) async throws(Fault) -> RefundReply {
    let info = "Hoan tien giao dich \(paid.reference)"
    let kind = amount == paid.amount ? "02" : "03"
    let hundredths = String(amount.amount * 100)
    let (day, today) = (paid.orderCreatedAt.compactVietnamese, now.compactVietnamese)
    let text = [
      requestID, "2.1.0", "refund", settings.terminalCode, kind, paid.reference, hundredths,
      paid.number, day, requestedBy, today, serverAddress, info,
    ].joined(separator: "|")
    let reply = try await ask(
      [
        "vnp_RequestId": requestID, "vnp_Version": "2.1.0", "vnp_Command": "refund",
        "vnp_TmnCode": settings.terminalCode, "vnp_TransactionType": kind,
        "vnp_TxnRef": paid.reference, "vnp_Amount": hundredths,
        "vnp_TransactionNo": paid.number, "vnp_TransactionDate": day,
        "vnp_CreateBy": requestedBy, "vnp_CreateDate": today, "vnp_IpAddr": serverAddress,
        "vnp_OrderInfo": info,
      ], signing: text, doing: "asking VNPAY for a refund")
    return try reply.refund(of: paid.reference)
  }

  private func ask(
    _ fields: [String: String], signing text: String, doing: String
  ) async throws(Fault) -> VNPayReply {
    var question = fields.mapValues(JSON.string)
    question["vnp_SecureHash"] = .string(
      VNPaySignature.sign(text, secret: settings.hashSecret))
    let answer = try await line.exchangeJSON(question, with: settings.apiURL.text, doing: doing)
    return try VNPayReply(answer, settings: settings, doing: doing)
  }
}

/// A paid order, as a refund must name it.
package struct PaidTransaction: Equatable, Sendable {
  package let reference: String
  /// VNPAY's `vnp_TransactionNo`, from the notice.
  package let number: String
  package let amount: Dong
  package let orderCreatedAt: Instant

  package init(reference: String, number: String, amount: Dong, orderCreatedAt: Instant) {
    self.reference = reference
    self.number = number
    self.amount = amount
    self.orderCreatedAt = orderCreatedAt
  }
}

/// What `querydr` found.
package enum TransactionFound: Equatable, Sendable {
  /// The transaction and where it stands; `explanation` says whether it was paid.
  case found(PaymentNotice)
  /// It was given back, all or part of it; how far that is.
  case refunded(Dong, status: VNPayStatus)
  /// VNPAY has no such transaction: the payer never began.
  case neverBegun
  /// VNPAY will not say; its code.
  case refused(code: String)
}

package enum RefundReply: Equatable, Sendable {
  case accepted(transactionNumber: String, status: VNPayStatus)
  /// VNPAY's code: 02, 91, 93, 94, 95, 97, 98, 99.
  case refused(code: String)
}

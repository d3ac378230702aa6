import Foundation
import HummingbirdCore
import NIOCore
import Outside
import Synchronization
import Testing
import Vocabulary

/// The order in which a refund's fields are hashed. The hashes were computed from the public rule
/// (RequestId|Version|refund|TmnCode|TransactionType|TxnRef|Amount|TransactionNo|TransactionDate|
/// CreateBy|CreateDate|IpAddr|OrderInfo) by another program; the client's code had no part in them.
@Suite("VNPAY 2.1.0: refunds on the wire")
struct VNPayRefundTests {
  private struct Wire: Sendable {
    let sent: [String: String]
    let reply: RefundReply
  }

  private func send(_ amount: Int, answer: String) async throws -> Wire {
    let heard = Mutex<[String: String]>([:])
    let said = Mutex<RefundReply?>(nil)
    try await withStub { request in
      let bytes = try await request.body.collect(upTo: 64 * 1024)
      let fields = try JSONDecoder().decode(
        [String: String].self, from: Data(bytes.readableBytesView))
      heard.withLock { $0 = fields }
      return json(answer)
    } body: { address in
      try await withStreet { street in
        let settings = VNPaySettings(
          terminalCode: "DEMO0001", hashSecret: Street.hashSecret,
          payURL: try Endpoint(address + "/pay"), apiURL: try Endpoint(address + "/api"),
          returnURL: Street.returnURL)
        let reply = try await VNPayAPI(settings: settings, line: street.line).refund(
          Dong(amount),
          of: PaidTransaction(
            reference: "HS2026000123A1", number: "14226112", amount: Dong(200_000),
            orderCreatedAt: nine), requestID: "R20261121A", requestedBy: "lylich",
          serverAddress: "127.0.0.1", now: nine)
        said.withLock { $0 = reply }
      }
    }
    return Wire(
      sent: heard.withLock { $0 }, reply: try #require(said.withLock { $0 }))
  }

  @Test(arguments: [
    (
      200_000, "02",
      "56077190ec335e791e454748a796cdad5ff74d778ed59473bd39ce0f794b252b"
        + "bb4bec63c26acd1c54efc0075cd82a56f12879bd2ac92cff3d64debfde5abfba"
    ),
    (
      50_000, "03",
      "5e851fa413d3edcad61e0e50c3a0db1d8b6f0dc46caa10027a125e2dcc41bca9"
        + "505df9bc545773bf2c6e4abc6928811bcf4a045b4d5407efa20d8d697207c8ec"
    ),
  ])
  func `all or part is asked for with the hash of the rule`(
    amount: Int, kind: String, hash: String
  ) async throws {
    let wire = try await send(amount, answer: accepted(hash: answerHash))
    #expect(wire.sent["vnp_TransactionType"] == kind)
    #expect(wire.sent["vnp_Amount"] == String(amount * 100))
    #expect(wire.sent["vnp_SecureHash"] == hash)
    #expect(
      wire.reply == .accepted(transactionNumber: "14226112", status: .refundBeingProcessed))
  }

  @Test(arguments: ["", String(repeating: "0", count: 128), String(answerHash.dropLast())])
  func `an answer that is not provably the gateway's is none`(hash: String) async throws {
    await #expect(throws: Fault.self) {
      _ = try await send(200_000, answer: accepted(hash: hash))
    }
  }
}

private let answerHash =
  "b54c58b410a048d438e244a3356295dd17312cc3267708bc555aefd71abcdb6a"
  + "450811689ae5503cf0dc844cbb493cbb3808b38a29c02a7298cfb498d48c2871"

private func accepted(hash: String) -> String {
  #"""
  {"vnp_ResponseId":"RESP1","vnp_Command":"refund","vnp_ResponseCode":"00",
  "vnp_Message":"Refund success","vnp_TmnCode":"DEMO0001","vnp_TxnRef":"HS2026000123A1",
  "vnp_Amount":"20000000","vnp_BankCode":"NCB","vnp_PayDate":"20261121090312",
  "vnp_TransactionNo":"14226112","vnp_TransactionType":"02","vnp_TransactionStatus":"05",
  "vnp_OrderInfo":"Hoan tien giao dich HS2026000123A1","vnp_SecureHash":"\#(hash)"}
  """#
}

import Foundation
import Hummingbird
import Neighbours
import Outside
import Synchronization
import Testing
import Vocabulary

/// The payer, the merchant and the simulated gateway, over HTTP.
@Suite("VNPAY 2.1.0: the whole way", .serialized)
struct GatewayTests {
  /// A merchant that reads every notice and answers by the rules, remembering what it said.
  final class Merchant: Sendable {
    let settings = Mutex<VNPaySettings?>(nil)
    let said = Mutex<[NoticeAnswer]>([])
    let refusals = Mutex(0)

    func answer(_ rawQuery: String) throws -> Response {
      guard let settings = settings.withLock({ $0 }) else { throw HTTPError(.badGateway) }
      let isFinal = said.withLock { $0.contains(.confirmed) }
      let order = KnownOrder(amount: Dong(200_000), progress: isFinal ? .final : .open)
      let isDown = refusals.withLock { left in
        left -= 1
        return left >= 0
      }
      guard !isDown else { throw HTTPError(.internalServerError) }
      let decision = decide(on: settings.readNotice(rawQuery: rawQuery), order: order)
      said.withLock { $0.append(decision.answer) }
      return json(
        #"{"RspCode":"\#(decision.answer.code)","Message":"\#(decision.answer.message)"}"#)
    }
  }

  struct Shop: Sendable {
    let street: Street
    let merchant: Merchant
    let settings: VNPaySettings
    let order: PaymentOrder

    var api: VNPayAPI { VNPayAPI(settings: settings, line: street.line) }
    var said: [NoticeAnswer] { merchant.said.withLock { $0 } }

    /// Opens the payment page and chooses how it ends.
    func pay(_ act: String, ipn: String = "normal") async throws -> Browser.Answer {
      let url = settings.payURL(for: order, payerAddress: "127.0.0.1", language: .english)
      let page = try await street.browser.get(url)
      #expect(page.status == 200)
      #expect(page.body.contains("ĐÂY LÀ MÔ PHỎNG") && page.body.contains("200.000 đ"))
      let token = try #require(page.hidden("token"))
      return try await street.browser.form(
        street.addresses.payment + "/paymentv2/pay",
        ["token": token, "act": act, "ipn": ipn])
    }

    func found(_ id: String) async throws -> TransactionFound {
      try await api.query(
        reference: order.reference, createdAt: nine, requestID: id, serverAddress: "127.0.0.1",
        now: nine)
    }
  }

  func withShop(_ body: @Sendable (Shop) async throws -> Void) async throws {
    let merchant = Merchant()
    try await withStub {
      try merchant.answer($0.uri.query ?? "")
    } body: { address in
      try await withStreet {
        $0.merchant.noticeURL = address + "/ipn"
        $0.merchant.retrySeconds = 0
      } body: { street in
        let settings = VNPaySettings(
          terminalCode: "DEMO0001", hashSecret: Street.hashSecret,
          payURL: try Endpoint(street.addresses.payment + "/paymentv2/vpcpay.html"),
          apiURL: try Endpoint(street.addresses.payment + "/merchant_webapi/api/transaction"),
          returnURL: Street.returnURL)
        merchant.settings.withLock { $0 = settings }
        let order = try PaymentOrder(
          reference: "HS2026000123A1", amount: Dong(200_000), info: "Phi cap Phieu LLTP so 1",
          createdAt: nine, expiresAt: nine.adding(seconds: 900))
        try await body(
          Shop(street: street, merchant: merchant, settings: settings, order: order))
      }
    }
  }

  @Test func `a payment is noticed, returned and found, and can be given back`() async throws {
    try await withShop { shop in
      #expect(try await shop.found("Q1") == .neverBegun)
      let returned = try await shop.pay("00")
      #expect(returned.status == 303)
      let location = try #require(returned.location)
      #expect(location.hasPrefix(Street.returnURL + "?"))
      let rawQuery = String(location.dropFirst(Street.returnURL.count + 1))
      guard case .genuine(let shown) = shop.settings.readNotice(rawQuery: rawQuery) else {
        Issue.record("the return is not genuine")
        return
      }
      #expect(shown.explanation == .paid && shown.reference == shop.order.reference)
      let said = try await eventually("a notice") { shop.said.isEmpty ? nil : shop.said }
      #expect(said == [.confirmed])
      guard case .found(let found) = try await shop.found("Q2") else {
        Issue.record("the transaction is not found")
        return
      }
      #expect(found.explanation == .paid && found.transactionNumber == shown.transactionNumber)
      try await refunds(shop, shown)
    }
  }

  func refunds(_ shop: Shop, _ notice: PaymentNotice) async throws {
    let paid = PaidTransaction(
      reference: notice.reference, number: notice.transactionNumber, amount: notice.amount,
      orderCreatedAt: nine)
    func refund(_ amount: Int, _ id: String) async throws -> RefundReply {
      try await shop.api.refund(
        Dong(amount), of: paid, requestID: id, requestedBy: "test", serverAddress: "127.0.0.1",
        now: nine)
    }
    #expect(
      try await refund(50_000, "R1")
        == .accepted(
          transactionNumber: notice.transactionNumber, status: .refundBeingProcessed))
    #expect(try await refund(200_000, "R2") == .refused(code: "95"))
    #expect(try await refund(1_000, "R2") == .refused(code: "94"))
    #expect(
      try await refund(150_000, "R3")
        == .accepted(
          transactionNumber: notice.transactionNumber, status: .refundBeingProcessed))
    #expect(try await refund(1_000, "R4") == .refused(code: "95"))
    guard case .refunded(let amount, _) = try await shop.found("Q3") else {
      Issue.record("the question does not tell of the refund")
      return
    }
    #expect(amount == Dong(150_000))
  }

  @Test(arguments: [
    ("24", PaymentExplanation.cancelled), ("51", .insufficientFunds), ("11", .expired),
    ("75", .bankUnavailable), ("13", .detailsRefused), ("07", .suspectedFraud),
  ])
  func `every other end of the payment page has its explanation`(
    act: String, explanation: PaymentExplanation
  ) async throws {
    try await withShop { shop in
      let location = try #require(try await shop.pay(act).location)
      let rawQuery = String(location.dropFirst(Street.returnURL.count + 1))
      guard case .genuine(let shown) = shop.settings.readNotice(rawQuery: rawQuery) else {
        Issue.record("the return is not genuine")
        return
      }
      #expect(shown.explanation == explanation)
      let said = try await eventually("a notice") { shop.said.isEmpty ? nil : shop.said }
      #expect(said == [.confirmed])
    }
  }

  @Test func `a merchant that is down is told again until it confirms`() async throws {
    try await withShop { shop in
      shop.merchant.refusals.withLock { $0 = 3 }
      _ = try await shop.pay("00")
      let said = try await eventually("a notice") { shop.said.isEmpty ? nil : shop.said }
      #expect(said == [.confirmed])
    }
  }

  @Test func `a notice that comes twice is confirmed once`() async throws {
    try await withShop { shop in
      _ = try await shop.pay("00", ipn: "double")
      let said = try await eventually("two notices") { shop.said.count < 2 ? nil : shop.said }
      #expect(said == [.confirmed, .alreadyConfirmed])
    }
  }

  @Test func `a notice of another amount is refused ten times and then ends`() async throws {
    try await withShop { shop in
      _ = try await shop.pay("00", ipn: "wrong-amount")
      let said = try await eventually("ten notices") { shop.said.count < 10 ? nil : shop.said }
      #expect(Set(said) == [.invalidAmount])
    }
  }

  @Test func `without a notice only the question brings the payment to light`() async throws {
    try await withShop { shop in
      let closed = try await shop.pay("pay-close", ipn: "none")
      #expect(closed.status == 200)
      #expect(shop.said.isEmpty)
      guard case .found(let found) = try await shop.found("Q1") else {
        Issue.record("the transaction is not found")
        return
      }
      #expect(found.explanation == .paid)
    }
  }

  @Test func `a payment page that was closed leaves the transaction pending`() async throws {
    try await withShop { shop in
      _ = try await shop.pay("close")
      guard case .found(let found) = try await shop.found("Q1") else {
        Issue.record("the transaction is not found")
        return
      }
      #expect(found.explanation == .pending)
    }
  }

  @Test func `a late notice comes when its time has come`() async throws {
    try await withShop { shop in
      try await shop.street.control(
        shop.street.addresses.payment, #"{"lateSeconds":60,"ipn":"late"}"#)
      _ = try await shop.pay("00", ipn: "late")
      #expect(shop.said.isEmpty)
      shop.street.clock.move(seconds: 61)
      let said = try await eventually("a notice") { shop.said.isEmpty ? nil : shop.said }
      #expect(said == [.confirmed])
    }
  }

  @Test func `an order past its time ends as expired`() async throws {
    try await withShop { shop in
      shop.street.clock.move(seconds: 901)
      let url = shop.settings.payURL(
        for: shop.order, payerAddress: "127.0.0.1", language: .vietnamese)
      let answer = try await shop.street.browser.get(url)
      #expect(answer.returned["vnp_ResponseCode"] == "11")
    }
  }

  @Test func `a changed pay address is refused by the gateway`() async throws {
    try await withShop { shop in
      let url = shop.settings.payURL(
        for: shop.order, payerAddress: "127.0.0.1", language: .vietnamese)
      let changed = url.replacingOccurrences(of: "vnp_Amount=20000000", with: "vnp_Amount=100")
      let page = try await shop.street.browser.get(changed)
      #expect(page.body.contains("97") && page.hidden("token") == nil)
    }
  }

  @Test func `an answer without a hash, or with another's, is nobody's answer`() async throws {
    try await withShop { shop in
      _ = try await shop.pay("00")
      try await shop.street.control(shop.street.addresses.payment, #"{"mode":"wrong"}"#)
      await #expect(throws: Fault.self) { try await shop.found("Q1") }
      try await shop.street.control(shop.street.addresses.payment, #"{"mode":"ok"}"#)
      var other = shop.settings
      other.hashSecret = "another"
      let api = VNPayAPI(settings: other, line: shop.street.line)
      await #expect(throws: Fault.self) {
        try await api.query(
          reference: shop.order.reference, createdAt: nine, requestID: "Q9",
          serverAddress: "127.0.0.1", now: nine)
      }
    }
  }
}

import AsyncHTTPClient
import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import Vocabulary

/// The simulated payment gateway after VNPAY 2.1.0: payment page, notices with retries, return,
/// `querydr` and `refund`.
struct Gateway: Sendable {
  let merchant: NeighbourhoodSettings.Merchant
  let ledger: Ledger
  let signing: GatewaySigning
  let mood: Mood
  let clock: @Sendable () -> Instant
  let logger: Logger

  init(_ settings: NeighbourhoodSettings, mood: Mood) throws(Fault) {
    self.merchant = settings.merchant
    self.ledger = try Ledger(
      settings.merchant, in: settings.folder.appendingPathComponent("payment"))
    self.signing = GatewaySigning(secret: settings.merchant.hashSecret)
    self.mood = mood
    self.clock = settings.clock
    self.logger = settings.logger
  }

  func router() throws(Fault) -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    router.add(middleware: MoodMiddleware(mood: mood))
    addGatewayControl(to: router)
    try addStyle(to: router)
    router.get("/paymentv2/vpcpay.html") { request, _ in
      try await show(request.uri.query ?? "")
    }
    router.post("/paymentv2/pay") { request, _ in try await pay(formBody(of: request)) }
    router.post("/merchant_webapi/api/transaction") { request, _ in
      try await merchantAPI(jsonBody(of: request))
    }
    router.post("/merchant_webapi/api/transaction/settlement") { request, _ in
      try await settlement(jsonBody(of: request))
    }
    return router
  }

  private func show(_ rawQuery: String) async throws -> Response {
    let fields = parameters(rawQuery)
    guard signing.isGenuine(rawQuery: rawQuery), fields["vnp_TmnCode"] == merchant.terminalCode
    else { return gatewayErrorPage("Sai chữ ký (97). Wrong signature.").response(status: .ok) }
    guard let order = try await ledger.open(fields) else {
      return gatewayErrorPage("Dữ liệu không hợp lệ (03). Invalid request.").response()
    }
    guard order.result == nil else {
      return gatewayErrorPage("Giao dịch đã xử lý (02). Already processed.").response()
    }
    guard order.expireDate.isEmpty || order.expireDate >= clock().compactVietnamese else {
      return try await finish(order, code: "11", style: .normal)
    }
    return payPage(order, style: await ledger.style).response()
  }

  /// Headless clients post the same: `token`, `act` (a response code, `pay-close` or `close`),
  /// `ipn` (a notice style; the control's where absent).
  private func pay(_ fields: [String: String]) async throws -> Response {
    guard let order = await ledger.order(token: fields["token"] ?? "") else {
      return gatewayErrorPage("Không tìm thấy giao dịch. No such transaction.")
        .response(status: .notFound)
    }
    let asked = fields["ipn"].flatMap(NoticeStyle.init(rawValue:))
    let current = await ledger.style
    let style = asked ?? current
    switch fields["act"] {
    case "close": return closedPage(isPaid: false).response()
    case "pay-close":
      _ = try await ledger.finish(order.reference, code: "00", style: style, now: clock())
      return closedPage(isPaid: true).response()
    case let code? where payCodes.contains(code):
      return try await finish(order, code: code, style: style)
    default:
      return gatewayErrorPage("Không rõ lựa chọn. Unknown choice.").response(status: .badRequest)
    }
  }

  private func finish(
    _ order: Transaction, code: String, style: NoticeStyle
  ) async throws -> Response {
    guard
      let done = try await ledger.finish(order.reference, code: code, style: style, now: clock())
    else { return gatewayErrorPage("Không tìm thấy giao dịch.").response(status: .notFound) }
    let query = await ledger.signedResult(of: done)
    return redirect(to: done.returnURL + (done.returnURL.contains("?") ? "&" : "?") + query)
  }

  /// Delivers notices until it is cancelled. One that was not confirmed comes again.
  func deliverNotices() async throws {
    let client = HTTPClient(eventLoopGroupProvider: .singleton)
    while !Task.isCancelled {
      for notice in await ledger.due(now: clock()) {
        let answer = await deliver(notice.query, by: client)
        try await ledger.noted(notice.reference, notice.index, answer: answer, now: clock())
      }
      do {
        try await Task.sleep(for: .milliseconds(100))
      } catch {
        break
      }
    }
    try await client.shutdown()
  }

  /// The merchant's `RspCode`, or nil where there is none.
  private func deliver(_ query: String, by client: HTTPClient) async -> String? {
    struct Answer: Decodable { let RspCode: String }
    do {
      let request = HTTPClientRequest(url: merchant.noticeURL + "?" + query)
      let response = try await client.execute(request, timeout: .seconds(15))
      let bytes = try await response.body.collect(upTo: 64 * 1024)
      guard response.status.code == 200 else { return nil }
      return try JSONDecoder().decode(Answer.self, from: Data(bytes.readableBytesView)).RspCode
    } catch {
      logger.debug("A payment notice was not taken", metadata: ["error": "\(type(of: error))"])
      return nil
    }
  }
}

private let payCodes: Set<String> = [
  "00", "07", "09", "10", "11", "12", "13", "24", "51", "65", "75", "79", "99",
]

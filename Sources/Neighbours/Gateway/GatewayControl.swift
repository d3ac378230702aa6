import Hummingbird

extension Gateway {
  private struct State: Encodable {
    let mode: String
    let ipn: String
    let refund: String
    let settlement: String
  }

  /// As every neighbour's, `{"ipn": "late", "lateSeconds": 3}` for how notices are sent, and
  /// `{"refund": "bank-refuses"}` for what becomes of refunds, `{"settlement": "missing"}` for
  /// how the day's file differs.
  func addGatewayControl(to router: Router<BasicRequestContext>) {
    struct Wish: Decodable {
      let mode: Manner?
      let ipn: NoticeStyle?
      let lateSeconds: Double?
      let refund: RefundStyle?
      let settlement: SettlementStyle?
    }
    router.get("/control") { _, _ in try await state() }
    router.post("/control") { request, _ in
      let wish: Wish = try await jsonBody(of: request)
      if let mode = wish.mode { mood.set(mode) }
      if let style = wish.ipn { await ledger.setStyle(style, lateSeconds: wish.lateSeconds) }
      if let style = wish.refund { await ledger.setRefundStyle(style) }
      if let style = wish.settlement { await ledger.setSettlementStyle(style) }
      return try await state()
    }
  }

  private func state() async throws -> Response {
    try jsonResponse(
      State(
        mode: mood.now.text, ipn: await ledger.style.rawValue,
        refund: await ledger.refundStyle.rawValue,
        settlement: await ledger.settlementStyle.rawValue))
  }
}

import Hummingbird

extension Gateway {
  private struct State: Encodable {
    let mode: String
    let ipn: String
  }

  /// As every neighbour's, and `{"ipn": "late", "lateSeconds": 3}` for how notices are sent.
  func addGatewayControl(to router: Router<BasicRequestContext>) {
    struct Wish: Decodable {
      let mode: Manner?
      let ipn: NoticeStyle?
      let lateSeconds: Double?
    }
    router.get("/control") { _, _ in try await state() }
    router.post("/control") { request, _ in
      let wish: Wish = try await jsonBody(of: request)
      if let mode = wish.mode { mood.set(mode) }
      if let style = wish.ipn { await ledger.setStyle(style, lateSeconds: wish.lateSeconds) }
      return try await state()
    }
  }

  private func state() async throws -> Response {
    try jsonResponse(State(mode: mood.now.text, ipn: await ledger.style.rawValue))
  }
}

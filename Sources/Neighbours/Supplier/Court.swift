import AsyncHTTPClient
import Crypto
import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import Vocabulary

/// A simulated court whose program sends documents for the judicial records (docs/records.md). It
/// can be slow or silent, sign wrongly, and send a message twice.
struct Court: Sendable {
  let supply: NeighbourhoodSettings.Supply
  let book: CourtBook
  let mood: Mood
  let clock: @Sendable () -> Instant
  let logger: Logger
  private let key: Curve25519.Signing.PrivateKey

  init(
    _ supply: NeighbourhoodSettings.Supply, _ settings: NeighbourhoodSettings, mood: Mood
  ) throws(Fault) {
    self.supply = supply
    self.book = try CourtBook(
      try CourtMessages(), in: settings.folder.appendingPathComponent("court"))
    self.mood = mood
    self.clock = settings.clock
    self.logger = settings.logger
    self.key = try Self.key(of: supply.seed)
  }

  private static func key(of seed: [UInt8]) throws(Fault) -> Curve25519.Signing.PrivateKey {
    do {
      return try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    } catch {
      throw Fault("reading the simulated court's key", cause: "its seed has not 32 bytes")
    }
  }

  /// The public half, 32 bytes: what administrators grant.
  static func publicKey(ofSeed seed: [UInt8]) throws(Fault) -> [UInt8] {
    Array(try key(of: seed).publicKey.rawRepresentation)
  }

  func router() throws(Fault) -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    addControl(to: router, mood: mood)
    try addStyle(to: router)
    router.get("/") { _, _ in page(await book.all).response() }
    router.get("/messages") { _, _ in try jsonResponse(await book.all) }
    router.post("/send") { request, _ in
      struct Wish: Decodable { let times: Int? }
      let wish: Wish = try await jsonBody(of: request)
      try await send(times: wish.times ?? 1)
      return try jsonResponse(await book.all)
    }
    router.post("/send-next") { _, _ in
      try await send(times: 1)
      return redirect(to: "/")
    }
    return router
  }

  /// Sends what is due now and then, until it is cancelled.
  func deliver() async throws {
    while true {
      try await Task.sleep(for: .seconds(supply.everySeconds))
      try await send(times: 1)
    }
  }

  /// Sends the message that is due, so many times in a row.
  private func send(times: Int) async throws {
    guard let message = try await book.due(at: clock()) else { return }
    for _ in 0..<max(1, min(times, 5)) {
      let answer = await post(message)
      try await book.note(message.name, status: answer?.status, answer: answer?.text ?? "")
    }
  }

  private func post(_ message: CourtBook.Sent) async -> (status: Int, text: String)? {
    do {
      try await bear(mood.now)
      let body = Data(message.body.utf8)
      var signature = try key.signature(for: signedText(message.name, body))
      // Wrong on purpose: one bit.
      if mood.now == .wrong { signature[signature.startIndex] ^= 1 }
      var request = HTTPClientRequest(url: supply.address)
      request.method = .POST
      request.headers.add(name: "Content-Type", value: "application/x-ndjson")
      request.headers.add(name: "Lylich-Supplier", value: supply.code)
      request.headers.add(name: "Lylich-Message", value: message.name)
      request.headers.add(name: "Lylich-Signature", value: signature.base64EncodedString())
      request.body = .bytes(ByteBuffer(data: body))
      let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
      let bytes = try await response.body.collect(upTo: 1 << 20)
      return (Int(response.status.code), String(decoding: bytes.readableBytesView, as: UTF8.self))
    } catch {
      logger.debug("A court's message was not taken", metadata: ["error": "\(type(of: error))"])
      return nil
    }
  }

  /// As docs/records.md says it; written here a second time, because a client writes its own.
  private func signedText(_ name: String, _ body: Data) -> Data {
    let hash = SHA256.hash(data: body).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    let lines = [
      "lylich supply 1", "to: \(supply.receiver)", "from: \(supply.code)", "message: \(name)",
      "body: \(hash)",
    ]
    return Data((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func page(_ sent: [CourtBook.Sent]) -> Page {
    let articles = sent.reversed().map { message in
      """
      <article><h2>\(escaped(message.name))</h2>
      <p class="sub">\(escaped(message.firstTriedAt.vietnamese)) · \(message.tries) lần gửi, \
      tries · HTTP \(message.status.map(String.init) ?? "–")</p>
      <pre>\(escaped(message.answer))</pre></article>
      """
    }
    let list = articles.isEmpty ? "<p>Chưa gửi gì. Nothing sent yet.</p>" : articles.joined()
    return Page(
      title: "Tòa án",
      body: """
        <h1>Tòa án mô phỏng</h1>
        <p class="sub">Gửi văn bản cho lý lịch tư pháp. Sends documents for the records.</p>
        <form method="post" action="/send-next"><button>Gửi tiếp · Send the next</button></form>
        \(list)
        """)
  }
}

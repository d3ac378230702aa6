import Foundation
import Hummingbird
import NIOCore
import Vocabulary

/// The simulated timestamp authority behind HTTP (RFC 3161, section 3.4).
struct TimestampNeighbour: Sendable {
  let keys: Keys?
  let serials: Serials
  let mood: Mood
  let clock: @Sendable () -> Instant

  struct Keys: Sendable {
    let keyPEM: String
    let chainPEM: String
  }

  init(_ settings: NeighbourhoodSettings, mood: Mood) throws(Fault) {
    if let key = settings.timestampKey, let chain = settings.timestampChain {
      self.keys = Keys(keyPEM: try Self.text(of: key), chainPEM: try Self.text(of: chain))
    } else {
      self.keys = nil
    }
    self.serials = try Serials(in: settings.folder.appendingPathComponent("timestamp"))
    self.mood = mood
    self.clock = settings.clock
  }

  func router() -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    router.add(middleware: MoodMiddleware(mood: mood))
    addControl(to: router, mood: mood)
    router.post("/") { request, _ in try await stamp(request) }
    return router
  }

  private func stamp(_ request: Request) async throws -> Response {
    guard let keys else {
      throw HTTPError(.serviceUnavailable, message: "this neighbour was given no key")
    }
    guard request.headers[.contentType] == "application/timestamp-query" else {
      throw HTTPError(.unsupportedMediaType, message: "send application/timestamp-query")
    }
    var answer = TimestampAuthority.answer(
      requestDER: Array(try await body(of: request)), keyPEM: keys.keyPEM,
      certificatePEM: keys.chainPEM, serial: try await serials.next(), at: clock())
    // Wrong on purpose: one bit of the token's signature, which stands last.
    if mood.now == .wrong, let last = answer.indices.last { answer[last] ^= 1 }
    return Response(
      status: .ok, headers: [.contentType: "application/timestamp-reply"],
      body: .init(byteBuffer: ByteBuffer(bytes: answer)))
  }

  private static func text(of path: String) throws(Fault) -> String {
    do {
      return try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    } catch {
      throw Fault("reading the simulated timestamp authority's key", cause: "\(error)")
    }
  }
}

/// Serial numbers of tokens: kept, so that none is used twice.
actor Serials {
  private let keep: Keep<UInt64>
  private var last: UInt64

  init(in folder: URL) throws(Fault) {
    self.keep = try Keep("serial.json", in: folder)
    self.last = try keep.read() ?? 0
  }

  func next() throws(Fault) -> UInt64 {
    last += 1
    try keep.write(last)
    return last
  }
}

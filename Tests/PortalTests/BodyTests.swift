import HTTPTypes
import Hummingbird
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing
import Vocabulary

@testable import Portal

@Suite struct `A body that arrives slowly` {
  private let channel = EmbeddedChannel()

  init() throws {
    try channel.pipeline.syncOperations.addHandler(BodyWatch())
  }

  private func receive(_ parts: HTTPServerRequestPart...) throws {
    for part in parts { channel.pipeline.fireChannelRead(part) }
    channel.pipeline.fireChannelReadComplete()
    try channel.throwIfErrorCaught()
  }

  private var head: HTTPServerRequestPart {
    .head(HTTPRequestHead(version: .http1_1, method: .POST, uri: "/"))
  }
  private var piece: HTTPServerRequestPart { .body(ByteBuffer(string: "x")) }

  private func wait(seconds: Int64) throws {
    channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
    try channel.throwIfErrorCaught()
  }

  @Test func `is let be once it is whole`() throws {
    try receive(head, piece, .end(nil))
    try wait(seconds: 600)
    try receive(head, piece)
    try receive(piece, .end(nil))
    try wait(seconds: 600)
    try receive(head, .end(nil))
  }

  @Test func `is let be while it moves`() throws {
    try receive(head)
    for _ in 0..<20 {
      try wait(seconds: 14)
      try receive(piece)
    }
    try receive(.end(nil))
    try wait(seconds: 600)
  }

  @Test(arguments: [0, 1, 2])
  func `is given up once it stands still`(pieces: Int) throws {
    try receive(head)
    for _ in 0..<pieces { try receive(piece) }
    #expect(throws: BodyStoppedArriving.self) { try wait(seconds: 30) }
  }

  @Test func `is answered with 408`() async throws {
    let request = Request(
      head: HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/"),
      body: RequestBody(
        asyncSequence: AsyncThrowingStream<ByteBuffer, any Error> { pieces in
          pieces.yield(ByteBuffer(string: "x"))
          pieces.finish(throwing: BodyStoppedArriving())
        }))
    let now = Instant(milliseconds: 0)
    await #expect(throws: HTTPRefusal.bodyTooSlow) {
      try await BoundedBody.read(request, upTo: 100, seconds: 30) { now }
    }
    #expect(Sorry(.bodyTooSlow).status == .requestTimeout)
  }
}

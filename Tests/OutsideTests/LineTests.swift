import AsyncHTTPClient
import Foundation
import Hummingbird
import NIOCore
import Outside
import Testing
import Vocabulary

@Suite("Lines: bounds of every call")
struct LineTests {
  @Test(arguments: [
    ("http://register.example.test", Endpoint.Malformed.plainHTTPBeyondLoopback),
    ("http://10.0.0.1:8080", .plainHTTPBeyondLoopback), ("ftp://example.test", .notAnAddress),
    ("example.test", .notAnAddress), ("", .notAnAddress), ("https://", .notAnAddress),
    ("https://user:word@example.test", .holdsMoreThanAnAddress),
    ("https://example.test?a=b", .holdsMoreThanAnAddress),
    ("https://example.test#x", .holdsMoreThanAnAddress),
  ])
  func `an address that would leak or mean something else is refused`(
    text: String, why: Endpoint.Malformed
  ) {
    #expect(throws: why) { try Endpoint(text) }
  }

  @Test(arguments: [
    "https://example.test/api", "http://127.0.0.1:7000", "http://localhost:7000",
    "http://[::1]:7000",
  ])
  func `encrypted, or on this machine, is an address`(text: String) throws {
    #expect(try Endpoint(text + "/").text == text)
  }

  func stamp(
    seconds: Int = 5, bytes: Int = 1000,
    _ answer: @escaping @Sendable (Request) async throws -> Response
  ) async throws -> Data {
    let client = Line.makeClient()
    defer { client.shutdown { _ in } }
    return try await withStub(answer) { address in
      let timestamps = TimestampClient(
        endpoint: try Endpoint(address),
        line: Line(client: client, timeoutSeconds: seconds, maxReplyBytes: bytes))
      return try await timestamps.answer(to: Data([1, 2, 3]))
    }
  }

  static func reply(
    _ bytes: [UInt8], type: String = "application/timestamp-reply",
    status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  @Test func `a timestamp request goes as it is and the reply comes as it is`() async throws {
    let reply = try await stamp { request in
      let body = try await request.body.collect(upTo: 100)
      #expect(request.headers[.contentType] == "application/timestamp-query")
      return Self.reply(Array(body.readableBytesView) + [4])
    }
    #expect(reply == Data([1, 2, 3, 4]))
  }

  @Test func `another type, status, an empty or too long reply is a fault`() async throws {
    for wrong in [
      Self.reply([1], type: "text/html"), Self.reply([1], status: .badRequest), Self.reply([]),
      Self.reply([UInt8](repeating: 0, count: 1001)),
    ] {
      await #expect(throws: Fault.self) { try await stamp { _ in wrong } }
    }
  }

  @Test func `a redirect is not followed`() async throws {
    await #expect(throws: Fault.self) {
      try await stamp { request in
        if request.uri.path == "/there" { return Self.reply([1]) }
        return Response(status: .temporaryRedirect, headers: [.location: "/there"])
      }
    }
  }

  @Test func `a reply that drips is ended by the clock of the whole call`() async throws {
    let started = ContinuousClock.now
    await #expect(throws: Fault.self) {
      try await stamp(seconds: 1) { _ in
        Response(
          status: .ok, headers: [.contentType: "application/timestamp-reply"],
          body: .init { writer in
            for _ in 0..<100 {
              try await writer.write(ByteBuffer(bytes: [1]))
              try await Task.sleep(for: .milliseconds(100))
            }
            try await writer.finish(nil)
          })
      }
    }
    #expect(ContinuousClock.now - started < .seconds(8))
  }
}

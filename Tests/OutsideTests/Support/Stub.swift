import Foundation
import Hummingbird
import Logging
import NIOCore
import Testing

/// One HTTP server that answers every request as it is told: for answers no honest neighbour gives.
func withStub<Value: Sendable>(
  _ answer: @escaping @Sendable (Request) async throws -> Response,
  body: @Sendable (String) async throws -> Value
) async throws -> Value {
  let (ready, announce) = AsyncStream.makeStream(of: Int.self)
  let router = Router(context: BasicRequestContext.self)
  for method in [HTTPRequest.Method.get, .post] {
    router.on("**", method: method) { request, _ in try await answer(request) }
    router.on("/", method: method) { request, _ in try await answer(request) }
  }
  let app = Application(
    router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
    onServerRunning: { announce.yield($0.localAddress?.port ?? 0) },
    logger: Logger(label: "stub", factory: { _ in SwiftLogNoOpLogHandler() }))
  return try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      defer { announce.finish() }
      try await app.run()
    }
    var ports = ready.makeAsyncIterator()
    let port = try #require(await ports.next(), "the stub does not listen")
    let value = try await body("http://127.0.0.1:\(port)")
    group.cancelAll()
    do {
      while try await group.next() != nil {}
    } catch is CancellationError {}
    return value
  }
}

func json(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
  Response(
    status: status, headers: [.contentType: "application/json"],
    body: .init(byteBuffer: ByteBuffer(string: text)))
}

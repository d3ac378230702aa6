package import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOFoundationCompat
import NIOHTTP1
import Vocabulary

/// A line to a neighbour: one HTTP client with a bound on everything.
package struct Line: Sendable {
  let client: HTTPClient
  let timeoutSeconds: Int
  let maxReplyBytes: Int

  /// - Parameters:
  ///   - client: made by `Line.makeClient()`; its owner shuts it down.
  ///   - timeoutSeconds: for the whole exchange, connecting included.
  ///   - maxReplyBytes: a longer answer is a fault.
  package init(client: HTTPClient, timeoutSeconds: Int = 10, maxReplyBytes: Int = 256 * 1024) {
    self.client = client
    self.timeoutSeconds = timeoutSeconds
    self.maxReplyBytes = maxReplyBytes
  }

  /// A client that follows no redirect: a neighbour cannot send our data elsewhere.
  package static func makeClient() -> HTTPClient {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.timeout = .init(connect: .seconds(5), read: .seconds(30))
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// What came back: status, content type without parameters in lower case, bounded body.
  struct Reply: Sendable {
    let status: Int
    let contentType: String
    let body: Data
  }

  struct Call: Sendable {
    /// The phrase of the fault: "asking the population register".
    let doing: String
    let method: HTTPMethod
    let url: String
    var headers: [(String, String)] = []
    var body: Data?
  }

  func send(_ call: Call) async throws(Fault) -> Reply {
    var request = HTTPClientRequest(url: call.url)
    request.method = call.method
    request.headers.add(name: "User-Agent", value: "lylich")
    for (name, value) in call.headers { request.headers.add(name: name, value: value) }
    if let body = call.body { request.body = .bytes(ByteBuffer(bytes: body)) }
    do {
      return try await exchange(request)
    } catch let error as HTTPClientError {
      // The error's own words may hold the address; its short name never does.
      throw Fault(call.doing, cause: error.shortDescription, retry: .later)
    } catch is NIOTooManyBytesError {
      throw Fault(call.doing, cause: "the answer is longer than \(maxReplyBytes) bytes")
    } catch is CancellationError {
      throw Fault(call.doing, cause: "we were stopped before the answer", retry: .later)
    } catch {
      throw Fault(call.doing, cause: "no answer (\(type(of: error)))", retry: .later)
    }
  }

  /// Header and body together within the time: a neighbour that drips bytes is a silent one.
  private func exchange(_ request: HTTPClientRequest) async throws -> Reply {
    let (client, limit, seconds) = (client, maxReplyBytes, timeoutSeconds)
    return try await withThrowingTaskGroup(of: Reply.self) { group in
      group.addTask {
        let response = try await client.execute(request, timeout: .seconds(Int64(seconds)))
        let body = try await response.body.collect(upTo: limit)
        let type = response.headers.first(name: "content-type") ?? ""
        let bare = type.split(separator: ";", maxSplits: 1).first.map(String.init) ?? ""
        return Reply(
          status: Int(response.status.code),
          contentType: bare.trimmingCharacters(in: .whitespaces).lowercased(),
          body: Data(buffer: body))
      }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        throw HTTPClientError.deadlineExceeded
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw HTTPClientError.deadlineExceeded }
      return first
    }
  }
}

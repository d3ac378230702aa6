package import Foundation
import NIOHTTP1
package import Vocabulary

/// A time-stamp authority over HTTP (RFC 3161, section 3.4). The bytes are read elsewhere.
package struct TimestampClient: Sendable {
  private let endpoint: Endpoint
  private let line: Line

  package init(endpoint: Endpoint, line: Line) {
    self.endpoint = endpoint
    self.line = line
  }

  /// The DER of a TimeStampResp for the DER of a TimeStampReq; neither is looked into.
  package func answer(to request: Data) async throws(Fault) -> Data {
    let doing = "asking the time-stamp authority"
    let reply = try await line.send(
      .init(
        doing: doing, method: .POST, url: endpoint.text,
        headers: [("Content-Type", "application/timestamp-query")], body: request))
    guard reply.status == 200 else {
      throw Fault(doing, cause: "status \(reply.status)", retry: .later)
    }
    guard reply.contentType == "application/timestamp-reply", !reply.body.isEmpty else {
      throw Fault(doing, cause: "the answer is no timestamp reply")
    }
    return reply.body
  }
}

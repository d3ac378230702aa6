import Foundation
import NIOHTTP1
import Vocabulary

extension Line {
  /// Posts a JSON object and reads one back: status 200 and `application/json`, or a fault.
  func exchangeJSON(
    _ question: [String: JSON], with url: String, doing: String
  ) async throws(Fault) -> [String: JSON] {
    let reply = try await postJSON(question, to: url, doing: doing)
    guard reply.status == 200 else {
      throw Fault(
        doing, cause: "status \(reply.status)", retry: reply.status >= 500 ? .later : .never)
    }
    guard reply.contentType == "application/json", let fields = JSON.object(in: reply.body) else {
      throw Fault(doing, cause: "the answer is no JSON object")
    }
    return fields
  }

  func postJSON(
    _ question: [String: JSON], to url: String, doing: String
  ) async throws(Fault) -> Reply {
    let body: Data
    do {
      body = try JSONEncoder().encode(question)
    } catch {
      throw Fault(doing, cause: "our question could not be written as JSON")
    }
    return try await send(
      .init(
        doing: doing, method: .POST, url: url,
        headers: [("Content-Type", "application/json"), ("Accept", "application/json")],
        body: body))
  }
}

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// A browser as far as these tests need one: it sends, and shows where it is sent.
struct Browser: Sendable {
  let client: HTTPClient
  var cookies: [String: String] = [:]

  struct Answer: Sendable {
    let status: Int
    let location: String?
    let body: String
    let cookies: [String: String]

    /// The parameters of the address that the answer points to.
    var returned: [String: String] {
      guard let location, let parts = URLComponents(string: location) else { return [:] }
      let pairs = (parts.queryItems ?? []).map { ($0.name, $0.value ?? "") }
      return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// The value of the hidden field of this name.
    func hidden(_ name: String) -> String? {
      guard let start = body.range(of: #"name="\#(name)" value=""#) else { return nil }
      return body[start.upperBound...].split(separator: "\"", maxSplits: 1).first.map(String.init)
    }
  }

  func get(_ url: String) async throws -> Answer {
    try await send(HTTPClientRequest(url: url))
  }

  func post(_ url: String, type: String, body: String, method: String = "POST") async throws
    -> Answer
  {
    var request = HTTPClientRequest(url: url)
    request.method = HTTPMethod(rawValue: method)
    request.headers.add(name: "Content-Type", value: type)
    request.body = .bytes(ByteBuffer(string: body))
    return try await send(request)
  }

  func form(_ url: String, _ fields: [String: String]) async throws -> Answer {
    var allowed = CharacterSet.alphanumerics
    allowed.insert(charactersIn: "-._")
    func encoded(_ text: String) -> String {
      text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }
    let body = fields.map { "\(encoded($0.key))=\(encoded($0.value))" }.joined(separator: "&")
    return try await post(url, type: "application/x-www-form-urlencoded", body: body)
  }

  private func send(_ request: HTTPClientRequest) async throws -> Answer {
    var request = request
    if !cookies.isEmpty {
      let all = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
      request.headers.add(name: "Cookie", value: all)
    }
    let response = try await client.execute(request, timeout: .seconds(20))
    let body = try await response.body.collect(upTo: 1 << 20)
    var set: [String: String] = [:]
    for cookie in response.headers["set-cookie"] {
      let pair = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
      if pair.count == 2 { set[String(pair[0])] = String(pair[1]) }
    }
    return Answer(
      status: Int(response.status.code), location: response.headers.first(name: "location"),
      body: String(buffer: body), cookies: set)
  }
}

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOFoundationCompat
import NIOHTTP1

/// A person at a browser without JavaScript: cookies by host, redirects, forms.
final class Visitor {
  private let client: HTTPClient
  private var cookies: [String: [String: String]] = [:]
  private(set) var page: Page

  struct Page {
    var url: URL
    var status: Int
    var body: Data
    var type: String

    var html: String { String(decoding: body, as: UTF8.self) }
    var forms: [HTMLForm] { HTMLForm.all(in: html) }
  }

  init(client: HTTPClient, at base: URL) {
    self.client = client
    self.page = Page(url: base, status: 0, body: Data(), type: "")
  }

  @discardableResult
  func get(_ address: String) async throws -> Page {
    try await go(.GET, address, body: nil)
  }

  @discardableResult
  func submit(_ form: HTMLForm, button: (name: String, value: String)? = nil) async throws -> Page {
    var fields = form.fields
    if let button { fields.append(button) }
    let encoded = fields.map { "\(encode($0.name))=\(encode($0.value))" }.joined(separator: "&")
    let action = form.action.isEmpty ? page.url.absoluteString : form.action
    if form.method == "post" { return try await go(.POST, action, body: encoded) }
    return try await go(.GET, action + "?" + encoded, body: nil)
  }

  /// The first form whose action ends so; an error that names the page otherwise.
  func form(to suffix: String) throws -> HTMLForm {
    guard let form = page.forms.first(where: { path(of: $0.action).hasSuffix(suffix) }) else {
      throw SmokeFailure("the page \(page.url.path) (\(page.status)) has no form to …\(suffix)")
    }
    return form
  }

  /// The first form that has this field.
  func form(with field: String) throws -> HTMLForm {
    guard let form = page.forms.first(where: { $0.has(field) }) else {
      throw SmokeFailure("the page \(page.url.path) (\(page.status)) has no form with \(field)")
    }
    return form
  }

  private func path(of action: String) -> String {
    URL(string: action, relativeTo: page.url)?.path ?? action
  }

  private func go(_ method: HTTPMethod, _ address: String, body: String?) async throws -> Page {
    var method = method
    var body = body
    guard var url = URL(string: address, relativeTo: page.url)?.absoluteURL else {
      throw SmokeFailure("not an address: \(address)")
    }
    for _ in 0..<10 {
      let response = try await send(method, url, body: body)
      keep(response, from: url)
      if let next = response.headers.first(name: "location"),
        (300..<400).contains(Int(response.status.code)),
        let target = URL(string: next, relativeTo: url)?.absoluteURL
      {
        url = target
        method = .GET
        body = nil
        continue
      }
      let bytes = try await response.body.collect(upTo: 16 << 20)
      page = Page(
        url: url, status: Int(response.status.code), body: Data(buffer: bytes),
        type: response.headers.first(name: "content-type") ?? "")
      return page
    }
    throw SmokeFailure("more than ten redirects from \(address)")
  }

  private func send(
    _ method: HTTPMethod, _ url: URL, body: String?
  ) async throws -> HTTPClientResponse {
    var request = HTTPClientRequest(url: url.absoluteString)
    request.method = method
    let jar = cookies[key(of: url)] ?? [:]
    if !jar.isEmpty {
      request.headers.add(
        name: "Cookie",
        value: jar.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
          .joined(separator: "; "))
    }
    if let body {
      request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
      request.headers.add(name: "Origin", value: origin(of: url))
      request.body = .bytes(ByteBuffer(string: body))
    }
    do {
      return try await client.execute(request, timeout: .seconds(20))
    } catch {
      throw SmokeFailure("\(origin(of: url)) gives no answer: \(error)")
    }
  }

  private func keep(_ response: HTTPClientResponse, from url: URL) {
    for line in response.headers["set-cookie"] {
      let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = pair.first else { continue }
      cookies[key(of: url), default: [:]][name] = pair.count == 2 ? pair[1] : ""
    }
  }

  private func key(of url: URL) -> String { "\(url.host ?? ""):\(url.port ?? 80)" }

  private func origin(of url: URL) -> String {
    "\(url.scheme ?? "http")://\(url.host ?? "")" + (url.port.map { ":\($0)" } ?? "")
  }
}

/// What did not go as it should, in words for the person at the terminal.
struct SmokeFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

private func encode(_ text: String) -> String {
  var allowed = CharacterSet.alphanumerics
  allowed.insert(charactersIn: "-._~")
  return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
}

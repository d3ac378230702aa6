import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
@testable import Portal
import Vocabulary

/// A portal over a sample desk, and a browser that keeps cookies and fills in forms.
struct Runner {
  let portal: Portal

  init(
    _ desk: SampleDesk = SampleDesk(), origin: String = "http://127.0.0.1:8080",
    stage: PortalSettings.Stage = .demo, log: Logger = Logger(label: "test")
  ) throws {
    self.portal = try Portal(
      desk: desk,
      settings: PortalSettings(
        origin: origin, formTargets: ["https://identity.example", "https://gateway.example"],
        stage: stage),
      log: log, now: { Sample.now })
  }

  func run(_ act: @escaping @Sendable (Visitor) async throws -> Void) async throws {
    let application = Application(router: portal.router())
    try await application.test(.router) { client in
      try await act(Visitor(client: client))
    }
  }
}

/// One browser.
final class Visitor: @unchecked Sendable {
  let client: any TestClientProtocol
  private(set) var cookies: [String: String] = [:]

  init(client: any TestClientProtocol) {
    self.client = client
  }

  @discardableResult
  func get(_ path: String, headers: HTTPFields = [:]) async throws -> TestResponse {
    try await send(.get, path, headers: headers, body: nil)
  }

  /// Posts a form with the token that the page at `page` carries.
  @discardableResult
  func post(
    _ path: String, _ fields: [(String, String)] = [], from page: String
  ) async throws -> TestResponse {
    let token = try await formToken(at: page)
    return try await post(path, fields + [("csrf", token)])
  }

  @discardableResult
  func post(
    _ path: String, _ fields: [(String, String)], headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    let text = fields.map { "\(escaped($0.0))=\(escaped($0.1))" }.joined(separator: "&")
    return try await send(.post, path, headers: headers, body: text)
  }

  func formToken(at page: String) async throws -> String {
    let html = String(buffer: try await get(page).body)
    guard let mark = html.range(of: "name=\"csrf\" value=\"") else { return "" }
    return String(html[mark.upperBound...].prefix { $0 != "\"" })
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields, body: String?
  ) async throws -> TestResponse {
    try await send(method, path, headers: headers, bytes: body.map { ByteBuffer(string: $0) })
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields, bytes: ByteBuffer?
  ) async throws -> TestResponse {
    var headers = headers
    if !cookies.isEmpty {
      headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
    }
    let response = try await client.execute(
      uri: path, method: method, headers: headers, body: bytes)
    for cookie in response.headers[values: .setCookie] {
      let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
      cookies[String(pair[0])] =
        cookie.contains("Max-Age=0") ? nil : pair.count == 2 ? String(pair[1]) : ""
    }
    return response
  }

  func signInAsCitizen() async throws {
    try await post("/sign-in", from: "/sign-in")
    try await get("/sign-in/return?state=state-1&code=good")
  }

  func signInAsOfficer() async throws {
    try await typePassword("thuly")
    try await post(
      "/office/sign-in/code", [("code", SampleDesk.code)], from: "/office/sign-in/code")
  }

  /// The first step of an officer's sign-in.
  func typePassword(_ username: String) async throws {
    try await post(
      "/office/sign-in", [("username", username), ("password", "right")], from: "/office/sign-in")
  }
}

func escaped(_ text: String) -> String {
  text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
}

extension TestResponse {
  var html: String { String(buffer: body) }
}

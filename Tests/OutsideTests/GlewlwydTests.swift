import AsyncHTTPClient
import Foundation
import Outside
import Testing
import Vocabulary

/// The same sign-in with glewlwyd 2.7 of Debian: a provider that none of us wrote.
@Suite("Identity: glewlwyd", .serialized)
struct GlewlwydTests {
  static let clientID = "lylich"
  // glewlwyd does not decode the parts of HTTP Basic as RFC 6749, section 2.3.1, would have it.
  static let secret = "bi-mat-thu-nghiem"

  func withGlewlwyd(_ body: (String) async throws -> Void) async throws {
    let (script, port) = (try peer("glewlwyd"), String(try freePort()))
    try await withProgram("/usr/bin/python3") { folder in
      [script, folder.path, port, Self.clientID, Self.secret, Street.redirectURI]
    } _: { program in
      let words = try await program.firstLine().split(separator: " ")
      try #require(
        words.first == "ready" && words.count == 2,
        "glewlwyd did not start; it comes from Debian's package glewlwyd")
      try await body(String(words[1]))
    }
  }

  /// Signs in at glewlwyd as a person does, allows the client, and returns with the address.
  func allow(_ username: String, _ url: String, _ issuer: String, _ browser: Browser) async throws
    -> [String: String]
  {
    var browser = browser
    let api = issuer.replacingOccurrences(of: "/oidc", with: "")
    let first = try await browser.get(url)
    #expect(first.status == 302)
    let signedIn = try await browser.post(
      api + "/auth/", type: "application/json",
      body: #"{"username":"\#(username)","password":"mat-khau-thu-nghiem"}"#)
    #expect(signedIn.status == 200)
    browser.cookies = signedIn.cookies
    let granted = try await browser.post(
      api + "/auth/grant/\(Self.clientID)", type: "application/json",
      body: #"{"scope":"openid"}"#, method: "PUT")
    #expect(granted.status == 200)
    let answer = try await browser.get(url + "&g_continue")
    #expect(answer.location?.hasPrefix(Street.redirectURI) == true, "\(answer.location ?? "-")")
    return answer.returned
  }

  @Test func `the whole sign-in holds, and PKCE, codes and levels are enforced`() async throws {
    try await withGlewlwyd { issuer in
      let client = Line.makeClient()
      let browser = Browser(client: client)
      do {
        for authentication in [ClientAuthentication.basic, .post] {
          try await signIn(issuer, authentication, Line(client: client), browser)
        }
        try await refusals(issuer, Line(client: client), browser)
      } catch {
        try await client.shutdown()
        throw error
      }
      try await client.shutdown()
    }
  }

  func identity(
    _ issuer: String, _ authentication: ClientAuthentication, _ line: Line
  ) throws -> Identity {
    Identity(
      settings: IdentitySettings(
        issuer: try Endpoint(issuer), clientID: Self.clientID, clientSecret: Self.secret,
        redirectURI: Street.redirectURI, authentication: authentication,
        claims: ClaimNames(level: "MucDo")), line: line)
  }

  func signIn(
    _ issuer: String, _ authentication: ClientAuthentication, _ line: Line, _ browser: Browser
  ) async throws {
    let identity = try identity(issuer, authentication, line)
    let secrets = newSecrets()
    let url = try await identity.authorizationURL(secrets, now: realNow())
    let returned = try await allow("two", url, issuer, browser)
    #expect(returned["state"] == secrets.state)
    let code = try #require(returned["code"])
    let outcome = try await identity.signIn(code: code, secrets: secrets, now: realNow())
    guard case .verified(let person) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(person.nationalID.digits == "092190004217" && person.level == .level2)
    #expect(person.name.text == "NGUYỄN THỊ MAI")
    #expect(person.birthDate == .day(CivilDate(1990, 3, 12)))
    #expect(
      try await identity.signIn(code: code, secrets: secrets, now: realNow())
        == .refused(.codeRefused))
  }

  func refusals(_ issuer: String, _ line: Line, _ browser: Browser) async throws {
    let identity = try identity(issuer, .basic, line)
    let secrets = newSecrets()
    let url = try await identity.authorizationURL(secrets, now: realNow())
    let code = try #require(try await allow("two", url, issuer, browser)["code"])
    let thief = SignInSecrets(
      state: secrets.state, nonce: secrets.nonce, verifier: newSecrets().verifier)
    #expect(
      try await identity.signIn(code: code, secrets: thief, now: realNow())
        == .refused(.codeRefused))
    let low = try #require(try await allow("one", url, issuer, browser)["code"])
    #expect(
      try await identity.signIn(code: low, secrets: secrets, now: realNow())
        == .refused(.levelTooLow(.level1)))
    let plain = url.replacingOccurrences(of: "S256", with: "plain")
    let refused = try await allow("two", plain, issuer, browser)
    #expect(refused["error"] == "invalid_request" && refused["code"] == nil)
  }
}

func realNow() -> Instant {
  Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
}

/// A port that was free a moment ago.
func freePort() throws -> Int {
  let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(socket) }
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  var size = socklen_t(MemoryLayout<sockaddr_in>.size)
  let port: UInt16? = withUnsafeMutablePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
      guard bind(socket, generic, size) == 0, getsockname(socket, generic, &size) == 0 else {
        return nil
      }
      return pointer.pointee.sin_port
    }
  }
  return Int(UInt16(bigEndian: try #require(port)))
}

import Foundation
import Neighbours
import Outside
import Testing
import Vocabulary

/// Signing in with the simulated provider, over HTTP.
@Suite("Identity: the simulated provider", .serialized)
struct IdentityTests {
  static let mai = "092190004217"

  func settings(
    _ street: Street, _ change: (inout IdentitySettings) -> Void = { _ in }
  ) throws -> IdentitySettings {
    var settings = IdentitySettings(
      issuer: try Endpoint(street.addresses.identity), clientID: "lylich",
      clientSecret: "bí mật + 1", redirectURI: Street.redirectURI)
    change(&settings)
    return settings
  }

  /// Walks to the provider, chooses a person and comes back with what the address says.
  func choose(
    _ person: String, _ identity: Identity, _ secrets: SignInSecrets, in street: Street
  ) async throws -> [String: String] {
    let url = try await identity.authorizationURL(secrets, now: nine)
    let page = try await street.browser.get(url)
    #expect(page.status == 200 && page.body.contains("ĐÂY LÀ MÔ PHỎNG"))
    var fields = ["person": person, "response_type": "code", "scope": "openid"]
    for name in [
      "client_id", "redirect_uri", "code_challenge", "code_challenge_method", "state", "nonce",
    ] { fields[name] = page.hidden(name) }
    let answer = try await street.browser.form(street.addresses.identity + "/authorize", fields)
    #expect(answer.status == 303)
    return answer.returned
  }

  @Test(arguments: [ClientAuthentication.basic, .post])
  func `a person of level 2 signs in and is who the claims say`(
    authentication: ClientAuthentication
  ) async throws {
    try await withStreet { street in
      let identity = Identity(
        settings: try settings(street) { $0.authentication = authentication }, line: street.line)
      let secrets = newSecrets()
      let returned = try await choose(Self.mai, identity, secrets, in: street)
      #expect(returned["state"] == secrets.state)
      let code = try #require(returned["code"])
      guard
        case .verified(let person) = try await identity.signIn(
          code: code, secrets: secrets, now: nine)
      else {
        Issue.record("not verified")
        return
      }
      #expect(person.nationalID.digits == Self.mai)
      #expect(person.name.text == "NGUYỄN THỊ MAI")
      #expect(person.birthDate == .day(CivilDate(1990, 3, 12)))
      #expect(person.level == .level2 && person.provider == street.addresses.identity)
      #expect(!person.subject.isEmpty && !person.subject.contains(Self.mai))
      #expect(
        try await identity.signIn(code: code, secrets: secrets, now: nine)
          == .refused(.codeRefused))
    }
  }

  @Test func `a year alone is a birth date, and level 1 is not enough`() async throws {
    try await withStreet { street in
      let identity = Identity(settings: try settings(street), line: street.line)
      #expect(try await person("001038000625", identity, street)?.birthDate == .year(1938))
      let secrets = newSecrets()
      let returned = try await choose("001197008053", identity, secrets, in: street)
      let code = try #require(returned["code"])
      #expect(
        try await identity.signIn(code: code, secrets: secrets, now: nine)
          == .refused(.levelTooLow(.level1)))
    }
  }

  func person(
    _ number: String, _ identity: Identity, _ street: Street
  ) async throws -> VerifiedPerson? {
    let secrets = newSecrets()
    let returned = try await choose(number, identity, secrets, in: street)
    let code = try #require(returned["code"])
    let outcome = try await identity.signIn(code: code, secrets: secrets, now: street.clock.now)
    guard case .verified(let person) = outcome else { return nil }
    return person
  }

  @Test func `everybody in the cast but one can sign in`() async throws {
    try await withStreet { street in
      let identity = Identity(settings: try settings(street), line: street.line)
      for member in try Cast.read().members where member.level == 2 {
        let signedIn = try await person(member.nationalID.digits, identity, street)
        #expect(signedIn?.nationalID == member.nationalID)
        #expect(signedIn?.birthDate == member.birthDate)
        #expect(signedIn?.name.isSame(as: try PersonName(member.name)) == true)
      }
    }
  }

  @Test func `another verifier, nonce or browser's code does not sign in`() async throws {
    try await withStreet { street in
      let identity = Identity(settings: try settings(street), line: street.line)
      let secrets = newSecrets()
      let thief = SignInSecrets(
        state: secrets.state, nonce: secrets.nonce, verifier: newSecrets().verifier)
      var returned = try await choose(Self.mai, identity, secrets, in: street)
      var code = try #require(returned["code"])
      #expect(
        try await identity.signIn(code: code, secrets: thief, now: nine) == .refused(.codeRefused))
      let other = SignInSecrets(
        state: secrets.state, nonce: newSecrets().nonce, verifier: secrets.verifier)
      returned = try await choose(Self.mai, identity, secrets, in: street)
      code = try #require(returned["code"])
      #expect(
        try await identity.signIn(code: code, secrets: other, now: nine)
          == .refused(.notTrusted(.nonce)))
      for nonsense in ["", "0123", String(repeating: "a", count: 5000)] {
        #expect(
          try await identity.signIn(code: nonsense, secrets: secrets, now: nine)
            == .refused(.codeRefused))
      }
    }
  }

  @Test func `a code is good for a minute`() async throws {
    try await withStreet { street in
      let identity = Identity(settings: try settings(street), line: street.line)
      let secrets = newSecrets()
      let returned = try await choose(Self.mai, identity, secrets, in: street)
      let code = try #require(returned["code"])
      street.clock.move(seconds: 61)
      #expect(
        try await identity.signIn(code: code, secrets: secrets, now: street.clock.now)
          == .refused(.codeRefused))
    }
  }

  @Test func `a token of a clock far from ours is refused`() async throws {
    try await withStreet { street in
      let identity = Identity(settings: try settings(street), line: street.line)
      for (seconds, flaw) in [(-121, TokenFlaw.issuedInTheFuture), (421, .expired)] {
        let secrets = newSecrets()
        let returned = try await choose(Self.mai, identity, secrets, in: street)
        let code = try #require(returned["code"])
        #expect(
          try await identity.signIn(
            code: code, secrets: secrets, now: nine.adding(seconds: seconds))
            == .refused(.notTrusted(flaw)))
      }
    }
  }

  @Test func `the provider refuses what PKCE and registration forbid`() async throws {
    try await withStreet { street in
      let identity = Identity(settings: try settings(street), line: street.line)
      let url = try await identity.authorizationURL(newSecrets(), now: nine)
      func changed(_ from: String, _ to: String) async throws -> Browser.Answer {
        #expect(url.contains(from))
        return try await street.browser.get(url.replacingOccurrences(of: from, with: to))
      }
      #expect(try await changed("S256", "plain").returned["error"] == "invalid_request")
      #expect(try await changed("code_challenge=", "x=").returned["error"] == "invalid_request")
      #expect(
        try await changed("response_type=code", "response_type=token").returned["error"]
          == "unsupported_response_type")
      #expect(try await changed("%2Fsign-in%2Freturn", "%2Felsewhere").status == 400)
      #expect(try await changed("client_id=lylich", "client_id=other").status == 400)
    }
  }

  @Test func `a wrong client secret is a fault, not the person's`() async throws {
    try await withStreet { street in
      let wrong = try settings(street) { $0.clientSecret = "wrong" }
      let identity = Identity(settings: wrong, line: street.line)
      let secrets = newSecrets()
      let code = try #require(
        try await choose(Self.mai, identity, secrets, in: street)["code"])
      await #expect(throws: Fault.self) {
        try await identity.signIn(code: code, secrets: secrets, now: nine)
      }
    }
  }

  @Test func `a provider that is down, silent or lies signs nobody in`() async throws {
    try await withStreet { street in
      let line = Line(client: street.client, timeoutSeconds: 1)
      let identity = Identity(settings: try settings(street), line: line)
      let secrets = newSecrets()
      let code = try #require(
        try await choose(Self.mai, identity, secrets, in: street)["code"])
      for mode in ["error", "silent"] {
        try await street.control(street.addresses.identity, #"{"mode":"\#(mode)"}"#)
        await #expect(throws: Fault.self) {
          try await identity.signIn(code: code, secrets: secrets, now: nine)
        }
        let fresh = Identity(settings: try settings(street), line: line)
        await #expect(throws: Fault.self) {
          try await fresh.authorizationURL(secrets, now: nine)
        }
      }
      try await street.control(street.addresses.identity, #"{"mode":"wrong"}"#)
      #expect(
        try await identity.signIn(code: code, secrets: secrets, now: nine)
          == .refused(.notTrusted(.signature)))
    }
  }

  @Test func `cancelling at the provider comes back as an error and no code`() async throws {
    try await withStreet { street in
      let identity = Identity(settings: try settings(street), line: street.line)
      let returned = try await choose("", identity, newSecrets(), in: street)
      #expect(returned["error"] == "access_denied" && returned["code"] == nil)
    }
  }
}

func newSecrets() -> SignInSecrets {
  var generator = SystemRandomNumberGenerator()
  return SignInSecrets(random: &generator)
}

import AsyncHTTPClient
import Crypto
import CryptoExtras
import Foundation
import Hummingbird
import JWTKit
import Outside
import Synchronization
import Testing
import Vocabulary

/// Both JWTKit and Crypto have an `Insecure`.
typealias RSAKeyPair = JWTKit.Insecure.RSA.PrivateKey

/// A provider that says whatever a test wants: what our side must not believe.
@Suite("Identity: tokens that must not be believed", .serialized)
struct IDTokenTests {
  final class Liar: Sendable {
    let key: RSAKeyPair
    let other: RSAKeyPair
    let token = Mutex("")
    let keySet = Mutex("")
    let keyReads = Mutex(0)
    let address = Mutex("")

    init() throws {
      self.key = try RSAKeyPair(pem: _RSA.Signing.PrivateKey(keySize: .bits2048).pemRepresentation)
      self.other = try RSAKeyPair(
        pem: _RSA.Signing.PrivateKey(keySize: .bits2048).pemRepresentation)
    }

    func answer(_ request: Request) throws -> Response {
      let own = address.withLock { $0 }
      switch request.uri.path {
      case "/.well-known/openid-configuration":
        return json(
          #"{"issuer":"\#(own)","authorization_endpoint":"\#(own)/a","#
            + #""token_endpoint":"\#(own)/t","jwks_uri":"\#(own)/k"}"#)
      case "/t": return json(#"{"id_token":"\#(token.withLock { $0 })"}"#)
      case "/k":
        keyReads.withLock { $0 += 1 }
        return json(keySet.withLock { $0 })
      default: return json("{}", status: .notFound)
      }
    }

    func publish(_ keyID: String, _ key: RSAKeyPair) throws {
      let numbers = try key.publicKey.getKeyPrimitives()
      let (n, e) = (plain(numbers.modulus), plain(numbers.publicExponent))
      let known = #"{"kty":"RSA","kid":"\#(keyID)","use":"sig","n":"\#(n)","e":"\#(e)"}"#
      let strange = #"{"kty":"oct","kid":"secret","k":"AAAA"},{"kty":"NEW","kid":"x"},7"#
      keySet.withLock { $0 = #"{"keys":[\#(strange),\#(known)]}"# }
    }

    func sign(_ claims: [String: Claim], keyID: String, by key: RSAKeyPair)
      async throws
    {
      let keys = JWTKeyCollection()
      await keys.add(rsa: key, digestAlgorithm: .sha256, kid: JWKIdentifier(string: keyID))
      let signed = try await keys.sign(Content(claims), kid: JWKIdentifier(string: keyID))
      token.withLock { $0 = signed }
    }
  }

  enum Claim: Encodable {
    case text(String)
    case number(Int)
    case texts([String])

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      case .texts(let texts): try container.encode(texts)
      }
    }
  }

  struct Content: JWTPayload {
    let claims: [String: Claim]
    init(_ claims: [String: Claim]) { self.claims = claims }
    init(from decoder: any Decoder) throws { self.claims = [:] }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(claims)
    }
    func verify(using algorithm: some JWTAlgorithm) async throws {}
  }

  static let secrets = SignInSecrets(state: "s", nonce: "n-1", verifier: "v")

  /// Everything right; a test changes what it is about.
  static func claims(_ issuer: String, _ changes: [String: Claim?] = [:]) -> [String: Claim] {
    let now = Int(nine.milliseconds / 1000)
    var claims: [String: Claim] = [
      "iss": .text(issuer), "sub": .text("abc"), "aud": .text("lylich"), "nonce": .text("n-1"),
      "iat": .number(now), "exp": .number(now + 300), "acr": .text("LoA2"),
      "LoaiTaiKhoan": .text("1"), "HoVaTen": .text("Nguyễn Thị Mẫu"),
      "SoDinhDanh": .text("092190004217"), "NgayThangNamSinh": .text("19900312"),
    ]
    for (name, value) in changes { claims[name] = value }
    return claims
  }

  func withLiar(_ body: @Sendable (Liar, Identity, String) async throws -> Void) async throws {
    let liar = try Liar()
    let client = Line.makeClient()
    try liar.publish("k1", liar.key)
    try await withStub {
      try liar.answer($0)
    } body: { address in
      liar.address.withLock { $0 = address }
      let identity = Identity(
        settings: IdentitySettings(
          issuer: try Endpoint(address), clientID: "lylich", clientSecret: "s",
          redirectURI: Street.redirectURI), line: Line(client: client, timeoutSeconds: 5))
      try await body(liar, identity, address)
    }
    try await client.shutdown()
  }

  @Test func `claims that are all right are believed, and each wrong one is named`() async throws {
    let now = Int(nine.milliseconds / 1000)
    try await withLiar { liar, identity, issuer in
      func outcome(_ changes: [String: Claim?]) async throws -> SignInOutcome {
        try await liar.sign(Self.claims(issuer, changes), keyID: "k1", by: liar.key)
        return try await identity.signIn(code: "c", secrets: Self.secrets, now: nine)
      }
      for good: [String: Claim?] in [
        [:], ["aud": .texts(["lylich"])], ["exp": .number(now - 119)],
        ["iat": .number(now + 119)], ["nbf": .number(now + 119)],
        ["aud": .texts(["lylich", "x"]), "azp": .text("lylich")], ["acr": .text("2")],
        ["NgayThangNamSinh": .text("1990-03-12")], ["LoaiTaiKhoan": .number(1)],
      ] {
        guard case .verified = try await outcome(good) else {
          Issue.record("not verified with \(good)")
          continue
        }
      }
      for (changes, flaw): ([String: Claim?], TokenFlaw) in [
        (["iss": .text("https://other.example.test")], .issuer), (["iss": nil], .issuer),
        (["aud": .text("other")], .audience), (["aud": .texts([])], .audience),
        (["aud": nil], .audience), (["aud": .texts(["lylich", "x"])], .authorizedParty),
        (["azp": .text("other")], .authorizedParty), (["exp": .number(now - 121)], .expired),
        (["exp": nil], .expired), (["exp": .text("never")], .expired),
        (["iat": .number(now + 121)], .issuedInTheFuture), (["iat": nil], .issuedInTheFuture),
        (["nbf": .number(now + 121)], .notYetValid), (["nonce": .text("n-2")], .nonce),
        (["nonce": nil], .nonce),
      ] {
        #expect(try await outcome(changes) == .refused(.notTrusted(flaw)))
      }
      for (changes, refusal): ([String: Claim?], SignInRefusal) in [
        (["acr": .text("LoA1")], .levelTooLow(.level1)), (["acr": nil], .claimUnusable(.level)),
        (["acr": .text("LoA3")], .claimUnusable(.level)),
        (["LoaiTaiKhoan": .text("2")], .notAPerson),
        (["LoaiTaiKhoan": nil], .notAPerson), (["sub": nil], .claimUnusable(.subject)),
        (["SoDinhDanh": .text("12345678901")], .claimUnusable(.nationalID)),
        (["SoDinhDanh": nil], .claimUnusable(.nationalID)),
        (["HoVaTen": .text("Mai\u{202E}")], .claimUnusable(.name)),
        (["HoVaTen": .text("")], .claimUnusable(.name)),
        (["NgayThangNamSinh": .text("19900231")], .claimUnusable(.birthDate)),
        (["NgayThangNamSinh": .text("12/03/1990")], .claimUnusable(.birthDate)),
      ] {
        #expect(try await outcome(changes) == .refused(refusal))
      }
    }
  }

  @Test func `a token without a signature, or with one of our making, is refused`() async throws {
    try await withLiar { liar, identity, issuer in
      func outcome(_ token: String) async throws -> SignInOutcome {
        liar.token.withLock { $0 = token }
        return try await identity.signIn(code: "c", secrets: Self.secrets, now: nine)
      }
      let payload = plain(try JSONEncoder().encode(Self.claims(issuer)))
      let none = plain(Data(#"{"alg":"none"}"#.utf8))
      #expect(try await outcome("\(none).\(payload).") == .refused(.notTrusted(.algorithm)))
      // The classic confusion: the public key used as an HMAC secret.
      let symmetric = plain(Data(#"{"alg":"HS256","kid":"k1"}"#.utf8))
      let code = HMAC<SHA256>.authenticationCode(
        for: Data("\(symmetric).\(payload)".utf8),
        using: SymmetricKey(data: Data(liar.key.publicKey.pemRepresentation.utf8)))
      #expect(
        try await outcome("\(symmetric).\(payload).\(plain(Data(code)))")
          == .refused(.notTrusted(.algorithm)))
      let honest = plain(Data(#"{"alg":"RS256","kid":"k1"}"#.utf8))
      #expect(
        try await outcome("\(honest).\(payload).AAAA") == .refused(.notTrusted(.signature)))
      for nonsense in ["", "a.b", "a.b.c", "....", String(repeating: "a", count: 20_000)] {
        #expect(try await outcome(nonsense) == .refused(.notTrusted(.notAToken)))
      }
      try await liar.sign(Self.claims(issuer), keyID: "k1", by: liar.other)
      #expect(
        try await identity.signIn(code: "c", secrets: Self.secrets, now: nine)
          == .refused(.notTrusted(.signature)))
    }
  }

  @Test func `new keys are fetched when a token names one, but not more than once a minute`()
    async throws
  {
    try await withLiar { liar, identity, issuer in
      func outcome(_ seconds: Int) async throws -> SignInOutcome {
        try await identity.signIn(
          code: "c", secrets: Self.secrets, now: nine.adding(seconds: seconds))
      }
      try await liar.sign(Self.claims(issuer), keyID: "k1", by: liar.key)
      _ = try await outcome(0)
      #expect(liar.keyReads.withLock { $0 } == 1)
      try liar.publish("k2", liar.other)
      try await liar.sign(Self.claims(issuer), keyID: "k2", by: liar.other)
      #expect(try await outcome(1) == .refused(.notTrusted(.unknownKey)))
      #expect(liar.keyReads.withLock { $0 } == 1)
      guard case .verified = try await outcome(61) else {
        Issue.record("the new key is not used")
        return
      }
      #expect(liar.keyReads.withLock { $0 } == 2)
      try await liar.sign(Self.claims(issuer), keyID: "k3", by: liar.key)
      for second in 62..<80 {
        #expect(try await outcome(second) == .refused(.notTrusted(.unknownKey)))
      }
      #expect(liar.keyReads.withLock { $0 } == 2)
    }
  }

  @Test func `a discovery document of another issuer is a fault`() async throws {
    try await withLiar { liar, identity, issuer in
      liar.address.withLock { $0 = "https://other.example.test" }
      await #expect(throws: Fault.self) {
        try await identity.authorizationURL(Self.secrets, now: nine)
      }
    }
  }
}

func plain(_ bytes: Data) -> String {
  bytes.base64EncodedString().replacingOccurrences(of: "+", with: "-")
    .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
}

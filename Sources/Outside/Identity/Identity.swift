import Foundation
import JWTKit
import NIOHTTP1
package import Vocabulary

/// The e-ID provider, seen by its client: OpenID Connect, code flow with PKCE (S256).
///
/// An actor because the provider's documents are kept between sign-ins: the discovery document
/// and the keys for an hour, and keys are asked for again at most once a minute when a token
/// names one that we do not have (the provider has changed its keys).
package actor Identity {
  private let settings: IdentitySettings
  private let line: Line
  private var discovery: (value: Discovery, readAt: Instant)?
  private var keys: (value: [JWK], readAt: Instant)?

  private static let keptSeconds = 3600
  private static let rotationSeconds = 60

  package init(settings: IdentitySettings, line: Line) {
    self.settings = settings
    self.line = line
  }

  /// Where the browser is sent. The caller keeps `secrets`, bound to that browser.
  package func authorizationURL(
    _ secrets: SignInSecrets, language: String = "vi", now: Instant
  ) async throws(Fault) -> String {
    let discovery = try await currentDiscovery(now: now)
    var pairs = [
      ("response_type", "code"), ("client_id", settings.clientID),
      ("redirect_uri", settings.redirectURI), ("scope", settings.scope),
      ("state", secrets.state), ("nonce", secrets.nonce),
      ("code_challenge", secrets.challenge), ("code_challenge_method", "S256"),
      ("ui_locales", language),
    ]
    if let acr = settings.acrValues { pairs.append(("acr_values", acr)) }
    return discovery.authorization.text + "?" + formBody(pairs)
  }

  /// The browser is back with a code, and its `state` was the one we gave it.
  ///
  /// - Throws: `Fault` where the provider is down or answers nonsense; trying later may help.
  package func signIn(
    code: String, secrets: SignInSecrets, now: Instant
  ) async throws(Fault) -> SignInOutcome {
    guard (1...2048).contains(code.utf8.count) else { return .refused(.codeRefused) }
    let discovery = try await currentDiscovery(now: now)
    guard let token = try await exchange(code, secrets.verifier, at: discovery.token) else {
      return .refused(.codeRefused)
    }
    guard let header = TokenHeader(of: token) else { return .refused(.notTrusted(.notAToken)) }
    guard let algorithm = header.algorithm else { return .refused(.notTrusted(.algorithm)) }
    guard let key = try await key(header.keyID, algorithm, at: discovery.keys, now: now) else {
      return .refused(.notTrusted(.unknownKey))
    }
    do throws(TokenRefusal) {
      let claims = try await verified(token, by: key, algorithm)
      try claims.check(
        issuer: discovery.issuerText, clientID: settings.clientID, nonce: secrets.nonce, now: now)
      return person(from: claims)
    } catch {
      return .refused(.notTrusted(error.flaw))
    }
  }

  private func person(from claims: IDTokenClaims) -> SignInOutcome {
    do throws(SignInRefusal) {
      return .verified(
        try settings.claims.person(from: claims.fields, provider: settings.issuer.text))
    } catch {
      return .refused(error)
    }
  }

  /// The ID token for a code, or nil where the provider says that the code is not good.
  private func exchange(
    _ code: String, _ verifier: String, at endpoint: Endpoint
  ) async throws(Fault) -> String? {
    let doing = "exchanging a sign-in code"
    var headers = [
      ("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "application/json"),
    ]
    var pairs = [
      ("grant_type", "authorization_code"), ("code", code),
      ("redirect_uri", settings.redirectURI), ("code_verifier", verifier),
    ]
    switch settings.authentication {
    case .basic:
      let both = formEncoded(settings.clientID) + ":" + formEncoded(settings.clientSecret)
      headers.append(("Authorization", "Basic " + Data(both.utf8).base64EncodedString()))
    case .post:
      pairs.append(("client_id", settings.clientID))
      pairs.append(("client_secret", settings.clientSecret))
    }
    let reply = try await line.send(
      .init(
        doing: doing, method: .POST, url: endpoint.text, headers: headers,
        body: Data(formBody(pairs).utf8)))
    guard let fields = JSON.object(in: reply.body) else {
      throw Fault(doing, cause: "status \(reply.status) without a JSON object", retry: .later)
    }
    switch reply.status {
    case 200:
      guard let token = fields["id_token"]?.string else {
        throw Fault(doing, cause: "the answer has no id_token")
      }
      return token
    case 400...403 where codeErrors.contains(fields["error"]?.string ?? ""):
      return nil
    default:
      let code = errorCode(fields["error"]?.string)
      throw Fault(
        doing, cause: "status \(reply.status), \(code)",
        retry: reply.status >= 500 ? .later : .never)
    }
  }

  private func currentDiscovery(now: Instant) async throws(Fault) -> Discovery {
    if let kept = discovery, now < kept.readAt.adding(seconds: Self.keptSeconds) {
      return kept.value
    }
    let reply = try await read(
      settings.issuer.at("/.well-known/openid-configuration"),
      doing: "reading the e-ID provider's discovery document")
    let fresh = try Discovery(reply.body, issuer: settings.issuer)
    discovery = (fresh, now)
    return fresh
  }

  private func read(_ url: String, doing: String) async throws(Fault) -> Line.Reply {
    let reply = try await line.send(.init(doing: doing, method: .GET, url: url))
    guard reply.status == 200 else {
      throw Fault(doing, cause: "status \(reply.status)", retry: .later)
    }
    return reply
  }
}

extension Identity {
  private func verified(
    _ token: String, by key: JWK, _ algorithm: TokenHeader.Algorithm
  ) async throws(TokenRefusal) -> IDTokenClaims {
    do {
      // A collection of this one key and algorithm: the token cannot choose another.
      var only = key
      only.keyIdentifier = "only"
      only.algorithm = algorithm == .rs256 ? .rs256 : .es256
      let collection = JWTKeyCollection()
      try await collection.add(jwk: only, isDefault: true)
      return try await collection.verify(token, as: IDTokenClaims.self)
    } catch {
      throw TokenRefusal(.signature)
    }
  }

  private func key(
    _ keyID: String?, _ algorithm: TokenHeader.Algorithm, at endpoint: Endpoint, now: Instant
  ) async throws(Fault) -> JWK? {
    if let kept = keys, now < kept.readAt.adding(seconds: Self.keptSeconds) {
      if let key = pick(keyID, algorithm, from: kept.value) { return key }
      guard now >= kept.readAt.adding(seconds: Self.rotationSeconds) else { return nil }
    }
    let doing = "reading the e-ID provider's keys"
    let reply = try await read(endpoint.text, doing: doing)
    guard case .array(let listed)? = JSON.object(in: reply.body)?["keys"], listed.count <= 100
    else { throw Fault(doing, cause: "the answer is no key set") }
    let fresh = listed.compactMap(signatureKey)
    keys = (fresh, now)
    return pick(keyID, algorithm, from: fresh)
  }

  private func pick(
    _ keyID: String?, _ algorithm: TokenHeader.Algorithm, from keys: [JWK]
  ) -> JWK? {
    let kind: JWK.KeyType = algorithm == .rs256 ? .rsa : .ecdsa
    let fitting = keys.filter { $0.keyType == kind }
    guard let keyID else { return fitting.count == 1 ? fitting.first : nil }
    return fitting.first { $0.keyIdentifier?.string == keyID }
  }
}

/// RFC 6749, section 5.2, says invalid_grant; glewlwyd says invalid_code.
private let codeErrors: Set<String> = ["invalid_grant", "invalid_code"]

/// An error code as RFC 6749 writes them; anything else could hold anything.
private func errorCode(_ text: String?) -> String {
  guard let text, (1...40).contains(text.utf8.count),
    text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x5F })
  else { return "no error code" }
  return text
}

/// A public key of a set, or nil where it is of a kind that we do not use: a set may hold others
/// (RFC 7517, section 5).
private func signatureKey(_ listed: JSON) -> JWK? {
  guard case .object(let fields) = listed, fields["d"] == nil else { return nil }
  guard (fields["use"]?.string ?? "sig") == "sig" else { return nil }
  let used = fields.filter { ["kty", "kid", "n", "e", "x", "y", "crv"].contains($0.key) }
  do {
    return try JSONDecoder().decode(JWK.self, from: JSONEncoder().encode(used))
  } catch {
    return nil
  }
}

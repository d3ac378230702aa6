import Foundation
import Hummingbird
import Synchronization
import Vocabulary

/// The simulated e-ID provider: OpenID Connect, code flow, PKCE S256 enforced, codes that work
/// once, claims of the national sign-on (SSO of the National Public Service Portal).
struct IdentityProvider: Sendable {
  let party: NeighbourhoodSettings.RelyingParty
  let cast: Cast
  let key: ProviderKey
  let grants: Grants
  let mood: Mood
  let clock: @Sendable () -> Instant
  /// Its own address, known once the port is bound.
  let address: OwnAddress

  init(_ settings: NeighbourhoodSettings, mood: Mood, address: OwnAddress) async throws(Fault) {
    let folder = settings.folder.appendingPathComponent("identity")
    self.party = settings.relyingParty
    self.cast = settings.cast
    self.key = try await ProviderKey(in: folder)
    self.grants = try Grants(in: folder)
    self.mood = mood
    self.clock = settings.clock
    self.address = address
  }

  func router() throws(Fault) -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    router.add(middleware: MoodMiddleware(mood: mood))
    addControl(to: router, mood: mood)
    try addStyle(to: router)
    router.get("/.well-known/openid-configuration") { _, _ in try jsonResponse(discovery()) }
    router.get("/keys") { _, _ in try jsonResponse(keySet()) }
    router.get("/authorize") { request, _ in try await show(parameters(request.uri.query ?? "")) }
    router.post("/authorize") { request, _ in try await choose(try await formBody(of: request)) }
    router.post("/token") { request, _ in try await token(request) }
    return router
  }

  private struct Discovery: Encodable {
    let issuer, authorization_endpoint, token_endpoint, jwks_uri: String
    let response_types_supported = ["code"]
    let grant_types_supported = ["authorization_code"]
    let subject_types_supported = ["public"]
    let scopes_supported = ["openid"]
    let id_token_signing_alg_values_supported = ["RS256"]
    let code_challenge_methods_supported = ["S256"]
    let token_endpoint_auth_methods_supported = ["client_secret_basic", "client_secret_post"]
    let acr_values_supported = ["LoA1", "LoA2"]
  }

  private func discovery() -> Discovery {
    let own = address.text
    return Discovery(
      issuer: own, authorization_endpoint: own + "/authorize", token_endpoint: own + "/token",
      jwks_uri: own + "/keys")
  }

  private struct Key: Encodable {
    let kty = "RSA"
    let use = "sig"
    let alg = "RS256"
    let kid, n, e: String
  }

  private func keySet() -> [String: [Key]] {
    ["keys": [Key(kid: key.keyID, n: key.modulus, e: key.exponent)]]
  }

  private func show(_ fields: [String: String]) async throws -> Response {
    do throws(AuthorizationRequest.Flaw) {
      return signInPage(try AuthorizationRequest(fields, for: party), cast: cast).response()
    } catch {
      return answer(to: error)
    }
  }

  private func choose(_ fields: [String: String]) async throws -> Response {
    let request: AuthorizationRequest
    do throws(AuthorizationRequest.Flaw) {
      request = try AuthorizationRequest(fields, for: party)
    } catch {
      return answer(to: error)
    }
    guard let member = cast.member(fields["person"] ?? "") else {
      return redirect(
        to: returnAddress(
          request.redirectURI, [("error", "access_denied"), ("state", request.state)]))
    }
    let now = clock()
    let code = try await grants.issue(
      Grant(
        person: member.nationalID.digits, clientID: request.clientID,
        redirectURI: request.redirectURI, challenge: request.challenge, nonce: request.nonce,
        expiresAt: now.adding(seconds: 60)), now: now)
    return redirect(
      to: returnAddress(
        request.redirectURI, [("code", code), ("state", request.state), ("iss", address.text)]))
  }

  private func answer(to flaw: AuthorizationRequest.Flaw) -> Response {
    switch flaw {
    case .toBeShown(let field): wrongRequestPage(field).response(status: .badRequest)
    case .toBeReturned(let error, let redirectURI, let state):
      redirect(to: returnAddress(redirectURI, [("error", error), ("state", state)]))
    }
  }
}

/// A server's own address, once it listens.
final class OwnAddress: Sendable {
  private let value = Mutex("")
  var text: String { value.withLock { $0 } }
  func set(_ text: String) { value.withLock { $0 = text } }
}

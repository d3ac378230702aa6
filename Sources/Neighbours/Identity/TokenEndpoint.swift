import Foundation
import Hummingbird
import HTTPTypes
import JWTKit
import Vocabulary

extension IdentityProvider {
  private struct Tokens: Encodable {
    let access_token: String
    let token_type = "Bearer"
    let expires_in = 300
    let id_token: String
  }

  /// RFC 6749, section 4.1.3, with RFC 7636: client, code, address and verifier must all be right.
  func token(_ request: Request) async throws -> Response {
    let fields = try await formBody(of: request)
    guard isClient(fields, authorization: request.headers[.authorization]) else {
      return try refusal("invalid_client", status: .unauthorized)
    }
    guard fields["grant_type"] == "authorization_code" else {
      return try refusal("unsupported_grant_type")
    }
    let now = clock()
    guard let grant = try await grants.spend(fields["code"] ?? "", now: now),
      grant.redirectURI == fields["redirect_uri"],
      grant.challenge == challenge(for: fields["code_verifier"] ?? ""),
      let member = cast.member(grant.person)
    else { return try refusal("invalid_grant") }
    let content = IDTokenContent(member, grant, issuer: address.text, now: now)
    let token = try await key.keys.sign(content, kid: JWKIdentifier(string: key.keyID))
    var generator = SystemRandomNumberGenerator()
    let isWrong = mood.now == .wrong
    return try jsonResponse(
      Tokens(
        access_token: randomHex(bytes: 24, &generator),
        id_token: isWrong ? spoilt(token) : token))
  }

  /// `client_secret_basic` or `client_secret_post`.
  private func isClient(_ fields: [String: String], authorization: String?) -> Bool {
    guard let authorization else {
      return fields["client_id"] == party.clientID && fields["client_secret"] == party.clientSecret
    }
    let expected = urlEncoded(party.clientID) + ":" + urlEncoded(party.clientSecret)
    return authorization == "Basic " + Data(expected.utf8).base64EncodedString()
  }

  private func refusal(
    _ error: String, status: HTTPResponse.Status = .badRequest
  ) throws -> Response {
    try jsonResponse(["error": error], status: status)
  }

  /// The same token with another letter in its signature.
  private func spoilt(_ token: String) -> String {
    let cut = token.index(token.endIndex, offsetBy: -10)
    let other = token[cut] == "A" ? "B" : "A"
    return token[..<cut] + other + token[token.index(after: cut)...]
  }
}

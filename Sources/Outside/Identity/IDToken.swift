import Foundation
import JWTKit
import Vocabulary

/// What a token's header says, before anything is believed.
struct TokenHeader: Equatable {
  /// Nil where the token wants to be checked by anything else.
  let algorithm: Algorithm?
  let keyID: String?

  /// Only these: `none` and the HMAC family must never be the token's own choice.
  enum Algorithm: String {
    case rs256 = "RS256"
    case es256 = "ES256"
  }

  init?(of token: String) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard token.utf8.count <= 16 * 1024, parts.count == 3,
      let bytes = bytes(base64URL: String(parts[0])), let fields = JSON.object(in: bytes)
    else { return nil }
    self.algorithm = fields["alg"]?.string.flatMap(Algorithm.init(rawValue:))
    self.keyID = fields["kid"]?.string
  }
}

struct TokenRefusal: Error, Equatable {
  let flaw: TokenFlaw
  init(_ flaw: TokenFlaw) { self.flaw = flaw }
}

/// The claims of an ID token whose signature held.
struct IDTokenClaims: JWTPayload {
  let fields: [String: JSON]

  init(from decoder: any Decoder) throws {
    self.fields = try decoder.singleValueContainer().decode([String: JSON].self)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(fields)
  }

  /// The times are checked below, by the caller's clock.
  func verify(using algorithm: some JWTAlgorithm) async throws {}

  /// OpenID Connect Core 1.0, section 3.1.3.7, with two minutes for clocks that disagree.
  func check(
    issuer: String, clientID: String, nonce: String, now: Instant
  ) throws(TokenRefusal) {
    guard fields["iss"]?.string == issuer else { throw TokenRefusal(.issuer) }
    try checkAudience(clientID)
    let seconds = Int(now.milliseconds / 1000)
    let skew = 120
    guard let expires = seconds64("exp"), expires + skew > seconds else {
      throw TokenRefusal(.expired)
    }
    guard let issued = seconds64("iat"), issued - skew <= seconds else {
      throw TokenRefusal(.issuedInTheFuture)
    }
    if fields["nbf"] != nil {
      guard let from = seconds64("nbf"), from - skew <= seconds else {
        throw TokenRefusal(.notYetValid)
      }
    }
    guard let returned = fields["nonce"]?.string, sameBytes(returned, nonce) else {
      throw TokenRefusal(.nonce)
    }
  }

  private func checkAudience(_ clientID: String) throws(TokenRefusal) {
    let audience: [String] =
      switch fields["aud"] {
      case .string(let one)?: [one]
      case .array(let many)?: many.compactMap(\.string)
      case .null?, .bool?, .integer?, .number?, .object?, nil: []
      }
    guard audience.contains(clientID) else { throw TokenRefusal(.audience) }
    let party = fields["azp"]?.string
    guard party == clientID || (party == nil && audience.count == 1) else {
      throw TokenRefusal(.authorizedParty)
    }
  }

  /// A NumericDate; some providers write a fraction.
  private func seconds64(_ name: String) -> Int? {
    switch fields[name] {
    case .integer(let value)? where (0...100_000_000_000).contains(value): value
    case .number(let value)? where (0...1e11).contains(value): Int(value)
    case .integer?, .number?, .null?, .bool?, .string?, .array?, .object?, nil: nil
    }
  }
}

/// Equal, in a time that does not tell where the difference lies.
func sameBytes(_ left: String, _ right: String) -> Bool {
  let (left, right) = (Array(left.utf8), Array(right.utf8))
  guard left.count == right.count else { return false }
  return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}

import Crypto
import Foundation

/// One sign-in's secrets, made before the browser leaves and kept by the caller until it returns.
///
/// RFC 7636 (PKCE, S256), OpenID Connect Core 1.0 (state, nonce): 256 bits each.
package struct SignInSecrets: Equatable, Sendable, Codable {
  /// Comes back in the address; the caller compares it before anything else.
  package let state: String
  /// Comes back inside the signed token.
  package let nonce: String
  /// Never leaves us but for the token request.
  package let verifier: String

  package init(random generator: inout some RandomNumberGenerator) {
    self.state = randomWord(&generator)
    self.nonce = randomWord(&generator)
    self.verifier = randomWord(&generator)
  }

  package init(state: String, nonce: String, verifier: String) {
    self.state = state
    self.nonce = nonce
    self.verifier = verifier
  }

  /// `code_challenge` for the method S256.
  package var challenge: String {
    base64URL(Data(SHA256.hash(data: Data(verifier.utf8))))
  }
}

/// 43 characters of base64url: 256 random bits.
private func randomWord(_ generator: inout some RandomNumberGenerator) -> String {
  var bytes = Data()
  for _ in 0..<32 { bytes.append(UInt8.random(in: .min ... .max, using: &generator)) }
  return base64URL(bytes)
}

func base64URL(_ bytes: Data) -> String {
  bytes.base64EncodedString()
    .replacingOccurrences(of: "+", with: "-")
    .replacingOccurrences(of: "/", with: "_")
    .replacingOccurrences(of: "=", with: "")
}

func bytes(base64URL text: String) -> Data? {
  guard text.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2F && $0 != 0x3D }) else { return nil }
  let standard = text.replacingOccurrences(of: "-", with: "+")
    .replacingOccurrences(of: "_", with: "/")
  let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
  return Data(base64Encoded: standard + padding)
}

import Crypto
import Foundation

/// The gateway's own hand at VNPAY 2.1.0: written apart from the client's, so that each checks
/// the other.
struct GatewaySigning: Sendable {
  let secret: String

  func hash(_ text: String) -> String {
    hex(
      HMAC<SHA512>.authenticationCode(
        for: Data(text.utf8), using: SymmetricKey(data: Data(secret.utf8))))
  }

  /// Names sorted, values form-encoded, the hash last.
  func signedQuery(_ fields: [String: String]) -> String {
    let text = fields.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(urlEncoded($0.value))" }.joined(separator: "&")
    return text + "&vnp_SecureHash=" + hash(text)
  }

  /// Whether the raw query carries the hash of its other pairs.
  func isGenuine(rawQuery: String) -> Bool {
    let pairs = rawQuery.split(separator: "&").map(String.init)
    let signed = pairs.filter { !$0.hasPrefix("vnp_SecureHash") }.sorted()
    let hashes = pairs.filter { $0.hasPrefix("vnp_SecureHash=") }
    guard hashes.count == 1, let given = hashes.first?.dropFirst("vnp_SecureHash=".count) else {
      return false
    }
    return given.lowercased() == hash(signed.joined(separator: "&"))
  }
}

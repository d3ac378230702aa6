import Crypto
import Foundation
package import Vocabulary

/// Seals the officers' second factors for the database, with a key that is not in it (AES-256-GCM).
/// A sealed secret opens for its own officer only.
package struct SecretBox: Sendable {
  private let key: SymmetricKey

  /// Nil unless there are 32 bytes.
  package init?(key: [UInt8]) {
    guard key.count == 32 else { return nil }
    self.key = SymmetricKey(data: key)
  }

  package func seal(_ secret: [UInt8], of officer: OfficerID) throws(Fault) -> [UInt8] {
    do {
      let sealed = try AES.GCM.seal(
        secret, using: key, authenticating: Array(officer.text.utf8))
      guard let bytes = sealed.combined else {
        throw Fault("sealing a second factor", cause: "the nonce has another length")
      }
      return Array(bytes)
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Fault("sealing a second factor", cause: "\(type(of: error))")
    }
  }

  /// - Throws: `Fault` where the key is another one, or the bytes were changed or moved.
  package func open(_ sealed: [UInt8], of officer: OfficerID) throws(Fault) -> [UInt8] {
    do {
      return Array(
        try AES.GCM.open(
          AES.GCM.SealedBox(combined: sealed), using: key,
          authenticating: Array(officer.text.utf8)))
    } catch {
      throw Fault(
        "opening a second factor",
        cause: "secrets/officers.key is not the key under which it was sealed")
    }
  }

  /// A keyed hash in hex: says whether two texts are the same, and not what they are.
  package func mark(_ purpose: String, _ text: String) -> String {
    hex(
      Array(
        HMAC<SHA256>.authenticationCode(for: Array("\(purpose) \(text)".utf8), using: key)))
  }
}

package import Crypto
import Foundation

/// A public key by name: `NAME+HEX KEY ID+base64(0x01 ‖ Ed25519 key)`.
package struct NoteVerifier: Sendable {
  package let name: String
  package let keyID: [UInt8]
  private let key: Curve25519.Signing.PublicKey

  /// Nil unless the name is one and the key is Ed25519.
  package init?(name: String, key: Curve25519.Signing.PublicKey) {
    guard isKeyName(name) else { return nil }
    self.name = name
    self.key = key
    self.keyID = noteKeyID(name: name, key: key)
  }

  /// Reads a `vkey`. Nil where the id is not that of the name and key.
  package init?(vkey: String) {
    let parts = vkey.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let data = Data(base64Encoded: String(parts[2])), data.first == 1
    else { return nil }
    do {
      let key = try Curve25519.Signing.PublicKey(rawRepresentation: data.dropFirst())
      self.init(name: String(parts[0]), key: key)
    } catch {
      return nil
    }
    guard hexText(keyID) == parts[1] else { return nil }
  }

  package var vkey: String {
    "\(name)+\(hexText(keyID))+\(Data([1] + Array(key.rawRepresentation)).base64EncodedString())"
  }

  func verifies(_ signature: [UInt8], of text: String) -> Bool {
    key.isValidSignature(signature, for: Data(text.utf8))
  }
}

/// A private key by name.
package struct NoteSigner: Sendable {
  package let verifier: NoteVerifier
  private let key: Curve25519.Signing.PrivateKey

  /// Nil unless the name can be one: not empty, without a space or a plus sign.
  package init?(name: String, key: Curve25519.Signing.PrivateKey) {
    guard let verifier = NoteVerifier(name: name, key: key.publicKey) else { return nil }
    self.verifier = verifier
    self.key = key
  }

  /// From the 32 bytes of an Ed25519 private key. Nil where they or the name are not right.
  package init?(name: String, seed: [UInt8]) {
    do {
      self.init(name: name, key: try Curve25519.Signing.PrivateKey(rawRepresentation: seed))
    } catch {
      return nil
    }
  }

  /// Signs a text that ends in a newline.
  package func sign(_ text: String) throws -> SignedNote {
    precondition(text.hasSuffix("\n"), "the text of a note ends in a newline")
    let bytes = try Array(key.signature(for: Data(text.utf8)))
    let signature = NoteSignature(name: verifier.name, keyID: verifier.keyID, bytes: bytes)
    return SignedNote(text: text, signatures: [signature])
  }
}

func isKeyName(_ name: String) -> Bool {
  !name.isEmpty && !name.contains("+")
    && !name.unicodeScalars.contains { $0.properties.isWhitespace }
}

/// SHA-256(name ‖ newline ‖ 0x01 ‖ key), the first four bytes; 0x01 means Ed25519.
private func noteKeyID(name: String, key: Curve25519.Signing.PublicKey) -> [UInt8] {
  let hashed = Array(name.utf8) + [0x0A, 0x01] + Array(key.rawRepresentation)
  return Array(SHA256.hash(data: hashed).prefix(4))
}

private func hexText(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

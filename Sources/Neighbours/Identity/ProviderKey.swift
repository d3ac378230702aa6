import CryptoExtras
import Foundation
import JWTKit
import Vocabulary

/// The provider's RSA key: made at the first start, kept in a file that only its owner reads.
struct ProviderKey: Sendable {
  let keyID: String
  let modulus: String
  let exponent: String
  let keys: JWTKeyCollection

  init(in folder: URL) async throws(Fault) {
    let doing = "preparing the simulated provider's key"
    let file = folder.appendingPathComponent("key.pem")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      if !FileManager.default.fileExists(atPath: file.path) {
        let made = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        try Data(made.pemRepresentation.utf8).write(to: file, options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
      }
      let key = try Insecure.RSA.PrivateKey(pem: Data(contentsOf: file))
      let numbers = try key.publicKey.getKeyPrimitives()
      self.modulus = base64URLText(numbers.modulus)
      self.exponent = base64URLText(numbers.publicExponent)
      // RFC 7638 would do as well; the modulus' digest changes with the key, which is the point.
      self.keyID = String(challenge(for: modulus).prefix(16))
      self.keys = JWTKeyCollection()
      await keys.add(
        rsa: key, digestAlgorithm: .sha256, kid: JWKIdentifier(string: keyID))
    } catch {
      throw Fault(doing, cause: "\(error)")
    }
  }
}

func base64URLText(_ bytes: Data) -> String {
  bytes.base64EncodedString().replacingOccurrences(of: "+", with: "-")
    .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
}

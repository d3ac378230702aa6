import Crypto
import CryptoExtras
import Foundation
package import Vocabulary
import X509

/// A private key, in a file or in a hardware token, with the certificate chain that vouches for
/// it. Signing is all that can be done with it.
package struct Signer: Sendable {
  package enum Algorithm: Equatable, Sendable {
    /// ECDSA on P-256 with SHA-256; signatures in DER.
    case ecdsaP256
    /// RSA PKCS #1 v1.5 with SHA-256, 2048 bits or more.
    case rsaPKCS1
  }

  /// The signer's certificate first, then its issuers; the root may be left out.
  package let chain: [ChainCertificate]
  package let algorithm: Algorithm
  package let origin: KeyOrigin
  private let key: Key

  private enum Key: Sendable {
    case p256(P256.Signing.PrivateKey)
    case rsa(_RSA.Signing.PrivateKey)
    case token(HardwareKey)
  }

  /// A key in a PEM file (PKCS #8, SEC 1 or PKCS #1, without a passphrase).
  ///
  /// - Parameters:
  ///   - keyPath: the key, readable by its owner alone (mode 0600 or less).
  ///   - chainPath: PEM certificates, the signer's first.
  /// - Throws: `Fault`: a file is missing, too open or malformed; the key is neither P-256 nor RSA
  ///   of 2048 bits or more; or certificate and key do not belong together.
  package static func file(key keyPath: String, chain chainPath: String) throws(Fault) -> Signer {
    let chain = try KeyFile.chain(at: chainPath)
    let pem = try KeyFile.secret(at: keyPath)
    let key = try privateKey(pem: pem, at: keyPath)
    return try Signer(chain: chain, key: key, keyName: keyPath)
  }

  /// A key inside a PKCS #11 token; it never leaves it.
  ///
  /// - Parameters:
  ///   - module: the path of the token's library, such as
  ///     `/usr/lib/softhsm/libsofthsm2.so`.
  ///   - token: the token's label.
  ///   - keyLabel: the label of the private key object.
  ///   - pinPath: a file with the user PIN, readable by its owner alone.
  ///   - chainPath: PEM certificates, the signer's first.
  /// - Throws: `Fault`: the token cannot be reached, or the key is not the certificate's.
  package static func pkcs11(
    module: String, token: String, key keyLabel: String, pin pinPath: String,
    chain chainPath: String
  ) throws(Fault) -> Signer {
    let chain = try KeyFile.chain(at: chainPath)
    let pin = try KeyFile.secret(at: pinPath).trimmingCharacters(in: .whitespacesAndNewlines)
    let key = try HardwareKey(module: module, token: token, label: keyLabel, pin: pin)
    let signer = try Signer(chain: chain, key: .token(key), keyName: keyLabel)
    // A token does not always show a public key to compare; a signature always tells.
    _ = try signer.sign(Array("is this key the certificate's?".utf8))
    return signer
  }

  /// Signs `bytes`, which are hashed with SHA-256 first, and checks the signature against the
  /// certificate: a wrong key or a fault in the token must not reach a document.
  package func sign(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    let signature = try unchecked(bytes)
    let isRight = leaf.certificate.publicKey.isValidSignature(
      signature, for: bytes, signatureAlgorithm: algorithm.x509)
    guard isRight else {
      throw Fault(
        "signing",
        cause: "the signature does not fit the certificate; check that key and certificate "
          + "belong together")
    }
    return signature
  }

  var leaf: ChainCertificate { chain[0] }

  private init(chain: [ChainCertificate], key: Key, keyName: String) throws(Fault) {
    guard let leaf = chain.first else {
      throw Fault("reading the certificates of \(keyName)", cause: "the file has no certificate")
    }
    self.chain = chain
    self.key = key
    self.origin = KeyOrigin(of: leaf)
    let publicKey = leaf.certificate.publicKey
    if P256.Signing.PublicKey(publicKey) != nil {
      algorithm = .ecdsaP256
    } else if let rsa = _RSA.Signing.PublicKey(publicKey), rsa.keySizeInBits >= 2048 {
      algorithm = .rsaPKCS1
    } else {
      throw Fault(
        "reading the certificate of \(keyName)",
        cause: "its key is neither P-256 nor RSA of 2048 bits or more")
    }
    guard Signer.matches(key, publicKey) else {
      throw Fault(
        "opening the key \(keyName)",
        cause: "it is not the key of the certificate \(leaf.certificate.serialNumber)")
    }
  }

  private static func matches(_ key: Key, _ publicKey: Certificate.PublicKey) -> Bool {
    switch key {
    case .p256(let key): Certificate.PublicKey(key.publicKey) == publicKey
    case .rsa(let key): Certificate.PublicKey(key.publicKey) == publicKey
    case .token: true
    }
  }

  private static func privateKey(pem: String, at path: String) throws(Fault) -> Key {
    do {
      return .p256(try P256.Signing.PrivateKey(pemRepresentation: pem))
    } catch {
      // Not P-256: RSA, then, or nothing we take.
    }
    do {
      return .rsa(try _RSA.Signing.PrivateKey(pemRepresentation: pem))
    } catch {
      throw Fault(
        "reading the key \(path)",
        cause: "it is no PEM of a P-256 key or of an RSA key of 2048 bits or more, without a "
          + "passphrase")
    }
  }

  private func unchecked(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    do {
      switch key {
      case .p256(let key): return Array(try key.signature(for: bytes).derRepresentation)
      case .rsa(let key):
        return Array(
          try key.signature(for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5)
            .rawRepresentation)
      case .token(let key):
        switch algorithm {
        case .rsaPKCS1: return try key.signRSA(bytes)
        case .ecdsaP256:
          let raw = try key.signECDSA(digest: Array(SHA256.hash(data: bytes)))
          return Array(try P256.Signing.ECDSASignature(rawRepresentation: raw).derRepresentation)
        }
      }
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Fault("signing", cause: "the key refused: \(error)")
    }
  }
}

extension Signer.Algorithm {
  /// The AlgorithmIdentifier of a signature (RFC 5754).
  var identifier: [UInt8] {
    switch self {
    case .ecdsaP256: TLV.sequence(TLV.oid(ObjectID.ecdsaWithSHA256))
    case .rsaPKCS1: TLV.sequence(TLV.oid(ObjectID.sha256WithRSA), TLV.null)
    }
  }

  var x509: Certificate.SignatureAlgorithm {
    switch self {
    case .ecdsaP256: .ecdsaWithSHA256
    case .rsaPKCS1: .sha256WithRSAEncryption
    }
  }
}

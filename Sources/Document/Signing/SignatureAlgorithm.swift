import Crypto
import CryptoExtras
import SwiftASN1
import X509

/// The hash functions that a signature may use. SHA-1 and MD5 are not among them.
enum DigestAlgorithm {
  case sha256
  case sha384
  case sha512

  init?(_ identifier: ASN1ObjectIdentifier) {
    switch identifier {
    case ObjectID.sha256: self = .sha256
    case ObjectID.sha384: self = .sha384
    case ObjectID.sha512: self = .sha512
    default: return nil
    }
  }

  func digest(of bytes: [UInt8]) -> [UInt8] { digest(of: bytes, without: 0..<0, upTo: bytes.count) }

  func digest(of bytes: [UInt8], without gap: Range<Int>, upTo end: Int) -> [UInt8] {
    switch self {
    case .sha256: Array(fileDigest(SHA256.self, of: bytes, without: gap, upTo: end))
    case .sha384: Array(fileDigest(SHA384.self, of: bytes, without: gap, upTo: end))
    case .sha512: Array(fileDigest(SHA512.self, of: bytes, without: gap, upTo: end))
    }
  }
}

extension SignedData.SignerInfo {
  /// The signature's algorithm, or nil unless we accept it and its hash is the digest's.
  var acceptedAlgorithm: Certificate.SignatureAlgorithm? {
    guard let digest = DigestAlgorithm(digestAlgorithm) else { return nil }
    switch (digest, signatureAlgorithm) {
    case (.sha256, ObjectID.ecdsaWithSHA256): return .ecdsaWithSHA256
    case (.sha384, ObjectID.ecdsaWithSHA384): return .ecdsaWithSHA384
    case (.sha512, ObjectID.ecdsaWithSHA512): return .ecdsaWithSHA512
    case (.sha256, ObjectID.rsaEncryption), (.sha256, ObjectID.sha256WithRSA):
      return .sha256WithRSAEncryption
    case (.sha384, ObjectID.rsaEncryption), (.sha384, ObjectID.sha384WithRSA):
      return .sha384WithRSAEncryption
    case (.sha512, ObjectID.rsaEncryption), (.sha512, ObjectID.sha512WithRSA):
      return .sha512WithRSAEncryption
    default: return nil
    }
  }
}

extension Certificate.PublicKey {
  /// RSA under 2048 bits can be broken.
  var isStrong: Bool {
    guard let rsa = _RSA.Signing.PublicKey(self) else { return true }
    return rsa.keySizeInBits >= 2048
  }
}

import Crypto
import SwiftASN1
import X509

/// What can be wrong with a CMS signer, for a document and for a timestamp alike.
package enum SignerDoubt: Error, Equatable, Hashable, Sendable {
  case contentTypeWrong
  /// The signed content is not these bytes: something was changed.
  case digestMismatch
  /// The signature is not by the key of the certificate it names.
  case signatureMismatch
  case algorithmNotAccepted
  case keyTooWeak
  case certificateMissing
  /// PAdES: the signature must name its own certificate (signing-certificate-v2).
  case certificateNotBound
  /// No path to a trusted root.
  case untrusted
  case notYetValid
  case expired
  /// The certificate was issued for something else.
  case purposeWrong
}

extension SignedData {
  enum Binding {
    /// signing-certificate-v2 (RFC 5035) only, as PAdES baseline demands.
    case version2
    /// Timestamp servers of before 2010's rules still name it by SHA-1.
    case any
  }

  /// Everything that the bytes alone can tell: content, attributes, signature. Trust is another
  /// question (`TrustPath`).
  func doubts(
    contentType expected: ASN1ObjectIdentifier, digest: (DigestAlgorithm) -> [UInt8],
    binding: Binding
  ) -> [SignerDoubt] {
    guard let hash = DigestAlgorithm(signer.digestAlgorithm),
      let algorithm = signer.acceptedAlgorithm
    else { return [.algorithmNotAccepted] }
    guard let leaf else { return [.certificateMissing] }
    var doubts: [SignerDoubt] = []
    if contentType != expected || attribute(ObjectID.contentType) != TLV.oid(expected) {
      doubts.append(.contentTypeWrong)
    }
    if attribute(ObjectID.messageDigest) != TLV.octets(digest(hash)) {
      doubts.append(.digestMismatch)
    }
    if !isBound(to: leaf, binding) { doubts.append(.certificateNotBound) }
    let key = leaf.certificate.publicKey
    if !key.isStrong { doubts.append(.keyTooWeak) }
    if !key.isValidSignature(
      signer.signature, for: signer.signedBytes, signatureAlgorithm: algorithm)
    {
      doubts.append(.signatureMismatch)
    }
    return doubts
  }

  private func attribute(_ type: ASN1ObjectIdentifier) -> [UInt8]? {
    signer.value(type).map { Array($0.encodedBytes) }
  }

  private func isBound(to leaf: ChainCertificate, _ binding: Binding) -> Bool {
    do {
      if let value = signer.value(ObjectID.signingCertificateV2) {
        var parts = try firstCertID(in: value)[...]
        var hash = DigestAlgorithm.sha256
        // SHA-256 is left out; anything else is named first (RFC 5035, 4).
        if let first = parts.first, first.identifier != .octetString {
          guard let named = DigestAlgorithm(try algorithm(first)) else { return false }
          hash = named
          parts = parts.dropFirst()
        }
        return parts.first.map { Array($0.encodedBytes) } == TLV.octets(hash.digest(of: leaf.der))
      }
      switch binding {
      case .version2: return false
      case .any:
        guard let value = signer.value(ObjectID.signingCertificate) else { return false }
        let named = try firstCertID(in: value).first.map { Array($0.encodedBytes) }
        return named == TLV.octets(Array(Insecure.SHA1.hash(data: leaf.der)))
      }
    } catch {
      return false
    }
  }

  /// The parts of the first ESSCertID: SEQUENCE of SEQUENCE of SEQUENCE.
  private func firstCertID(in value: ASN1Node) throws -> [ASN1Node] {
    try children(of: try children(of: try children(of: value).first).first)
  }
}

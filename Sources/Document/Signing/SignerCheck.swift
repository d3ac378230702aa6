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
    if let value = signer.value(ObjectID.signingCertificateV2) {
      return namedHash(in: value) { parts in
        guard let first = parts.first else { return nil }
        if first.identifier == .octetString { return (.sha256, first) }
        guard parts.count >= 2, let identifier = try? algorithm(first),
          let hash = DigestAlgorithm(identifier)
        else { return nil }
        return (hash, parts[1])
      } == .some(true)
    }
    switch binding {
    case .version2: return false
    case .any:
      guard let value = signer.value(ObjectID.signingCertificate),
        let named = firstCertID(in: value)?.first
      else { return false }
      let digest = TLV.octets(Array(Insecure.SHA1.hash(data: leaf.der)))
      return Array(named.encodedBytes) == digest
    }
  }

  private func namedHash(
    in value: ASN1Node, _ pick: ([ASN1Node]) -> (DigestAlgorithm, ASN1Node)?
  ) -> Bool? {
    guard let leaf, let parts = firstCertID(in: value), let (hash, named) = pick(parts) else {
      return nil
    }
    return Array(named.encodedBytes) == TLV.octets(hash.digest(of: leaf.der))
  }

  /// The parts of the first ESSCertID: SEQUENCE of SEQUENCE of SEQUENCE.
  private func firstCertID(in value: ASN1Node) -> [ASN1Node]? {
    do {
      return try children(of: try children(of: try children(of: value).first).first)
    } catch {
      return nil
    }
  }
}

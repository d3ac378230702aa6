import Foundation
import SwiftASN1
import Vocabulary
@_spi(DisableValidityCheck) import X509

/// Whether a certificate leads to a trusted root and may do what it did, at the time it did it.
enum TrustPath {
  enum Purpose {
    /// Signing documents: keyUsage, where stated, allows non-repudiation.
    case document
    /// Timestamps: extended key usage is critical and says timeStamping alone (RFC 3161, 2.3).
    case timestamp
  }

  static func doubts(
    of leaf: ChainCertificate, with others: [ChainCertificate], trust: [ChainCertificate],
    at time: Instant, purpose: Purpose
  ) async -> [SignerDoubt] {
    var doubts = isFit(leaf.certificate, for: purpose) ? [] : [SignerDoubt.purposeWrong]
    // Validity is looked at below, at the time of signing, so that it has a reason of its own.
    var verifier = Verifier(rootCertificates: CertificateStore(trust.map(\.certificate))) {
      RFC5280Policy.withValidityCheckDisabled()
      ExtendedKeyUsageSeen()
    }
    let result = await verifier.validate(
      leaf: leaf.certificate, intermediates: CertificateStore(others.map(\.certificate)))
    switch result {
    case .couldNotValidate: doubts.append(.untrusted)
    case .validCertificate(let chain):
      let date = Date(timeIntervalSince1970: Double(time.milliseconds) / 1000)
      if chain.contains(where: { date < $0.notValidBefore }) { doubts.append(.notYetValid) }
      if chain.contains(where: { date > $0.notValidAfter }) { doubts.append(.expired) }
    }
    return doubts
  }

  private static func isFit(_ certificate: Certificate, for purpose: Purpose) -> Bool {
    do {
      let usage = try certificate.extensions.keyUsage
      let purposes = try certificate.extensions.extendedKeyUsage
      switch purpose {
      case .document:
        return (usage?.nonRepudiation ?? true) && purposes?.contains(.timeStamping) != true
      case .timestamp:
        let isCritical = certificate.extensions[oid: ObjectID.extendedKeyUsage]?.critical == true
        return isCritical && purposes.map { Array($0) == [.timeStamping] } == true
      }
    } catch {
      return false
    }
  }

  /// Tells the verifier that a critical extended key usage is understood: `isFit` reads it.
  private struct ExtendedKeyUsageSeen: VerifierPolicy {
    let verifyingCriticalExtensions: [ASN1ObjectIdentifier] = [ObjectID.extendedKeyUsage]

    func chainMeetsPolicyRequirements(chain: UnverifiedCertificateChain) -> PolicyEvaluationResult {
      .meetsPolicy
    }
  }
}

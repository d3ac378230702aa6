package import Vocabulary
import X509

/// Whether a key was made for a demo. A demo server refuses production keys, and a real server
/// refuses demo keys, whatever its configuration says: the certificate itself tells.
package enum KeyOrigin: Equatable, Sendable {
  case demo
  case production

  /// What every demo certificate carries in its organisation (O), and its issuer in its own.
  package static let demoMarker = "DEMO"

  package init(of certificate: ChainCertificate) {
    let names = [
      CertificateName(certificate.certificate.subject),
      CertificateName(certificate.certificate.issuer),
    ]
    let isMarked = names.contains {
      $0.organization.contains(KeyOrigin.demoMarker)
    }
    self = isMarked ? .demo : .production
  }

  /// Refuses a key of the other kind.
  ///
  /// - Parameters:
  ///   - origin: where the key comes from.
  ///   - purpose: what the key is for, such as `the agency's seal`; it stands in the message.
  /// - Throws: `Fault` with the way out.
  package func accept(_ origin: KeyOrigin, for purpose: String) throws(Fault) {
    switch (self, origin) {
    case (.demo, .demo), (.production, .production): return
    case (.demo, .production):
      throw Fault(
        "opening the key of \(purpose)",
        cause: "this is a demo and the key is a real one; let the demo make its own keys, in "
          + "its own data folder")
    case (.production, .demo):
      throw Fault(
        "opening the key of \(purpose)",
        cause: "the certificate is a demo's (its organisation says DEMO); name the certificate "
          + "that the agency was issued")
    }
  }
}

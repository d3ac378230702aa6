import Crypto
import Foundation
import SwiftASN1
import Vocabulary
import X509

/// The demo's root while it issues. Its key is written beside the rest, so that a demo can be
/// given another agency later.
struct DemoIssuer {
  private let key = P256.Signing.PrivateKey()
  private let certificate: Certificate
  private let from: Date
  private let now: Instant

  init(at now: Instant) throws {
    self.now = now
    from = Date(timeIntervalSince1970: Double(now.milliseconds / 1000 - 3600))
    let name = try DistinguishedName {
      CountryName("VN")
      OrganizationName("Lý Lịch (\(KeyOrigin.demoMarker))")
      CommonName("Lý Lịch DEMO root – BẢN MẪU")
    }
    let publicKey = Certificate.PublicKey(key.publicKey)
    certificate = try Certificate(
      version: .v3, serialNumber: DemoIssuer.serialNumber(), publicKey: publicKey,
      notValidBefore: from, notValidAfter: DemoIssuer.date(now, years: 10), issuer: name,
      subject: name, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        SubjectKeyIdentifier(hash: publicKey)
      },
      issuerPrivateKey: Certificate.PrivateKey(key))
  }

  func write(to folder: String, agencies: [DemoAgency]) throws {
    try KeyFile.write(try pem(certificate), to: folder + "/root.pem", mode: 0o644)
    try KeyFile.write(key.pemRepresentation + "\n", to: folder + "/root.key.pem", mode: 0o600)
    try issue(
      to: folder + "/tsa", organization: "Lý Lịch", name: "Lý Lịch DEMO timestamp – BẢN MẪU",
      title: nil, usage: .timestamp)
    for agency in agencies {
      let own = "\(folder)/\(agency.id.code)"
      try DemoAuthority.makeFolder(own)
      try issue(
        to: own + "/leader", organization: agency.name, name: agency.leaderName,
        title: agency.leaderTitle, usage: .document)
      try issue(
        to: own + "/seal", organization: agency.name, name: agency.name, title: nil,
        usage: .document)
      try issue(
        to: own + "/qr", organization: agency.name, name: "QR \(agency.id.code)", title: nil,
        usage: .token)
    }
  }

  private enum Usage {
    case document
    case token
    case timestamp
  }

  private func issue(
    to path: String, organization: String, name: String, title: String?, usage: Usage
  ) throws {
    let own = P256.Signing.PrivateKey()
    var subject = try DistinguishedName {
      CountryName("VN")
      OrganizationName("\(organization) (\(KeyOrigin.demoMarker))")
      CommonName(name)
    }
    if let title {
      subject.append(
        RelativeDistinguishedName(
          RelativeDistinguishedName.Attribute(
            type: ObjectID.titleAttribute,
            value: RelativeDistinguishedName.Attribute.Value(utf8String: title))))
    }
    let publicKey = Certificate.PublicKey(own.publicKey)
    let issued = try Certificate(
      version: .v3, serialNumber: DemoIssuer.serialNumber(), publicKey: publicKey,
      notValidBefore: from, notValidAfter: DemoIssuer.date(now, years: 5),
      issuer: certificate.subject, subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try extensions(for: publicKey, usage: usage),
      issuerPrivateKey: Certificate.PrivateKey(key))
    try KeyFile.write(own.pemRepresentation + "\n", to: path + ".key.pem", mode: 0o600)
    try KeyFile.write(try pem(issued) + pem(certificate), to: path + ".pem", mode: 0o644)
  }

  private func extensions(
    for publicKey: Certificate.PublicKey, usage: Usage
  ) throws -> Certificate.Extensions {
    let authority = SubjectKeyIdentifier(hash: certificate.publicKey).keyIdentifier
    var extensions = try Certificate.Extensions {
      Critical(BasicConstraints.notCertificateAuthority)
      SubjectKeyIdentifier(hash: publicKey)
      AuthorityKeyIdentifier(keyIdentifier: authority)
    }
    // Only what vouches for content for good may claim non-repudiation.
    let isContent = usage != .token
    let keyUsage = KeyUsage(digitalSignature: true, nonRepudiation: isContent)
    try extensions.append(Certificate.Extension(keyUsage, critical: true))
    if usage == .timestamp {
      // RFC 3161, 2.3: critical, and the only purpose.
      let purpose = try ExtendedKeyUsage([.timeStamping])
      try extensions.append(Certificate.Extension(purpose, critical: true))
    }
    return extensions
  }

  private func pem(_ certificate: Certificate) throws -> String {
    try certificate.serializeAsPEM().pemString + "\n"
  }

  /// Twenty random octets at most, and positive (RFC 5280, 4.1.2.2): with the high bit set the
  /// number would take twenty-one, and NSS finds no signer by such a number.
  private static func serialNumber() -> Certificate.SerialNumber {
    var bytes = Array(Certificate.SerialNumber().bytes)
    if let first = bytes.first { bytes[0] = first & 0x3F | 0x40 }
    return Certificate.SerialNumber(bytes: bytes)
  }

  private static func date(_ now: Instant, years: Int) -> Date {
    let day = now.civilDate.adding(years: years)
    return Date(timeIntervalSince1970: Double(Instant(day, hour: 0, minute: 0).milliseconds / 1000))
  }
}

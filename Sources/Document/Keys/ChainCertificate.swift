import Crypto
import SwiftASN1
package import X509

/// A certificate with the pieces of its DER that signatures quote byte for byte.
package struct ChainCertificate: Equatable, Sendable {
  package let certificate: Certificate
  package let der: [UInt8]
  /// SHA-256 of `der`.
  package let digest: [UInt8]
  let issuerDER: [UInt8]
  let serialDER: [UInt8]

  package init(_ certificate: Certificate) throws {
    var serializer = DER.Serializer()
    try serializer.serialize(certificate)
    try self.init(der: serializer.serializedBytes)
  }

  package init(der: [UInt8]) throws {
    let node = try DER.parse(der)
    certificate = try Certificate(derEncoded: node)
    self.der = der
    digest = Array(SHA256.hash(data: der))
    (issuerDER, serialDER) = try DER.sequence(node, identifier: .sequence) { nodes in
      guard let tbs = nodes.next() else { throw ASN1Error.unexpectedFieldType(.sequence) }
      while nodes.next() != nil {}
      return try DER.sequence(tbs, identifier: .sequence) { fields in
        _ = try DER.optionalExplicitlyTagged(&fields, tagNumber: 0, tagClass: .contextSpecific) {
          $0
        }
        guard let serial = fields.next(), fields.next() != nil, let issuer = fields.next() else {
          throw ASN1Error.unexpectedFieldType(.sequence)
        }
        while fields.next() != nil {}
        return (Array(issuer.encodedBytes), Array(serial.encodedBytes))
      }
    }
  }

  /// Every certificate of a PEM text, in its order.
  package static func reading(pem: String) throws -> [ChainCertificate] {
    try PEMDocument.parseMultiple(pemString: pem)
      .filter { $0.discriminator == Certificate.defaultPEMDiscriminator }
      .map { try ChainCertificate(der: $0.derBytes) }
  }
}

/// Who a certificate names.
package struct CertificateName: Equatable, Hashable, Sendable {
  /// CN: a person, or the agency itself for a seal.
  package let commonName: String
  /// O; empty where there is none.
  package let organization: String
  /// T: a person's office, such as `Giám đốc`; empty where there is none.
  package let title: String

  package init(subjectOf certificate: Certificate) { self.init(certificate.subject) }

  package init(_ name: DistinguishedName) {
    func first(_ type: ASN1ObjectIdentifier) -> String {
      for attribute in name.lazy.flatMap({ $0 }) where attribute.type == type {
        return String(attribute.value) ?? ""
      }
      return ""
    }
    commonName = first(ObjectID.commonName)
    organization = first(ObjectID.organization)
    title = first(ObjectID.titleAttribute)
  }
}

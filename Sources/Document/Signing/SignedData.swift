import Crypto
import SwiftASN1
import X509

/// A CMS SignedData with one signer (RFC 5652), taken apart. The bytes are hostile: everything is
/// checked for form here, and nothing is believed.
struct SignedData: Sendable {
  let contentType: ASN1ObjectIdentifier
  /// Nil where the content is detached.
  let content: [UInt8]?
  let certificates: [ChainCertificate]
  let signer: SignerInfo

  struct SignerInfo: Sendable {
    let issuerDER: [UInt8]
    let serialDER: [UInt8]
    let digestAlgorithm: ASN1ObjectIdentifier
    /// The attributes as they were signed: a SET OF.
    let signedBytes: [UInt8]
    let signed: [Attribute]
    let signatureAlgorithm: ASN1ObjectIdentifier
    let signature: [UInt8]
    let unsigned: [Attribute]
  }

  struct Attribute: Sendable {
    let type: ASN1ObjectIdentifier
    let values: [ASN1Node]
  }

  /// Chains are short; more is an attempt to make us work.
  static let certificateLimit = 12

  /// The signer's own certificate, if it is there.
  var leaf: ChainCertificate? {
    certificates.first {
      $0.issuerDER == signer.issuerDER && $0.serialDER == signer.serialDER
    }
  }

  init(der: [UInt8]) throws {
    let node = try DER.parse(der)
    self = try DER.sequence(node, identifier: .sequence) { nodes in
      guard try ASN1ObjectIdentifier(derEncoded: &nodes) == ObjectID.signedData else {
        throw malformed("not a SignedData")
      }
      return try DER.explicitlyTagged(&nodes, tagNumber: 0, tagClass: .contextSpecific) {
        try SignedData(node: $0)
      }
    }
  }

  private init(node: ASN1Node) throws {
    self = try DER.sequence(node, identifier: .sequence) { nodes in
      _ = try Int(derEncoded: &nodes)
      _ = try next(&nodes, .set)
      let (contentType, content) = try SignedData.encapsulated(try next(&nodes, .sequence))
      var certificates: [ChainCertificate] = []
      var signers: ASN1Node?
      while let node = nodes.next() {
        if node.identifier == context(0) {
          certificates = try SignedData.certificates(node)
        } else if node.identifier == .set, signers == nil {
          signers = node
        } else if node.identifier != context(1) {
          throw malformed("SignedData has an unknown part")
        }
      }
      let infos = try children(of: signers)
      guard infos.count == 1 else { throw malformed("SignedData needs one signer") }
      return SignedData(
        contentType: contentType, content: content, certificates: certificates,
        signer: try SignerInfo(node: infos[0]))
    }
  }

  private init(
    contentType: ASN1ObjectIdentifier, content: [UInt8]?, certificates: [ChainCertificate],
    signer: SignerInfo
  ) {
    self.contentType = contentType
    self.content = content
    self.certificates = certificates
    self.signer = signer
  }

  private static func encapsulated(
    _ node: ASN1Node
  ) throws -> (ASN1ObjectIdentifier, [UInt8]?) {
    try DER.sequence(node, identifier: .sequence) { nodes in
      let type = try ASN1ObjectIdentifier(derEncoded: &nodes)
      let content = try DER.optionalExplicitlyTagged(
        &nodes, tagNumber: 0, tagClass: .contextSpecific
      ) { try ASN1OctetString(derEncoded: $0) }
      return (type, content.map { Array($0.bytes) })
    }
  }

  private static func certificates(_ node: ASN1Node) throws -> [ChainCertificate] {
    let nodes = try children(of: node)
    guard nodes.count <= certificateLimit else { throw malformed("too many certificates") }
    return try nodes.map { try ChainCertificate(der: Array($0.encodedBytes)) }
  }
}

extension SignedData.SignerInfo {
  init(node: ASN1Node) throws {
    self = try DER.sequence(node, identifier: .sequence) { nodes in
      guard try Int(derEncoded: &nodes) == 1 else {
        throw malformed("the signer is not named by issuer and serial number")
      }
      let name = try children(of: try next(&nodes, .sequence))
      guard name.count == 2 else { throw malformed("issuer and serial number") }
      let digest = try algorithm(try next(&nodes, .sequence))
      guard let attributes = nodes.next(), attributes.identifier == context(0) else {
        throw malformed("there are no signed attributes")
      }
      let signatureAlgorithm = try algorithm(try next(&nodes, .sequence))
      let signature = try ASN1OctetString(derEncoded: &nodes)
      var unsigned: [SignedData.Attribute] = []
      if let node = nodes.next() {
        guard node.identifier == context(1) else { throw malformed("unsigned attributes") }
        unsigned = try SignedData.Attribute.reading(node)
      }
      // Attributes are signed as a SET OF and sent as [0] (RFC 5652, 5.4).
      var signedBytes = Array(attributes.encodedBytes)
      signedBytes[0] = 0x31
      return SignedData.SignerInfo(
        issuerDER: Array(name[0].encodedBytes), serialDER: Array(name[1].encodedBytes),
        digestAlgorithm: digest, signedBytes: signedBytes,
        signed: try SignedData.Attribute.reading(attributes),
        signatureAlgorithm: signatureAlgorithm, signature: Array(signature.bytes),
        unsigned: unsigned)
    }
  }

  /// The one value of a signed attribute; nil if there is none.
  func value(_ type: ASN1ObjectIdentifier) -> ASN1Node? {
    signed.first { $0.type == type }?.values.first
  }
}

extension SignedData.Attribute {
  /// Attributes, each type at most once and with exactly one value, as all that we know have.
  static func reading(_ node: ASN1Node) throws -> [SignedData.Attribute] {
    let attributes = try children(of: node).map { node in
      try DER.sequence(node, identifier: .sequence) { nodes in
        SignedData.Attribute(
          type: try ASN1ObjectIdentifier(derEncoded: &nodes),
          values: try children(of: try next(&nodes, .set)))
      }
    }
    guard Set(attributes.map(\.type)).count == attributes.count,
      attributes.allSatisfy({ $0.values.count == 1 })
    else { throw malformed("an attribute stands twice") }
    return attributes
  }
}

func algorithm(_ node: ASN1Node) throws -> ASN1ObjectIdentifier {
  let parts = try children(of: node)
  guard let first = parts.first, parts.count <= 2 else { throw malformed("algorithm") }
  return try ASN1ObjectIdentifier(derEncoded: first)
}

func children(of node: ASN1Node?) throws -> [ASN1Node] {
  guard let node, case .constructed(let nodes) = node.content else {
    throw malformed("a constructed value is missing")
  }
  return Array(nodes)
}

func next(
  _ nodes: inout ASN1NodeCollection.Iterator, _ identifier: ASN1Identifier
) throws -> ASN1Node {
  guard let node = nodes.next(), node.identifier == identifier else {
    throw malformed("a part is missing")
  }
  return node
}

func context(_ number: UInt) -> ASN1Identifier {
  ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific)
}

func malformed(_ reason: String) -> ASN1Error { ASN1Error.invalidASN1Object(reason: reason) }

import Crypto
import SwiftASN1
package import Vocabulary
import X509

/// A timestamp authority as RFC 3161 describes it, with a P-256 key: the simulated neighbour's
/// whole work but for HTTP.
package enum TimestampAuthority {
  /// The policy that the tokens name: an arc of examples, since this authority is one.
  static let policy: ASN1ObjectIdentifier = [2, 16, 840, 1, 113_883, 99, 1]

  /// Answers one request.
  ///
  /// - Parameters:
  ///   - requestDER: the body of the HTTP request, `application/timestamp-query`; hostile.
  ///   - keyPEM: the authority's P-256 key (PKCS #8).
  ///   - certificatePEM: its certificate first, with timeStamping as its only and critical
  ///     purpose; issuers may follow.
  ///   - serial: of the token, never used twice.
  ///   - now: the time that the token states.
  /// - Returns: a TimeStampResp, `application/timestamp-reply`: a token, or a refusal that names
  ///   its reason (2.4.2: `badAlg`, `badDataFormat`, `systemFailure`).
  package static func answer(
    requestDER: [UInt8], keyPEM: String, certificatePEM: String, serial: UInt64, at now: Instant
  ) -> [UInt8] {
    let query: Query
    do {
      query = try Query(der: requestDER)
    } catch {
      return refusal(bit: 5)
    }
    guard query.algorithm == ID.sha256, query.imprint.count == 32 else { return refusal(bit: 0) }
    do {
      let chain = try PEMDocument.parseMultiple(pemString: certificatePEM).map(\.derBytes)
      guard let own = chain.first else { return refusal(bit: 25) }
      let key = try P256.Signing.PrivateKey(pemRepresentation: keyPEM)
      let content = try info(query, serial: serial, at: now)
      let token = try token(content, key: key, own: own, chain: query.wantsChain ? chain : [])
      return StampDER.sequence(StampDER.sequence(StampDER.integer(0)), token)
    } catch {
      return refusal(bit: 25)
    }
  }

  /// TSTInfo (2.4.2): what was stamped, when, and the request's own number.
  private static func info(_ query: Query, serial: UInt64, at now: Instant) throws -> [UInt8] {
    let clock = now.description.filter(\.isNumber).prefix(14)
    let time = StampDER.wrap(0x18, Array("\(clock)Z".utf8))
    let accuracy = StampDER.sequence(StampDER.integer(1))
    return StampDER.sequence(
      StampDER.integer(1), try StampDER.oid(policy), query.imprintDER, StampDER.integer(serial),
      time, accuracy, query.nonceDER ?? [])
  }

  /// The token: CMS SignedData over the TSTInfo (RFC 5652, RFC 5816).
  private static func token(
    _ content: [UInt8], key: P256.Signing.PrivateKey, own: [UInt8], chain: [[UInt8]]
  ) throws -> [UInt8] {
    let sha256 = StampDER.sequence(try StampDER.oid(ID.sha256))
    let bound = StampDER.sequence(
      StampDER.sequence(StampDER.sequence(StampDER.octets(Array(SHA256.hash(data: own))))))
    let attributes = [
      try StampDER.attribute(ID.contentType, try StampDER.oid(ID.timestampInfo)),
      try StampDER.attribute(
        ID.messageDigest, StampDER.octets(Array(SHA256.hash(data: content)))),
      try StampDER.attribute(ID.signingCertificateV2, bound),
    ]
    let signature = try key.signature(for: StampDER.set(attributes)).derRepresentation
    let signer = StampDER.sequence(
      StampDER.integer(1), try issuerAndSerial(of: own), sha256,
      StampDER.context(0, StampDER.inOrder(attributes)),
      StampDER.sequence(try StampDER.oid(ID.ecdsaWithSHA256)), StampDER.octets(Array(signature)))
    let certificates = chain.isEmpty ? [] : StampDER.context(0, StampDER.inOrder(chain))
    let encapsulated = StampDER.sequence(
      try StampDER.oid(ID.timestampInfo), StampDER.context(0, StampDER.octets(content)))
    let signedData = StampDER.sequence(
      StampDER.integer(3), StampDER.set([sha256]), encapsulated, certificates,
      StampDER.set([signer]))
    return StampDER.sequence(try StampDER.oid(ID.signedData), StampDER.context(0, signedData))
  }

  private static func issuerAndSerial(of certificate: [UInt8]) throws -> [UInt8] {
    let parsed = try Certificate(derEncoded: certificate)
    var issuer = DER.Serializer()
    try issuer.serialize(parsed.issuer)
    var serial = DER.Serializer()
    try serial.serialize(ArraySlice(parsed.serialNumber.bytes))
    return StampDER.sequence(issuer.serializedBytes, serial.serializedBytes)
  }

  /// PKIStatus `rejection` with one bit of PKIFailureInfo.
  private static func refusal(bit: Int) -> [UInt8] {
    var bits = [UInt8](repeating: 0, count: bit / 8 + 1)
    bits[bit / 8] = 0x80 >> UInt8(bit % 8)
    let failure = StampDER.wrap(0x03, [UInt8(7 - bit % 8)] + bits)
    return StampDER.sequence(StampDER.sequence(StampDER.integer(2), failure))
  }

  private enum ID {
    static let sha256: ASN1ObjectIdentifier = [2, 16, 840, 1, 101, 3, 4, 2, 1]
    static let signedData: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 7, 2]
    static let contentType: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 3]
    static let messageDigest: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 4]
    static let timestampInfo: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 16, 1, 4]
    static let signingCertificateV2: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 16, 2, 47]
    static let ecdsaWithSHA256: ASN1ObjectIdentifier = [1, 2, 840, 10_045, 4, 3, 2]
  }
}

/// A TimeStampReq (RFC 3161, 2.4.1), as far as it is answered.
private struct Query {
  let algorithm: ASN1ObjectIdentifier
  let imprint: [UInt8]
  let imprintDER: [UInt8]
  let nonceDER: [UInt8]?
  let wantsChain: Bool

  init(der: [UInt8]) throws {
    guard der.count <= 4096 else { throw ASN1Error.invalidASN1Object(reason: "too long") }
    self = try DER.sequence(try DER.parse(der), identifier: .sequence) { nodes in
      guard try Int(derEncoded: &nodes) == 1, let stamped = nodes.next() else {
        throw ASN1Error.invalidASN1Object(reason: "version")
      }
      let (algorithm, imprint) = try Query.parts(of: stamped)
      var nonce: [UInt8]?
      var wantsChain = false
      while let node = nodes.next() {
        if node.identifier == .integer { nonce = Array(node.encodedBytes) }
        if node.identifier == .boolean { wantsChain = try Bool(derEncoded: node) }
      }
      return Query(
        algorithm: algorithm, imprint: imprint, imprintDER: Array(stamped.encodedBytes),
        nonceDER: nonce, wantsChain: wantsChain)
    }
  }

  private init(
    algorithm: ASN1ObjectIdentifier, imprint: [UInt8], imprintDER: [UInt8], nonceDER: [UInt8]?,
    wantsChain: Bool
  ) {
    self.algorithm = algorithm
    self.imprint = imprint
    self.imprintDER = imprintDER
    self.nonceDER = nonceDER
    self.wantsChain = wantsChain
  }

  private static func parts(of node: ASN1Node) throws -> (ASN1ObjectIdentifier, [UInt8]) {
    try DER.sequence(node, identifier: .sequence) { nodes in
      guard let named = nodes.next() else { throw ASN1Error.invalidASN1Object(reason: "imprint") }
      let algorithm = try DER.sequence(named, identifier: .sequence) { inner in
        let identifier = try ASN1ObjectIdentifier(derEncoded: &inner)
        _ = inner.next()
        return identifier
      }
      return (algorithm, Array(try ASN1OctetString(derEncoded: &nodes).bytes))
    }
  }
}

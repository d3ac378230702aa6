import Crypto

/// CMS SignedData (RFC 5652) as PAdES baseline wants it (ETSI EN 319 142-1, 6.3): content-type,
/// message-digest and signing-certificate-v2, and no signing time.
enum SignedDataWriting {
  /// The signed attributes, each finished, in no particular order.
  static func signedAttributes(digest: [UInt8], signer: Signer) -> [[UInt8]] {
    let leaf = signer.leaf
    // GeneralNames with one directoryName, then the serial number (RFC 5035, 4).
    let issuerSerial = TLV.sequence(
      TLV.sequence(TLV.context(4, leaf.issuerDER)), leaf.serialDER)
    // SHA-256 is the default hash of ESSCertIDv2, and DER leaves defaults out.
    let bound = TLV.sequence(
      TLV.sequence(TLV.sequence(TLV.octets(leaf.digest), issuerSerial)))
    return [
      attribute(TLV.oid(ObjectID.contentType), TLV.oid(ObjectID.data)),
      attribute(TLV.oid(ObjectID.messageDigest), TLV.octets(digest)),
      attribute(TLV.oid(ObjectID.signingCertificateV2), bound),
    ]
  }

  /// A ContentInfo with detached content, the signer's whole chain and, for B-T, the timestamp.
  static func detached(
    attributes: [[UInt8]], signature: [UInt8], signer: Signer, timestamp: [UInt8]?
  ) -> [UInt8] {
    let version1 = TLV.integer(1)
    let sha256 = TLV.sequence(TLV.oid(ObjectID.sha256))
    var signerInfo =
      version1 + TLV.sequence(signer.leaf.issuerDER, signer.leaf.serialDER) + sha256
      + TLV.context(0, TLV.inOrder(attributes)) + signer.algorithm.identifier
      + TLV.octets(signature)
    if let timestamp {
      let unsigned = attribute(TLV.oid(ObjectID.timestampToken), timestamp)
      signerInfo += TLV.context(1, unsigned)
    }
    let signedData = TLV.sequence(
      version1, TLV.set([sha256]), TLV.sequence(TLV.oid(ObjectID.data)),
      TLV.context(0, TLV.inOrder(signer.chain.map(\.der))),
      TLV.set([TLV.wrap(0x30, signerInfo)]))
    return TLV.sequence(TLV.oid(ObjectID.signedData), TLV.context(0, signedData))
  }

  private static func attribute(_ type: [UInt8], _ value: [UInt8]) -> [UInt8] {
    TLV.sequence(type, TLV.set([value]))
  }
}

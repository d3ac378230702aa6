import SwiftASN1

/// DER written from the inside out: each call wraps finished bytes (X.690). Reading is
/// swift-asn1's.
enum TLV {
  static func wrap(_ tag: UInt8, _ content: some Collection<UInt8>) -> [UInt8] {
    var out: [UInt8] = [tag]
    out.reserveCapacity(content.count + 6)
    let count = content.count
    if count < 0x80 {
      out.append(UInt8(count))
    } else {
      let size = (count.bitWidth - count.leadingZeroBitCount + 7) / 8
      out.append(0x80 | UInt8(size))
      for index in stride(from: size - 1, through: 0, by: -1) {
        out.append(UInt8(truncatingIfNeeded: count >> (8 * index)))
      }
    }
    out += content
    return out
  }

  static func sequence(_ parts: [UInt8]...) -> [UInt8] { wrap(0x30, Array(parts.joined())) }

  /// SET OF in DER order: by the elements' bytes.
  static func set(_ parts: [[UInt8]]) -> [UInt8] { wrap(0x31, inOrder(parts)) }

  static func inOrder(_ parts: [[UInt8]]) -> [UInt8] {
    Array(parts.sorted { $0.lexicographicallyPrecedes($1) }.joined())
  }

  static func octets(_ bytes: some Collection<UInt8>) -> [UInt8] { wrap(0x04, bytes) }

  /// Context-specific and constructed: `[number]`.
  static func context(_ number: UInt8, _ content: some Collection<UInt8>) -> [UInt8] {
    wrap(0xA0 | number, content)
  }

  /// A whole number from its big-endian bytes without a sign.
  static func integer(_ magnitude: some Collection<UInt8>) -> [UInt8] {
    var bytes = Array(magnitude.drop { $0 == 0 })
    if bytes.first.map({ $0 >= 0x80 }) ?? true { bytes.insert(0, at: 0) }
    return wrap(0x02, bytes)
  }

  static func integer(_ number: UInt64) -> [UInt8] {
    integer(withUnsafeBytes(of: number.bigEndian) { Array($0) })
  }

  static let null: [UInt8] = [0x05, 0x00]
  static let yes: [UInt8] = [0x01, 0x01, 0xFF]

  static func oid(_ identifier: ASN1ObjectIdentifier) -> [UInt8] {
    let components = identifier.oidComponents
    guard components.count >= 2 else { return wrap(0x06, []) }
    var content = base128(components[0] * 40 + components[1])
    for component in components.dropFirst(2) { content += base128(component) }
    return wrap(0x06, content)
  }

  private static func base128(_ number: UInt) -> [UInt8] {
    var digits = [UInt8(number & 0x7F)]
    var rest = number >> 7
    while rest > 0 {
      digits.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
      rest >>= 7
    }
    return digits
  }
}

/// The object identifiers of CMS (RFC 5652), ESS (RFC 5035), timestamps (RFC 3161) and algorithms.
enum ObjectID {
  static let data: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 7, 1]
  static let signedData: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 7, 2]
  static let contentType: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 3]
  static let messageDigest: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 4]
  static let timestampInfo: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 16, 1, 4]
  static let signingCertificate: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 16, 2, 12]
  static let timestampToken: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 16, 2, 14]
  static let signingCertificateV2: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 9, 16, 2, 47]
  static let sha1: ASN1ObjectIdentifier = [1, 3, 14, 3, 2, 26]
  static let sha256: ASN1ObjectIdentifier = [2, 16, 840, 1, 101, 3, 4, 2, 1]
  static let sha384: ASN1ObjectIdentifier = [2, 16, 840, 1, 101, 3, 4, 2, 2]
  static let sha512: ASN1ObjectIdentifier = [2, 16, 840, 1, 101, 3, 4, 2, 3]
  static let rsaEncryption: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 1, 1]
  static let sha256WithRSA: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 1, 11]
  static let sha384WithRSA: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 1, 12]
  static let sha512WithRSA: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 1, 13]
  static let ecdsaWithSHA256: ASN1ObjectIdentifier = [1, 2, 840, 10_045, 4, 3, 2]
  static let ecdsaWithSHA384: ASN1ObjectIdentifier = [1, 2, 840, 10_045, 4, 3, 3]
  static let ecdsaWithSHA512: ASN1ObjectIdentifier = [1, 2, 840, 10_045, 4, 3, 4]
  static let titleAttribute: ASN1ObjectIdentifier = [2, 5, 4, 12]
  static let commonName: ASN1ObjectIdentifier = [2, 5, 4, 3]
  static let organization: ASN1ObjectIdentifier = [2, 5, 4, 10]
  static let keyUsage: ASN1ObjectIdentifier = [2, 5, 29, 15]
  static let extendedKeyUsage: ASN1ObjectIdentifier = [2, 5, 29, 37]
}

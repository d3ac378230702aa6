import Foundation

/// A supplier's public key, Ed25519 (RFC 8032): its 32 bytes. The private half never leaves the
/// supplier, so nothing in our database could sign in its place.
package struct SupplierKey: Hashable, Sendable {
  package let bytes: [UInt8]

  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Reads what an administrator pastes: base64 of the 32 bytes, or of the key as OpenSSL writes
  /// it (SubjectPublicKeyInfo, RFC 8410), with or without its PEM lines.
  package init?(text: String) {
    let base64 = text.split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("-----") }
      .joined()
      .filter { !$0.isWhitespace }
    guard let data = Data(base64Encoded: base64) else { return nil }
    var bytes = [UInt8](data)
    if bytes.count == 32 + Self.header.count, bytes.starts(with: Self.header) {
      bytes.removeFirst(Self.header.count)
    }
    self.init(bytes: bytes)
  }

  /// SEQUENCE { SEQUENCE { OID 1.3.101.112 } BIT STRING }, up to the key.
  private static let header: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]

  /// Base64 of the 32 bytes.
  package var text: String { Data(bytes).base64EncodedString() }
}

extension SupplierKey: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let key = SupplierKey(text: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a key")
    }
    self = key
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// Base32 without padding (RFC 4648, 6): upper-case letters and digits only, so that it stays in
/// a QR code's alphanumeric mode and needs no escaping in a URL.
package enum Base32 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  package static func encode(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count * 8 + 4) / 5)
    var pool: UInt32 = 0
    var bits = 0
    for byte in bytes {
      pool = pool << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        out.append(alphabet[Int(pool >> UInt32(bits)) & 31])
      }
      pool &= (1 << UInt32(bits)) - 1
    }
    if bits > 0 { out.append(alphabet[Int(pool << UInt32(5 - bits)) & 31]) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Nil unless the text is exactly what `encode` writes: unused bits at the end are zero.
  package static func decode(_ text: some StringProtocol) -> [UInt8]? {
    var out: [UInt8] = []
    var pool: UInt32 = 0
    var bits = 0
    for character in text.utf8 {
      let value: UInt8
      switch character {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = character - UInt8(ascii: "A")
      case UInt8(ascii: "2")...UInt8(ascii: "7"): value = character - UInt8(ascii: "2") + 26
      default: return nil
      }
      pool = pool << 5 | UInt32(value)
      bits += 5
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: pool >> UInt32(bits)))
        pool &= (1 << UInt32(bits)) - 1
      }
    }
    guard bits < 5, pool == 0 else { return nil }
    return out
  }
}

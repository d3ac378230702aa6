import Vocabulary

/// The escapes of JSON texts (RFC 8259, section 7).
enum JSONEscapes {
  /// The text between the quotation marks, its escapes resolved. Half a surrogate pair is refused.
  static func resolve(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(DocumentRefusal) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "\\") else {
        result.append(bytes[at])
        at += 1
        continue
      }
      guard at + 1 < bytes.count else { throw DocumentRefusal("", .notText) }
      let sign = bytes[at + 1]
      at += 2
      if sign == UInt8(ascii: "u") {
        let scalar = try unicode(bytes, &at)
        result.append(contentsOf: String(Character(scalar)).utf8)
      } else {
        guard let plain = single[sign] else { throw DocumentRefusal("", .notText) }
        result.append(plain)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let single: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12,
    UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
  ]

  private static func unicode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int
  ) throws(DocumentRefusal) -> Unicode.Scalar {
    let first = try unit(bytes, &at)
    if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
    guard (0xD800..<0xDC00).contains(first), at + 1 < bytes.count,
      bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u")
    else { throw DocumentRefusal("", .notText) }
    at += 2
    let second = try unit(bytes, &at)
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(
        0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00)
    else { throw DocumentRefusal("", .notText) }
    return scalar
  }

  private static func unit(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int
  ) throws(DocumentRefusal) -> UInt16 {
    guard at + 4 <= bytes.count,
      let value = UInt16(
        String(decoding: bytes[at..<at + 4], as: UTF8.self).lowercased(), radix: 16),
      bytes[at] != UInt8(ascii: "+")
    else { throw DocumentRefusal("", .notText) }
    at += 4
    return value
  }

  /// A text as it stands in JSON, with its quotation marks.
  static func quoted(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: "\\u00\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

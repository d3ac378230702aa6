/// The escapes of JSON strings (RFC 8259, section 7).
enum JSONEscapes {
  /// The text that the bytes between two quotation marks stand for.
  static func decoded(_ bytes: ArraySlice<UInt8>) throws(HistoryFlaw) -> String {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard bytes[at] == UInt8(ascii: "\\") else {
        kept.append(bytes[at])
        at += 1
        continue
      }
      guard let (scalar, length) = scalar(bytes[at...]) else {
        throw HistoryFlaw("", .notJSON(byte: at - bytes.startIndex + 1))
      }
      kept += Array(String(Character(scalar)).utf8)
      at += length
    }
    guard let string = String(validating: kept, as: UTF8.self) else {
      throw HistoryFlaw("", .notUTF8)
    }
    return string
  }

  /// What the escape at the beginning stands for, and how many bytes it takes; nil where it is
  /// none, or half of a surrogate pair.
  static func scalar(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    guard bytes.count >= 2 else { return nil }
    let letter = bytes[bytes.startIndex + 1]
    if letter == UInt8(ascii: "u") { return unicode(bytes) }
    let meant: UInt8? =
      switch letter {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
      case UInt8(ascii: "b"): 0x08
      case UInt8(ascii: "f"): 0x0C
      case UInt8(ascii: "n"): 0x0A
      case UInt8(ascii: "r"): 0x0D
      case UInt8(ascii: "t"): 0x09
      default: nil
      }
    return meant.map { (Unicode.Scalar($0), 2) }
  }

  private static func unicode(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    guard let first = unit(bytes) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    guard (0xD800...0xDBFF).contains(first), let second = unit(bytes.dropFirst(6)),
      (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { return nil }
    return (scalar, 12)
  }

  /// The four hexadecimal digits after `\u`.
  private static func unit(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    let bytes = bytes.prefix(6)
    guard bytes.count == 6, bytes.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
      return nil
    }
    var value: UInt32 = 0
    for byte in bytes.dropFirst(2) {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}

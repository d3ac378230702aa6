/// The texts that need no cleaning: what nearly every document holds. Everything else goes the
/// long way through `TypedText`.
enum PlainText {
  /// Whether the bytes are printable ASCII and composed Vietnamese letters (which are their own
  /// NFC), with single spaces and none at the ends.
  static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    var afterSpace = true
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        guard (0x20...0x7E).contains(byte) else { return false }
        if byte == 0x20, afterSpace { return false }
        afterSpace = byte == 0x20
        at += 1
        continue
      }
      afterSpace = false
      let length = letter(bytes, at)
      guard length > 0 else { return false }
      at += length
    }
    return bytes.isEmpty || !afterSpace
  }

  /// How many bytes the Vietnamese letter here has; 0 where there is none.
  private static func letter(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    guard at + 1 < bytes.count else { return 0 }
    let second = bytes[at + 1]
    guard second & 0xC0 == 0x80 else { return 0 }
    switch bytes[at] {
    // U+00C0 … U+00FF without × and ÷.
    case 0xC3: return second == 0x97 || second == 0xB7 ? 0 : 2
    // Ăă Đđ.
    case 0xC4:
      switch second {
      case 0x82, 0x83, 0x90, 0x91, 0xA8, 0xA9: return 2
      default: return 0
      }
    // Ũũ.
    case 0xC5: return second == 0xA8 || second == 0xA9 ? 2 : 0
    // Ơơ Ưư.
    case 0xC6:
      switch second {
      case 0xA0, 0xA1, 0xAF, 0xB0: return 2
      default: return 0
      }
    // U+1EA0 … U+1EF9.
    case 0xE1:
      guard at + 2 < bytes.count, bytes[at + 2] & 0xC0 == 0x80 else { return 0 }
      switch second {
      case 0xBA: return bytes[at + 2] >= 0xA0 ? 3 : 0
      case 0xBB: return bytes[at + 2] <= 0xB9 ? 3 : 0
      default: return 0
      }
    default: return 0
    }
  }
}

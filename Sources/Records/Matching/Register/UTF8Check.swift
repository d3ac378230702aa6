/// Whether bytes are UTF-8 without NUL: the standard library would make a string of each field.
enum UTF8Check {
  static func isSound(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        if first == 0 { return false }
        index += 1
        continue
      }
      let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return false }
      for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return false }
      let second = bytes[index + 1]
      // Overlong forms, surrogates, and what is beyond Unicode.
      switch first {
      case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
        0xF4 where second > 0x8F:
        return false
      default:
        index += length
      }
    }
    return true
  }
}

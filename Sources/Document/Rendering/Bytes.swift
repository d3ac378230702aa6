/// Writing PDF syntax (ISO 32000-1, 7.3) into a buffer.
extension [UInt8] {
  mutating func append(ascii text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  mutating func append(text: String) {
    append(contentsOf: text.utf8)
  }

  mutating func append(integer value: Int) {
    if value < 0 { append(0x2D) }
    var rest = value.magnitude
    var power: UInt = 1
    while rest / power >= 10 { power *= 10 }
    while power > 0 {
      append(UInt8(truncatingIfNeeded: 0x30 + rest / power))
      rest %= power
      power /= 10
    }
  }

  /// A number with at most two decimals: a hundredth of a point is finer than any printer.
  mutating func append(number value: Double) {
    var hundredths = Int((value * 100).rounded())
    if hundredths < 0 {
      append(0x2D)
      hundredths = -hundredths
    }
    append(integer: hundredths / 100)
    let rest = hundredths % 100
    guard rest != 0 else { return }
    append(0x2E)
    append(UInt8(truncatingIfNeeded: 0x30 + rest / 10))
    if rest % 10 != 0 { append(UInt8(truncatingIfNeeded: 0x30 + rest % 10)) }
  }

  /// Numbers parted by spaces, with one after the last.
  mutating func append(numbers values: Double...) {
    for value in values {
      append(number: value)
      append(0x20)
    }
  }

  /// Four hexadecimal digits.
  mutating func append(hex value: UInt16) {
    append(hexDigits[Int(value >> 12)])
    append(hexDigits[Int(value >> 8 & 15)])
    append(hexDigits[Int(value >> 4 & 15)])
    append(hexDigits[Int(value & 15)])
  }

  /// A text string (7.9.2.2): UTF-16 with a byte order mark, in hexadecimal.
  mutating func append(textString text: String) {
    append(ascii: "<FEFF")
    for unit in text.utf16 { append(hex: unit) }
    append(0x3E)
  }

  /// `number 0 R`.
  mutating func append(reference number: Int) {
    append(integer: number)
    append(ascii: " 0 R")
  }
}

private let hexDigits = Array<UInt8>("0123456789ABCDEF".utf8)

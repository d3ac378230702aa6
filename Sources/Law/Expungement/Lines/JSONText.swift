package import Vocabulary

/// JSON in the making, as bytes: made for lines that are written by the hundred thousand.
package struct JSONText {
  package private(set) var bytes: [UInt8] = []

  package init(capacityBytes: Int = 0) {
    bytes.reserveCapacity(capacityBytes)
  }

  /// Punctuation and keys, as they are.
  package mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  package mutating func raw(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func null() { raw("null") }

  /// A text with its quotation marks; what must be escaped is (RFC 8259, section 7).
  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let first = bytes.count
    bytes.append(contentsOf: text.utf8)
    if bytes[first...].contains(where: Self.mustEscape) { escape(from: first) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// For texts of our own, in which nothing must be escaped.
  package mutating func word(_ text: StaticString) {
    bytes.append(UInt8(ascii: "\""))
    raw(text)
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func day(_ day: CivilDate) {
    bytes.append(UInt8(ascii: "\""))
    let parts = day.parts
    digits(parts.year, least: 4)
    bytes.append(UInt8(ascii: "-"))
    digits(parts.month, least: 2)
    bytes.append(UInt8(ascii: "-"))
    digits(parts.day, least: 2)
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func day(_ day: CivilDate?) {
    if let day { self.day(day) } else { null() }
  }

  package mutating func number(_ value: Int) { raw(String(value)) }

  /// `[a,b]`.
  package mutating func list<Values: Collection>(
    _ values: Values, _ write: (Values.Element, inout JSONText) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    var isFirst = true
    for value in values {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      write(value, &self)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  package mutating func texts(_ texts: [String]) {
    list(texts) { text, json in json.string(text) }
  }

  private static func mustEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(from first: Int) {
    let text = Array(bytes[first...])
    bytes.removeSubrange(first...)
    for byte in text {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      } else if byte < 0x20 {
        raw("\\u00")
        raw(byte < 0x10 ? "0" : "1")
        raw(String(byte & 0x0F, radix: 16))
      } else {
        bytes.append(byte)
      }
    }
  }

  private mutating func digits(_ value: Int, least: Int) {
    guard value < 10_000 else { return raw(String(value)) }
    if least > 2 || value > 99 {
      bytes.append(UInt8(ascii: "0") + UInt8(value / 1000))
      bytes.append(UInt8(ascii: "0") + UInt8(value / 100 % 10))
    }
    bytes.append(UInt8(ascii: "0") + UInt8(value / 10 % 10))
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }
}

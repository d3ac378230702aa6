import Vocabulary

/// Walks over the bytes of one JSON text (RFC 8259). It reads what it is asked for and refuses
/// everything else; it never looks outside its range.
struct JSONBytes {
  let bytes: [UInt8]
  private(set) var at: Int
  private let start: Int
  private let end: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    at = range.lowerBound
    start = range.lowerBound
    end = range.upperBound
  }

  /// A string between its quotation marks.
  struct Text {
    let range: Range<Int>
    let isEscaped: Bool
  }

  /// The next byte that is no white space; nil at the end.
  mutating func next() -> UInt8? {
    while at < end {
      let byte = bytes[at]
      guard byte == 0x20 || (0x09...0x0D).contains(byte) else { return byte }
      guard byte != 0x0B, byte != 0x0C else { return byte }
      at += 1
    }
    return nil
  }

  /// Passes over `byte` if it comes next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next() == byte else { return false }
    at += 1
    return true
  }

  mutating func takeNull() -> Bool {
    guard next() == UInt8(ascii: "n") else { return false }
    return take(word: "null")
  }

  mutating func take(word: StaticString) -> Bool {
    guard at + word.utf8CodeUnitCount <= end, equal(at, word) else { return false }
    at += word.utf8CodeUnitCount
    return true
  }

  func broken() -> HistoryFlaw {
    HistoryFlaw("", .notJSON(byte: at - start + 1))
  }

  mutating func expect(_ byte: UInt8) throws(HistoryFlaw) {
    guard take(byte) else { throw broken() }
  }

  /// Whether nothing but white space is left.
  mutating func isAtEnd() -> Bool { next() == nil }

  /// A string, from its first quotation mark on. Escapes are only looked at when it is decoded.
  mutating func text() throws(HistoryFlaw) -> Text {
    guard take(UInt8(ascii: "\"")) else { throw HistoryFlaw("", .wrongKind(expected: .text)) }
    let first = at
    var isEscaped = false
    while at < end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return Text(range: first..<at - 1, isEscaped: isEscaped)
      }
      guard byte >= 0x20 else { throw broken() }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        at += 1
      }
      at += 1
    }
    at = end
    throw broken()
  }

  func string(_ text: Text) throws(HistoryFlaw) -> String {
    if text.isEscaped { return try JSONEscapes.decoded(bytes[text.range]) }
    guard let string = String(validating: bytes[text.range], as: UTF8.self) else {
      throw HistoryFlaw("", .notUTF8)
    }
    return string
  }

  /// Which of `names` the text is; nil for none.
  func index(of text: Text, in names: [StaticString]) throws(HistoryFlaw) -> Int? {
    if text.isEscaped {
      let string = try string(text)
      return names.firstIndex { "\($0)" == string }
    }
    let count = text.range.count
    let first = text.range.lowerBound
    for index in names.indices
    where names[index].utf8CodeUnitCount == count && equal(first, names[index]) {
      return index
    }
    return nil
  }

  private func equal(_ first: Int, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { letters in
      for index in 0..<letters.count where bytes[first + index] != letters[index] { return false }
      return true
    }
  }

  /// A day written `YYYY-MM-DD`, exactly.
  func day(_ text: Text) throws(HistoryFlaw) -> CivilDate? {
    if text.isEscaped { return CivilDate(iso: try string(text)) }
    let first = text.range.lowerBound
    let dash = UInt8(ascii: "-")
    guard text.range.count == 10, bytes[first + 4] == dash, bytes[first + 7] == dash,
      let year = digits(first, count: 4), let month = digits(first + 5, count: 2),
      let day = digits(first + 8, count: 2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private func digits(_ first: Int, count: Int) -> Int? {
    var value = 0
    for index in first..<first + count {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// A whole number above zero, written without sign, point, exponent or leading zero: `24.0` is
  /// refused, for what was meant by the point is not known.
  mutating func count() throws(HistoryFlaw) -> Int {
    guard let byte = next() else { throw broken() }
    guard byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) else {
      throw HistoryFlaw("", .wrongKind(expected: .number))
    }
    var value = 0
    var length = 0
    while at < end, (0x30...0x39).contains(bytes[at]), length < 9 {
      value = value * 10 + Int(bytes[at] - 0x30)
      length += 1
      at += 1
    }
    guard value > 0, byte != 0x30, at == end || Self.endsNumber(bytes[at]) else {
      throw HistoryFlaw("", .notACount)
    }
    return value
  }

  private static func endsNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  /// Any number of JSON.
  mutating func passNumber() throws(HistoryFlaw) {
    _ = take(UInt8(ascii: "-"))
    if !takeExactly(UInt8(ascii: "0")) { try passDigits() }
    if takeExactly(UInt8(ascii: ".")) { try passDigits() }
    if takeExactly(UInt8(ascii: "e")) || takeExactly(UInt8(ascii: "E")) {
      if !takeExactly(UInt8(ascii: "+")) { _ = takeExactly(UInt8(ascii: "-")) }
      try passDigits()
    }
  }

  private mutating func passDigits() throws(HistoryFlaw) {
    guard at < end, (0x30...0x39).contains(bytes[at]) else { throw broken() }
    while at < end, (0x30...0x39).contains(bytes[at]) { at += 1 }
  }

  /// Without passing over white space.
  private mutating func takeExactly(_ byte: UInt8) -> Bool {
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }
}

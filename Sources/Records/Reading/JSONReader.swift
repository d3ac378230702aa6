import Vocabulary

/// Reads JSON from bytes in one pass, without making a tree. Strict: keys that the format does not
/// know, keys that stand twice and `null` are refused, and nothing may follow the value.
struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  // MARK: - Structure

  /// Calls `read` at the value of each key.
  mutating func object<Key: RawRepresentable & Equatable>(
    _ read: (inout JSONReader, Key) throws(DocumentRefusal) -> Void
  ) throws(DocumentRefusal) where Key.RawValue == String {
    guard next() == UInt8(ascii: "{") else { throw DocumentRefusal("", .notAnObject) }
    at += 1
    if next() == UInt8(ascii: "}") {
      at += 1
      return
    }
    var seen: [Key] = []
    while true {
      let word = try key()
      guard let key = Key(rawValue: word) else { throw DocumentRefusal(shown(word), .unknownKey) }
      guard !seen.contains(key) else { throw DocumentRefusal(word, .doubleKey) }
      seen.append(key)
      try expect(UInt8(ascii: ":"))
      do {
        try read(&self, key)
      } catch {
        throw error.inside(word)
      }
      if next() == UInt8(ascii: ",") {
        at += 1
        continue
      }
      return try expect(UInt8(ascii: "}"))
    }
  }

  /// Reads each element of a list.
  mutating func list<Element>(
    limit: Int, _ read: (inout JSONReader) throws(DocumentRefusal) -> Element
  ) throws(DocumentRefusal) -> [Element] {
    guard next() == UInt8(ascii: "[") else { throw DocumentRefusal("", .notAList) }
    at += 1
    var elements: [Element] = []
    if next() == UInt8(ascii: "]") {
      at += 1
      return elements
    }
    while true {
      guard elements.count < limit else { throw DocumentRefusal("", .tooMany(limit: limit)) }
      do {
        elements.append(try read(&self))
      } catch {
        throw error.inside("[\(elements.count)]")
      }
      if next() == UInt8(ascii: ",") {
        at += 1
        continue
      }
      try expect(UInt8(ascii: "]"))
      return elements
    }
  }

  /// Nothing but white space may follow.
  mutating func end() throws(DocumentRefusal) {
    guard next() == nil else { throw notJSON() }
  }

  // MARK: - Values

  mutating func integer(_ range: ClosedRange<Int>) throws(DocumentRefusal) -> Int {
    guard let first = next(), isDigit(first) else { throw DocumentRefusal("", .notANumber) }
    var value = 0
    var count = 0
    while at < bytes.count, isDigit(bytes[at]) {
      value = value * 10 + Int(bytes[at] - UInt8(ascii: "0"))
      at += 1
      count += 1
      guard count <= 9 else { throw DocumentRefusal("", .notANumber) }
    }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") || bytes[at] | 0x20 == UInt8(ascii: "e") {
      throw DocumentRefusal("", .notANumber)
    }
    guard range.contains(value) else {
      throw DocumentRefusal("", .outOfRange(least: range.lowerBound, most: range.upperBound))
    }
    return value
  }

  /// A text as it stands, its escapes resolved.
  mutating func text() throws(DocumentRefusal) -> String {
    let raw = try rawText()
    guard raw.hasEscapes else {
      return String(decoding: bytes[raw.range], as: UTF8.self)
    }
    return try JSONEscapes.resolve(UnsafeBufferPointer(rebasing: bytes[raw.range]))
  }

  /// A text that people read, clean at the door: NFC, no hidden characters, single spaces.
  mutating func words(limit: Int) throws(DocumentRefusal) -> String {
    let raw = try rawText()
    let slice = UnsafeBufferPointer(rebasing: bytes[raw.range])
    if !raw.hasEscapes, slice.count <= limit, PlainText.isClean(slice) {
      return String(decoding: slice, as: UTF8.self)
    }
    let text =
      raw.hasEscapes
      ? try JSONEscapes.resolve(slice) : String(decoding: slice, as: UTF8.self)
    do {
      return try TypedText(text, limit: TextLimit(characters: limit)).text
    } catch {
      if case .tooLong(_, let limit) = error { throw DocumentRefusal("", .tooLong(limit: limit)) }
      throw DocumentRefusal("", .text(error))
    }
  }

  /// Where the text lies between its quotation marks.
  private mutating func rawText() throws(DocumentRefusal) -> (range: Range<Int>, hasEscapes: Bool) {
    guard next() == UInt8(ascii: "\"") else { throw DocumentRefusal("", .notText) }
    at += 1
    let start = at
    var hasEscapes = false
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return (start..<at - 1, hasEscapes)
      }
      guard byte >= 0x20 else { throw notJSON() }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        at += 1
      }
      at += 1
    }
    throw notJSON()
  }

  // MARK: - Bytes

  private mutating func key() throws(DocumentRefusal) -> String {
    guard next() == UInt8(ascii: "\"") else { throw notJSON() }
    return try text()
  }

  private mutating func expect(_ byte: UInt8) throws(DocumentRefusal) {
    guard next() == byte else { throw notJSON() }
    at += 1
  }

  /// The next byte that is no white space.
  private mutating func next() -> UInt8? {
    while at < bytes.count {
      let byte = bytes[at]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      at += 1
    }
    return nil
  }

  private func notJSON() -> DocumentRefusal { DocumentRefusal("", .notJSON(at: at + 1)) }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A key is shown where it is a word; anything else may be a person's data gone astray.
  private func shown(_ key: String) -> String {
    let isWord = key.utf8.count <= 24 && key.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
    return isWord ? key : "?"
  }
}

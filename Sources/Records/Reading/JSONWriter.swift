import Vocabulary

/// Writes JSON without spaces, in the order in which it is told.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    open("{")
    members(&self)
    close("}")
  }

  mutating func key(_ key: String, _ value: (inout JSONWriter) -> Void) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    JSONEscapes.quoted(key, into: &bytes)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    value(&self)
    needsComma = true
  }

  mutating func list<Element>(
    _ key: String, _ elements: [Element], _ write: (Element, inout JSONWriter) -> Void
  ) {
    self.key(key) { $0.elements(elements, write) }
  }

  mutating func elements<Element>(
    _ elements: [Element], _ write: (Element, inout JSONWriter) -> Void
  ) {
    open("[")
    for element in elements {
      if needsComma { bytes.append(UInt8(ascii: ",")) }
      needsComma = false
      write(element, &self)
      needsComma = true
    }
    close("]")
  }

  mutating func string(_ text: String) {
    JSONEscapes.quoted(text, into: &bytes)
  }

  mutating func integer(_ number: Int) {
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func text(_ key: String, _ text: String) {
    self.key(key) { $0.string(text) }
  }

  mutating func filled(_ key: String, _ text: String) {
    if !text.isEmpty { self.text(key, text) }
  }

  mutating func texts(_ key: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    list(key, texts) { $1.string($0) }
  }

  mutating func word<Word: RawRepresentable>(_ key: String, _ word: Word?)
  where Word.RawValue == String {
    if let word { text(key, word.rawValue) }
  }

  mutating func day(_ key: String, _ day: CivilDate?) {
    if let day { text(key, day.iso) }
  }

  mutating func number(_ key: String, _ number: Int?) {
    guard let number else { return }
    self.key(key) { $0.integer(number) }
  }

  private mutating func open(_ sign: Unicode.Scalar) {
    bytes.append(UInt8(ascii: sign))
    needsComma = false
  }

  private mutating func close(_ sign: Unicode.Scalar) {
    bytes.append(UInt8(ascii: sign))
    needsComma = true
  }
}

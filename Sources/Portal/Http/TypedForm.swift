import NIOCore

/// What a browser sent with a form: names and texts in their order, hostile until parsed.
struct TypedForm: Sendable, Equatable {
  private(set) var pairs: [(name: String, text: String)]

  static let empty = TypedForm(pairs: [])
  static let pairLimit = 2_000

  init(pairs: [(name: String, text: String)]) {
    self.pairs = pairs
  }

  /// Reads `application/x-www-form-urlencoded`.
  ///
  /// - Throws: `bodyUnreadable` for broken escapes, bytes that are no UTF-8, or too many fields.
  init(urlEncoded bytes: some Collection<UInt8>) throws(HTTPRefusal) {
    self.pairs = []
    for part in bytes.split(separator: UInt8(ascii: "&")) {
      guard pairs.count < TypedForm.pairLimit else { throw .bodyUnreadable }
      let halves = part.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let text = halves.count == 2 ? try TypedForm.unescaped(halves[1]) : ""
      pairs.append((try TypedForm.unescaped(halves[0]), text))
    }
  }

  /// The first text under a name; empty where there is none.
  subscript(name: String) -> String {
    pairs.first { $0.name == name }?.text ?? ""
  }

  func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

  /// The last text of each name.
  var dictionary: [String: String] {
    Dictionary(pairs.map { ($0.name, $0.text) }, uniquingKeysWith: { _, last in last })
  }

  static func == (left: TypedForm, right: TypedForm) -> Bool {
    left.pairs.elementsEqual(right.pairs) { $0.name == $1.name && $0.text == $1.text }
  }

  private static func unescaped(_ part: some Collection<UInt8>) throws(HTTPRefusal) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(part.count)
    var rest = part.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(hexDigit), let low = rest.next().flatMap(hexDigit)
        else { throw .bodyUnreadable }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .bodyUnreadable }
    return text
  }
}

private func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}

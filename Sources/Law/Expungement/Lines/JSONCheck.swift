/// Whether a line is JSON at all, and which id it has. Looked at only when a line is refused; it
/// keeps its own stack, so that no depth of nesting can exhaust ours.
struct JSONCheck {
  private var text: JSONBytes
  /// Open objects and lists, as their first bytes.
  private var open: [UInt8] = []
  private var ids: [String?] = []

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    text = JSONBytes(bytes, range)
  }

  /// The id of the outermost object, if it has one, once, and it is a text.
  var id: String? { ids.count == 1 ? ids[0] : nil }

  mutating func run() throws(HistoryFlaw) {
    try value(key: nil)
    while let container = open.last {
      if container == UInt8(ascii: "{") { try member() } else { try element() }
    }
    guard text.isAtEnd() else { throw text.broken() }
  }

  private mutating func member() throws(HistoryFlaw) {
    guard try goesOn(until: UInt8(ascii: "}")) else { return }
    guard text.next() == UInt8(ascii: "\"") else { throw text.broken() }
    let key = try decoded()
    try text.expect(UInt8(ascii: ":"))
    try value(key: key)
  }

  private mutating func element() throws(HistoryFlaw) {
    guard try goesOn(until: UInt8(ascii: "]")) else { return }
    try value(key: nil)
  }

  /// Closes the innermost container, or passes over the comma before its next value.
  private mutating func goesOn(until close: UInt8) throws(HistoryFlaw) -> Bool {
    if text.take(close) {
      open.removeLast()
      isFresh = false
      return false
    }
    if !isFresh { try text.expect(UInt8(ascii: ",")) }
    isFresh = false
    return true
  }

  /// Whether the innermost container was just opened.
  private var isFresh = false

  private mutating func value(key: String?) throws(HistoryFlaw) {
    let isID = open == [UInt8(ascii: "{")] && key == "id"
    var id: String?
    switch text.next() {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      open.append(text.bytes[text.at])
      _ = text.take(text.bytes[text.at])
      isFresh = true
      if isID { ids.append(nil) }
      return
    case UInt8(ascii: "\""): id = try decoded()
    case UInt8(ascii: "n"): try word("null")
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    default: try text.passNumber()
    }
    if isID { ids.append(id) }
    isFresh = false
  }

  private mutating func decoded() throws(HistoryFlaw) -> String {
    let place = text.broken()
    let found = try text.text()
    do throws(HistoryFlaw) {
      return try text.string(found)
    } catch {
      throw error.reason == .notUTF8 ? error : place
    }
  }

  private mutating func word(_ word: StaticString) throws(HistoryFlaw) {
    guard text.take(word: word) else { throw text.broken() }
  }
}

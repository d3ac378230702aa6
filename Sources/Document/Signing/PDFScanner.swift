/// Reads values from the bytes of a PDF. Every input is hostile: the depth is limited, nothing is
/// read beyond `end`, and a dictionary that names a key twice is refused, because two readers
/// would see two files.
struct PDFScanner {
  let bytes: [UInt8]
  var at: Int
  let end: Int

  static let depthLimit = 32

  init(_ bytes: [UInt8], at: Int, end: Int? = nil) {
    self.bytes = bytes
    self.at = max(0, at)
    self.end = min(end ?? bytes.count, bytes.count)
  }

  var peek: UInt8? { at < end ? bytes[at] : nil }

  mutating func skipBlanks() {
    while at < end {
      if PDFScanner.isBlank(bytes[at]) {
        at += 1
      } else if bytes[at] == UInt8(ascii: "%") {
        while at < end, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
      } else {
        return
      }
    }
  }

  /// Whether the bytes here are `word`; if so, they are passed.
  mutating func take(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard at <= end - count else { return false }
    for index in 0..<count where bytes[at + index] != word.utf8Start[index] { return false }
    at += count
    return true
  }

  mutating func value(depth: Int = 0) throws(PDFUnreadable) -> PDFValue {
    guard depth < PDFScanner.depthLimit else { throw .nestedTooDeep }
    skipBlanks()
    guard let first = peek else { throw .syntax(offset: at) }
    switch first {
    case UInt8(ascii: "/"): return .name(try name())
    case UInt8(ascii: "("): return .string(try literalString())
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "<"):
      if at + 1 < end, bytes[at + 1] == UInt8(ascii: "<") {
        return .dictionary(try dictionary(depth: depth))
      }
      return .string(try hexString())
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return try numberOrReference()
    default: return try keyword()
    }
  }

  private mutating func keyword() throws(PDFUnreadable) -> PDFValue {
    let start = at
    let found: PDFValue
    if take("true") {
      found = .boolean(true)
    } else if take("false") {
      found = .boolean(false)
    } else if take("null") {
      found = .null
    } else {
      throw .syntax(offset: start)
    }
    guard peek.map({ !PDFScanner.isRegular($0) }) ?? true else {
      throw .syntax(offset: start)
    }
    return found
  }

  mutating func dictionary(depth: Int = 0) throws(PDFUnreadable) -> PDFDictionary {
    let start = at
    guard take("<<") else { throw .syntax(offset: at) }
    var entries: [PDFDictionary.Entry] = []
    var keys: Set<String> = []
    while true {
      skipBlanks()
      if take(">>") { return PDFDictionary(entries: entries, range: start..<at) }
      guard peek == UInt8(ascii: "/") else { throw .syntax(offset: at) }
      let key = try name()
      guard keys.insert(key).inserted else { throw .duplicateKey(key) }
      skipBlanks()
      let from = at
      let value = try value(depth: depth + 1)
      entries.append(PDFDictionary.Entry(key: key, value: value, range: from..<at))
    }
  }

  private mutating func array(depth: Int) throws(PDFUnreadable) -> [PDFValue] {
    at += 1
    var values: [PDFValue] = []
    while true {
      skipBlanks()
      if take("]") { return values }
      values.append(try value(depth: depth + 1))
    }
  }

  private mutating func name() throws(PDFUnreadable) -> String {
    at += 1
    var decoded: [UInt8] = []
    while let byte = peek, PDFScanner.isRegular(byte) {
      at += 1
      guard byte == UInt8(ascii: "#") else {
        decoded.append(byte)
        continue
      }
      guard at + 1 < end, let high = hexValue(bytes[at]), let low = hexValue(bytes[at + 1]) else {
        throw .syntax(offset: at)
      }
      decoded.append(high << 4 | low)
      at += 2
    }
    // One character a byte, so that different bytes are always different names.
    return String(String.UnicodeScalarView(decoded.map { Unicode.Scalar($0) }))
  }

  private mutating func literalString() throws(PDFUnreadable) -> [UInt8] {
    let start = at
    at += 1
    var text: [UInt8] = []
    var open = 1
    while at < end {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        open -= 1
        if open == 0 { return text }
      case UInt8(ascii: "\\"):
        escape(into: &text)
        continue
      default: break
      }
      text.append(byte)
    }
    throw .syntax(offset: start)
  }

  private mutating func escape(into text: inout [UInt8]) {
    guard let byte = peek else { return }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case 0x0A: break
    case 0x0D: if peek == 0x0A { at += 1 }
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var code = Int(byte & 7)
      for _ in 0..<2 {
        guard let digit = peek, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else {
          break
        }
        code = code << 3 | Int(digit & 7)
        at += 1
      }
      text.append(UInt8(truncatingIfNeeded: code))
    default: text.append(byte)
    }
  }

  private mutating func hexString() throws(PDFUnreadable) -> [UInt8] {
    let start = at
    at += 1
    var decoded: [UInt8] = []
    var high: UInt8?
    while at < end {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: ">") {
        if let high { decoded.append(high << 4) }
        return decoded
      }
      if PDFScanner.isBlank(byte) { continue }
      guard let digit = hexValue(byte) else { throw .syntax(offset: at - 1) }
      if let first = high {
        decoded.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    throw .syntax(offset: start)
  }

  private mutating func numberOrReference() throws(PDFUnreadable) -> PDFValue {
    let first = try number()
    guard case .integer(let object) = first, object >= 0 else { return first }
    let after = at
    skipBlanks()
    if let generation = unsigned(), (0...65_535).contains(generation) {
      skipBlanks()
      if take("R"), peek.map({ !PDFScanner.isRegular($0) }) ?? true {
        return .reference(object, generation: generation)
      }
    }
    at = after
    return first
  }

  private mutating func number() throws(PDFUnreadable) -> PDFValue {
    let start = at
    while let byte = peek, PDFScanner.isRegular(byte) { at += 1 }
    guard at - start <= 32 else { throw .syntax(offset: start) }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if let integer = Int(text) { return .integer(integer) }
    guard Double(text) != nil, text.utf8.allSatisfy({ !(0x41...0x7A).contains($0) }) else {
      throw .syntax(offset: start)
    }
    return .real(text)
  }

  /// A whole number of at most ten digits, or nil with nothing passed.
  mutating func unsigned() -> Int? {
    var index = at
    var value = 0
    while index < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      guard index - at < 10 else { return nil }
      value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
    }
    guard index > at else { return nil }
    at = index
    return value
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
  }

  static func isRegular(_ byte: UInt8) -> Bool {
    if isBlank(byte) { return false }
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      return false
    default: return true
    }
  }
}

/// The value of a hexadecimal digit, or nil.
func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

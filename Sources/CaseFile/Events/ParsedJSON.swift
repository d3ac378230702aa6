/// Stored bytes as they were parsed: what `StoredJSON` writes, and no more of JSON than that.
indirect enum ParsedJSON {
  case null
  case truth(Bool)
  case integer(Int64)
  case text(String)
  case object([(name: String, value: ParsedJSON)])
  case array([ParsedJSON])

  /// It is none of the forms above, or not the form that was asked for. Foundation's decoder then
  /// has the word: it knows the rest of JSON, and says what is wrong.
  struct Other: Error {}

  init(_ bytes: [UInt8]) throws(Other) {
    self = try bytes.withUnsafeBufferPointer { bytes throws(Other) in
      var reader = Reader(bytes: bytes)
      let value = try reader.value(depth: 0)
      guard reader.at == bytes.count else { throw Other() }
      return value
    }
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
      self.bytes = bytes
    }

    private var next: UInt8 {
      get throws(Other) {
        guard at < bytes.count else { throw Other() }
        return bytes[at]
      }
    }

    private mutating func take(_ text: StaticString) throws(Other) {
      let count = text.utf8CodeUnitCount
      guard at + count <= bytes.count else { throw Other() }
      for place in 0..<count where bytes[at + place] != text.utf8Start[place] { throw Other() }
      at += count
    }

    mutating func value(depth: Int) throws(Other) -> ParsedJSON {
      guard depth < 100 else { throw Other() }
      switch try next {
      case UInt8(ascii: "{"): return .object(try members(depth))
      case UInt8(ascii: "["): return .array(try values(depth))
      case UInt8(ascii: "\""): return .text(try text())
      case UInt8(ascii: "t"):
        try take("true")
        return .truth(true)
      case UInt8(ascii: "f"):
        try take("false")
        return .truth(false)
      case UInt8(ascii: "n"):
        try take("null")
        return .null
      default: return .integer(try integer())
      }
    }

    private mutating func members(
      _ depth: Int
    ) throws(Other) -> [(name: String, value: ParsedJSON)] {
      at += 1
      var members: [(name: String, value: ParsedJSON)] = []
      if try next == UInt8(ascii: "}") {
        at += 1
        return members
      }
      while true {
        guard try next == UInt8(ascii: "\"") else { throw Other() }
        let name = try text()
        try take(":")
        members.append((name, try value(depth: depth + 1)))
        if try isAtEnd(UInt8(ascii: "}")) { return members }
      }
    }

    private mutating func values(_ depth: Int) throws(Other) -> [ParsedJSON] {
      at += 1
      var values: [ParsedJSON] = []
      if try next == UInt8(ascii: "]") {
        at += 1
        return values
      }
      while true {
        values.append(try value(depth: depth + 1))
        if try isAtEnd(UInt8(ascii: "]")) { return values }
      }
    }

    /// Past a comma, or past the end.
    private mutating func isAtEnd(_ end: UInt8) throws(Other) -> Bool {
      let byte = try next
      guard byte == end || byte == UInt8(ascii: ",") else { throw Other() }
      at += 1
      return byte == end
    }

    /// From one quote to the other. An escape, which few texts have, is left to Foundation.
    private mutating func text() throws(Other) -> String {
      at += 1
      let start = at
      while try next != UInt8(ascii: "\"") {
        guard bytes[at] != UInt8(ascii: "\\"), bytes[at] >= 0x20 else { throw Other() }
        at += 1
      }
      let part = UnsafeBufferPointer(rebasing: bytes[start..<at])
      guard let text = String(validating: part, as: UTF8.self) else { throw Other() }
      at += 1
      return text
    }

    private mutating func integer() throws(Other) -> Int64 {
      let isNegative = try next == UInt8(ascii: "-")
      if isNegative { at += 1 }
      let start = at
      var number: Int64 = 0
      while at < bytes.count, (0x30...0x39).contains(bytes[at]) {
        let (tens, isOver) = number.multipliedReportingOverflow(by: 10)
        let (sum, isOverToo) = tens.addingReportingOverflow(Int64(bytes[at] - 0x30))
        guard !isOver, !isOverToo else { throw Other() }
        number = sum
        at += 1
      }
      guard at > start, at - start == 1 || bytes[start] != 0x30 else { throw Other() }
      if at < bytes.count, [0x2E, 0x45, 0x65].contains(bytes[at]) { throw Other() }
      return isNegative ? -number : number
    }
  }
}

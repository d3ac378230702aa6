/// A CBOR value (RFC 8949) of the kinds that our tokens use. Encoding is deterministic (4.2.1);
/// decoding takes nothing but what encoding gives, so one value has one form.
indirect enum CBOR: Equatable, Sendable {
  case unsigned(UInt64)
  /// The value is -1 minus this.
  case negative(UInt64)
  case bytes([UInt8])
  case text(String)
  case array([CBOR])
  case map([Pair])
  case tagged(UInt64, CBOR)
  case boolean(Bool)
  case null

  struct Pair: Equatable, Sendable {
    let key: CBOR
    let value: CBOR
  }

  static func int(_ value: Int) -> CBOR {
    value >= 0 ? .unsigned(UInt64(value)) : .negative(UInt64(-1 - value))
  }

  var int: Int? {
    switch self {
    case .unsigned(let value): Int(exactly: value)
    case .negative(let value): Int(exactly: value).map { -1 - $0 }
    case .bytes, .text, .array, .map, .tagged, .boolean, .null: nil
    }
  }

  /// The value of an integer label.
  subscript(_ label: Int) -> CBOR? {
    guard case .map(let pairs) = self else { return nil }
    return pairs.first { $0.key == .int(label) }?.value
  }

  static func labelled(_ claims: [(Int, CBOR)]) -> CBOR {
    .map(claims.map { Pair(key: .int($0.0), value: $0.1) })
  }
}

extension CBOR {
  var encoded: [UInt8] {
    var out: [UInt8] = []
    encode(into: &out)
    return out
  }

  private func encode(into out: inout [UInt8]) {
    switch self {
    case .unsigned(let value): CBOR.head(0, value, into: &out)
    case .negative(let value): CBOR.head(1, value, into: &out)
    case .bytes(let bytes):
      CBOR.head(2, UInt64(bytes.count), into: &out)
      out += bytes
    case .text(let text):
      CBOR.head(3, UInt64(text.utf8.count), into: &out)
      out += text.utf8
    case .array(let values):
      CBOR.head(4, UInt64(values.count), into: &out)
      for value in values { value.encode(into: &out) }
    case .map(let pairs):
      CBOR.head(5, UInt64(pairs.count), into: &out)
      let sorted = pairs.map { ($0.key.encoded, $0.value) }
        .sorted { $0.0.lexicographicallyPrecedes($1.0) }
      for (key, value) in sorted {
        out += key
        value.encode(into: &out)
      }
    case .tagged(let tag, let value):
      CBOR.head(6, tag, into: &out)
      value.encode(into: &out)
    case .boolean(let value): out.append(value ? 0xF5 : 0xF4)
    case .null: out.append(0xF6)
    }
  }

  private static func head(_ major: UInt8, _ argument: UInt64, into out: inout [UInt8]) {
    let major = major << 5
    switch argument {
    case 0..<24: out.append(major | UInt8(argument))
    case 24...0xFF: out += [major | 24, UInt8(argument)]
    case 0x100...0xFFFF: out += [major | 25] + bigEndian(argument, 2)
    case 0x1_0000...0xFFFF_FFFF: out += [major | 26] + bigEndian(argument, 4)
    default: out += [major | 27] + bigEndian(argument, 8)
    }
  }

  private static func bigEndian(_ value: UInt64, _ count: Int) -> [UInt8] {
    stride(from: count - 1, through: 0, by: -1).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

extension CBOR {
  struct Malformed: Error, Equatable {}

  /// The one value that the bytes are; nothing may follow it.
  init(decoding bytes: [UInt8]) throws(Malformed) {
    var reader = Reader(bytes: bytes)
    self = try reader.value(depth: 0)
    guard reader.at == bytes.count else { throw Malformed() }
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    static let depthLimit = 8

    mutating func value(depth: Int) throws(Malformed) -> CBOR {
      guard depth < Reader.depthLimit, at < bytes.count else { throw Malformed() }
      let first = bytes[at]
      at += 1
      if first == 0xF4 || first == 0xF5 { return .boolean(first == 0xF5) }
      if first == 0xF6 { return .null }
      let argument = try argument(first & 0x1F)
      switch first >> 5 {
      case 0: return .unsigned(argument)
      case 1: return .negative(argument)
      case 2: return .bytes(Array(try taken(argument)))
      case 3:
        guard let text = String(validating: try taken(argument), as: UTF8.self) else {
          throw Malformed()
        }
        return .text(text)
      case 4: return .array(try array(argument, depth))
      case 5: return .map(try map(argument, depth))
      case 6: return .tagged(argument, try value(depth: depth + 1))
      default: throw Malformed()
      }
    }

    /// The shortest form alone; no indefinite lengths.
    private mutating func argument(_ info: UInt8) throws(Malformed) -> UInt64 {
      if info < 24 { return UInt64(info) }
      guard info <= 27 else { throw Malformed() }
      let count = 1 << Int(info - 24)
      let value = try taken(UInt64(count)).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let smallest: UInt64 = [24, 0x100, 0x1_0000, 0x1_0000_0000][Int(info - 24)]
      guard value >= smallest else { throw Malformed() }
      return value
    }

    private mutating func taken(_ count: UInt64) throws(Malformed) -> ArraySlice<UInt8> {
      guard count <= UInt64(bytes.count - at) else { throw Malformed() }
      defer { at += Int(count) }
      return bytes[at..<at + Int(count)]
    }

    private mutating func array(_ count: UInt64, _ depth: Int) throws(Malformed) -> [CBOR] {
      guard count <= UInt64(bytes.count - at) else { throw Malformed() }
      var values: [CBOR] = []
      for _ in 0..<count { values.append(try value(depth: depth + 1)) }
      return values
    }

    /// Keys in their order, none twice.
    private mutating func map(_ count: UInt64, _ depth: Int) throws(Malformed) -> [Pair] {
      guard count <= UInt64(bytes.count - at) / 2 else { throw Malformed() }
      var pairs: [Pair] = []
      var last: ArraySlice<UInt8> = []
      for index in 0..<count {
        let start = at
        let key = try value(depth: depth + 1)
        let encoded = bytes[start..<at]
        guard index == 0 || last.lexicographicallyPrecedes(encoded) else { throw Malformed() }
        last = encoded
        pairs.append(Pair(key: key, value: try value(depth: depth + 1)))
      }
      return pairs
    }
  }
}

/// Reads values from stored bytes. It is for the journal: whatever it does not know is an error,
/// with which Foundation's decoder is asked.
///
/// Foundation's decoder took a seventh of an application's whole processor time, because every act
/// folds the journal of its case.
struct StoredJSONDecoder: Decoder {
  let value: ParsedJSON

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(StoredMembers(members: try value.members))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    StoredValues(values: try value.values)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    LoneStoredValue(value: value)
  }
}

extension ParsedJSON {
  fileprivate var members: [(name: String, value: ParsedJSON)] {
    get throws(Other) {
      guard case .object(let members) = self else { throw Other() }
      return members
    }
  }

  fileprivate var values: [ParsedJSON] {
    get throws(Other) {
      guard case .array(let values) = self else { throw Other() }
      return values
    }
  }

  fileprivate var isNull: Bool {
    if case .null = self { true } else { false }
  }

  fileprivate func truth() throws(Other) -> Bool {
    guard case .truth(let isTrue) = self else { throw Other() }
    return isTrue
  }

  fileprivate func text() throws(Other) -> String {
    guard case .text(let text) = self else { throw Other() }
    return text
  }

  fileprivate func number<Number: FixedWidthInteger>(
    _ type: Number.Type
  ) throws(Other) -> Number {
    guard case .integer(let number) = self, let fitting = Number(exactly: number) else {
      throw Other()
    }
    return fitting
  }

  fileprivate func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: StoredJSONDecoder(value: self))
  }
}

private struct StoredMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let members: [(name: String, value: ParsedJSON)]

  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }

  private func find(_ key: Key) -> ParsedJSON? {
    let name = key.stringValue
    return members.first { $0.name == name }?.value
  }

  private func at(_ key: Key) throws(ParsedJSON.Other) -> ParsedJSON {
    guard let value = find(key) else { throw ParsedJSON.Other() }
    return value
  }

  func contains(_ key: Key) -> Bool { find(key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { try at(key).isNull }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try at(key).truth() }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try at(key).text() }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { throw ParsedJSON.Other() }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { throw ParsedJSON.Other() }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try at(key).number(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try at(key).number(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try at(key).number(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try at(key).number(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try at(key).number(type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try at(key).number(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try at(key).number(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try at(key).number(type) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try at(key).number(type) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try at(key).number(type) }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try at(key).value(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    KeyedDecodingContainer(StoredMembers<Nested>(members: try at(key).members))
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    StoredValues(values: try at(key).values)
  }

  func superDecoder() throws -> any Decoder { throw ParsedJSON.Other() }
  func superDecoder(forKey key: Key) throws -> any Decoder {
    StoredJSONDecoder(value: try at(key))
  }
}

private struct StoredValues: UnkeyedDecodingContainer {
  let values: [ParsedJSON]
  private(set) var currentIndex = 0

  init(values: [ParsedJSON]) {
    self.values = values
  }

  var codingPath: [any CodingKey] { [] }
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex == values.count }

  private mutating func next() throws(ParsedJSON.Other) -> ParsedJSON {
    guard !isAtEnd else { throw ParsedJSON.Other() }
    currentIndex += 1
    return values[currentIndex - 1]
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, values[currentIndex].isNull else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try next().truth() }
  mutating func decode(_ type: String.Type) throws -> String { try next().text() }
  mutating func decode(_ type: Double.Type) throws -> Double { throw ParsedJSON.Other() }
  mutating func decode(_ type: Float.Type) throws -> Float { throw ParsedJSON.Other() }
  mutating func decode(_ type: Int.Type) throws -> Int { try next().number(type) }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try next().number(type) }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try next().number(type) }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try next().number(type) }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try next().number(type) }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try next().number(type) }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try next().number(type) }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try next().number(type) }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try next().number(type) }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try next().number(type) }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next().value(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    KeyedDecodingContainer(StoredMembers<Nested>(members: try next().members))
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    StoredValues(values: try next().values)
  }

  mutating func superDecoder() throws -> any Decoder { StoredJSONDecoder(value: try next()) }
}

private struct LoneStoredValue: SingleValueDecodingContainer {
  let value: ParsedJSON

  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { value.isNull }
  func decode(_ type: Bool.Type) throws -> Bool { try value.truth() }
  func decode(_ type: String.Type) throws -> String { try value.text() }
  func decode(_ type: Double.Type) throws -> Double { throw ParsedJSON.Other() }
  func decode(_ type: Float.Type) throws -> Float { throw ParsedJSON.Other() }
  func decode(_ type: Int.Type) throws -> Int { try value.number(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try value.number(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try value.number(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try value.number(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try value.number(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try value.number(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try value.number(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try value.number(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try value.number(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try value.number(type) }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value.value(type) }
}

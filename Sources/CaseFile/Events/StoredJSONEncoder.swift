/// Lets a value describe itself into a `StoredJSON`.
struct StoredJSONEncoder: Encoder {
  private let node: StoredJSON

  init(_ node: StoredJSON) {
    self.node = node
  }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.beObject()
    return KeyedEncodingContainer(ObjectWriter<Key>(node: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.beArray()
    return ArrayWriter(node: node)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueWriter(node: node)
  }
}

extension StoredJSON {
  /// A whole number has no fraction; what is no number cannot be stored.
  fileprivate static func real(_ value: Double) throws -> StoredJSON {
    if let whole = Int64(exactly: value) { return .number(whole) }
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, EncodingError.Context(codingPath: [], debugDescription: "no number"))
    }
    return .number(value)
  }
}

private struct ObjectWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: StoredJSON
  var codingPath: [any CodingKey] { [] }

  private func put(_ value: StoredJSON, _ key: Key) {
    node.set(key.stringValue, to: value)
  }

  mutating func encodeNil(forKey key: Key) { put(.null, key) }
  mutating func encode(_ value: Bool, forKey key: Key) { put(.truth(value), key) }
  mutating func encode(_ value: String, forKey key: Key) { put(.text(value), key) }
  mutating func encode(_ value: Int, forKey key: Key) { put(.number(value), key) }
  mutating func encode(_ value: Int8, forKey key: Key) { put(.number(value), key) }
  mutating func encode(_ value: Int16, forKey key: Key) { put(.number(value), key) }
  mutating func encode(_ value: Int32, forKey key: Key) { put(.number(value), key) }
  mutating func encode(_ value: Int64, forKey key: Key) { put(.number(value), key) }
  mutating func encode(_ value: UInt, forKey key: Key) { put(.number(value), key) }
  mutating func encode(_ value: UInt8, forKey key: Key) { put(.number(value), key) }
  mutating func encode(_ value: UInt16, forKey key: Key) { put(.number(value), key) }
  mutating func encode(_ value: UInt32, forKey key: Key) { put(.number(value), key) }
  mutating func encode(_ value: UInt64, forKey key: Key) { put(.number(value), key) }
  mutating func encode(_ value: Double, forKey key: Key) throws {
    put(try .real(Double(value)), key)
  }
  mutating func encode(_ value: Float, forKey key: Key) throws {
    put(try .real(Double(value)), key)
  }
  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    put(try StoredJSON(value), key)
  }

  mutating func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Inner> {
    let inner = StoredJSON.object
    put(inner, key)
    return KeyedEncodingContainer(ObjectWriter<Inner>(node: inner))
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    let inner = StoredJSON.array
    put(inner, key)
    return ArrayWriter(node: inner)
  }

  mutating func superEncoder() -> any Encoder { inner("super") }
  mutating func superEncoder(forKey key: Key) -> any Encoder { inner(key.stringValue) }

  private func inner(_ name: String) -> any Encoder {
    let inner = StoredJSON.null
    node.set(name, to: inner)
    return StoredJSONEncoder(inner)
  }
}

private struct ArrayWriter: UnkeyedEncodingContainer {
  let node: StoredJSON
  var codingPath: [any CodingKey] { [] }
  var count: Int { node.count }

  mutating func encodeNil() { node.append(.null) }
  mutating func encode(_ value: Bool) { node.append(.truth(value)) }
  mutating func encode(_ value: String) { node.append(.text(value)) }
  mutating func encode(_ value: Int) { node.append(.number(value)) }
  mutating func encode(_ value: Int8) { node.append(.number(value)) }
  mutating func encode(_ value: Int16) { node.append(.number(value)) }
  mutating func encode(_ value: Int32) { node.append(.number(value)) }
  mutating func encode(_ value: Int64) { node.append(.number(value)) }
  mutating func encode(_ value: UInt) { node.append(.number(value)) }
  mutating func encode(_ value: UInt8) { node.append(.number(value)) }
  mutating func encode(_ value: UInt16) { node.append(.number(value)) }
  mutating func encode(_ value: UInt32) { node.append(.number(value)) }
  mutating func encode(_ value: UInt64) { node.append(.number(value)) }
  mutating func encode(_ value: Double) throws { node.append(try .real(Double(value))) }
  mutating func encode(_ value: Float) throws { node.append(try .real(Double(value))) }
  mutating func encode(_ value: some Encodable) throws {
    node.append(try StoredJSON(value))
  }

  mutating func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type
  ) -> KeyedEncodingContainer<Inner> {
    let inner = StoredJSON.object
    node.append(inner)
    return KeyedEncodingContainer(ObjectWriter<Inner>(node: inner))
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    let inner = StoredJSON.array
    node.append(inner)
    return ArrayWriter(node: inner)
  }

  mutating func superEncoder() -> any Encoder {
    let inner = StoredJSON.null
    node.append(inner)
    return StoredJSONEncoder(inner)
  }
}

private struct ValueWriter: SingleValueEncodingContainer {
  let node: StoredJSON
  var codingPath: [any CodingKey] { [] }

  mutating func encodeNil() { node.become(.null) }
  mutating func encode(_ value: Bool) { node.become(.truth(value)) }
  mutating func encode(_ value: String) { node.become(.text(value)) }
  mutating func encode(_ value: Int) { node.become(.number(value)) }
  mutating func encode(_ value: Int8) { node.become(.number(value)) }
  mutating func encode(_ value: Int16) { node.become(.number(value)) }
  mutating func encode(_ value: Int32) { node.become(.number(value)) }
  mutating func encode(_ value: Int64) { node.become(.number(value)) }
  mutating func encode(_ value: UInt) { node.become(.number(value)) }
  mutating func encode(_ value: UInt8) { node.become(.number(value)) }
  mutating func encode(_ value: UInt16) { node.become(.number(value)) }
  mutating func encode(_ value: UInt32) { node.become(.number(value)) }
  mutating func encode(_ value: UInt64) { node.become(.number(value)) }
  mutating func encode(_ value: Double) throws { node.become(try .real(Double(value))) }
  mutating func encode(_ value: Float) throws { node.become(try .real(Double(value))) }
  mutating func encode(_ value: some Encodable) throws {
    try value.encode(to: StoredJSONEncoder(node))
  }
}

/// Values on their way to PostgreSQL: texts and numbers as text, bytes as they are.
struct Parameters {
  private var storage: [UInt8] = []
  private var offsets: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []

  init(_ values: [SQLValue]) {
    for value in values {
      switch value {
      case .null: addNull()
      case .integer(let number): add(String(number).utf8, format: 0)
      case .real(let number): add(String(number).utf8, format: 0)
      case .text(let text): add(text.utf8, format: 0)
      case .bytes(let bytes): add(bytes, format: 1)
      }
    }
  }

  private mutating func addNull() {
    formats.append(0)
    lengths.append(0)
    offsets.append(nil)
  }

  private mutating func add(_ bytes: some Collection<UInt8>, format: Int32) {
    formats.append(format)
    lengths.append(Int32(bytes.count))
    offsets.append(storage.count)
    storage.append(contentsOf: bytes)
    storage.append(0)
  }

  /// The four arguments of `PQexecPrepared`, valid inside `body`.
  func with<Result>(
    _ body: (
      Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> Result
  ) -> Result {
    storage.withUnsafeBytes { bytes in
      let buffer = bytes.assumingMemoryBound(to: CChar.self)
      let pointers = offsets.map { offset in
        offset.flatMap { buffer.baseAddress?.advanced(by: $0) }
      }
      return pointers.withUnsafeBufferPointer { pointers in
        body(Int32(offsets.count), pointers.baseAddress, lengths, formats)
      }
    }
  }
}

extension SQLValue {
  /// A value in PostgreSQL's text format. Types are the server's own numbers (`pg_type.oid`).
  init(postgres bytes: UnsafeRawBufferPointer, type: UInt32) {
    switch type {
    case 20, 21, 23, 26: self = .integer(decimal(bytes))
    case 16: self = .integer(bytes.first == UInt8(ascii: "t") ? 1 : 0)
    case 17: self = .bytes(bytesOfHex(bytes.dropFirst(2)))
    case 700, 701, 1700:
      // A sum of bigint is numeric: whole numbers stay whole.
      let text = String(decoding: bytes, as: UTF8.self)
      if let whole = Int64(text) {
        self = .integer(whole)
      } else {
        self = .real(Double(text) ?? .nan)
      }
    default: self = .text(String(decoding: bytes, as: UTF8.self))
    }
  }
}

private func decimal(_ bytes: UnsafeRawBufferPointer) -> Int64 {
  let isNegative = bytes.first == UInt8(ascii: "-")
  var value: Int64 = 0
  for byte in bytes.dropFirst(isNegative ? 1 : 0) {
    // Counts downwards: the smallest number has no positive twin.
    value = value &* 10 &- Int64(byte &- UInt8(ascii: "0"))
  }
  return isNegative ? value : -value
}

private func bytesOfHex(_ digits: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(digits.count / 2)
  var high: UInt8?
  for digit in digits {
    let nibble = digit >= UInt8(ascii: "a") ? digit - UInt8(ascii: "a") + 10 : digit & 15
    if let first = high {
      bytes.append(first << 4 | nibble)
      high = nil
    } else {
      high = nibble
    }
  }
  return bytes
}

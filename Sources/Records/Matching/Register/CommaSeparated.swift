/// Rows of comma-separated values (RFC 4180) in a block of bytes that ends at the end of a row.
///
/// A row ends at its line's end even inside quotes: no field of ours spans lines, and so a quote
/// that was never closed spoils its own row and not the rest of the register.
struct CommaSeparated {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// Of the row last read, from 1 at the block's beginning.
  private(set) var line: Int
  /// Of the row to come.
  private(set) var nextLine: Int
  /// Fields of the row last read: where each begins and ends.
  private(set) var fields: [Field] = []

  struct Field {
    var start: Int
    var end: Int
    /// Has doubled quotes that must be undone.
    var isEscaped: Bool
  }

  enum Outcome: Equatable {
    case row
    case end
    /// A quote that is not closed, or text after a closing quote: in the column, from 1.
    case broken(column: Int)
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.bytes = bytes
    line = firstLine
    nextLine = firstLine
    fields.reserveCapacity(16)
  }

  mutating func next() -> Outcome {
    fields.removeAll(keepingCapacity: true)
    line = nextLine
    guard position < bytes.count else { return .end }
    nextLine += 1
    while true {
      if position < bytes.count, bytes[position] == 0x22 {
        guard quoted() else { return broken() }
      } else {
        let start = position
        while position < bytes.count, bytes[position] != 0x2C, bytes[position] != 0x0A {
          position += 1
        }
        var end = position
        let endsRow = position == bytes.count || bytes[position] == 0x0A
        if endsRow, end > start, bytes[end - 1] == 0x0D { end -= 1 }
        fields.append(Field(start: start, end: end, isEscaped: false))
      }
      guard position < bytes.count else { return .row }
      let isRowEnd = bytes[position] == 0x0A
      position += 1
      if isRowEnd { return .row }
    }
  }

  /// Reads a quoted field up to the comma or the end of the row; false where it is broken.
  private mutating func quoted() -> Bool {
    position += 1
    let start = position
    var isEscaped = false
    while position < bytes.count, bytes[position] != 0x0A {
      if bytes[position] == 0x22 {
        guard position + 1 < bytes.count, bytes[position + 1] == 0x22 else { break }
        isEscaped = true
        position += 1
      }
      position += 1
    }
    guard position < bytes.count, bytes[position] == 0x22 else { return false }
    fields.append(Field(start: start, end: position, isEscaped: isEscaped))
    position += 1
    if position < bytes.count, bytes[position] == 0x0D { position += 1 }
    return position == bytes.count || bytes[position] == 0x2C || bytes[position] == 0x0A
  }

  private mutating func broken() -> Outcome {
    let column = fields.count + 1
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    position += 1
    return .broken(column: column)
  }

  func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[fields[index].start..<fields[index].end])
  }

  /// The field with doubled quotes undone.
  func text(_ index: Int) -> String {
    let text = String(decoding: field(index), as: UTF8.self)
    return fields[index].isEscaped ? text.replacing("\"\"", with: "\"") : text
  }
}

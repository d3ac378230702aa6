package import Vocabulary

/// One row of an answer, read by column name.
package struct Row: Sendable {
  let columns: Columns
  let values: [SQLValue]

  /// The names of an answer's columns, shared by its rows.
  final class Columns: Sendable {
    let names: [String]

    init(_ names: [String]) {
      self.names = names
    }
  }

  package func text(_ column: String) throws(Fault) -> String {
    guard let text = try textOrNil(column) else { throw empty(column) }
    return text
  }

  package func textOrNil(_ column: String) throws(Fault) -> String? {
    switch try value(column) {
    case .null: nil
    case .text(let text): text
    case .integer, .real, .bytes: throw wrongType(column, wanted: "text")
    }
  }

  package func int64(_ column: String) throws(Fault) -> Int64 {
    guard let number = try int64OrNil(column) else { throw empty(column) }
    return number
  }

  package func int64OrNil(_ column: String) throws(Fault) -> Int64? {
    switch try value(column) {
    case .null: nil
    case .integer(let number): number
    case .text, .real, .bytes: throw wrongType(column, wanted: "an integer")
    }
  }

  package func int(_ column: String) throws(Fault) -> Int {
    Int(try int64(column))
  }

  package func intOrNil(_ column: String) throws(Fault) -> Int? {
    try int64OrNil(column).map { Int($0) }
  }

  package func bool(_ column: String) throws(Fault) -> Bool {
    try int64(column) != 0
  }

  /// A number with a fraction, such as an average; whole numbers are read too.
  package func real(_ column: String) throws(Fault) -> Double {
    switch try value(column) {
    case .real(let number): number
    case .integer(let number): Double(number)
    case .null: throw empty(column)
    case .text, .bytes: throw wrongType(column, wanted: "a number")
    }
  }

  package func bytes(_ column: String) throws(Fault) -> [UInt8] {
    guard let bytes = try bytesOrNil(column) else { throw empty(column) }
    return bytes
  }

  package func bytesOrNil(_ column: String) throws(Fault) -> [UInt8]? {
    switch try value(column) {
    case .null: nil
    case .bytes(let bytes): bytes
    case .text, .integer, .real: throw wrongType(column, wanted: "bytes")
    }
  }

  package func instant(_ column: String) throws(Fault) -> Instant {
    Instant(milliseconds: try int64(column))
  }

  package func instantOrNil(_ column: String) throws(Fault) -> Instant? {
    try int64OrNil(column).map { Instant(milliseconds: $0) }
  }

  package func date(_ column: String) throws(Fault) -> CivilDate {
    guard let date = try dateOrNil(column) else { throw empty(column) }
    return date
  }

  package func dateOrNil(_ column: String) throws(Fault) -> CivilDate? {
    guard let text = try textOrNil(column) else { return nil }
    guard let date = CivilDate(iso: text) else { throw wrongType(column, wanted: "a day") }
    return date
  }

  package func value(_ column: String) throws(Fault) -> SQLValue {
    // A dozen names at most: looking is cheaper than hashing.
    guard let index = columns.names.firstIndex(of: column) else {
      throw Fault(
        "reading column \(column)",
        cause: "the answer has only \(columns.names.joined(separator: ", "))")
    }
    return values[index]
  }

  private func empty(_ column: String) -> Fault {
    Fault("reading column \(column)", cause: "it is NULL")
  }

  private func wrongType(_ column: String, wanted: String) -> Fault {
    Fault("reading column \(column)", cause: "it does not hold \(wanted)")
  }
}

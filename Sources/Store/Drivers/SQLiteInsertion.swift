import GRDBSQLite
import Vocabulary

/// Inserts rows with one prepared statement and SQLite's own functions: GRDB makes an object of
/// every value, which for a million rows is most of the time.
struct SQLiteInsertion {
  private let statement: OpaquePointer

  /// - Parameter statement: belongs to GRDB and outlives this value.
  init(_ statement: OpaquePointer) {
    self.statement = statement
  }

  /// False at the first row that was not taken; the connection then knows why.
  func run(_ values: [SQLValue], width: Int) -> Bool {
    defer { sqlite3_clear_bindings(statement) }
    var column: Int32 = 0
    for value in values {
      column += 1
      guard bind(value, column) == SQLITE_OK else { return false }
      guard Int(column) == width else { continue }
      column = 0
      sqlite3_step(statement)
      // Gives the step's own code again.
      guard sqlite3_reset(statement) == SQLITE_OK else { return false }
    }
    return true
  }

  /// SQLite copies what is bound, for the bytes may move before the step.
  private func bind(_ value: SQLValue, _ column: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, column)
    case .integer(let number): return sqlite3_bind_int64(statement, column, number)
    case .real(let number): return sqlite3_bind_double(statement, column, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          sqlite3_bind_text(
            statement, column, characters.baseAddress, Int32(characters.count), Self.copied)
        }
      }
    case .bytes(let bytes):
      // An empty buffer has no address, and no address means NULL.
      if bytes.isEmpty { return sqlite3_bind_zeroblob(statement, column, 0) }
      return bytes.withUnsafeBytes { buffer in
        sqlite3_bind_blob(statement, column, buffer.baseAddress, Int32(buffer.count), Self.copied)
      }
    }
  }

  /// `SQLITE_TRANSIENT`, which C writes as a cast that Swift does not import.
  private static var copied: sqlite3_destructor_type? {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}

import Foundation
import GRDB
import Vocabulary

/// One SQLite connection. GRDB prepares, caches and steps; nothing else of it is used.
final class SQLiteDriver: Driver {
  let dialect = Dialect.sqlite
  private let db: GRDB.Database

  init(_ db: GRDB.Database) {
    self.db = db
  }

  func execute(_ sql: SQL) throws(StatementFailure) -> Answer {
    try refuseNUL(in: sql.values)
    do {
      let statement = try statement(for: sql)
      let arguments = StatementArguments(sql.values.map(\.databaseValue))
      guard statement.columnCount > 0 else {
        try statement.execute(arguments: arguments)
        return Answer(rows: [], changed: db.changesCount)
      }
      let columns = Row.Columns(statement.columnNames)
      var rows: [Row] = []
      let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
      while let row = try cursor.next() {
        rows.append(Row(columns: columns, values: row.databaseValues.map(SQLValue.init)))
      }
      return Answer(rows: rows, changed: db.changesCount)
    } catch {
      throw failure(error)
    }
  }

  func insert(_ rows: BulkRows) throws(StatementFailure) {
    try refuseNUL(in: rows.values)
    do {
      let statement = try db.cachedStatement(sql: rows.oneRowForSQLite)
      let insertion = SQLiteInsertion(statement.sqliteStatement)
      guard insertion.run(rows.values, width: rows.columns.count) else {
        throw DatabaseError(
          resultCode: db.lastErrorCode, message: db.lastErrorMessage)
      }
    } catch {
      throw failure(error)
    }
  }

  func script(_ text: String) throws(StatementFailure) {
    do {
      try db.execute(sql: text)
    } catch {
      throw failure(error)
    }
  }

  /// Statements with very many values are rarely the same twice; they are not kept.
  private func statement(for sql: SQL) throws -> Statement {
    let text = sql.text(for: .sqlite)
    return sql.values.count > 64
      ? try db.makeStatement(sql: text) : try db.cachedStatement(sql: text)
  }

  private func failure(_ error: any Error) -> StatementFailure {
    guard let error = error as? DatabaseError else {
      return .fault(Fault("running a statement", cause: "\(type(of: error))"))
    }
    let message = error.message ?? "no message"
    if let conflict = DatabaseConflict(code: error.extendedResultCode.rawValue, message: message) {
      return .conflict(conflict)
    }
    let fault = Fault(sqlite: error, doing: "running a statement")
    return error.resultCode == .SQLITE_BUSY ? .again(fault) : .fault(fault)
  }
}

extension Fault {
  /// SQLite's own words: they name tables and files, never values.
  init(sqlite error: any Error, doing: String) {
    guard let error = error as? DatabaseError else {
      self.init(doing, cause: "\(type(of: error))")
      return
    }
    let passing: [ResultCode] = [.SQLITE_BUSY, .SQLITE_FULL, .SQLITE_LOCKED]
    self.init(
      doing,
      cause: "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "no message")",
      retry: passing.contains(error.resultCode) ? .later : .never)
  }
}

extension DatabaseConflict {
  /// Nil where the code is no constraint's. Messages look like
  /// `UNIQUE constraint failed: cases.agency, cases.number`.
  init?(code: Int32, message: String) {
    let kind: Kind
    switch code {
    case 1555, 2067, 2579: kind = .unique
    case 787: kind = .reference
    case 275, 1299, 3091: kind = .check
    case 1811: kind = .forbidden
    default: return nil
    }
    let tail = message.split(separator: ": ", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
    let places = tail.split(separator: ", ").map { $0.split(separator: ".").map(String.init) }
    let named = (kind == .unique || code == 1299) && places.allSatisfy { $0.count == 2 }
    self.init(
      kind: kind, table: named ? places.first?.first ?? "" : "",
      columns: named ? places.map { $0[1] } : [],
      constraint: kind == .forbidden || tail.isEmpty ? message : tail)
  }
}

extension SQLValue {
  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let bytes): Data(bytes).databaseValue
    }
  }

  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .bytes([UInt8](data))
    }
  }
}

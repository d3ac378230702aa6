import CSQLite
import Vocabulary

/// One connection to SQLite, used by one thread. It alone knows SQLite's library.
final class SQLiteSession: Driver {
  let dialect = Dialect.sqlite
  private var database: OpaquePointer?
  /// The statements that this connection has prepared, by their text around the values.
  private var prepared: [[String]: SQLiteStatement] = [:]

  /// Pages in the log after the last commit of this connection; nil where nobody counts them, and
  /// then a commit that leaves more than a thousand puts them into the file itself.
  private var logPages: UnsafeMutablePointer<Int32>?

  private static let mostPrepared = 512

  /// Opens or creates the file.
  init(path: String) throws(Fault) {
    var opened: OpaquePointer?
    // Each connection stays with its thread, so the library need not lock.
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let cause = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "no memory"
      sqlite3_close_v2(opened)
      throw Fault("opening the database \(path)", cause: "SQLite \(code): \(cause)")
    }
    self.database = opened
    sqlite3_extended_result_codes(database, 1)
  }

  deinit {
    close()
  }

  /// After this it is used no more. The last connection puts the log's pages into the file.
  func close() {
    // A database is closed only after the last of its statements.
    prepared = [:]
    sqlite3_close_v2(database)
    database = nil
    logPages?.deallocate()
    logPages = nil
  }

  /// From now on `pagesInLog` says how long the log is, and nothing but `emptyLog` shortens it.
  func countLog() {
    let counter = logPages ?? .allocate(capacity: 1)
    counter.initialize(to: 0)
    logPages = counter
    sqlite3_wal_hook(
      database,
      { counter, _, _, pages in
        counter?.assumingMemoryBound(to: Int32.self).pointee = pages
        return SQLITE_OK
      }, counter)
  }

  var pagesInLog: Int { logPages.map { Int($0.pointee) } ?? 0 }

  /// Puts the pages of the log into the file, as far as nobody reads older ones, and waits for
  /// nobody. The commit after one that put all of them there begins the log anew.
  func emptyLog() throws(StatementFailure) {
    let code = sqlite3_wal_checkpoint_v2(database, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    // Busy: somebody else is at it.
    guard code == SQLITE_OK || code & 0xFF == SQLITE_BUSY else { throw failure() }
  }

  var isInTransaction: Bool { sqlite3_get_autocommit(database) == 0 }

  /// Whether the last failure was the disk's: a read, a write or a sync that did not succeed.
  var diskFailed: Bool { sqlite3_extended_errcode(database) & 0xFF == SQLITE_IOERR }

  /// How long a lock of another process is waited for.
  func waitForLocks(milliseconds: Int32) {
    sqlite3_busy_timeout(database, milliseconds)
  }

  func execute(_ sql: SQL) throws(StatementFailure) -> Answer {
    try refuseNUL(in: sql.values)
    let statement = try statement(for: sql)
    defer { statement.reset() }
    for (index, value) in sql.values.enumerated() {
      guard statement.bind(value, at: Int32(index + 1)) == SQLITE_OK else { throw failure() }
    }
    var rows: [Row] = []
    while true {
      switch statement.step() {
      case SQLITE_ROW: rows.append(statement.row())
      case SQLITE_DONE: return Answer(rows: rows, changed: Int(sqlite3_changes(database)))
      default: throw failure()
      }
    }
  }

  /// One statement, stepped for each row.
  func insert(_ rows: BulkRows) throws(StatementFailure) {
    try refuseNUL(in: rows.values)
    let width = rows.columns.count
    let statement = try statement(for: rows.statement(from: 0, most: 1))
    defer { statement.reset() }
    for first in stride(from: 0, to: rows.values.count, by: width) {
      for column in 0..<width {
        let bound = statement.bind(rows.values[first + column], at: Int32(column + 1))
        guard bound == SQLITE_OK else { throw failure() }
      }
      guard statement.step() == SQLITE_DONE else { throw failure() }
      statement.reset()
    }
  }

  func script(_ text: String) throws(StatementFailure) {
    guard sqlite3_exec(database, text, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  private func statement(for sql: SQL) throws(StatementFailure) -> SQLiteStatement {
    if let known = prepared[sql.pieces] { return known }
    let statement = try prepare(sql)
    // Statements with very many values are rarely the same twice; they are not kept.
    guard sql.values.count <= 64 else { return statement }
    if prepared.count >= Self.mostPrepared { prepared = [:] }
    prepared[sql.pieces] = statement
    return statement
  }

  private func prepare(_ sql: SQL) throws(StatementFailure) -> SQLiteStatement {
    var made: OpaquePointer?
    var isWhole = true
    let code = sql.text(for: .sqlite).withCString { text in
      var rest: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v3(database, text, -1, 0, &made, &rest)
      isWhole = rest.map { String(cString: $0).allSatisfy(\.isWhitespace) } ?? true
      return code
    }
    guard code == SQLITE_OK else { throw failure() }
    guard let made, isWhole else {
      sqlite3_finalize(made)
      throw .fault(Fault("preparing a statement", cause: "it is not one statement"))
    }
    let statement = SQLiteStatement(made)
    guard sqlite3_bind_parameter_count(made) == sql.values.count else {
      throw .fault(
        Fault("preparing a statement", cause: "its placeholders are not the bound values"))
    }
    return statement
  }

  /// SQLite's own words: they name tables and files, never values.
  private func failure() -> StatementFailure {
    let code = sqlite3_extended_errcode(database)
    let message = String(cString: sqlite3_errmsg(database))
    if let conflict = DatabaseConflict(code: code, message: message) { return .conflict(conflict) }
    let primary = code & 0xFF
    let passing = [SQLITE_BUSY, SQLITE_FULL, SQLITE_LOCKED].contains(primary)
    let fault = Fault(
      "running a statement", cause: "SQLite \(code): \(message)",
      retry: passing ? .later : .never)
    return primary == SQLITE_BUSY ? .again(fault) : .fault(fault)
  }
}

/// A prepared statement of one connection.
private final class SQLiteStatement {
  private let statement: OpaquePointer
  private var columns = Row.Columns([])
  /// How often SQLite has prepared it anew, because a migration ran beside us. -1: `columns` was
  /// never read.
  private var preparations: Int32 = -1

  init(_ statement: OpaquePointer) {
    self.statement = statement
  }

  deinit {
    sqlite3_finalize(statement)
  }

  func step() -> Int32 { sqlite3_step(statement) }

  func reset() {
    // What it returns is the failure of the last step, which was seen there.
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  func bind(_ value: SQLValue, at place: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, place)
    case .integer(let number): return sqlite3_bind_int64(statement, place, number)
    case .real(let number): return sqlite3_bind_double(statement, place, number)
    case .text(let text):
      return sqlite3_bind_text(statement, place, text, Int32(text.utf8.count), copied)
    case .bytes(let bytes):
      // An empty array has no address, and without an address SQLite binds NULL.
      guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, place, 0) }
      return sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), copied)
    }
  }

  func row() -> Row {
    let now = sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_REPREPARE, 0)
    if now != preparations {
      preparations = now
      columns = Row.Columns(
        (0..<sqlite3_column_count(statement)).map { place in
          sqlite3_column_name(statement, place).map { String(cString: $0) } ?? ""
        })
    }
    return Row(columns: columns, values: columns.names.indices.map { value(at: Int32($0)) })
  }

  private func value(at place: Int32) -> SQLValue {
    switch sqlite3_column_type(statement, place) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, place))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, place))
    case SQLITE_TEXT:
      let start = sqlite3_column_text(statement, place)
      let count = Int(sqlite3_column_bytes(statement, place))
      return .text(
        String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(statement, place)
      let count = Int(sqlite3_column_bytes(statement, place))
      return .bytes([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
    default: return .null
    }
  }
}

/// `SQLITE_TRANSIENT`: SQLite copies what is bound.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension DatabaseConflict {
  /// Nil where the code is no constraint's. Messages look like
  /// `UNIQUE constraint failed: cases.agency, cases.number`.
  fileprivate init?(code: Int32, message: String) {
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

import CPostgres
import Vocabulary

/// One connection to PostgreSQL through libpq, used by one thread. It alone knows libpq.
final class PostgresSession: Driver {
  let dialect = Dialect.postgres
  private let uri: String
  private var connection: OpaquePointer?
  /// The statements that this connection has prepared, by their text around the values.
  private var prepared: [[String]: PostgresStatement] = [:]
  private var preparedCount = 0
  /// Sent together with the first statement, to save a round trip.
  private var opening: String?

  private static let mostPrepared = 512

  init(uri: String) {
    self.uri = uri
  }

  deinit {
    PQfinish(connection)
  }

  // MARK: - Connecting

  var isConnected: Bool { connection != nil && PQstatus(connection) == CONNECTION_OK }

  /// Connects if it must. A server that is away is a fault that may pass.
  func connect() throws(Fault) {
    guard !isConnected else { return }
    disconnect()
    // The URI is expanded by `dbname`; the others are what we add where it is silent.
    let keys = ["connect_timeout", "application_name", "client_encoding", "dbname"]
    let values = ["5", "lylich", "UTF8", uri]
    let opened = withTerminatedArray(keys) { keys in
      withTerminatedArray(values) { values in PQconnectdbParams(keys, values, 1) }
    }
    connection = opened
    guard PQstatus(opened) == CONNECTION_OK else {
      let cause = message(of: opened)
      disconnect()
      throw Fault("connecting to PostgreSQL", cause: cause, retry: .later)
    }
    // Notices are for people at a terminal; ours come back as errors.
    PQsetNoticeProcessor(opened, { _, _ in }, nil)
    do throws(StatementFailure) {
      try simple(Self.settings)
    } catch {
      disconnect()
      throw error.fault
    }
  }

  /// Whatever the program asks reads a few rows. Where the server has not counted a table since it
  /// grew, it may think otherwise, call other processes to help or compile the statement, and take
  /// ten milliseconds for what takes one.
  private static let settings = "SET max_parallel_workers_per_gather = 0; SET jit = off"

  func disconnect() {
    PQfinish(connection)
    connection = nil
    prepared = [:]
    opening = nil
  }

  // MARK: - Transactions

  /// Begins with the next statement.
  func begin(_ opening: String) {
    self.opening = opening
  }

  /// Ends a transaction, if one has begun.
  func end(_ statement: String) throws(StatementFailure) {
    guard opening == nil else {
      opening = nil
      return
    }
    let result = PQexec(connection, statement)
    defer { PQclear(result) }
    try check(result)
    // The server answers COMMIT with ROLLBACK when the transaction had failed.
    guard String(cString: PQcmdStatus(result)) == statement else {
      throw .fault(Fault("ending a transaction", cause: "the server rolled it back"))
    }
  }

  // MARK: - Statements

  func execute(_ sql: SQL) throws(StatementFailure) -> Answer {
    try refuseNUL(in: sql.values)
    let statement = try statement(for: sql)
    let parameters = Parameters(sql.values)
    let result: OpaquePointer?
    if let opening {
      result = try executeOpening(opening, statement, parameters)
    } else {
      result = parameters.with { count, pointers, lengths, formats in
        PQexecPrepared(connection, statement.name, count, pointers, lengths, formats, 0)
      }
    }
    defer { PQclear(result) }
    try check(result)
    return statement.answer(result)
  }

  func script(_ text: String) throws(StatementFailure) {
    if let opening {
      self.opening = nil
      try simple(opening)
    }
    try simple(text)
  }

  /// Several rows a statement: as many as leave room below the protocol's 65,535 values.
  func insert(_ rows: BulkRows) throws(StatementFailure) {
    let most = 200
    for first in stride(from: 0, to: rows.count, by: most) {
      _ = try execute(rows.statement(from: first, most: most))
    }
  }

  private func simple(_ text: String) throws(StatementFailure) {
    let result = PQexec(connection, text)
    defer { PQclear(result) }
    try check(result)
  }

  /// `BEGIN` and the first statement in one round trip.
  private func executeOpening(
    _ opening: String, _ statement: PostgresStatement, _ parameters: Parameters
  ) throws(StatementFailure) -> OpaquePointer? {
    self.opening = nil
    let results = try pipeline([.plain(opening), .prepared(statement, parameters)])
    PQclear(results[0])
    return results[1]
  }

  /// Statements that make a transaction together: `BEGIN`, each, `COMMIT`, in one round trip.
  /// The first that fails is thrown; nothing is kept then, and the caller rolls back.
  func transaction(of statements: [SQL]) throws(StatementFailure) -> [Answer] {
    try mustBeAlive()
    let prepared = try prepare(statements)
    do throws(StatementFailure) {
      return try answers(to: prepared, from: [.plain("BEGIN")], to: [.plain("COMMIT")])
    } catch {
      // The commit was sent with the statements: a connection that is lost tells nothing of it.
      guard case .again(let fault) = error, fault.doing == "speaking with PostgreSQL" else {
        throw error
      }
      throw .fault(
        Fault("committing", cause: "unknown whether it is saved: \(fault.cause)", retry: .later))
    }
  }

  /// Queries that need no transaction around them, in one round trip. The first that fails is
  /// thrown.
  func answers(to queries: [SQL]) throws(StatementFailure) -> [Answer] {
    try answers(to: try prepare(queries), from: [], to: [])
  }

  private typealias Ready = (statement: PostgresStatement, parameters: Parameters)

  private func prepare(_ statements: [SQL]) throws(StatementFailure) -> [Ready] {
    // None may be forgotten before all are sent.
    if prepared.count + statements.count > Self.mostPrepared { try forgetStatements() }
    var all: [Ready] = []
    for sql in statements {
      try refuseNUL(in: sql.values)
      all.append((try statement(for: sql), Parameters(sql.values)))
    }
    return all
  }

  private func answers(
    to all: [Ready], from first: [Command], to last: [Command]
  ) throws(StatementFailure) -> [Answer] {
    let results = try pipeline(first + all.map { .prepared($0.statement, $0.parameters) } + last)
    defer { for result in results { PQclear(result) } }
    for result in results { try check(result) }
    if case .plain(let ending)? = last.last {
      // The server answers COMMIT with ROLLBACK when the transaction had failed.
      guard String(cString: PQcmdStatus(results[results.count - 1])) == ending else {
        throw .fault(Fault("ending a transaction", cause: "the server rolled it back"))
      }
    }
    return zip(all, results.dropFirst(first.count)).map { $0.statement.answer($1) }
  }

  /// A server that went away while nothing was asked is noticed before anything is sent: first
  /// its last words, then the end.
  private func mustBeAlive() throws(StatementFailure) {
    guard PQconsumeInput(connection) == 1, PQconsumeInput(connection) == 1 else { throw lost() }
  }

  private enum Command {
    case plain(String)
    case prepared(PostgresStatement, Parameters)
  }

  /// Sends all in one round trip. The results stand in the same order and are the caller's to
  /// clear; behind one that failed, none was run.
  private func pipeline(_ commands: [Command]) throws(StatementFailure) -> [OpaquePointer?] {
    guard PQenterPipelineMode(connection) == 1 else { throw lost() }
    let areSent = commands.allSatisfy { command in
      switch command {
      case .plain(let text):
        PQsendQueryParams(connection, text, 0, nil, nil, nil, nil, 0) == 1
      case .prepared(let statement, let parameters):
        parameters.with { count, pointers, lengths, formats in
          PQsendQueryPrepared(
            connection, statement.name, count, pointers, lengths, formats, 0) == 1
        }
      }
    }
    guard areSent, PQpipelineSync(connection) == 1 else { throw lost() }
    // Each command's result is followed by a nil; the sync comes last.
    let results = commands.map { _ in
      let result = PQgetResult(connection)
      PQclear(PQgetResult(connection))
      return result
    }
    PQclear(PQgetResult(connection))
    guard PQexitPipelineMode(connection) == 1 else {
      for result in results { PQclear(result) }
      throw lost()
    }
    return results
  }

  private func statement(for sql: SQL) throws(StatementFailure) -> PostgresStatement {
    if let known = prepared[sql.pieces] { return known }
    if prepared.count >= Self.mostPrepared { try forgetStatements() }
    preparedCount += 1
    let statement = PostgresStatement(name: "s\(preparedCount)")
    // Integers are told to be bigint; everything else is what its place in the statement wants.
    let types = sql.values.map { value in
      if case .integer = value { Oid(20) } else { Oid(0) }
    }
    let result = PQprepare(
      connection, statement.name, sql.text(for: .postgres), Int32(types.count), types)
    defer { PQclear(result) }
    try check(result)
    prepared[sql.pieces] = statement
    return statement
  }

  private func forgetStatements() throws(StatementFailure) {
    prepared = [:]
    try simple("DEALLOCATE ALL")
  }

  // MARK: - Results

  private func check(_ result: OpaquePointer?) throws(StatementFailure) {
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return
    default: break
    }
    func field(_ code: Unicode.Scalar) -> String {
      PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) } ?? ""
    }
    // Codes of PQresultErrorField: C state, M message, D detail, t table, n constraint, c column.
    let state = field("C")
    guard isConnected, !state.isEmpty else { throw lost() }
    // A migration may have changed what `*` means; names are never used twice.
    if state == "0A000" { prepared = [:] }
    throw StatementFailure(
      postgres: state, message: field("M"), detail: field("D"), table: field("t"),
      constraint: field("n"), column: field("c"))
  }

  private func lost() -> StatementFailure {
    let cause = message(of: connection)
    disconnect()
    return .again(Fault("speaking with PostgreSQL", cause: cause, retry: .later))
  }

  /// libpq's words about the connection; they name hosts and files, never passwords or values.
  private func message(of connection: OpaquePointer?) -> String {
    let text = PQerrorMessage(connection).map { String(cString: $0) } ?? ""
    let line = text.split(separator: "\n").joined(separator: " ")
    return line.isEmpty ? "the connection was lost" : line
  }
}

/// A statement that a connection has prepared, and what its answers look like.
private final class PostgresStatement {
  let name: String
  /// Read from the first answer. The server never changes them: it refuses a prepared statement
  /// whose columns are others after a migration.
  private var columns: Row.Columns?
  private var types: [Oid] = []

  init(name: String) {
    self.name = name
  }

  func answer(_ result: OpaquePointer?) -> Answer {
    let changed = Int(String(cString: PQcmdTuples(result))) ?? 0
    let width = PQnfields(result)
    guard width > 0 else { return Answer(rows: [], changed: changed) }
    let columns = columns ?? read(result, width)
    let rows = (0..<PQntuples(result)).map { line in
      Row(
        columns: columns,
        values: (0..<width).map { column in
          guard PQgetisnull(result, line, column) == 0,
            let start = PQgetvalue(result, line, column)
          else { return .null }
          let length = Int(PQgetlength(result, line, column))
          let bytes = UnsafeRawBufferPointer(start: start, count: length)
          return SQLValue(postgres: bytes, type: types[Int(column)])
        })
    }
    return Answer(rows: rows, changed: changed)
  }

  private func read(_ result: OpaquePointer?, _ width: Int32) -> Row.Columns {
    let columns = Row.Columns((0..<width).map { String(cString: PQfname(result, $0)) })
    self.columns = columns
    types = (0..<width).map { PQftype(result, $0) }
    return columns
  }
}

/// Calls `body` with an array of C strings that ends in a null pointer.
private func withTerminatedArray<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
  let bytes = texts.map { Array($0.utf8CString) }
  var pointers: [UnsafePointer<CChar>?] = []
  func nest(_ index: Int) -> Result {
    guard index < bytes.count else {
      pointers.append(nil)
      return pointers.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { preconditionFailure("it holds the null") }
        return body(base)
      }
    }
    return bytes[index].withUnsafeBufferPointer { buffer in
      pointers.append(buffer.baseAddress)
      return nest(index + 1)
    }
  }
  return nest(0)
}

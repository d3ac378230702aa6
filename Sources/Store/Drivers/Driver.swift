import Vocabulary

/// One connection to an engine, used by one thread at a time.
protocol Driver: AnyObject {
  var dialect: Dialect { get }
  func execute(_ sql: SQL) throws(StatementFailure) -> Answer
  /// Several statements without values, from our own files only.
  func script(_ text: String) throws(StatementFailure)
  /// The rows in their order; the first that the schema refuses ends it.
  func insert(_ rows: BulkRows) throws(StatementFailure)
}

/// What a statement gave.
struct Answer {
  let rows: [Row]
  /// Rows inserted, updated or deleted.
  let changed: Int
}

/// Why a statement failed.
enum StatementFailure: Error {
  case conflict(DatabaseConflict)
  case fault(Fault)
  /// The engine asks for the whole transaction again: a deadlock, a lost race, a lost connection
  /// before the commit.
  case again(Fault)

  static func afterFailure(_ first: StatementFailure) -> StatementFailure {
    .fault(
      Fault(
        "continuing a transaction", cause: "it had failed before: \(first.fault.cause)",
        retry: first.fault.retry))
  }

  var fault: Fault {
    switch self {
    case .conflict(let conflict): Fault("running a statement", cause: conflict.description)
    case .fault(let fault), .again(let fault): fault
    }
  }

  /// As the caller of `run` sees it.
  var plain: any Error {
    switch self {
    case .conflict(let conflict): conflict
    case .fault(let fault), .again(let fault): fault
    }
  }
}

/// Text with a NUL character would be cut short or refused, each engine in its way.
func refuseNUL(in values: [SQLValue]) throws(StatementFailure) {
  for case .text(let text) in values where text.utf8.contains(0) {
    throw .fault(
      Fault("binding a text", cause: "it contains a NUL character, which no engine stores"))
  }
}

/// Several connections to one database.
protocol Engine: Sendable {
  var dialect: Dialect { get }
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Value
  ) async throws -> Value
  func look<Value: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Value
  ) async throws -> Value
  func lookUp(_ query: SQL) async throws -> [Row]
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> Value
  ) async throws -> Value
  func alone(_ statement: SQL) async throws -> [Row]
  func close()
}

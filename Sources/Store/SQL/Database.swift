package import Vocabulary

/// The database of one installation, on either engine.
///
/// Whatever waits for a disk, a lock or a server runs on a thread of the database's own. SQLite's
/// reads wait for none of them and run where they are asked: keep them short.
///
/// A closure may run more than once (a deadlock, a lost connection, a shared commit that failed):
/// it must do nothing but use its connection and return a value.
package final class Database: Sendable {
  private let engine: any Engine

  init(engine: any Engine) {
    self.engine = engine
  }

  /// Opens or, with SQLite, creates the database, and asserts that its commits are durable.
  /// `connections` are PostgreSQL's, beside those for lookups and for what is `alone`; SQLite has
  /// one writer, and readers as they are needed.
  package static func open(
    _ location: DatabaseLocation, connections: Int = 8
  ) throws(Fault) -> Database {
    switch location {
    case .sqlite(let path):
      Database(engine: try SQLiteEngine(path: path))
    case .postgres(let uri):
      Database(engine: try PostgresEngine(uri: uri, connections: connections))
    }
  }

  package var dialect: Dialect { engine.dialect }

  /// Reads one moment of the database: all statements of the closure see the same.
  @discardableResult
  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Value
  ) async throws -> Value {
    try await engine.read(body)
  }

  /// Reads with a single `SELECT`, which sees one moment by itself and needs no transaction around
  /// it. A second statement is our mistake.
  package func look<Value: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Value
  ) async throws -> Value {
    try await engine.look(body)
  }

  /// Finds what nearly every request asks for. What waits together takes one round trip, so it must
  /// be found by a key and be small.
  package func look<Value>(_ lookup: Lookup<Value>) async throws -> Value {
    try lookup.value(try await engine.lookUp(lookup.sql))
  }

  /// Runs one transaction. When this returns, it is on disk. When the closure throws, nothing has
  /// changed and its error comes out as it is.
  ///
  /// A `Fault` with cause "unknown whether…" means that the connection was lost during the commit:
  /// only reading can tell, or doing the same again with the same key.
  @discardableResult
  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> Value
  ) async throws -> Value {
    try await engine.write(body)
  }

  /// Runs one statement that is a transaction by itself, and returns its rows. It takes one round
  /// trip, and what waits together shares a commit. When this returns, it is on disk.
  /// Throws `DatabaseConflict` where the schema says no, else `Fault` as `write` does.
  package func alone(_ statement: SQL) async throws -> [Row] {
    try await engine.alone(statement)
  }

  /// Lets running work end and closes every connection. Later calls fail.
  package func close() {
    engine.close()
  }
}

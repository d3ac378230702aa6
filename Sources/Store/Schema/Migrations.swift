package import Vocabulary

/// Table `migrations`: which steps of the schema this database has taken.
package enum Migrations {
  /// Takes the steps that are missing, each in a transaction of its own, and returns them.
  /// Programs that start together take turns.
  @discardableResult
  package static func apply(to database: Database, at now: Instant) async throws
    -> [MigrationFile]
  {
    let files = try MigrationFile.all(for: database.dialect)
    var taken: [MigrationFile] = []
    while let file = try await inTurn(database, { try applyNext(of: files, at: now, in: $0) }) {
      taken.append(file)
    }
    return taken
  }

  /// Another program's step over a large table may take longer than SQLite waits for its lock.
  private static func inTurn(
    _ database: Database, _ step: @escaping @Sendable (Transaction) throws -> MigrationFile?
  ) async throws -> MigrationFile? {
    for _ in 1..<tries {
      do {
        return try await database.write(step)
      } catch let fault as Fault where fault.retry == .later {
        continue
      }
    }
    return try await database.write(step)
  }

  /// Of fifteen seconds each, where it is the lock that is waited for.
  private static let tries = 20

  /// Throws unless the database has taken exactly the steps that this program knows.
  package static func verify(_ database: Database) async throws {
    let files = try MigrationFile.all(for: database.dialect)
    let stored = try await database.read { connection in
      try exists(in: connection) ? try storedSteps(in: connection) : []
    }
    let missing = try missing(of: files, after: stored)
    if let first = missing.first { throw MigrationRefusal.behind(first.number, first.name) }
  }

  private static func applyNext(
    of files: [MigrationFile], at now: Instant, in transaction: Transaction
  ) throws -> MigrationFile? {
    try takeTurn(in: transaction)
    try transaction.run(
      """
      CREATE TABLE IF NOT EXISTS migrations (
        number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL,
        at BIGINT NOT NULL)
      """)
    let stored = try storedSteps(in: transaction)
    guard let file = try missing(of: files, after: stored).first else { return nil }
    try transaction.script(file.sql)
    try transaction.run(
      """
      INSERT INTO migrations (number, name, sha256, at)
      VALUES (\(file.number), \(file.name), \(file.sha256), \(now))
      """)
    return file
  }

  /// SQLite's writer is alone already; PostgreSQL needs a lock, one for each schema.
  private static func takeTurn(in transaction: Transaction) throws {
    switch transaction.dialect {
    case .sqlite: return
    case .postgres:
      _ = try transaction.rows(
        """
        SELECT pg_advisory_xact_lock(hashtextextended('lylich ' || current_schema(), 0))
               IS NULL AS locked
        """)
    }
  }

  private static func missing(
    of files: [MigrationFile], after stored: [Step]
  ) throws(MigrationRefusal) -> ArraySlice<MigrationFile> {
    for (index, step) in stored.enumerated() {
      guard index < files.count else { throw .newer(step.number, step.name) }
      let file = files[index]
      guard file.number == step.number, file.sha256 == step.sha256 else {
        throw .edited(step.number, step.name)
      }
    }
    return files[stored.count...]
  }

  private static func storedSteps(in connection: Connection) throws(Fault) -> [Step] {
    try connection.rows("SELECT * FROM migrations ORDER BY number LIMIT 10000")
      .map { row throws(Fault) in
        Step(
          number: try row.int("number"), name: try row.text("name"),
          sha256: try row.text("sha256"))
      }
  }

  private static func exists(in connection: Connection) throws(Fault) -> Bool {
    let found =
      switch connection.dialect {
      case .sqlite:
        try connection.row("SELECT 1 AS found FROM sqlite_schema WHERE name = 'migrations'")
      case .postgres:
        try connection.row("SELECT 1 AS found WHERE to_regclass('migrations') IS NOT NULL")
      }
    return found != nil
  }

  private struct Step {
    let number: Int
    let name: String
    let sha256: String
  }
}

/// Why this program will not touch this database.
package enum MigrationRefusal: Error, Equatable, CustomStringConvertible {
  case behind(Int, String)
  case newer(Int, String)
  case edited(Int, String)

  package var description: String {
    switch self {
    case .behind(let number, let name):
      "the database has not taken migration \(number) (\(name)); run `lylich migrate`"
    case .newer(let number, let name):
      "the database has migration \(number) (\(name)), which this program does not know; "
        + "start the newer program"
    case .edited(let number, let name):
      "migration \(number) (\(name)) was taken with other contents than this program's; "
        + "a released migration is never edited: restore the file or the database"
    }
  }
}

package import Vocabulary

/// Which engine answers. A true difference between them is a `switch` at that line, with its
/// reason.
package enum Dialect: String, Sendable, CaseIterable {
  case sqlite
  case postgres
}

/// A connection for the length of one `read`: it sees one moment of the database.
///
/// It belongs to the closure it was given to and must not outlive it.
package class Connection {
  package let dialect: Dialect
  let driver: any Driver
  /// The first failure: nothing after it counts, on either engine.
  fileprivate(set) var spoiled: StatementFailure?

  /// Whether this is `look`'s connection, which takes one statement.
  private let isGlance: Bool
  private var hasLooked = false

  init(driver: any Driver, isGlance: Bool = false) {
    self.dialect = driver.dialect
    self.driver = driver
    self.isGlance = isGlance
  }

  /// All rows. Every query says in which order and how many at most.
  package func rows(_ sql: SQL) throws(Fault) -> [Row] {
    do {
      return try answer(sql).rows
    } catch {
      throw error.fault
    }
  }

  /// The one row, or nil. More than one is our mistake and a fault.
  package func row(_ sql: SQL) throws(Fault) -> Row? {
    try rows(sql).only()
  }

  /// A closure that swallowed a failure has seen, or would commit, only a part.
  func mustBeWhole() throws(Fault) {
    if let spoiled { throw StatementFailure.afterFailure(spoiled).fault }
  }

  fileprivate func answer(_ sql: SQL) throws(StatementFailure) -> Answer {
    if let spoiled { throw .afterFailure(spoiled) }
    if isGlance { precondition(!hasLooked && sql.isQuery, "a look is one SELECT") }
    hasLooked = true
    do {
      return try driver.execute(sql)
    } catch {
      spoiled = error
      throw error
    }
  }
}

/// A connection that writes. It commits when the closure returns and rolls back when it throws.
package final class Transaction: Connection {
  /// Runs a statement and returns the number of rows it changed.
  /// Throws `DatabaseConflict` where the schema says no, else `Fault`.
  @discardableResult
  package func run(_ sql: SQL) throws -> Int {
    do {
      return try answer(sql).changed
    } catch {
      throw error.plain
    }
  }

  /// Runs a statement with `RETURNING`. Unlike `rows`, it tells a `DatabaseConflict` apart.
  package func returning(_ sql: SQL) throws -> [Row] {
    do {
      return try answer(sql).rows
    } catch {
      throw error.plain
    }
  }

  /// Inserts many rows at the engine's best speed.
  package func insert(_ rows: BulkRows) throws {
    if let spoiled { throw StatementFailure.afterFailure(spoiled).plain }
    guard rows.count > 0 else { return }
    do {
      try driver.insert(rows)
    } catch {
      spoiled = error
      throw error.plain
    }
  }

  /// Several statements from our own files, without values.
  func script(_ text: String) throws(Fault) {
    do {
      try driver.script(text)
    } catch {
      spoiled = error
      throw error.fault
    }
  }
}

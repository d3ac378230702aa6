import Foundation
import GRDB
import Synchronization
import Vocabulary

/// One file, one writer, many readers. Writes that wait together are committed together: each in
/// its own savepoint, one sync of the disk for all.
final class SQLiteEngine: Engine {
  let dialect = Dialect.sqlite
  private let pool: DatabasePool
  private let reads = JobQueue<@Sendable (DatabasePool) -> Void>()
  private let writes = JobQueue<WriteJob>()
  /// Set when the disk refused a sync: what it holds is not known any more, so nothing may follow.
  private let broken = Mutex<Fault?>(nil)

  /// So many writes share a commit at most; the first of them waits for the others.
  private static let mostTogether = 32

  init(path: String, readers: Int) throws(Fault) {
    let doing = "opening the database \(path)"
    do {
      self.pool = try DatabasePool(path: path, configuration: Self.configuration(readers: readers))
      // GRDB sets NORMAL after `prepareDatabase`, so FULL is set here, and then asserted.
      try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    } catch {
      throw Fault(sqlite: error, doing: doing)
    }
    try assertDurable()
    for number in 1...readers {
      reads.start(named: "sqlite-read-\(number)") { [reads, pool] in
        while let job = reads.take(most: 1)?.first { job(pool) }
      }
    }
    writes.start(named: "sqlite-write") { [self] in
      while let jobs = writes.take(most: Self.mostTogether) {
        commit(jobs)
      }
    }
  }

  private static func configuration(readers: Int) -> Configuration {
    var configuration = Configuration()
    configuration.maximumReaderCount = readers
    // Another process may be writing; it is given this long.
    configuration.busyMode = .timeout(15)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -16000")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
    }
    return configuration
  }

  /// What the writer says of itself, such as `["synchronous": "2"]`.
  func pragmas(_ names: [String]) throws(Fault) -> [String: String] {
    do {
      return try pool.writeWithoutTransaction { db in
        var found: [String: String] = [:]
        for name in names {
          found[name] = try String.fetchOne(db, sql: "PRAGMA \(name)")
        }
        return found
      }
    } catch {
      throw Fault(sqlite: error, doing: "asking SQLite for its settings")
    }
  }

  private func assertDurable() throws(Fault) {
    let wanted = ["synchronous": "2", "journal_mode": "wal", "foreign_keys": "1"]
    let found = try pragmas(Array(wanted.keys))
    for (name, value) in wanted.sorted(by: { $0.key < $1.key }) where found[name] != value {
      throw Fault(
        "asserting that SQLite's commits are durable",
        cause: "PRAGMA \(name) is \(found[name] ?? "unset"), not \(value)")
    }
  }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      let added = reads.add { pool in
        continuation.resume(
          with: Result {
            do {
              return try pool.read { db in try body(Connection(driver: SQLiteDriver(db))) }
            } catch let error as DatabaseError {
              throw Fault(sqlite: error, doing: "reading")
            }
          })
      }
      if !added { continuation.resume(throwing: Fault.closed) }
    }
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> Value
  ) async throws -> Value {
    if let fault = broken.withLock({ $0 }) { throw fault }
    return try await withCheckedThrowingContinuation { continuation in
      let job = WriteJob(
        run: { transaction in
          do {
            let value = try body(transaction)
            try transaction.mustBeWhole()
            return Attempt(isGood: true) { continuation.resume(returning: value) }
          } catch {
            return Attempt(isGood: false) { continuation.resume(throwing: error) }
          }
        },
        refuse: { fault in continuation.resume(throwing: fault) })
      if !writes.add(job) { continuation.resume(throwing: Fault.closed) }
    }
  }

  func close() {
    reads.close()
    writes.close()
    do {
      try pool.close()
    } catch {
      // A reader still has a statement open; the file is closed with the last of them.
      pool.interrupt()
    }
  }

  // MARK: - The writer's thread

  private func commit(_ jobs: [WriteJob]) {
    if jobs.count > 1, attempt(jobs) { return }
    // Alone, or the shared commit failed: each by itself, so that one cannot spoil the others.
    for job in jobs { _ = attempt([job]) }
  }

  /// Runs the jobs in one transaction and settles them. False, with nothing settled, when a shared
  /// transaction failed as a whole.
  private func attempt(_ jobs: [WriteJob]) -> Bool {
    pool.writeWithoutTransaction { db in
      var attempts: [Attempt] = []
      do {
        try db.cachedStatement(sql: "BEGIN IMMEDIATE").execute()
        for job in jobs {
          let one = try run(job, sharing: jobs.count > 1, db)
          attempts.append(one)
          if jobs.count > 1, !db.isInsideTransaction { return false }
        }
        if db.isInsideTransaction {
          let end = attempts.contains { $0.isGood } ? "COMMIT" : "ROLLBACK"
          try db.cachedStatement(sql: end).execute()
        }
        for one in attempts { one.settle() }
      } catch {
        let fault = noted(error)
        rollBack(db)
        if jobs.count > 1 { return false }
        jobs[0].refuse(fault)
      }
      return true
    }
  }

  private func run(_ job: WriteJob, sharing: Bool, _ db: GRDB.Database) throws -> Attempt {
    if sharing { try db.cachedStatement(sql: "SAVEPOINT job").execute() }
    let attempt = job.run(Transaction(driver: SQLiteDriver(db)))
    // A full disk rolls the whole transaction back by itself.
    guard sharing, db.isInsideTransaction else { return attempt }
    if !attempt.isGood { try db.cachedStatement(sql: "ROLLBACK TO job").execute() }
    try db.cachedStatement(sql: "RELEASE job").execute()
    return attempt
  }

  private func rollBack(_ db: GRDB.Database) {
    guard db.isInsideTransaction else { return }
    do {
      try db.rollback()
    } catch {
      broken.withLock { $0 = Fault(sqlite: error, doing: "rolling back") }
    }
  }

  /// A sync that failed is final: the system may have dropped the pages that it could not write.
  private func noted(_ error: any Error) -> Fault {
    let fault = Fault(sqlite: error, doing: "committing")
    if let error = error as? DatabaseError, error.resultCode == .SQLITE_IOERR {
      broken.withLock { $0 = fault }
    }
    return fault
  }
}

/// One closure of `write`, its types erased.
private struct WriteJob: Sendable {
  let run: @Sendable (Transaction) -> Attempt
  /// Tells the caller that nothing reached the disk.
  let refuse: @Sendable (Fault) -> Void
}

private struct Attempt: Sendable {
  /// Whether the closure returned; else it threw and its savepoint is rolled back.
  let isGood: Bool
  /// Tells the caller its own result. Called once, after the commit.
  let settle: @Sendable () -> Void
}

extension Fault {
  static let closed = Fault("using the database", cause: "it was closed")
}

extension SQLiteEngine {
  /// The answer of a query in an empty database after some scripts, which is then forgotten.
  static func rows(of query: SQL, after scripts: [String]) throws(Fault) -> [Row] {
    do {
      return try DatabaseQueue().write { db in
        let driver = SQLiteDriver(db)
        for script in scripts { try driver.script(script) }
        return try driver.execute(query).rows
      }
    } catch let failure as StatementFailure {
      throw failure.fault
    } catch {
      throw Fault(sqlite: error, doing: "building a scratch database")
    }
  }
}

import Synchronization
import Vocabulary

/// One file, one writer with a thread of its own, and as many readers as read at once.
///
/// Writes that wait together are committed together: each in its own savepoint, one sync of the
/// disk for all. A read waits for nobody (WAL): it runs where it is asked, because changing threads
/// twice costs more than a few rows do. Pages go from the log into the file on a third kind of
/// thread: a commit that did it itself would keep its caller waiting ten times as long.
final class SQLiteEngine: Engine {
  let dialect = Dialect.sqlite
  /// Connections that nobody reads on now; nil once the database is closed.
  private let readers = Mutex<[HandedOver]?>([])
  private let writes = JobQueue<WriteJob>()
  /// The log has grown by another stretch.
  private let stretches = JobQueue<LogStretch>()
  /// Set when the disk refused a sync: what it holds is not known any more, so nothing may follow.
  private let broken = Mutex<Fault?>(nil)

  /// So many writes share a commit at most; the first of them waits for the others.
  private static let mostTogether = 32
  /// The log is emptied beside the writer each time it has grown by so many pages (4 KiB each) …
  private static let stretch = 1_000
  /// … and by the writer itself where that never came to its end, because nobody stopped writing.
  private static let longestLog = 16_000
  /// Another process may be writing; it is given this long.
  private static let lockMilliseconds: Int32 = 15_000
  /// Memory for pages of one connection. What it does not hold, the system's own cache does.
  private static let cache = "PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY;"

  private let path: String

  init(path: String) throws(Fault) {
    self.path = path
    let writer = HandedOver(session: try Self.writer(of: path))
    writer.session.countLog()
    let emptier = HandedOver(session: try Self.writer(of: path))
    stretches.start(named: "sqlite-log") { [self] in
      while stretches.take(most: 64) != nil { emptyLog(on: emptier.session) }
      emptier.session.close()
    }
    writes.start(named: "sqlite-write") { [self] in
      var asked = 0
      while let jobs = writes.take(most: Self.mostTogether) {
        commit(jobs, on: writer.session)
        keepLogShort(writer.session, &asked)
      }
      // Here, so that the files are at rest when `close` returns.
      writer.session.close()
    }
  }

  private static func open(_ path: String, _ settings: String) throws(Fault) -> SQLiteSession {
    let session = try SQLiteSession(path: path)
    session.waitForLocks(milliseconds: lockMilliseconds)
    do {
      try session.script(cache + settings)
    } catch {
      throw Fault(
        "opening the database \(path)", cause: error.fault.cause, retry: error.fault.retry)
    }
    return session
  }

  private static func writer(of path: String) throws(Fault) -> SQLiteSession {
    let session = try open(
      path,
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")
    let connection = Connection(driver: session)
    for (name, wanted) in durable.sorted(by: { $0.key < $1.key }) {
      let found = try pragma(name, on: connection)
      guard found == wanted else {
        throw Fault(
          "asserting that SQLite's commits are durable",
          cause: "PRAGMA \(name) is \(found), not \(wanted)")
      }
    }
    return session
  }

  /// What must be so for a commit to be on the disk, and for the schema to hold.
  static let durable = ["synchronous": "2", "journal_mode": "wal", "foreign_keys": "1"]

  static func pragma(_ name: String, on connection: Connection) throws(Fault) -> String {
    switch try connection.row(SQL(stringLiteral: "PRAGMA \(name)"))?.values.first {
    case .integer(let number): String(number)
    case .text(let text): text
    case .null, .real, .bytes, nil: "unset"
    }
  }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Value
  ) async throws -> Value {
    let reader = try takeReader()
    defer { readers.withLock { $0?.append(reader) } }
    return try Self.oneMoment(on: reader.session, body)
  }

  func look<Value: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Value
  ) async throws -> Value {
    let reader = try takeReader()
    defer { readers.withLock { $0?.append(reader) } }
    let connection = Connection(driver: reader.session, isGlance: true)
    let value = try body(connection)
    try connection.mustBeWhole()
    return value
  }

  func lookUp(_ query: SQL) async throws -> [Row] {
    let reader = try takeReader()
    defer { readers.withLock { $0?.append(reader) } }
    do {
      return try reader.session.execute(query).rows
    } catch {
      throw error.fault
    }
  }

  /// A connection that is free, or a new one: there are never more than threads that read.
  private func takeReader() throws(Fault) -> HandedOver {
    let free = try readers.withLock { readers throws(Fault) in
      guard readers != nil else { throw Fault.closed }
      return readers?.popLast()
    }
    if let free { return free }
    return HandedOver(session: try Self.open(path, "PRAGMA query_only = ON;"))
  }

  /// Runs the closure in a transaction, of which nothing is kept.
  private static func oneMoment<Value>(
    on session: SQLiteSession, _ body: (Connection) throws -> Value
  ) throws -> Value {
    let connection = Connection(driver: session)
    do {
      _ = try session.execute("BEGIN")
      let value = try body(connection)
      try connection.mustBeWhole()
      _ = try session.execute("COMMIT")
      return value
    } catch {
      if session.isInTransaction { _ = try session.execute("ROLLBACK") }
      throw (error as? StatementFailure)?.plain ?? error
    }
  }

  func alone(_ statement: SQL) async throws -> [Row] {
    try await write { try $0.returning(statement) }
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
    readers.withLock { $0 = nil }
    writes.close()
    stretches.close()
  }

  // MARK: - The writer's thread, and the log's

  /// - Parameter asked: how long the log was when its emptying was last asked for.
  private func keepLogShort(_ session: SQLiteSession, _ asked: inout Int) {
    let pages = session.pagesInLog
    // It was begun anew.
    if pages < asked { asked = 0 }
    if pages >= Self.longestLog {
      emptyLog(on: session)
    } else if pages >= asked + Self.stretch {
      asked = pages
      _ = stretches.add(LogStretch())
    }
  }

  private func emptyLog(on session: SQLiteSession) {
    do {
      try session.emptyLog()
    } catch {
      // What was committed is in the log all the same. A full disk may have room again later.
      _ = noted(error, session)
    }
  }

  private func commit(_ jobs: [WriteJob], on session: SQLiteSession) {
    if jobs.count > 1, attempt(jobs, on: session) { return }
    // Alone, or the shared commit failed: each by itself, so that one cannot spoil the others.
    for job in jobs { _ = attempt([job], on: session) }
  }

  /// Runs the jobs in one transaction and settles them. False, with nothing settled, when a shared
  /// transaction failed as a whole.
  private func attempt(_ jobs: [WriteJob], on session: SQLiteSession) -> Bool {
    let isShared = jobs.count > 1
    var attempts: [Attempt] = []
    do {
      _ = try session.execute("BEGIN IMMEDIATE")
      for job in jobs {
        attempts.append(isShared ? try runShared(job, session) : run(job, session))
        if isShared, !session.isInTransaction { return false }
      }
      if session.isInTransaction {
        _ = try session.execute(attempts.contains { $0.isGood } ? "COMMIT" : "ROLLBACK")
      }
      for one in attempts { one.settle() }
    } catch {
      let fault = noted(error, session)
      rollBack(session)
      if isShared { return false }
      jobs[0].refuse(fault)
    }
    return true
  }

  private func run(_ job: WriteJob, _ session: SQLiteSession) -> Attempt {
    job.run(Transaction(driver: session))
  }

  private func runShared(
    _ job: WriteJob, _ session: SQLiteSession
  ) throws(StatementFailure) -> Attempt {
    _ = try session.execute("SAVEPOINT job")
    let attempt = run(job, session)
    // A full disk rolls the whole transaction back by itself.
    guard session.isInTransaction else { return attempt }
    if !attempt.isGood { _ = try session.execute("ROLLBACK TO job") }
    _ = try session.execute("RELEASE job")
    return attempt
  }

  private func rollBack(_ session: SQLiteSession) {
    guard session.isInTransaction else { return }
    do {
      _ = try session.execute("ROLLBACK")
    } catch {
      broken.withLock { $0 = Fault("rolling back", cause: error.fault.cause) }
    }
  }

  /// A sync that failed is final: the system may have dropped the pages that it could not write.
  private func noted(_ failure: StatementFailure, _ session: SQLiteSession) -> Fault {
    let fault = Fault("committing", cause: failure.fault.cause, retry: failure.fault.retry)
    if session.diskFailed { broken.withLock { $0 = fault } }
    return fault
  }
}

/// A connection on its way from one thread to the next; never two use it at once.
private struct HandedOver: @unchecked Sendable {
  let session: SQLiteSession
}

/// The log has become longer by a stretch: it should be emptied.
private struct LogStretch: Sendable {}

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
    let session = try SQLiteSession(path: ":memory:")
    do {
      for script in scripts { try session.script(script) }
      return try session.execute(query).rows
    } catch {
      throw error.fault
    }
  }
}

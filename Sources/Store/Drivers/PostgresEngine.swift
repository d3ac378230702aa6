import Foundation
import Vocabulary

/// Several connections to one PostgreSQL, a thread each.
///
/// Writes run in READ COMMITTED: contended rows are locked by `FOR UPDATE` or by the update itself,
/// which then waits for its turn; under REPEATABLE READ every second writer of a number sequence
/// would fail and begin again. Reads run in REPEATABLE READ: they see one moment.
final class PostgresEngine: Engine {
  let dialect = Dialect.postgres
  private let queue = JobQueue<@Sendable (PostgresSession) -> Void>()
  private let looks = JobQueue<LoneStatement>()
  private let lone = JobQueue<LoneStatement>()

  /// How often a transaction is begun again after a deadlock or a lost connection.
  private static let mostAttempts = 8
  /// So many statements share a round trip at most; the first of them waits for the others.
  private static let mostTogether = 32
  private static let readOpening = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

  init(uri: String, connections: Int) throws(Fault) {
    let first = PostgresSession(uri: uri)
    try first.connect()
    try Self.assertDurable(first)
    first.disconnect()
    for number in 1...connections {
      queue.start(named: "postgres-\(number)") { [queue] in
        let session = PostgresSession(uri: uri)
        while let job = queue.take(most: 1)?.first { job(session) }
        session.disconnect()
      }
    }
    // Lookups wait for no disk: what comes during one round trip gathers for the next.
    start("look", 1, uri: uri, taking: looks) { session, queries throws(StatementFailure) in
      try session.answers(to: queries)
    }
    // While one commits, the other runs what has gathered meanwhile. More would gather less each.
    start("lone", 2, uri: uri, taking: lone) { session, statements throws(StatementFailure) in
      try session.transaction(of: statements)
    }
  }

  private static func assertDurable(_ session: PostgresSession) throws(Fault) {
    let connection = Connection(driver: session)
    for name in ["fsync", "full_page_writes", "synchronous_commit"] {
      let found = try connection.row("SELECT current_setting(\(name)) AS value")
      guard try found?.text("value") != "off" else {
        throw Fault(
          "asserting that PostgreSQL's commits are durable",
          cause: "\(name) is off; set it on in postgresql.conf")
      }
    }
    // Table names and texts are compared byte by byte in Swift; the server must store the same.
    let encoding = try connection.row("SELECT current_setting('server_encoding') AS value")
    guard try encoding?.text("value") == "UTF8" else {
      throw Fault(
        "opening the database", cause: "its encoding is not UTF8; create it with ENCODING 'UTF8'")
    }
  }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Value
  ) async throws -> Value {
    try await onSession { session, settle in
      let result = self.repeating(session) {
        session.begin(Self.readOpening)
        return try self.run(body, Connection(driver: session))
      }
      settle(result)
      // Nothing hangs on the end of a read: the caller need not wait for it.
      self.abandon(session, by: "COMMIT")
    }
  }

  func look<Value: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Value
  ) async throws -> Value {
    try await onSession { session, settle in
      settle(
        self.repeating(session) {
          try self.run(body, Connection(driver: session, isGlance: true))
        })
    }
  }

  func lookUp(_ query: SQL) async throws -> [Row] {
    try await Self.rows(of: query, through: looks)
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Transaction) throws -> Value
  ) async throws -> Value {
    try await onSession { session, settle in
      settle(
        self.repeating(session) {
          session.begin("BEGIN")
          let value = try self.run(body, Transaction(driver: session))
          try self.commit(session)
          return value
        })
    }
  }

  func alone(_ statement: SQL) async throws -> [Row] {
    try await Self.rows(of: statement, through: lone)
  }

  func close() {
    queue.close()
    looks.close()
    lone.close()
  }

  private static func rows(
    of statement: SQL, through queue: JobQueue<LoneStatement>
  ) async throws -> [Row] {
    try await withCheckedThrowingContinuation { continuation in
      let added = queue.add(
        LoneStatement(sql: statement) { continuation.resume(with: $0) })
      if !added { continuation.resume(throwing: Fault.closed) }
    }
  }

  /// How statements that wait together are sent.
  private typealias Sending =
    @Sendable (PostgresSession, [SQL]) throws(StatementFailure) -> [Answer]

  /// Threads, each with a connection, that take whatever waits at once.
  private func start(
    _ name: String, _ count: Int, uri: String, taking queue: JobQueue<LoneStatement>,
    by sending: @escaping Sending
  ) {
    for number in 1...count {
      queue.start(named: "postgres-\(name)-\(number)") { [self] in
        let session = PostgresSession(uri: uri)
        while let jobs = queue.take(most: Self.mostTogether) { run(jobs, on: session, by: sending) }
        session.disconnect()
      }
    }
  }

  /// Runs all together or, where one of them fails, each by itself.
  private func run(_ jobs: [LoneStatement], on session: PostgresSession, by sending: Sending) {
    let result = repeating(session) { try self.send(jobs.map(\.sql), on: session, by: sending) }
    switch result {
    case .success(let answers):
      for (job, answer) in zip(jobs, answers) { job.settle(.success(answer.rows)) }
    case .failure(let error) where jobs.count == 1 || isAway(error):
      for job in jobs { job.settle(.failure(error)) }
    case .failure:
      for job in jobs { run([job], on: session, by: sending) }
    }
  }

  private func send(
    _ statements: [SQL], on session: PostgresSession, by sending: Sending
  ) throws -> [Answer] {
    do {
      return try sending(session, statements)
    } catch {
      if case .again(let fault) = error { throw BeginAgain(fault: fault) }
      throw error.plain
    }
  }

  /// Whether the server, and not a statement, is the reason: then it is the same for all.
  private func isAway(_ error: any Error) -> Bool {
    ["connecting to PostgreSQL", "speaking with PostgreSQL", "committing"]
      .contains((error as? Fault)?.doing)
  }

  /// Runs `job` on a thread of the crew.
  private func onSession<Value: Sendable>(
    _ job: @escaping @Sendable (PostgresSession, (Result<Value, any Error>) -> Void) -> Void
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      let added = queue.add { session in
        job(session) { continuation.resume(with: $0) }
      }
      if !added { continuation.resume(throwing: Fault.closed) }
    }
  }

  /// Runs a closure. The engine's wish to begin again counts, whatever the closure made of it.
  private func run<Value, Place: Connection>(
    _ body: (Place) throws -> Value, _ connection: Place
  ) throws -> Value {
    do {
      let value = try body(connection)
      try connection.mustBeWhole()
      return value
    } catch {
      if case .again(let fault)? = connection.spoiled { throw BeginAgain(fault: fault) }
      throw error
    }
  }

  /// Runs a transaction, again and again while the engine asks for it, each time from the start.
  private func repeating<Value>(
    _ session: PostgresSession, _ transaction: () throws -> Value
  ) -> Result<Value, any Error> {
    for attempt in 1... {
      do {
        try session.connect()
        return .success(try transaction())
      } catch {
        abandon(session, by: "ROLLBACK")
        guard let again = wish(for: error), attempt < Self.mostAttempts else {
          return .failure((error as? BeginAgain)?.fault ?? error)
        }
        pause(attempt, after: again)
      }
    }
    preconditionFailure("the loop returns")
  }

  private func wish(for error: any Error) -> Fault? {
    if let again = error as? BeginAgain { return again.fault }
    // Only `connect` throws this before anything was done.
    if let fault = error as? Fault, fault.doing == "connecting to PostgreSQL" { return fault }
    return nil
  }

  /// Waits 10 ms, 20 ms … 1 s, each with some chance, so that rivals do not meet again.
  private func pause(_ attempt: Int, after fault: Fault) {
    let isAway = fault.doing != "running a transaction"
    let least = isAway ? 0.1 : 0.01
    let seconds = min(least * Double(1 << (attempt - 1)), 1)
    Thread.sleep(forTimeInterval: seconds * Double.random(in: 0.5...1))
  }

  private func commit(_ session: PostgresSession) throws {
    do {
      try session.end("COMMIT")
    } catch {
      switch error {
      case .again(let fault) where fault.doing == "speaking with PostgreSQL":
        throw Fault(
          "committing", cause: "unknown whether it is saved: \(fault.cause)", retry: .later)
      case .again(let fault): throw BeginAgain(fault: fault)
      case .conflict, .fault: throw error.plain
      }
    }
  }

  /// Ends a transaction of which nothing is kept. A connection that cannot is given up.
  private func abandon(_ session: PostgresSession, by statement: String) {
    guard session.isConnected else { return session.disconnect() }
    do {
      try session.end(statement)
    } catch {
      session.disconnect()
    }
  }
}

/// A statement that is a transaction by itself, and who waits for its rows.
private struct LoneStatement: Sendable {
  let sql: SQL
  let settle: @Sendable (Result<[Row], any Error>) -> Void
}

/// The transaction did nothing and should be run again.
private struct BeginAgain: Error {
  let fault: Fault
}

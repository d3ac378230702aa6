package import Vocabulary

/// A note that a worker has taken for a while.
package struct OutboxNote: Equatable, Sendable {
  package let id: Int64
  package let agency: AgencyID
  package let caseID: CaseID?
  package let kind: String
  package let payload: String
  /// How often it was taken, this time included.
  package let attempts: Int
  /// Why the last attempt failed, if one did.
  package let lastError: String?

  init(restoring row: Row) throws(Fault) {
    guard let agency = AgencyID(try row.text("agency")) else {
      throw Fault("reading a note", cause: "a column holds an impossible value")
    }
    self.id = try row.int64("id")
    self.agency = agency
    self.caseID = try row.textOrNil("case_id").flatMap { CaseID($0) }
    self.kind = try row.text("kind")
    self.payload = try row.text("payload")
    self.attempts = try row.int("attempts")
    self.lastError = try row.textOrNil("last_error")
  }
}

/// Table `outbox`: what must be done because of what was stored. Every note comes at least once.
package enum Outbox {
  @discardableResult
  package static func put(
    kind: String, payload: String, agency: AgencyID, caseID: CaseID?, dueAt: Instant,
    in transaction: Transaction
  ) throws -> Int64 {
    let rows = try transaction.returning(
      """
      INSERT INTO outbox (agency, case_id, kind, payload, due_at)
      VALUES (\(agency), \(caseID), \(kind), \(payload), \(dueAt))
      RETURNING id
      """)
    guard let id = try rows.first?.int64("id") else {
      throw Fault("leaving a note", cause: "the database gave it no id")
    }
    return id
  }

  /// Takes due notes, the most overdue first, and keeps others from them for a while. A worker
  /// that dies gives its notes back when the lease runs out.
  package static func claim(
    limit: Int, by holder: String, leaseSeconds: Int, at now: Instant,
    in transaction: Transaction
  ) throws(Fault) -> [OutboxNote] {
    let due: SQL = """
      SELECT id FROM outbox
       WHERE done_at IS NULL AND failed_at IS NULL AND due_at <= \(now)
         AND (lease_until IS NULL OR lease_until <= \(now))
       ORDER BY due_at, id
       LIMIT \(limit)
      """
    // SQLite has one writer; in PostgreSQL rivals pass over each other's rows.
    let chosen: SQL =
      switch transaction.dialect {
      case .sqlite: due
      case .postgres: "\(sql: due) FOR UPDATE SKIP LOCKED"
      }
    let ids = try transaction.rows(chosen).map { row throws(Fault) in try row.int64("id") }
    guard !ids.isEmpty else { return [] }
    return try transaction.rows(
      """
      UPDATE outbox
         SET lease_holder = \(holder), lease_until = \(now.adding(seconds: leaseSeconds)),
             attempts = attempts + 1
       WHERE id IN (\(list: ids))
      RETURNING *
      """
    )
    .map { row throws(Fault) in try OutboxNote(restoring: row) }
    .sorted { $0.id < $1.id }
  }

  package static func done(_ id: Int64, at now: Instant, in transaction: Transaction) throws {
    try transaction.run(
      """
      UPDATE outbox
         SET done_at = \(now), lease_holder = NULL, lease_until = NULL, last_error = NULL
       WHERE id = \(id) AND done_at IS NULL
      """)
  }

  /// Puts a note off. Nothing failed; the attempt does not count.
  package static func wait(
    _ id: Int64, until due: Instant, in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      UPDATE outbox
         SET due_at = \(due), lease_holder = NULL, lease_until = NULL, last_error = NULL,
             attempts = CASE WHEN attempts > 0 THEN attempts - 1 ELSE 0 END
       WHERE id = \(id) AND done_at IS NULL AND failed_at IS NULL
      """)
  }

  /// Notes a failure. Without a time to try again the note is dead: it stays, visible, until a
  /// person revives it. `error` names no person.
  package static func failed(
    _ id: Int64, error: String, retryAt: Instant?, at now: Instant, in transaction: Transaction
  ) throws {
    let failedAt: Instant? = retryAt == nil ? now : nil
    try transaction.run(
      """
      UPDATE outbox
         SET due_at = \(retryAt ?? now), failed_at = \(failedAt), lease_holder = NULL,
             lease_until = NULL, last_error = \(String(error.prefix(500)))
       WHERE id = \(id) AND done_at IS NULL AND failed_at IS NULL
      """)
  }

  /// Gives a dead note another series of attempts. False where it is not dead.
  package static func revive(
    _ id: Int64, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE outbox SET failed_at = NULL, attempts = 0, due_at = \(now)
       WHERE id = \(id) AND failed_at IS NOT NULL
      """) == 1
  }

  /// The dead notes, the latest first.
  package static func dead(limit: Int, in connection: Connection) throws(Fault) -> [OutboxNote] {
    try connection.rows(
      """
      SELECT * FROM outbox WHERE failed_at IS NOT NULL ORDER BY failed_at DESC, id LIMIT \(limit)
      """
    ).map { row throws(Fault) in try OutboxNote(restoring: row) }
  }

  /// How many notes are due, taken or not.
  package static func dueCount(at now: Instant, in connection: Connection) throws(Fault) -> Int {
    let row = try connection.row(
      """
      SELECT COUNT(*) AS due FROM outbox
       WHERE done_at IS NULL AND failed_at IS NULL AND due_at <= \(now)
      """)
    return try row?.int("due") ?? 0
  }

  /// How many notes are neither done nor dead, whenever they are due.
  package static func openCount(in connection: Connection) throws(Fault) -> Int {
    let row = try connection.row(
      "SELECT COUNT(*) AS open FROM outbox WHERE done_at IS NULL AND failed_at IS NULL")
    return try row?.int("open") ?? 0
  }
}

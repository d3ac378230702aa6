package import Vocabulary

/// One browser's session. The cookie's token is not in here, only its hash.
package struct SessionRow: Equatable, Sendable {
  package let tokenHash: String
  package let kind: Kind
  /// The citizen's or officer's id; nil exactly where nobody has signed in.
  package let subject: String?
  package let agency: AgencyID?
  package var csrf: String
  /// What the portal keeps; JSON that only it reads.
  package var data: String
  package let createdAt: Instant
  package var seenAt: Instant
  package var expiresAt: Instant

  package enum Kind: String, Sendable, Codable, CaseIterable {
    case anonymous, citizen, officer
  }

  package init(
    tokenHash: String, kind: Kind, subject: String?, agency: AgencyID?, csrf: String,
    data: String, createdAt: Instant, seenAt: Instant, expiresAt: Instant
  ) {
    self.tokenHash = tokenHash
    self.kind = kind
    self.subject = subject
    self.agency = agency
    self.csrf = csrf
    self.data = data
    self.createdAt = createdAt
    self.seenAt = seenAt
    self.expiresAt = expiresAt
  }

  init(restoring row: Row) throws(Fault) {
    guard let kind = Kind(rawValue: try row.text("kind")) else {
      throw Fault("reading a session", cause: "a column holds an impossible value")
    }
    self.init(
      tokenHash: try row.text("token_hash"), kind: kind, subject: try row.textOrNil("subject"),
      agency: try row.textOrNil("agency").flatMap { AgencyID($0) }, csrf: try row.text("csrf"),
      data: try row.text("data"), createdAt: try row.instant("created_at"),
      seenAt: try row.instant("seen_at"), expiresAt: try row.instant("expires_at"))
  }
}

/// Table `sessions`.
package enum Sessions {
  package static func open(_ row: SessionRow, in transaction: Transaction) throws {
    try transaction.run(
      """
      INSERT INTO sessions (token_hash, kind, subject, agency, csrf, data, created_at, seen_at,
                            expires_at)
      VALUES (\(row.tokenHash), \(row.kind.rawValue), \(row.subject), \(row.agency), \(row.csrf),
              \(row.data), \(row.createdAt), \(row.seenAt), \(row.expiresAt))
      """)
  }

  /// The session of a token, unless it has run out.
  package static func row(tokenHash: String, at now: Instant) -> Lookup<SessionRow?> {
    .row("SELECT * FROM sessions WHERE token_hash = \(tokenHash) AND expires_at > \(now)") {
      row throws(Fault) in try SessionRow(restoring: row)
    }
  }

  package static func row(
    tokenHash: String, at now: Instant, in connection: Connection
  ) throws(Fault) -> SessionRow? {
    try connection.look(row(tokenHash: tokenHash, at: now))
  }

  /// Stores what may change. Who the session is of never does: signing in opens another.
  @discardableResult
  package static func update(_ row: SessionRow, in transaction: Transaction) throws -> Int {
    try transaction.run(
      """
      UPDATE sessions
         SET csrf = \(row.csrf), data = \(row.data), seen_at = \(row.seenAt),
             expires_at = \(row.expiresAt)
       WHERE token_hash = \(row.tokenHash)
      """)
  }

  package static func close(tokenHash: String, in transaction: Transaction) throws {
    try transaction.run("DELETE FROM sessions WHERE token_hash = \(tokenHash)")
  }

  /// Ends every session of a person, such as an officer who was deactivated. Returns how many.
  @discardableResult
  package static func closeAll(
    of subject: String, kind: SessionRow.Kind, in transaction: Transaction
  ) throws -> Int {
    try transaction.run(
      "DELETE FROM sessions WHERE kind = \(kind.rawValue) AND subject = \(subject)")
  }

  /// The sessions of a person that have not run out, the newest first.
  package static func of(
    _ subject: String, kind: SessionRow.Kind, at now: Instant, limit: Int,
    in connection: Connection
  ) throws(Fault) -> [SessionRow] {
    try connection.rows(
      """
      SELECT * FROM sessions
       WHERE kind = \(kind.rawValue) AND subject = \(subject) AND expires_at > \(now)
       ORDER BY created_at DESC, token_hash
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try SessionRow(restoring: row) }
  }

  /// Deletes sessions that have run out. Returns how many.
  @discardableResult
  package static func sweep(at now: Instant, in transaction: Transaction) throws -> Int {
    try transaction.run("DELETE FROM sessions WHERE expires_at <= \(now)")
  }
}

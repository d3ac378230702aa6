package import Vocabulary

/// One application that is being written.
package struct DraftRow: Equatable, Sendable {
  package let id: DraftID
  package let citizen: CitizenID
  package let agency: AgencyID
  /// Two lines that only Desk reads: what was known beforehand, and what was typed.
  package let fields: String
  package let version: Int
  package let lodgedCase: CaseID?
  package let createdAt: Instant
  package let updatedAt: Instant

  package init(
    id: DraftID, citizen: CitizenID, agency: AgencyID, fields: String, version: Int,
    lodgedCase: CaseID?, createdAt: Instant, updatedAt: Instant
  ) {
    self.id = id
    self.citizen = citizen
    self.agency = agency
    self.fields = fields
    self.version = version
    self.lodgedCase = lodgedCase
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }

  init(restoring row: Row) throws(Fault) {
    guard let id = DraftID(try row.text("id")), let citizen = CitizenID(try row.text("citizen")),
      let agency = AgencyID(try row.text("agency"))
    else { throw Fault("reading a draft", cause: "a column holds an impossible value") }
    self.init(
      id: id, citizen: citizen, agency: agency, fields: try row.text("fields"),
      version: try row.int("version"),
      lodgedCase: try row.textOrNil("lodged_case").flatMap { CaseID($0) },
      createdAt: Instant(milliseconds: try row.int64("created_at")),
      updatedAt: Instant(milliseconds: try row.int64("updated_at")))
  }
}

/// Table `drafts`.
package enum Drafts {
  package static func insert(_ row: DraftRow, in transaction: Transaction) throws {
    _ = try transaction.run(
      """
      INSERT INTO drafts (id, citizen, agency, fields, version, created_at, updated_at)
      VALUES (\(row.id), \(row.citizen), \(row.agency), \(row.fields), \(row.version),
              \(row.createdAt), \(row.updatedAt))
      """)
  }

  /// A draft of this citizen; another's is not found.
  package static func row(
    _ id: DraftID, of citizen: CitizenID, in connection: Connection
  ) throws(Fault) -> DraftRow? {
    try connection.row("SELECT * FROM drafts WHERE id = \(id) AND citizen = \(citizen)")
      .map { row throws(Fault) in try DraftRow(restoring: row) }
  }

  /// A citizen's open drafts, the latest first.
  package static func open(
    of citizen: CitizenID, in connection: Connection
  ) throws(Fault) -> [DraftRow] {
    try connection.rows(
      """
      SELECT * FROM drafts
       WHERE citizen = \(citizen) AND lodged_case IS NULL
       ORDER BY updated_at DESC, id
       LIMIT 50
      """
    ).map { row throws(Fault) in try DraftRow(restoring: row) }
  }

  /// The draft from which a case of this citizen was lodged.
  package static func lodged(
    as id: CaseID, of citizen: CitizenID, in connection: Connection
  ) throws(Fault) -> DraftRow? {
    try connection.row(
      "SELECT * FROM drafts WHERE lodged_case = \(id) AND citizen = \(citizen)"
    ).map { row throws(Fault) in try DraftRow(restoring: row) }
  }

  /// The drafts that this citizen lodged, the latest first.
  package static func lodged(
    of citizen: CitizenID, limit: Int, in connection: Connection
  ) throws(Fault) -> [DraftRow] {
    try connection.rows(
      """
      SELECT * FROM drafts
       WHERE citizen = \(citizen) AND lodged_case IS NOT NULL
       ORDER BY updated_at DESC, id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try DraftRow(restoring: row) }
  }

  /// Puts what was typed behind the first line of the fields and appends the journal's line, in
  /// one transaction. False, with nothing written, unless it is the citizen's open draft, of the
  /// line's agency, that nobody saved since `version`.
  package static func save(
    _ id: DraftID, of citizen: CitizenID, from version: Int, typed: String,
    recording line: JournalLine, in database: Database
  ) async throws -> Bool {
    let lineEnd = "\n"
    let firstLine: SQL =
      switch database.dialect {
      // The engines have the same function under different names.
      case .sqlite: "substr(fields, 1, instr(fields, \(lineEnd)))"
      case .postgres: "substr(fields, 1, strpos(fields, \(lineEnd)))"
      }
    // Not `citizen =`: PostgreSQL, before it has counted a new table, would look through all drafts
    // of the citizen for the one with the id.
    let update: SQL = """
      UPDATE drafts
         SET fields = \(sql: firstLine) || \(typed), version = version + 1,
             updated_at = \(line.at)
       WHERE id = \(id) AND citizen IS NOT DISTINCT FROM \(citizen)
         AND agency = \(line.agency) AND version = \(version) AND lodged_case IS NULL
      """
    switch database.dialect {
    case .sqlite:
      return try await database.write { transaction in
        guard try transaction.run(update) == 1 else { return false }
        _ = try Journal.append(line, payload: nil, in: transaction)
        return true
      }
    case .postgres:
      // Only here may a statement that changes rows stand in another: one round trip for both.
      let appended = try await database.alone(
        """
        WITH saved AS (\(sql: update) RETURNING id)
        INSERT INTO events (case_id, case_seq, agency, kind, at, actor, salt, body)
        SELECT \(line.caseID), \(line.seq), \(line.agency), \(line.kind), \(line.at),
               \(line.actor), \(line.salt), \(line.body)
          FROM saved
        RETURNING id
        """)
      return appended.count == 1
    }
  }

  /// Marks a draft as lodged; 0 means that it was lodged before.
  package static func lodge(
    _ id: DraftID, as caseID: CaseID, at now: Instant, in transaction: Transaction
  ) throws -> Int {
    try transaction.run(
      """
      UPDATE drafts
         SET lodged_case = \(caseID), updated_at = \(now)
       WHERE id = \(id) AND lodged_case IS NULL
      """)
  }
}

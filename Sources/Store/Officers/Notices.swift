package import Vocabulary

/// What every page says from a moment to a moment, in both languages.
package struct NoticeRow: Equatable, Sendable {
  package let id: NoticeID
  package let vietnamese: String
  package let english: String
  package let from: Instant
  /// From then on it is not shown.
  package let until: Instant
  package let setBy: OfficerID
  package let setAt: Instant
  package let withdrawnAt: Instant?

  package init(
    id: NoticeID, vietnamese: String, english: String, from: Instant, until: Instant,
    setBy: OfficerID, setAt: Instant, withdrawnAt: Instant? = nil
  ) {
    self.id = id
    self.vietnamese = vietnamese
    self.english = english
    self.from = from
    self.until = until
    self.setBy = setBy
    self.setAt = setAt
    self.withdrawnAt = withdrawnAt
  }

  init(restoring row: Row) throws(Fault) {
    guard let id = NoticeID(try row.text("id")), let officer = OfficerID(try row.text("set_by"))
    else { throw Fault("reading a notice", cause: "a column holds an impossible value") }
    self.init(
      id: id, vietnamese: try row.text("vietnamese"), english: try row.text("english"),
      from: try row.instant("from_at"), until: try row.instant("until_at"), setBy: officer,
      setAt: try row.instant("set_at"), withdrawnAt: try row.instantOrNil("withdrawn_at"))
  }
}

/// Table `notices`.
package enum Notices {
  package static func insert(_ row: NoticeRow, in transaction: Transaction) throws {
    try transaction.run(
      """
      INSERT INTO notices (id, vietnamese, english, from_at, until_at, set_by, set_at)
      VALUES (\(row.id), \(row.vietnamese), \(row.english), \(row.from), \(row.until),
              \(row.setBy), \(row.setAt))
      """)
  }

  /// False where it is withdrawn already, or not there.
  package static func withdraw(
    _ id: NoticeID, by officer: OfficerID, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE notices SET withdrawn_by = \(officer), withdrawn_at = \(now)
       WHERE id = \(id) AND withdrawn_at IS NULL
      """) == 1
  }

  /// Those that are shown now or will be, the first to begin first.
  package static func coming(
    at now: Instant, limit: Int, in connection: Connection
  ) throws(Fault) -> [NoticeRow] {
    try connection.rows(
      """
      SELECT * FROM notices WHERE until_at > \(now) AND withdrawn_at IS NULL
       ORDER BY from_at, id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try NoticeRow(restoring: row) }
  }
}

package import Vocabulary

/// That an officer stands in for another in a role, from a day to a day.
package struct SubstitutionRow: Equatable, Sendable {
  package let id: SubstitutionID
  package let agency: AgencyID
  package let principal: OfficerID
  package let substitute: OfficerID
  package let role: Role
  package let from: CivilDate
  /// The last day.
  package let until: CivilDate
  package let reason: String
  package let namedBy: OfficerID
  package let namedAt: Instant
  /// When it was ended before its last day; nil while it was not.
  package let endedAt: Instant?

  package init(
    id: SubstitutionID, agency: AgencyID, principal: OfficerID, substitute: OfficerID, role: Role,
    from: CivilDate, until: CivilDate, reason: String, namedBy: OfficerID, namedAt: Instant,
    endedAt: Instant? = nil
  ) {
    self.id = id
    self.agency = agency
    self.principal = principal
    self.substitute = substitute
    self.role = role
    self.from = from
    self.until = until
    self.reason = reason
    self.namedBy = namedBy
    self.namedAt = namedAt
    self.endedAt = endedAt
  }

  init(restoring row: Row) throws(Fault) {
    guard let id = SubstitutionID(try row.text("id")),
      let agency = AgencyID(try row.text("agency")),
      let principal = OfficerID(try row.text("principal")),
      let substitute = OfficerID(try row.text("substitute")),
      let role = Role(rawValue: try row.text("role")),
      let namedBy = OfficerID(try row.text("named_by"))
    else { throw Fault("reading a substitution", cause: "a column holds an impossible value") }
    self.init(
      id: id, agency: agency, principal: principal, substitute: substitute, role: role,
      from: try row.date("from_day"), until: try row.date("until_day"),
      reason: try row.text("reason"), namedBy: namedBy, namedAt: try row.instant("named_at"),
      endedAt: try row.instantOrNil("ended_at"))
  }
}

/// Table `substitutions`.
package enum Substitutions {
  package static func insert(_ row: SubstitutionRow, in transaction: Transaction) throws {
    try transaction.run(
      """
      INSERT INTO substitutions (id, agency, principal, substitute, role, from_day, until_day,
                                 reason, named_by, named_at)
      VALUES (\(row.id), \(row.agency), \(row.principal), \(row.substitute), \(row.role.rawValue),
              \(row.from), \(row.until), \(row.reason), \(row.namedBy), \(row.namedAt))
      """)
  }

  /// Ends one before its last day: false where it is ended already.
  package static func end(
    _ id: SubstitutionID, by officer: OfficerID, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE substitutions SET ended_by = \(officer), ended_at = \(now)
       WHERE id = \(id) AND ended_at IS NULL
      """) == 1
  }

  package static func row(
    _ id: SubstitutionID, of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> SubstitutionRow? {
    try connection.row("SELECT * FROM substitutions WHERE id = \(id) AND agency = \(agency)")
      .map { row throws(Fault) in try SubstitutionRow(restoring: row) }
  }

  /// Whether somebody stands in for an officer on a day: then the officer is away.
  package static func isAway(
    _ officer: OfficerID, of agency: AgencyID, on day: CivilDate, in connection: Connection
  ) throws(Fault) -> Bool {
    try connection.row(
      """
      SELECT id FROM substitutions
       WHERE agency = \(agency) AND principal = \(officer) AND ended_at IS NULL
         AND from_day <= \(day) AND until_day >= \(day)
       ORDER BY id
       LIMIT 1
      """) != nil
  }

  /// Whether somebody stands in for an officer in a role on any of these days.
  package static func isAway(
    _ officer: OfficerID, as role: Role, of agency: AgencyID, from first: CivilDate,
    until last: CivilDate, in connection: Connection
  ) throws(Fault) -> Bool {
    try connection.row(
      """
      SELECT id FROM substitutions
       WHERE agency = \(agency) AND principal = \(officer) AND role = \(role.rawValue)
         AND ended_at IS NULL AND from_day <= \(last) AND until_day >= \(first)
       ORDER BY id
       LIMIT 1
      """) != nil
  }

  /// The newest first, ended or not.
  package static func newest(
    of agency: AgencyID, limit: Int, in connection: Connection
  ) throws(Fault) -> [SubstitutionRow] {
    try connection.rows(
      """
      SELECT * FROM substitutions WHERE agency = \(agency)
       ORDER BY named_at DESC, id DESC
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try SubstitutionRow(restoring: row) }
  }
}

package import Vocabulary

package struct OfficerRow: Equatable, Sendable {
  package let id: OfficerID
  package let agency: AgencyID
  package let username: String
  package let profile: OfficerProfile
  package let passwordHash: String
  /// Until when the password is a one-time code; nil once the officer has chosen one.
  package let oneTimeUntil: Instant?

  package init(
    id: OfficerID, agency: AgencyID, username: String, profile: OfficerProfile,
    passwordHash: String, oneTimeUntil: Instant? = nil
  ) {
    self.id = id
    self.agency = agency
    self.username = username
    self.profile = profile
    self.passwordHash = passwordHash
    self.oneTimeUntil = oneTimeUntil
  }

  /// An officer who serves, with roles that have no days.
  package init(
    id: OfficerID, agency: AgencyID, username: String, name: String, title: String,
    roles: Set<Role>, passwordHash: String
  ) {
    self.init(
      id: id, agency: agency, username: username,
      profile: OfficerProfile(
        name: name, title: title, grants: roles.sorted().map { RoleGrant($0) }),
      passwordHash: passwordHash)
  }

  init(restoring row: Row) throws(Fault) {
    guard let id = OfficerID(try row.text("id")), let agency = AgencyID(try row.text("agency"))
    else { throw Fault("reading an officer", cause: "a column holds an impossible value") }
    self.init(
      id: id, agency: agency, username: try row.text("username"),
      profile: OfficerProfile(
        name: try row.text("name"), title: try row.text("title"),
        grants: OfficerProfile.grants(try row.text("roles")),
        standing: try row.bool("active") ? .serving : .left),
      passwordHash: try row.text("password_hash"),
      oneTimeUntil: try row.instantOrNil("one_time_until"))
  }

  package var name: String { profile.name }
  package var title: String { profile.title }

  /// Who they are on a day, with the roles that are their own.
  package func acting(on day: CivilDate) -> ActingOfficer {
    ActingOfficer(
      id: id, agency: agency, roles: profile.roles(on: day), name: name, title: title)
  }
}

/// Table `officers`. Only active officers are found.
package enum Officers {
  package static func insert(
    _ row: OfficerRow, at now: Instant, in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      INSERT INTO officers (id, agency, username, name, title, roles, password_hash, active,
                            created_at, one_time_until)
      VALUES (\(row.id), \(row.agency), \(row.username), \(row.name), \(row.title),
              \(row.profile.storedGrants), \(row.passwordHash),
              \(row.profile.standing == .serving), \(now), \(row.oneTimeUntil))
      """)
  }

  /// Writes what an officer is from now on.
  @discardableResult
  package static func update(
    _ id: OfficerID, to profile: OfficerProfile, in transaction: Transaction
  ) throws -> Int {
    try transaction.run(
      """
      UPDATE officers
         SET name = \(profile.name), title = \(profile.title), roles = \(profile.storedGrants),
             active = \(profile.standing == .serving)
       WHERE id = \(id)
      """)
  }

  /// Another password; `oneTimeUntil` is nil for one that the officer has chosen.
  package static func setPassword(
    of id: OfficerID, hash: String, oneTimeUntil: Instant?, in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      UPDATE officers SET password_hash = \(hash), one_time_until = \(oneTimeUntil)
       WHERE id = \(id)
      """)
  }

  /// Everybody of an agency by name, those who left too.
  package static func all(
    of agency: AgencyID, limit: Int, in connection: Connection
  ) throws(Fault) -> [OfficerRow] {
    try connection.rows(
      """
      SELECT * FROM officers WHERE agency = \(agency)
       ORDER BY active DESC, name, id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try OfficerRow(restoring: row) }
  }

  /// Who an active officer is on a day, with the roles in which they stand in for somebody who
  /// has the role on that day. One `SELECT`, because nearly every page of officers asks it.
  package static func acting(_ id: OfficerID, on day: CivilDate) -> Lookup<ActingOfficer?> {
    Lookup(
      sql: """
        SELECT officers.*, substitutions.role AS stood_role,
               substitutions.principal AS stood_for, principals.roles AS principal_roles
          FROM officers
               LEFT JOIN substitutions
                 ON substitutions.substitute = officers.id
                AND substitutions.until_day >= \(day) AND substitutions.from_day <= \(day)
                AND substitutions.ended_at IS NULL
               LEFT JOIN officers AS principals
                 ON principals.id = substitutions.principal AND principals.active = 1
         WHERE officers.id = \(id) AND officers.active = 1
         ORDER BY substitutions.id
         LIMIT 50
        """
    ) { rows throws(Fault) in
      guard let first = rows.first else { return nil }
      let own = try OfficerRow(restoring: first).acting(on: day)
      return try standing(own, by: rows, on: day)
    }
  }

  private static func standing(
    _ officer: ActingOfficer, by rows: [Row], on day: CivilDate
  ) throws(Fault) -> ActingOfficer {
    var principals: [Role: OfficerID] = [:]
    for row in rows {
      guard let role = try row.textOrNil("stood_role").flatMap(Role.init(rawValue:)),
        let principal = try row.textOrNil("stood_for").flatMap({ OfficerID($0) }),
        let grants = try row.textOrNil("principal_roles"), !officer.roles.contains(role),
        OfficerProfile.grants(grants).contains(where: { $0.role == role && $0.holds(on: day) })
      else { continue }
      principals[role] = principal
    }
    return ActingOfficer(
      id: officer.id, agency: officer.agency, roles: officer.roles.union(principals.keys),
      name: officer.name, title: officer.title, principals: principals)
  }

  /// Whether somebody, active or not, signs in under this name.
  package static func isTaken(
    _ username: String, in connection: Connection
  ) throws(Fault) -> Bool {
    try connection.row("SELECT id FROM officers WHERE username = \(username)") != nil
  }

  package static func row(
    username: String, in connection: Connection
  ) throws(Fault) -> OfficerRow? {
    try connection.row("SELECT * FROM officers WHERE username = \(username) AND active = 1")
      .map { row throws(Fault) in try OfficerRow(restoring: row) }
  }

  /// An officer who is active.
  package static func row(_ id: OfficerID) -> Lookup<OfficerRow?> {
    .row("SELECT * FROM officers WHERE id = \(id) AND active = 1") { row throws(Fault) in
      try OfficerRow(restoring: row)
    }
  }

  package static func row(
    _ id: OfficerID, in connection: Connection
  ) throws(Fault) -> OfficerRow? {
    try connection.look(row(id))
  }

  /// An officer who is active, and whom nobody else changes until this transaction ends.
  package static func locked(
    _ id: OfficerID, in transaction: Transaction
  ) throws(Fault) -> OfficerRow? {
    switch transaction.dialect {
    case .sqlite: break
    // Rows that only name the officer are written meanwhile.
    case .postgres:
      _ = try transaction.row("SELECT id FROM officers WHERE id = \(id) FOR NO KEY UPDATE")
    }
    return try row(id, in: transaction)
  }

  /// The active officers of an agency who have a role on a day, in the order of their names.
  package static func with(
    _ role: Role, of agency: AgencyID, on day: CivilDate, in connection: Connection
  ) throws(Fault) -> [OfficerRow] {
    try connection.rows(
      """
      SELECT * FROM officers
       WHERE agency = \(agency) AND active = 1
       ORDER BY name, id
       LIMIT 1000
      """
    ).map { row throws(Fault) in try OfficerRow(restoring: row) }.filter {
      $0.profile.roles(on: day).contains(role)
    }
  }

  /// Who an officer was, active or not.
  package static func name(
    of id: OfficerID, in connection: Connection
  ) throws(Fault) -> OfficerRow? {
    try connection.row("SELECT * FROM officers WHERE id = \(id)")
      .map { row throws(Fault) in try OfficerRow(restoring: row) }
  }
}

package import Vocabulary

package struct OfficerRow: Equatable, Sendable {
  package let id: OfficerID
  package let agency: AgencyID
  package let username: String
  package let name: String
  package let title: String
  package let roles: Set<Role>
  package let passwordHash: String

  package init(
    id: OfficerID, agency: AgencyID, username: String, name: String, title: String,
    roles: Set<Role>, passwordHash: String
  ) {
    self.id = id
    self.agency = agency
    self.username = username
    self.name = name
    self.title = title
    self.roles = roles
    self.passwordHash = passwordHash
  }

  init(restoring row: Row) throws(Fault) {
    guard let id = OfficerID(try row.text("id")), let agency = AgencyID(try row.text("agency"))
    else { throw Fault("reading an officer", cause: "a column holds an impossible value") }
    self.init(
      id: id, agency: agency, username: try row.text("username"), name: try row.text("name"),
      title: try row.text("title"),
      roles: Set(
        try row.text("roles").split(separator: ",").compactMap { Role(rawValue: String($0)) }),
      passwordHash: try row.text("password_hash"))
  }

  package var acting: ActingOfficer {
    ActingOfficer(id: id, agency: agency, roles: roles, name: name, title: title)
  }
}

/// Table `officers`. Only active officers are found.
package enum Officers {
  package static func insert(
    _ row: OfficerRow, at now: Instant, in transaction: Transaction
  ) throws {
    let roles = row.roles.sorted().map(\.rawValue).joined(separator: ",")
    _ = try transaction.run(
      """
      INSERT INTO officers (id, agency, username, name, title, roles, password_hash, active,
                            created_at)
      VALUES (\(row.id), \(row.agency), \(row.username), \(row.name), \(row.title), \(roles),
              \(row.passwordHash), 1, \(now))
      """)
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

  /// Who an officer was, active or not.
  package static func name(
    of id: OfficerID, in connection: Connection
  ) throws(Fault) -> OfficerRow? {
    try connection.row("SELECT * FROM officers WHERE id = \(id)")
      .map { row throws(Fault) in try OfficerRow(restoring: row) }
  }
}

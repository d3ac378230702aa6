package import Vocabulary

/// Table `agencies`: the issuers of this installation.
package enum Agencies {
  /// Keeps an agency; its name is what its profile says now.
  package static func keep(
    _ id: AgencyID, name: String, at now: Instant, in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      INSERT INTO agencies (id, name, created_at)
      VALUES (\(id), \(name), \(now))
      ON CONFLICT (id) DO UPDATE SET name = excluded.name
      """)
  }

  /// Since when the installation has the agency; nil where it has none of that name.
  package static func since(
    _ id: AgencyID, in connection: Connection
  ) throws(Fault) -> Instant? {
    try connection.row("SELECT created_at FROM agencies WHERE id = \(id)")
      .map { row throws(Fault) in try row.instant("created_at") }
  }
}

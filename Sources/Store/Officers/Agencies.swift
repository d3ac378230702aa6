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
}

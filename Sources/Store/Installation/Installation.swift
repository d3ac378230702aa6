package import Vocabulary

/// What this installation is. Written once; a demo can never become a real one.
package struct Installation: Equatable, Sendable {
  package let mode: Mode
  package let profile: String
  /// The journal's origin, the first line of every checkpoint.
  package let origin: String
  package let installedAt: Instant

  package enum Mode: String, Sendable, CaseIterable {
    case demo, real
  }

  package init(mode: Mode, profile: String, origin: String, installedAt: Instant) {
    self.mode = mode
    self.profile = profile
    self.origin = origin
    self.installedAt = installedAt
  }

  /// Writes it down unless something is written; returns what is.
  package func keep(in transaction: Transaction) throws -> Installation {
    try transaction.run(
      """
      INSERT INTO installation (only_row, mode, profile, origin, installed_at)
      VALUES (1, \(mode.rawValue), \(profile), \(origin), \(installedAt))
      ON CONFLICT (only_row) DO NOTHING
      """)
    return try Installation.stored(in: transaction) ?? self
  }

  package static func stored(in connection: Connection) throws(Fault) -> Installation? {
    guard let row = try connection.row("SELECT * FROM installation WHERE only_row = 1") else {
      return nil
    }
    guard let mode = Mode(rawValue: try row.text("mode")) else {
      throw Fault("reading the installation", cause: "its mode is unknown")
    }
    return Installation(
      mode: mode, profile: try row.text("profile"), origin: try row.text("origin"),
      installedAt: try row.instant("installed_at"))
  }
}

package import Vocabulary

/// Table `leases`: work that one process at a time may do, for a while at a time.
package enum Leases {
  /// Takes or renews a lease. False where another holds it and it has not run out.
  ///
  /// The row stays locked until the transaction ends: whoever also tries waits, and then sees.
  package static func take(
    _ name: String, by holder: String, until: Instant, at now: Instant,
    in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      INSERT INTO leases (name, holder, until) VALUES (\(name), \(holder), \(until))
      ON CONFLICT (name) DO UPDATE
         SET holder = excluded.holder, until = excluded.until
       WHERE leases.holder = excluded.holder OR leases.until <= \(now)
      """) == 1
  }

  /// Whether the holder has a lease until this moment at least.
  package static func isHeld(
    _ name: String, by holder: String, until: Instant, in connection: Connection
  ) throws(Fault) -> Bool {
    try connection.row(
      """
      SELECT 1 AS held FROM leases
       WHERE name = \(name) AND holder = \(holder) AND until >= \(until)
      """) != nil
  }

  /// Takes a lease for a batch of a long walk, or keeps the one that is held: it is renewed when
  /// half of it is over, and not for every batch, because everybody who writes waits for a write.
  ///
  /// - Parameter seconds: at least twice as long as a batch takes.
  /// - Returns: false where another has it.
  package static func hold(
    _ name: String, by holder: String, seconds: Int, at now: Instant, on database: Database
  ) async throws -> Bool {
    let half = now.adding(seconds: seconds / 2)
    let isRunning = try await database.look { connection in
      try Leases.isHeld(name, by: holder, until: half, in: connection)
    }
    if isRunning { return true }
    return try await database.write { transaction in
      try Leases.take(
        name, by: holder, until: now.adding(seconds: seconds), at: now, in: transaction)
    }
  }

  /// Gives a lease back early, so that another need not wait for its end.
  package static func release(
    _ name: String, by holder: String, in transaction: Transaction
  ) throws {
    try transaction.run("DELETE FROM leases WHERE name = \(name) AND holder = \(holder)")
  }
}

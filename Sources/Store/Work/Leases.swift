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

  /// Gives a lease back early, so that another need not wait for its end.
  package static func release(
    _ name: String, by holder: String, in transaction: Transaction
  ) throws {
    try transaction.run("DELETE FROM leases WHERE name = \(name) AND holder = \(holder)")
  }
}

package import Vocabulary

/// Table `request_keys`: a request that comes twice is answered as it was the first time.
package enum RequestKeys {
  /// Remembers the answer to a key, in the transaction that does the work. False where the key has
  /// an answer already: then do nothing and give that one.
  package static func keep(
    _ key: String, result: String, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      INSERT INTO request_keys (key, result, at) VALUES (\(key), \(result), \(now))
      ON CONFLICT (key) DO NOTHING
      """) == 1
  }

  package static func result(
    of key: String, in connection: Connection
  ) throws(Fault) -> String? {
    try connection.row("SELECT result FROM request_keys WHERE key = \(key)")
      .map { row throws(Fault) in try row.text("result") }
  }

  /// Forgets answers from before a moment. Returns how many.
  package static func forget(before moment: Instant, in transaction: Transaction) throws -> Int {
    try transaction.run("DELETE FROM request_keys WHERE at < \(moment)")
  }
}

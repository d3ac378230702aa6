package import Vocabulary

/// Table `slip_secrets`: the hashes of what slips print. A thief of the table has no secret.
package enum SlipSecrets {
  /// As many slips of one case may be in use: each printing makes one more and forgets the oldest.
  package static var limit: Int { 10 }

  package static func keep(
    _ hash: String, of id: CaseID, at now: Instant, in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      "INSERT INTO slip_secrets (hash, case_id, made_at) VALUES (\(hash), \(id), \(now))")
    _ = try transaction.run(
      """
      DELETE FROM slip_secrets
       WHERE case_id = \(id)
         AND hash NOT IN (SELECT hash FROM slip_secrets WHERE case_id = \(id)
                           ORDER BY made_at DESC, hash LIMIT \(SlipSecrets.limit))
      """)
  }

  /// The case of that number, if one of its slips has a secret with this hash.
  package static func row(
    number: String, hash: String, in connection: Connection
  ) throws(Fault) -> CaseRow? {
    try connection.row(
      """
      SELECT cases.* FROM slip_secrets JOIN cases ON cases.id = slip_secrets.case_id
       WHERE slip_secrets.hash = \(hash) AND cases.number = \(number)
      """
    ).map { row throws(Fault) in try CaseRow(restoring: row) }
  }
}

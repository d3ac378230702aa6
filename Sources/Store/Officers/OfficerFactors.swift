package import Vocabulary

/// The second factor of an officer: the sealed secret of their program of codes.
package struct OfficerFactor: Equatable, Sendable {
  package let officer: OfficerID
  /// Opened by whoever holds the key, which is not in the database.
  package let sealedSecret: [UInt8]
  /// Nil while the first code is waited for.
  package let enrolledAt: Instant?
  /// The step of the latest code that was taken; a later one is needed next.
  package let lastStep: Int64
}

/// Tables `officer_factors` and `recovery_codes`.
package enum OfficerFactors {
  package static func of(
    _ officer: OfficerID, in connection: Connection
  ) throws(Fault) -> OfficerFactor? {
    try connection.row("SELECT * FROM officer_factors WHERE officer = \(officer)")
      .map { row throws(Fault) in
        OfficerFactor(
          officer: officer, sealedSecret: try row.bytes("secret"),
          enrolledAt: try row.instantOrNil("enrolled_at"),
          lastStep: try row.int64("last_step"))
      }
  }

  /// Keeps a secret that waits for its first code. An enrolled factor stays as it is.
  package static func begin(
    _ officer: OfficerID, sealedSecret: [UInt8], in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      INSERT INTO officer_factors (officer, secret, enrolled_at, last_step)
      VALUES (\(officer), \(sealedSecret), \(SQLValue.null), 0)
      ON CONFLICT (officer) DO NOTHING
      """)
  }

  /// The first code came: the factor is the officer's from now on. False where it is already.
  package static func enrol(
    _ officer: OfficerID, step: Int64, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE officer_factors SET enrolled_at = \(now), last_step = \(step)
       WHERE officer = \(officer) AND enrolled_at IS NULL
      """) == 1
  }

  /// Takes a code: false where it, or a later one, was taken before.
  package static func take(
    _ officer: OfficerID, step: Int64, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE officer_factors SET last_step = \(step)
       WHERE officer = \(officer) AND enrolled_at IS NOT NULL AND last_step < \(step)
      """) == 1
  }

  /// Forgets the factor and its recovery codes: the officer enrols anew. Who enrols at this moment
  /// has done so before, or sees what came instead.
  package static func forget(_ officer: OfficerID, in transaction: Transaction) throws {
    _ = try Officers.locked(officer, in: transaction)
    try transaction.run("DELETE FROM officer_factors WHERE officer = \(officer)")
    try transaction.run("DELETE FROM recovery_codes WHERE officer = \(officer)")
  }

  /// Puts new recovery codes in the place of the old ones; hashes only.
  package static func setRecoveryCodes(
    of officer: OfficerID, hashes: [String], in transaction: Transaction
  ) throws {
    try transaction.run("DELETE FROM recovery_codes WHERE officer = \(officer)")
    for hash in hashes {
      try transaction.run(
        "INSERT INTO recovery_codes (officer, hash) VALUES (\(officer), \(hash))")
    }
  }

  /// Uses a recovery code: false where there is none of this hash, or it was used.
  package static func useRecoveryCode(
    _ hash: String, of officer: OfficerID, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE recovery_codes SET used_at = \(now)
       WHERE officer = \(officer) AND hash = \(hash) AND used_at IS NULL
      """) == 1
  }

  package static func recoveryCodesLeft(
    of officer: OfficerID, in connection: Connection
  ) throws(Fault) -> Int {
    try connection.row(
      """
      SELECT COUNT(*) AS number FROM recovery_codes
       WHERE officer = \(officer) AND used_at IS NULL
      """)?.int("number") ?? 0
  }
}

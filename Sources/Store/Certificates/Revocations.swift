package import Handover
package import Law
package import Vocabulary

/// A certificate that an officer wants taken back, as a leader's list shows it.
package struct RevocationWaitRow: Equatable, Sendable {
  package let caseID: CaseID
  package let number: String
  package let applicant: String
  package let ground: RevocationGround
  package let since: Instant
}

/// One proceeding, as it is stored.
package struct RevocationRow: Equatable, Sendable {
  package let certificate: CertificateID
  package let ground: RevocationGround
  package let proposedBy: OfficerID
  package let proposedAt: Instant
  package let standing: Revocation.Standing

  init(restoring row: Row) throws(Fault) {
    let doing = "reading a revocation"
    guard let certificate = CertificateID(try row.text("certificate")),
      let ground = RevocationGround(rawValue: try row.text("ground")),
      let proposer = OfficerID(try row.text("proposed_by"))
    else { throw Fault(doing, cause: "a column holds an impossible value") }
    self.certificate = certificate
    self.ground = ground
    self.proposedBy = proposer
    self.proposedAt = try row.instant("proposed_at")
    guard let verdict = try row.textOrNil("verdict") else {
      self.standing = .proposed
      return
    }
    guard let decider = OfficerID(try row.text("decided_by")) else {
      throw Fault(doing, cause: "a column holds an impossible value")
    }
    let at = try row.instant("decided_at")
    self.standing =
      verdict == "revoked" ? .revoked(by: decider, at: at) : .declined(by: decider, at: at)
  }
}

/// Table `revocations`. An index to the journals.
package enum Revocations {
  /// Throws `DatabaseConflict` where one is open already.
  package static func propose(
    _ revocation: Revocation, of caseID: CaseID, certificate: CertificateID, agency: AgencyID,
    in transaction: Transaction
  ) throws {
    let round = try of(caseID, in: transaction).count + 1
    try transaction.run(
      """
      INSERT INTO revocations (case_id, round, certificate, agency, ground, proposed_by,
                               proposed_at)
      VALUES (\(caseID), \(round), \(certificate), \(agency), \(revocation.ground.rawValue),
              \(revocation.proposedBy), \(revocation.proposedAt))
      """)
  }

  /// Writes what became of the open one. Returns the number of rows changed: 0 or 1. Throws
  /// `DatabaseConflict` where who proposed revokes.
  package static func decide(
    _ caseID: CaseID, _ verdict: RevocationVerdict, by officer: OfficerID, at now: Instant,
    in transaction: Transaction
  ) throws -> Int {
    try transaction.run(
      """
      UPDATE revocations
         SET verdict = \(verdict.rawValue), decided_by = \(officer), decided_at = \(now)
       WHERE case_id = \(caseID) AND verdict IS NULL
      """)
  }

  /// Those on a case, in their order.
  package static func of(
    _ caseID: CaseID, in connection: Connection
  ) throws(Fault) -> [RevocationRow] {
    try connection.rows(
      """
      SELECT certificate, ground, proposed_by, proposed_at, verdict, decided_by, decided_at
        FROM revocations
       WHERE case_id = \(caseID)
       ORDER BY round
       LIMIT 1000
      """
    ).map { row throws(Fault) in try RevocationRow(restoring: row) }
  }

  /// What waits for a leader, the longest waiting first.
  package static func waiting(
    of agency: AgencyID, limit: Int, in connection: Connection
  ) throws(Fault) -> [RevocationWaitRow] {
    try connection.rows(
      """
      SELECT revocations.case_id AS case_id, cases.number AS number,
             cases.applicant AS applicant, revocations.ground AS ground,
             revocations.proposed_at AS proposed_at
        FROM revocations JOIN cases ON cases.id = revocations.case_id
       WHERE revocations.agency = \(agency) AND revocations.verdict IS NULL
       ORDER BY revocations.proposed_at, revocations.case_id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in
      guard let id = CaseID(try row.text("case_id")),
        let ground = RevocationGround(rawValue: try row.text("ground"))
      else { throw Fault("reading what waits", cause: "a column holds an impossible value") }
      return RevocationWaitRow(
        caseID: id, number: try row.text("number"), applicant: try row.text("applicant"),
        ground: ground, since: try row.instant("proposed_at"))
    }
  }
}

/// What became of a proposal.
package enum RevocationVerdict: String, Sendable {
  case revoked, declined
}

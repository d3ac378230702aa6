package import CaseFile
package import Handover
import Law
package import Vocabulary

/// One case that cites a certificate.
package struct CorrectionRow: Equatable, Sendable {
  package let caseID: CaseID
  package let number: String
  package let certificate: CertificateID
  package let cites: CaseID
  package let cause: Revocation.Cause
  package let state: StateName
  /// Nil while the case is under way.
  package let outcome: CorrectionOutcome?
  package let successor: CertificateID?

  init(restoring row: Row) throws(Fault) {
    guard let caseID = CaseID(try row.text("case_id")),
      let certificate = CertificateID(try row.text("certificate")),
      let cites = CaseID(try row.text("cites")),
      let cause = Revocation.Cause(rawValue: try row.text("cause")),
      let state = StateName(rawValue: try row.text("state"))
    else { throw Fault("reading a correction", cause: "a column holds an impossible value") }
    self.caseID = caseID
    self.number = try row.text("number")
    self.certificate = certificate
    self.cites = cites
    self.cause = cause
    self.state = state
    self.outcome = try row.textOrNil("outcome").flatMap { CorrectionOutcome(rawValue: $0) }
    self.successor = try row.textOrNil("successor").flatMap { CertificateID($0) }
  }
}

/// What became of a certificate by the case that cited it.
package enum CorrectionOutcome: String, Sendable, CaseIterable {
  case replaced, revoked, stands
}

/// Table `corrections`. An index to the journals.
package enum Corrections {
  /// Throws `DatabaseConflict` where one about the same certificate is under way.
  package static func open(
    _ caseID: CaseID, citing cited: CitedCertificate, agency: AgencyID, at now: Instant,
    in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      INSERT INTO corrections (case_id, certificate, cites, agency, ground, cause, opened_at)
      VALUES (\(caseID), \(cited.certificate), \(cited.caseID), \(agency),
              \(cited.ground.rawValue), \(cited.cause.rawValue), \(now))
      """)
  }

  /// The certificate was revoked without a new one, or stands. Nothing where it is closed already.
  package static func close(
    _ caseID: CaseID, as outcome: CorrectionOutcome, at now: Instant,
    in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      UPDATE corrections SET outcome = \(outcome.rawValue), closed_at = \(now)
       WHERE case_id = \(caseID) AND outcome IS NULL
      """)
  }

  /// The certificate was replaced. Returns the number of rows changed: 0 or 1. Throws
  /// `DatabaseConflict` where one person did both.
  package static func replace(
    _ revoked: Revoked, through caseID: CaseID, by successor: CertificateID,
    in transaction: Transaction
  ) throws -> Int {
    try transaction.run(
      """
      UPDATE corrections
         SET outcome = 'replaced', closed_at = \(revoked.at), successor = \(successor),
             proposed_by = \(revoked.proposer), decided_by = \(revoked.decider)
       WHERE case_id = \(caseID) AND certificate = \(revoked.certificate) AND outcome IS NULL
      """)
  }

  /// Those that cite the certificate of a case, in their order.
  package static func citing(
    _ cites: CaseID, in connection: Connection
  ) throws(Fault) -> [CorrectionRow] {
    try connection.rows(
      """
      SELECT corrections.*, cases.number AS number, cases.state AS state
        FROM corrections JOIN cases ON cases.id = corrections.case_id
       WHERE corrections.cites = \(cites)
       ORDER BY corrections.opened_at, corrections.case_id
       LIMIT 100
      """
    ).map { row throws(Fault) in try CorrectionRow(restoring: row) }
  }

  /// Where it is decided whether the certificate of a case is taken back: the open case that cites
  /// it, or, where it was proposed before there were such cases, the one that issued it.
  package static func proceeding(
    about id: CaseID, in connection: Connection
  ) throws(Fault) -> CaseID {
    try citing(id, in: connection).first { $0.outcome == nil }?.caseID ?? id
  }

  /// What a case is to correct; nil for an application.
  package static func row(
    of caseID: CaseID, in connection: Connection
  ) throws(Fault) -> CorrectionRow? {
    try connection.row(
      """
      SELECT corrections.*, cases.number AS number, cases.state AS state
        FROM corrections JOIN cases ON cases.id = corrections.case_id
       WHERE corrections.case_id = \(caseID)
      """
    ).map { row throws(Fault) in try CorrectionRow(restoring: row) }
  }
}

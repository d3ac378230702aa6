package import Issuance
package import Vocabulary

/// One certificate's row: what its page shows to anyone who holds the paper. The outcome is not
/// in here.
package struct CertificateRow: Equatable, Sendable {
  package let id: CertificateID
  package let caseID: CaseID
  package let agency: AgencyID
  package let kind: CertificateKind
  package let number: String
  package let state: State
  package let issuedOn: CivilDate
  package let maskedName: String
  /// Lower-case hex SHA-256 of the signed PDF; nil until it is issued.
  package let documentDigest: String?
  /// `B-B` or `B-T`; nil until it is issued.
  package let level: String?
  /// Nil where it stands.
  package let revokedAt: Instant?
  /// The certificate that took its place; nil where none did.
  package let replacedBy: CertificateID?

  package enum State: String, Sendable, CaseIterable {
    case issuing, issued, revoked
  }

  package init(
    id: CertificateID, caseID: CaseID, agency: AgencyID, kind: CertificateKind, number: String,
    state: State, issuedOn: CivilDate, maskedName: String, documentDigest: String?,
    level: String?, revokedAt: Instant? = nil,
    replacedBy: CertificateID? = nil
  ) {
    self.replacedBy = replacedBy
    self.id = id
    self.caseID = caseID
    self.agency = agency
    self.kind = kind
    self.number = number
    self.state = state
    self.issuedOn = issuedOn
    self.maskedName = maskedName
    self.documentDigest = documentDigest
    self.level = level
    self.revokedAt = revokedAt
  }

  init(restoring row: Row) throws(Fault) {
    guard let id = CertificateID(try row.text("id")),
      let caseID = CaseID(try row.text("case_id")),
      let agency = AgencyID(try row.text("agency")),
      let kind = CertificateKind(rawValue: try row.text("kind")),
      let state = State(rawValue: try row.text("state")),
      let issuedOn = CivilDate(iso: try row.text("issued_on"))
    else { throw Fault("reading a certificate", cause: "a column holds an impossible value") }
    self.init(
      id: id, caseID: caseID, agency: agency, kind: kind, number: try row.text("number"),
      state: state, issuedOn: issuedOn, maskedName: try row.text("holder_mask"),
      documentDigest: try row.textOrNil("pdf_sha256"), level: try row.textOrNil("level"),
      revokedAt: try row.instantOrNil("revoked_at"),
      replacedBy: try row.textOrNil("replaced_by").flatMap { CertificateID($0) })
  }
}

/// Table `certificates`: one row a certificate, and one certificate a case.
package enum Certificates {
  /// `scope` is what numbers are counted in, such as the year: a number is unique within it.
  package static func insert(
    _ row: CertificateRow, scope: String, in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      INSERT INTO certificates (id, case_id, agency, kind, number, number_scope, state, issued_on,
                                holder_mask)
      VALUES (\(row.id), \(row.caseID), \(row.agency), \(row.kind.rawValue), \(row.number),
              \(scope), \(row.state.rawValue), \(row.issuedOn), \(row.maskedName))
      """)
  }

  /// Sets the hash of the link token that is printed in the QR.
  package static func setToken(
    hash: String, of id: CertificateID, in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      "UPDATE certificates SET token_hash = \(hash) WHERE id = \(id) AND state = 'issuing'")
  }

  package static func finish(
    _ id: CertificateID, documentDigest: String, level: String, in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      UPDATE certificates
         SET state = 'issued', pdf_sha256 = \(documentDigest), level = \(level)
       WHERE id = \(id) AND state = 'issuing'
      """)
  }

  /// Whoever asks from now on is told, and of its successor where it has one. Returns the number
  /// of rows changed: 0 or 1.
  package static func revoke(
    _ id: CertificateID, for successor: CertificateID? = nil, at now: Instant,
    in transaction: Transaction
  ) throws -> Int {
    try transaction.run(
      """
      UPDATE certificates
         SET state = 'revoked', revoked_at = \(now), replaced_by = \(successor)
       WHERE id = \(id) AND state = 'issued'
      """)
  }

  package static func row(tokenHash: String) -> Lookup<CertificateRow?> {
    .row("SELECT * FROM certificates WHERE token_hash = \(tokenHash)") { row throws(Fault) in
      try CertificateRow(restoring: row)
    }
  }

  package static func number(of id: CertificateID) -> Lookup<String?> {
    .row("SELECT number FROM certificates WHERE id = \(id)") { row throws(Fault) in
      try row.text("number")
    }
  }

  package static func row(
    of caseID: CaseID, in connection: Connection
  ) throws(Fault) -> CertificateRow? {
    try connection.row("SELECT * FROM certificates WHERE case_id = \(caseID)")
      .map { row throws(Fault) in try CertificateRow(restoring: row) }
  }

  package static func row(
    documentDigest: String, in connection: Connection
  ) throws(Fault) -> CertificateRow? {
    try connection.row("SELECT * FROM certificates WHERE pdf_sha256 = \(documentDigest)")
      .map { row throws(Fault) in try CertificateRow(restoring: row) }
  }
}

/// Table `signing_steps`: the intent before each signature, and what came of it.
package enum SigningSteps {
  package static func intend(
    _ step: SigningStep, of certificate: CertificateID, prepared: String, at now: Instant,
    in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      INSERT INTO signing_steps (certificate, step, prepared_sha256, intended_at)
      VALUES (\(certificate), \(step.rawValue), \(prepared), \(now))
      """)
  }

  package static func complete(
    _ step: SigningStep, of certificate: CertificateID, document: String, at now: Instant,
    in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      UPDATE signing_steps
         SET completed_sha256 = \(document), completed_at = \(now)
       WHERE certificate = \(certificate) AND step = \(step.rawValue)
         AND completed_sha256 IS NULL
      """)
  }

  /// The digest of the bytes that a step is to sign, or has signed.
  package static func row(
    _ step: SigningStep, of certificate: CertificateID, in connection: Connection
  ) throws(Fault) -> (prepared: String, completed: String?)? {
    guard
      let row = try connection.row(
        """
        SELECT * FROM signing_steps
         WHERE certificate = \(certificate) AND step = \(step.rawValue)
        """)
    else { return nil }
    return (try row.text("prepared_sha256"), try row.textOrNil("completed_sha256"))
  }
}

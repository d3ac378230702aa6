import Assessment
import CaseFile
import Decision
import Document
import Issuance
import Law
import Store
import Vocabulary
import Words

/// Brings the certificate of an approved case to its end, one stored step at a time.
///
/// 1. Search the register for the applicant again; take the number; record who decided and what
///    the certificate will state.
/// 2. Render; store the exact bytes that the leader is about to sign; record the intent.
/// 3. Sign as the leader; store; record.
/// 4. Store the exact bytes that the seal is about to sign; record the intent.
/// 5. Seal; store; record.
/// 6. Examine the document as a stranger would; record that it is issued.
///
/// Before the first the rules conclude once more, on the certificate's day and by what is known
/// then. Where they say something else than what was approved, the case goes back to its assessor:
/// a certificate is never printed from a conclusion that no longer holds.
///
/// A crash between any two leads to the same certificate: each step begins from what the one
/// before stored, and a signature that was made but not recorded was never shown to anybody. What
/// else happens to the case between two steps, such as a late answer, stands in nobody's way: the
/// state machine takes each step once, in this order and for this certificate.
extension Desk {
  func issue(_ id: CaseID) async throws -> JobOutcome {
    // Six steps; the seventh round sees that there is nothing left to do.
    for _ in 0..<7 {
      let facts = try await facts(of: id)
      switch facts.history.state {
      case .approved: try await intend(facts)
      case .issuing(let certificate, .intended): try await prepareLeader(facts, certificate)
      case .issuing(let certificate, .leaderPrepared): try await sign(.leader, facts, certificate)
      case .issuing(let certificate, .leaderSigned): try await prepareSeal(facts, certificate)
      case .issuing(let certificate, .sealPrepared): try await sign(.seal, facts, certificate)
      case .issuing(let certificate, .sealSigned(let document)):
        try await finish(facts, certificate, document)
      case .awaitingFee, .lodged, .inAssessment, .awaitingSupplement, .assessed, .issued,
        .handedOver, .revoked, .refused,
        .sentOutside, .withdrawn:
        return .done
      }
    }
    return .done
  }

  /// Step 1. The number is taken in the transaction that records the intention, so that numbers
  /// have neither gaps nor doubles.
  private func intend(_ facts: CaseFacts) async throws {
    let now = surroundings.now()
    try await freshRules()
    let office = try office(of: facts.agency)
    let certificate: CertificateID = surroundings.newID()
    let day = now.civilDate
    let rules = try office.rules(on: day)
    let scope = rules.certificateNumbering.sequenceScope(on: day)
    let fresh = try await search(for: facts)
    try await act(on: facts.id, by: issuer) { step in
      // Filed between the search and now: the job comes again.
      guard try LatestDocument.number(in: step.transaction) == fresh.lastDocument else {
        throw Refused.stale
      }
      try step.file(fresh)
      // What stands now, not what was read before the search: the case may have come back to its
      // officers and been approved again meanwhile.
      let decided = try step.facts.decided()
      let recheck = try recheck(decided.assessed, of: step.facts, on: day, in: step.transaction)
      guard recheck.changed.isEmpty else {
        let isPerson = recheck.changed == [Recheck.person]
        try step.record(.reopened(why: isPerson ? .personToDecide : .conclusionChanged))
        return
      }
      let sequence = try Sequences.next(
        agency: facts.agency, kind: "certificate", scope: scope, in: step.transaction)
      let number = rules.certificateNumbering.text(sequence)
      let statement = try refusing(Refused.issuance) { () throws(IssuanceRefusal) in
        try compose(decided, number: number, issuedOn: day, recheck: recheck)
      }
      try step.record(
        .issuanceIntended(
          .init(
            certificate: certificate, number: number, issuedOn: day,
            assessor: decided.assessed.assessor, decider: decided.decider)),
        payload: statement)
      try Certificates.insert(
        CertificateRow(
          id: certificate, caseID: facts.id, agency: facts.agency, kind: statement.kind,
          number: number, state: .issuing, issuedOn: day,
          maskedName: masked(statement.identity.name), documentDigest: nil, level: nil),
        scope: scope, in: step.transaction)
    }
  }

  /// Step 2. The link token stands in the document alone; we keep its hash.
  private func prepareLeader(_ facts: CaseFacts, _ certificate: CertificateID) async throws {
    let now = surroundings.now()
    var generator = SystemRandomNumberGenerator()
    let link = LinkToken(random: &generator)
    let office = try office(of: facts.agency)
    guard let statement = facts.statement else { throw CaseUnreadable.missing("statement") }
    let page = try office.press.render(statement, link: link, at: now)
    let prepared = try office.press.prepare(page, for: .leader, at: now)
    let digest = try files.put(prepared)
    try await act(on: facts.id, by: issuer) { step in
      try self.files.register(
        digest, size: prepared.count, kind: "prepared", agency: facts.agency, at: now,
        in: step.transaction)
      try Certificates.setToken(
        hash: hashed(link), of: certificate, in: step.transaction)
      try SigningSteps.intend(
        .leader, of: certificate, prepared: digest, at: now, in: step.transaction)
      try step.record(
        .signatureIntended(certificate: certificate, step: .leader, prepared: digest))
    }
  }

  /// Step 4.
  private func prepareSeal(_ facts: CaseFacts, _ certificate: CertificateID) async throws {
    let now = surroundings.now()
    let office = try office(of: facts.agency)
    let signed = try await stored(.leader, of: certificate).completed
    let prepared = try office.press.prepare(try files.read(signed), for: .seal, at: now)
    let digest = try files.put(prepared)
    try await act(on: facts.id, by: issuer) { step in
      try self.files.register(
        digest, size: prepared.count, kind: "prepared", agency: facts.agency, at: now,
        in: step.transaction)
      try SigningSteps.intend(
        .seal, of: certificate, prepared: digest, at: now, in: step.transaction)
      try step.record(
        .signatureIntended(certificate: certificate, step: .seal, prepared: digest))
    }
  }

  /// Steps 3 and 5: signs exactly the bytes that were stored.
  private func sign(
    _ signing: SigningStep, _ facts: CaseFacts, _ certificate: CertificateID
  ) async throws {
    let office = try office(of: facts.agency)
    let digest = try await stored(signing, of: certificate).prepared
    let document = try await office.press.sign(try files.read(digest), as: signing)
    let signed = try files.put(document)
    let now = surroundings.now()
    try await act(on: facts.id, by: issuer) { step in
      try self.files.register(
        signed, size: document.count, kind: "signed", agency: facts.agency, at: now,
        in: step.transaction)
      try SigningSteps.complete(
        signing, of: certificate, document: signed, at: now, in: step.transaction)
      try step.record(
        .signatureMade(certificate: certificate, step: signing, document: signed))
    }
  }

  /// Step 6. What we would not accept from a stranger we do not hand out.
  private func finish(
    _ facts: CaseFacts, _ certificate: CertificateID, _ document: String
  ) async throws {
    let office = try office(of: facts.agency)
    let level = try await office.press.examine(try files.read(document))
    guard let statement = facts.statement else { throw CaseUnreadable.missing("statement") }
    let issued = try refusing(Refused.issuance) { () throws(IssuanceRefusal) in
      try Issuance.issue(
        statement, as: certificate, for: facts.id, holder: facts.lodging.citizen,
        agency: facts.agency, signatures: [.leader, .seal], documentDigest: document)
    }
    try await act(on: facts.id, by: issuer) { step in
      try Certificates.finish(
        certificate, documentDigest: issued.documentDigest, level: level, in: step.transaction)
      try step.record(
        .issued(certificate: certificate, document: issued.documentDigest, level: level))
      try step.replaceCited(by: certificate)
      try step.mail(.issued)
    }
  }

  private var issuer: Actor { .system("issuer") }

  private func stored(
    _ step: SigningStep, of certificate: CertificateID
  ) async throws -> (prepared: String, completed: String) {
    let found = try await database.read { connection in
      try SigningSteps.row(step, of: certificate, in: connection)
    }
    guard let row = found else { throw CaseUnreadable.missing("signing step") }
    return (row.prepared, row.completed ?? "")
  }
}

/// A name that a stranger may see: the first letter of each part. `N***** V** A*`.
func masked(_ name: String) -> String {
  name.split(separator: " ").map { part in
    part.prefix(1) + String(repeating: "*", count: max(1, part.count - 1))
  }.joined(separator: " ")
}

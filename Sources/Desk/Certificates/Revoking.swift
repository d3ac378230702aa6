import Assessment
import CaseFile
import Handover
import Intake
package import Law
import Store
package import Vocabulary
import Words

extension Desk {
  /// The certificate of a case, and the proceeding to take it back.
  package func revocation(
    _ id: CaseID, by officer: ActingOfficer
  ) async throws -> RevocationView {
    try mayIdentify(officer)
    let view = try await database.read { connection in
      guard let row = try Cases.row(id, lock: .none, in: connection),
        row.agency == officer.agency
      else { throw Refused.notFound }
      let facts = try Cases.facts(of: id, in: connection)
      try self.mustBeOpen(facts, to: officer, in: connection)
      let about = facts.history.isCorrecting ? facts.history.cites?.caseID ?? id : id
      guard let certificate = try Certificates.row(of: about, in: connection),
        certificate.state != .issuing
      else { throw Refused.notFound }
      return try RevocationView(
        row, facts, certificate, of: Cases.facts(of: about, in: connection), for: officer,
        in: connection)
    }
    try await noteLook(at: id, by: officer)
    return view
  }

  /// What waits for a leader, the longest waiting first.
  package func revocationWaits(by officer: ActingOfficer) async throws -> [RevocationWait] {
    try mayIdentify(officer)
    return try await database.read { connection in
      try Revocations.waiting(of: officer.agency, limit: 100, in: connection).map {
        RevocationWait(
          caseID: $0.caseID, number: $0.number, applicant: $0.applicant, ground: $0.ground,
          since: $0.since)
      }
    }
  }

  /// An officer wants a certificate taken back without a new one: in the case that is under way
  /// about it, or in one that is opened for it.
  package func proposeRevocation(
    _ id: CaseID, ground: RevocationGround, reason: String, by officer: ActingOfficer
  ) async throws {
    let fresh: CaseID = surroundings.newID()
    let offices = offices
    try await freshRules()
    try await act(on: try await proceeding(of: id), by: .officer(officer.id)) { step in
      try step.belongs(to: officer)
      let history = step.facts.history
      let revocation = try refusing(Refused.revocation) { () throws(RevocationRefusal) in
        try Handover.proposeRevocation(
          ground, because: reason,
          after: history.isCorrecting ? history.citedRevocation : history.revocation,
          of: step.facts.agency, by: officer, at: step.now)
      }
      guard !history.isCorrecting else {
        try step.propose(revocation, because: reason)
        return
      }
      guard let office = offices[step.facts.agency] else { throw Refused.notFound }
      try step.open(
        fresh, proposing: revocation, because: reason, by: office.rules(on: step.now.civilDate))
    }
  }

  /// A leader who did not propose it takes the certificate back, or leaves it standing. Who asks
  /// for the certificate's page is told from this moment on.
  package func decideRevocation(
    _ id: CaseID, _ verdict: RevocationChoice, reason: String, by officer: ActingOfficer
  ) async throws {
    try await act(on: try await proceeding(of: id), by: .officer(officer.id)) { step in
      try step.decideRevocation(verdict, because: reason, by: officer)
    }
  }

  private func proceeding(of id: CaseID) async throws -> CaseID {
    try await database.read { try Corrections.proceeding(about: id, in: $0) }
  }
}

extension CaseStep {
  /// In the case that cites the certificate, or, where it was proposed before there were such
  /// cases, in the one that issued it.
  mutating func decideRevocation(
    _ verdict: RevocationChoice, because reason: String, by officer: ActingOfficer
  ) throws {
    try belongs(to: officer)
    standIn(officer, as: [.leader])
    let history = facts.history
    let cites = history.isCorrecting ? history.cites : nil
    let certificate = try cites?.certificate ?? issuedCertificate()
    let open = cites == nil ? history.revocation : history.citedRevocation
    let answered = cites?.officers ?? []
    let (agency, now) = (facts.agency, now)
    switch verdict {
    case .revoked:
      let revoked = try refusing(Refused.revocation) { () throws(RevocationRefusal) in
        try Handover.revoke(
          certificate, by: open, because: reason, of: agency, answered: answered, by: officer,
          at: now)
      }
      try record(.revoked(certificate: revoked.certificate, by: revoked.decider), payload: reason)
      if let open, cites != nil {
        try revokeCited(revoked, proposedAt: open.proposedAt, successor: nil, because: reason)
      } else {
        guard try Certificates.revoke(certificate, at: now, in: transaction) == 1 else {
          throw Refused.stale
        }
        try mail(.revoked)
      }
    case .declined:
      _ = try refusing(Refused.revocation) { () throws(RevocationRefusal) in
        try Handover.declineRevocation(
          open, because: reason, of: agency, answered: answered, by: officer, at: now)
      }
      try record(.revocationDeclined(certificate: certificate, by: officer.id), payload: reason)
    }
    let changed = try Revocations.decide(
      facts.id, verdict.stored, by: officer.id, at: now, in: transaction)
    guard changed == 1 else { throw Refused.stale }
  }
}

extension RevocationChoice {
  fileprivate var stored: RevocationVerdict {
    switch self {
    case .revoked: .revoked
    case .declined: .declined
    }
  }
}

extension CaseStep {
  /// Puts a proposal before the leaders, in the case that cites the certificate.
  mutating func propose(_ revocation: Revocation, because reason: String) throws {
    guard let certificate = facts.history.cites?.certificate else { throw Refused.notFound }
    try record(
      .revocationProposed(
        .init(
          certificate: certificate, ground: revocation.ground, cause: revocation.cause,
          by: revocation.proposedBy)),
      payload: reason)
    try Revocations.propose(
      revocation, of: facts.id, certificate: certificate, agency: facts.agency, in: transaction)
  }

  /// Opens a case about this case's certificate and puts a proposal before the leaders in it.
  func open(
    _ id: CaseID, proposing revocation: Revocation, because reason: String, by rules: RuleSet
  ) throws {
    var declaration = try facts.lodged().declaration
    declaration.disputes = nil
    declaration.correction = reason
    var opened = try open(
      id, declaration, because: revocation.ground, revocation.cause, by: rules)
    try opened.propose(revocation, because: reason)
    try opened.close()
  }

  /// "This is not me" was upheld: the certificate states another person's record, and whoever
  /// closed the dispute proposes to take it back. Nothing where that is proposed or done already.
  func proposeAfterDispute(
    _ fresh: CaseID, because reason: String, by officer: OfficerID, _ rules: RuleSet
  ) throws {
    do {
      try facts.history.revocation.mustAllowProposal()
    } catch {
      return
    }
    let revocation = Revocation(
      ground: .anotherPerson, cause: .dispute, proposedBy: officer, proposedAt: now)
    guard let row = try openCorrection() else {
      try open(fresh, proposing: revocation, because: reason, by: rules)
      return
    }
    var step = try CaseStep(
      on: row.caseID, version: nil, in: transaction, by: actor, at: now)
    // Proposed already, or decided by now: the new certificate is made with what was found here.
    guard [.lodged, .inAssessment].contains(step.facts.history.state.name),
      step.facts.history.citedRevocation?.standing != .proposed
    else { return }
    try step.propose(revocation, because: reason)
    try step.close()
  }

  func issuedCertificate() throws(Refused) -> CertificateID {
    switch facts.history.state {
    case .issued(let certificate, _), .handedOver(let certificate, _),
      .revoked(let certificate, _):
      return certificate
    case .awaitingFee, .lodged, .inAssessment, .awaitingSupplement, .assessed, .approved,
      .issuing, .refused, .sentOutside, .withdrawn:
      throw .caseState(.outOfOrder(at: facts.history.state.name))
    }
  }
}

extension RevocationView {
  /// - Parameters:
  ///   - facts: the case that was asked for: the one that issued the certificate, or one that cites
  ///     it.
  ///   - issuing: the case that issued it.
  init(
    _ row: CaseRow, _ facts: CaseFacts, _ certificate: CertificateRow, of issuing: CaseFacts,
    for officer: ActingOfficer, in connection: Connection
  ) throws {
    self.init(
      line: CaseLine(row), applicantName: try facts.lodged().declaration.person.name.text,
      certificate: CertificateView(certificate, issuing),
      declaration: try issuing.lodged().declaration, proceeding: nil, can: [])
    let citing = try Corrections.citing(issuing.id, in: connection)
    corrections = citing.map { CorrectionLine($0) }
    issuedBy = facts.id == issuing.id ? nil : issuing.id
    // Where it is decided, or was: the open case, the one that revoked it, or the issuing one.
    let place = citing.first { $0.outcome == nil }?.caseID ?? issuing.history.correctedBy?.caseID
    let deciding = try place.map { try Cases.facts(of: $0, in: connection) } ?? issuing
    let open = deciding.history.isCorrecting
    let revocation =
      open
      ? deciding.history.citedRevocation ?? issuing.history.revocation
      : issuing.history.revocation
    if let revocation {
      proceeding = try Proceeding(
        revocation, open ? deciding.revocationReasons : issuing.revocationReasons, in: connection)
    }
    can = acts(on: deciding, about: certificate.id, by: officer)
  }

  private func acts(
    on facts: CaseFacts, about certificate: CertificateID, by officer: ActingOfficer
  ) -> Set<Act> {
    let history = facts.history
    switch history.state {
    case .issued, .handedOver: break
    case .lodged, .inAssessment: guard history.isCorrecting else { return [] }
    case .awaitingFee, .awaitingSupplement, .assessed, .approved, .issuing, .revoked, .refused,
      .sentOutside, .withdrawn:
      return []
    }
    let revocation = history.isCorrecting ? history.citedRevocation : history.revocation
    guard let revocation, revocation.standing == .proposed else {
      return history.isCorrecting ? [.propose] : [.correct, .propose]
    }
    let answered = history.isCorrecting ? history.cites?.officers ?? [] : []
    let isUpheld = history.dispute?.opinions.standing == .decided(.other)
    let mayLeave = revocation.cause != .dispute && !isUpheld
    if revocation.proposedBy == officer.id { return mayLeave ? [.decline] : [] }
    guard officer.roles.contains(.leader),
      officer.isNew(
        to: .revoked(certificate: certificate, by: officer.id), as: [.leader], after: facts.events)
    else { return [] }
    var acts: Set<Act> = []
    if !answered.isSuperset(of: [revocation.proposedBy, officer.id]) { acts.insert(.revoke) }
    if mayLeave, !answered.contains(officer.id) { acts.insert(.decline) }
    return acts
  }
}

extension CorrectionLine {
  init(_ row: CorrectionRow) {
    self.init(
      id: row.caseID, number: row.number, state: row.state, cause: row.cause,
      isOpen: row.outcome == nil)
  }
}

extension RevocationView.Proceeding {
  fileprivate init(
    _ revocation: Revocation, _ reasons: RevocationReasons, in connection: Connection
  ) throws {
    func name(_ officer: OfficerID) throws -> String {
      try Officers.name(of: officer, in: connection)?.name ?? ""
    }
    self.init(
      ground: revocation.ground, cause: revocation.cause,
      proposer: try name(revocation.proposedBy), proposedAt: revocation.proposedAt,
      reason: reasons.proposal ?? "", outcome: nil)
    switch revocation.standing {
    case .proposed: break
    case .declined(let officer, let at):
      outcome = .init(
        verdict: .declined, by: try name(officer), at: at, reason: reasons.decision ?? "")
    case .revoked(let officer, let at):
      outcome = .init(
        verdict: .revoked, by: try name(officer), at: at, reason: reasons.decision ?? "")
    }
  }
}

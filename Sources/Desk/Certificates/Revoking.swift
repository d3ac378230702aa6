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
      guard let certificate = try Certificates.row(of: id, in: connection),
        certificate.state != .issuing
      else { throw Refused.notFound }
      return try RevocationView(row, facts, certificate, for: officer, in: connection)
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

  /// An officer finds a certificate wrong.
  package func proposeRevocation(
    _ id: CaseID, ground: RevocationGround, reason: String, by officer: ActingOfficer
  ) async throws {
    let now = surroundings.now()
    try await act(on: id, by: .officer(officer.id)) { step in
      try step.belongs(to: officer)
      let revocation = try refusing(Refused.revocation) { () throws(RevocationRefusal) in
        try Handover.proposeRevocation(
          ground, because: reason, after: step.facts.history.revocation,
          of: step.facts.agency, by: officer, at: now)
      }
      try step.propose(revocation, because: reason)
    }
  }

  /// A leader who did not propose it takes the certificate back, or leaves it standing. Who asks
  /// for the certificate's page is told from this moment on.
  package func decideRevocation(
    _ id: CaseID, _ verdict: RevocationChoice, reason: String, by officer: ActingOfficer
  ) async throws {
    let now = surroundings.now()
    try await act(on: id, by: .officer(officer.id)) { step in
      try step.belongs(to: officer)
      step.standIn(officer, as: [.leader])
      let certificate = try step.issuedCertificate()
      let open = step.facts.history.revocation
      let agency = step.facts.agency
      switch verdict {
      case .revoked:
        let revoked = try refusing(Refused.revocation) { () throws(RevocationRefusal) in
          try Handover.revoke(
            certificate, by: open, because: reason, of: agency, by: officer, at: now)
        }
        try step.record(
          .revoked(certificate: revoked.certificate, by: revoked.decider), payload: reason)
        guard try Certificates.revoke(certificate, at: now, in: step.transaction) == 1 else {
          throw Refused.stale
        }
        try step.mail(.revoked)
      case .declined:
        _ = try refusing(Refused.revocation) { () throws(RevocationRefusal) in
          try Handover.declineRevocation(
            open, because: reason, of: agency, by: officer, at: now)
        }
        try step.record(
          .revocationDeclined(certificate: certificate, by: officer.id), payload: reason)
      }
      let changed = try Revocations.decide(
        id, verdict.stored, by: officer.id, at: now, in: step.transaction)
      guard changed == 1 else { throw Refused.stale }
    }
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
  /// Puts a proposal before the leaders.
  mutating func propose(_ revocation: Revocation, because reason: String) throws {
    let certificate = try issuedCertificate()
    try record(
      .revocationProposed(
        .init(
          certificate: certificate, ground: revocation.ground, cause: revocation.cause,
          by: revocation.proposedBy)),
      payload: reason)
    try Revocations.propose(
      revocation, of: facts.id, certificate: certificate, agency: facts.agency, in: transaction)
  }

  /// "This is not me" was upheld: the certificate states another person's record, and whoever
  /// closed the dispute proposes to take it back. Nothing where that is proposed or done already.
  mutating func proposeAfterDispute(
    because reason: String, by officer: OfficerID, at now: Instant
  ) throws {
    do {
      try facts.history.revocation.mustAllowProposal()
    } catch {
      return
    }
    try propose(
      Revocation(
        ground: .anotherPerson, cause: .dispute, proposedBy: officer, proposedAt: now),
      because: reason)
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
  init(
    _ row: CaseRow, _ facts: CaseFacts, _ certificate: CertificateRow,
    for officer: ActingOfficer, in connection: Connection
  ) throws {
    self.init(
      line: CaseLine(row), applicantName: try facts.lodged().declaration.person.name.text,
      certificate: CertificateView(certificate, facts), proceeding: nil, can: [])
    if let revocation = facts.history.revocation {
      proceeding = try Proceeding(revocation, facts.revocationReasons, in: connection)
    }
    can = acts(on: facts, by: officer)
  }

  private func acts(on facts: CaseFacts, by officer: ActingOfficer) -> Set<Act> {
    switch facts.history.state {
    case .issued, .handedOver: break
    case .awaitingFee, .lodged, .inAssessment, .awaitingSupplement, .assessed, .approved,
      .issuing, .revoked, .refused, .sentOutside, .withdrawn:
      return []
    }
    guard let revocation = facts.history.revocation, revocation.standing == .proposed else {
      return [.propose]
    }
    let isUpheld = facts.history.dispute?.opinions.standing == .decided(.other)
    let mayLeave = revocation.cause == .officer && !isUpheld
    if revocation.proposedBy == officer.id { return mayLeave ? [.decline] : [] }
    guard officer.roles.contains(.leader) else { return [] }
    return mayLeave ? [.revoke, .decline] : [.revoke]
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

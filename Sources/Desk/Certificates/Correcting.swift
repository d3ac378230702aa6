import Assessment
import CaseFile
import Decision
import Handover
package import Intake
import Issuance
package import Law
import Store
package import Vocabulary
import Words

// An issued certificate is corrected, or taken back, by a case of its own that cites it (Law
// 28/2009/QH12, Article 50). It goes the way of an application, under its own number; in the
// transaction in which its certificate is issued the old one is revoked and names the new.
extension Desk {
  /// The holder says what is wrong with an issued certificate and what is right. Sent twice, the
  /// case that is under way is found; where that is an officer's, or asks for something else, it
  /// knows nothing of what the holder typed, and so it is refused.
  ///
  /// - Parameters:
  ///   - form: at each line of the certificate what is right; empty where it is right.
  ///   - evidence: a paper that shows it.
  package func askCorrection(
    _ id: CaseID, of citizen: CitizenID, form: DeclarationForm, words: String,
    evidence: SentPaper?
  ) async throws -> CaseID {
    let wish = CorrectionWish(
      asker: .holder(citizen), ground: .wrongContent, form: form, words: words)
    return try await correct(id, wish, evidence)
  }

  /// An officer found a certificate wrong, and opens the case that is to correct it.
  ///
  /// - Parameters:
  ///   - form: at each line of the certificate what is right; empty where it is right.
  ///   - evidence: a paper that shows it.
  package func openCorrection(
    _ id: CaseID, ground: RevocationGround, form: DeclarationForm, reason: String,
    evidence: SentPaper?, by officer: ActingOfficer
  ) async throws -> CaseID {
    let wish = CorrectionWish(
      asker: .officer(officer), ground: ground, form: form, words: reason)
    return try await correct(id, wish, evidence)
  }

  private func correct(
    _ id: CaseID, _ wish: CorrectionWish, _ evidence: SentPaper?
  ) async throws -> CaseID {
    try await freshRules()
    guard let evidence else { return try await correct(id, wish, with: nil) }
    return try await keeping(evidence, inspect(evidence)) { kept in
      try await self.correct(id, wish, with: kept)
    }
  }

  private func correct(
    _ id: CaseID, _ wish: CorrectionWish, with kept: KeptPaper?
  ) async throws -> CaseID {
    let fresh: CaseID = surroundings.newID()
    let offices = offices
    let files = files
    let now = surroundings.now()
    let today = now.civilDate
    return try await act(on: id, by: wish.asker.actor) { step in
      try step.belongs(to: wish.asker)
      let open = try step.openCorrection()
      if let open, wish.asker.cause != .holder || open.cause != .holder {
        throw Refused.revocation(.proposedAlready)
      }
      guard let office = offices[step.facts.agency] else { throw Refused.notFound }
      let reading = Intake.readCorrection(
        wish.form, words: wish.words, by: wish.asker.kind,
        of: try step.facts.lodged().declaration,
        rules: try office.intakeRules(on: today), today: today)
      if let open {
        try step.mustAskAgain(reading, as: open)
        guard let kept else { return open.caseID }
        var under = try CaseStep(
          on: open.caseID, version: nil, in: step.transaction, by: wish.asker.actor, at: now)
        try under.add(kept, as: .correction, files: files)
        try under.close()
        return open.caseID
      }
      switch reading {
      case .lacking(let lacks): throw Refused.lacking(lacks)
      case .declaration(let declaration):
        try step.mayOpen(wish)
        var opened = try step.open(
          fresh, declaration, because: wish.ground, wish.asker.cause, by: office.rules(on: today))
        if let kept { try opened.add(kept, as: .correction, files: files) }
        try opened.close()
        return fresh
      }
    }
  }
}

/// Who wants a certificate corrected, why, and what they say is right.
private struct CorrectionWish: Sendable {
  enum Asker: Sendable {
    case holder(CitizenID)
    case officer(ActingOfficer)

    var actor: Actor {
      switch self {
      case .holder(let citizen): .citizen(citizen)
      case .officer(let officer): .officer(officer.id)
      }
    }

    var cause: Revocation.Cause {
      switch self {
      case .holder: .holder
      case .officer: .officer
      }
    }

    var kind: CorrectionAsker {
      switch self {
      case .holder: .holder
      case .officer: .officer
      }
    }
  }

  let asker: Asker
  let ground: RevocationGround
  let form: DeclarationForm
  let words: String
}

extension CaseStep {
  fileprivate mutating func belongs(to asker: CorrectionWish.Asker) throws {
    switch asker {
    case .holder(let citizen): try belongs(to: citizen)
    case .officer(let officer): try belongs(to: officer)
    }
  }

  /// The room says whether this officer may; a holder always may, where a certificate stands.
  fileprivate func mayOpen(_ wish: CorrectionWish) throws {
    guard case .officer(let officer) = wish.asker else { return }
    _ = try refusing(Refused.revocation) { () throws(RevocationRefusal) in
      try Handover.proposeRevocation(
        wish.ground, because: wish.words, after: facts.history.revocation, of: facts.agency,
        by: officer, at: now)
    }
  }
}

extension CaseStep {
  /// The case that is under way about this case's certificate.
  func openCorrection() throws -> CorrectionRow? {
    try Corrections.citing(facts.id, in: transaction).first { $0.outcome == nil }
  }

  /// The holder asks while their own case is under way. The same lines with the same words are the
  /// same request, sent twice; anything else is refused, for that case would not know of it.
  func mustAskAgain(_ reading: CorrectionReading, as open: CorrectionRow) throws {
    let asked = try Cases.facts(of: open.caseID, in: transaction).declaration
    guard case .declaration(let wished) = reading, let asked,
      wished.disputes == asked.disputes, wished.correction == asked.correction
    else { throw Refused.revocation(.proposedAlready) }
  }

  /// Opens a case that cites this case's certificate. It is the step's to go on with, and to close.
  func open(
    _ id: CaseID, _ wished: Declaration, because ground: RevocationGround,
    _ cause: Revocation.Cause, by rules: RuleSet
  ) throws -> CaseStep {
    let cited = try cited(because: ground, cause)
    var declaration = wished
    if let contact = facts.contact {
      declaration.person.phone = contact.phone
      declaration.person.email = contact.email
    }
    declaration.request.delivery = facts.delivery.way
    declaration.request.deliveryAddress = facts.delivery.address
    let sequence = try Sequences.next(
      agency: facts.agency, kind: "case", scope: now.civilDate.iso, in: transaction)
    let number = rules.caseNumber(on: now.civilDate, sequence: sequence)
    let fee = rules.fees.correction
    let lodging = CaseEvent.Lodging(
      number: number.text, citizen: facts.lodging.citizen, kind: declaration.request.kind,
      procedure: rules.procedure.code, fee: fee.amount, feeBasis: fee.citation.description,
      ruleSet: rules.id, ruleVersion: rules.version.text, channel: facts.lodging.channel,
      cites: cited)
    let name = declaration.person.name.text
    try Cases.insert(
      CaseRow(
        id: id, agency: facts.agency, number: number, citizen: lodging.citizen,
        kind: lodging.kind, state: .awaitingFee, version: 1, lodgedAt: now, dueOn: nil),
      procedure: lodging.procedure, applicant: name, searchName: SearchKey(name).text,
      sortName: SortKey(person: name).text, in: transaction)
    let sealed = Journal.seal(JournalCodec.bytes(of: declaration))
    try Journal.append(
      CaseEntry(
        event: .lodged(lodging), caseID: id, seq: 1, agency: facts.agency, actor: actor, at: now,
        payload: sealed.commitment), payload: sealed, in: transaction)
    try Corrections.open(id, citing: cited, agency: facts.agency, at: now, in: transaction)
    var opened = try CaseStep(on: id, version: 1, in: transaction, by: actor, at: now)
    if declaration.representative != nil {
      try opened.record(.linkChecked(facts.link == .register ? .matches : .toBeConfirmed))
    }
    if fee.amount == .zero { try opened.record(.feeExempted(ground: "correction")) }
    try opened.mail(.lodged)
    return opened
  }

  /// What the new case remembers of the certificate. Refused where none stands.
  private func cited(
    because ground: RevocationGround, _ cause: Revocation.Cause
  ) throws -> CitedCertificate {
    guard [.issued, .handedOver].contains(facts.history.state.name) else {
      throw Refused.caseState(.outOfOrder(at: facts.history.state.name))
    }
    try refusing(Refused.revocation) { () throws(RevocationRefusal) in
      try facts.history.revocation.mustAllowProposal()
    }
    guard let certificate = try Certificates.row(of: facts.id, in: transaction) else {
      throw Refused.notFound
    }
    return CitedCertificate(
      certificate: certificate.id, certificateNumber: certificate.number, caseID: facts.id,
      caseNumber: facts.lodging.number, ground: ground, cause: cause,
      answered: facts.answering.sorted { $0.text < $1.text })
  }

  /// Whoever asks for the old certificate is told of the new one from the moment in which it is
  /// issued: the same transaction revokes the one and issues the other.
  func replaceCited(by successor: CertificateID) throws {
    guard let cites = facts.history.cites else { return }
    let decided = try facts.decided()
    let revoked = try refusing(Refused.revocation) { () throws(RevocationRefusal) in
      try Handover.replace(
        cites.certificate, for: cites.ground, by: decided, answered: cites.officers, at: now)
    }
    try revokeCited(
      revoked, proposedAt: decided.assessed.assessedAt,
      successor: (successor, facts.statement?.number ?? ""), because: nil)
    let changed = try Corrections.replace(
      revoked, through: facts.id, by: successor, in: transaction)
    guard changed == 1 else { throw Refused.stale }
  }

  /// Writes it on the case that issued the certificate, and on the certificate.
  func revokeCited(
    _ revoked: Revoked, proposedAt: Instant,
    successor: (id: CertificateID, number: String)?, because reason: String?
  ) throws {
    guard let cites = facts.history.cites else { return }
    var old = try CaseStep(
      on: cites.caseID, version: nil, in: transaction, by: actor, at: now)
    let event = CaseEvent.revoked(
      certificate: revoked.certificate, by: revoked.decider,
      through: CorrectingCase(
        caseID: facts.id, number: facts.lodging.number, ground: revoked.ground,
        cause: facts.history.citedRevocation?.cause ?? cites.cause, proposer: revoked.proposer,
        proposedAt: proposedAt, successor: successor?.id, successorNumber: successor?.number))
    if let reason {
      try old.record(event, payload: reason)
    } else {
      try old.record(event)
    }
    let changed = try Certificates.revoke(
      revoked.certificate, for: successor?.id, at: now, in: transaction)
    guard changed == 1 else { throw Refused.stale }
    try old.mail(.revoked)
    try old.close()
  }

  /// A case that cites a certificate and ends without one of its own leaves it standing or revoked.
  func closeCorrection(at now: Instant) throws {
    guard facts.history.isCorrecting, facts.history.state.name.isClosed else { return }
    try Corrections.close(
      facts.id, as: facts.history.state.name == .revoked ? .revoked : .stands, at: now,
      in: transaction)
  }
}

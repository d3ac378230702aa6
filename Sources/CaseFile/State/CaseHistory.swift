package import Assessment
package import Handover
package import Vocabulary

/// The money side of the case: what it owes and whether that is settled.
package enum FeeStanding: Equatable, Sendable {
  case due(Dong)
  case exempt(ground: String)
  case paid(Dong, payment: PaymentID, receipt: String)
}

/// A case as its journal tells it.
package struct CaseHistory: Equatable, Sendable {
  package private(set) var state: CaseState
  package private(set) var fee: FeeStanding
  /// The number of events folded in: the next event's place is one more.
  package private(set) var length: Int
  /// The appointment; nil before acceptance, and while a supplement is waited for: nothing is due
  /// while the clock stands.
  package private(set) var dueOn: CivilDate?
  /// How often the agency that has the case now asked for a supplement.
  package private(set) var supplementsAsked = 0
  /// The day that an apology named; nil where there was none.
  package private(set) var reappointedOn: CivilDate?
  /// Who the applicant is in the register.
  package private(set) var person = Identification()
  /// What the holder disputes; nil for nothing.
  package private(set) var dispute: PersonDispute?
  /// The latest proceeding to take the case's own certificate back; nil where there was none.
  package internal(set) var revocation: Revocation?
  /// The case of its own in which that was decided; nil where it was decided on this one.
  package internal(set) var correctedBy: CorrectingCase?
  /// The certificate that the case is to correct; nil for an application.
  package let cites: CitedCertificate?
  /// The latest proceeding to take that one back without a new one.
  package internal(set) var citedRevocation: Revocation?
  /// Who said who the applicant is, found what the record holds, or approved it: none of them
  /// decides whether that was right.
  package private(set) var officers: Set<OfficerID> = []

  /// On whose desk the present step lies; nil for nobody's. A step that is done is taken off it,
  /// and what comes back comes back to who had it.
  package private(set) var assigned: OfficerID?

  /// A history begins with a lodging and with nothing else.
  package init(opening lodging: CaseEvent.Lodging) {
    self.state = .awaitingFee
    self.cites = lodging.cites
    self.fee = .due(lodging.fee)
    self.length = 1
    self.dueOn = nil
  }

  /// - Parameter at: when; a dispute remembers it.
  package mutating func add(
    _ event: CaseEvent, at moment: Instant = Instant(milliseconds: 0)
  ) throws(CaseRefusal) {
    let next = try state.after(event)
    try mustKeepToCitation(event)
    if case .supplementAsked = event, supplementsAsked > 0 { throw .supplementAskedBefore }
    try mustBeNew(event)
    do {
      try look(at: event, at: moment)
    } catch {
      throw .person(error)
    }
    do {
      try revoke(by: event, at: moment)
    } catch {
      throw .revocation(error)
    }
    if let officer = event.answeringOfficer { officers.insert(officer) }
    hand(by: event)
    state = next
    length += 1
    switch event {
    case .feePaid(let payment, let amount, let receipt):
      fee = .paid(amount, payment: payment, receipt: receipt)
    case .feeExempted(let ground):
      fee = .exempt(ground: ground)
    case .accepted(_, let dueOn), .dueLengthened(let dueOn):
      self.dueOn = promised(dueOn)
    case .reappointed(_, let day):
      reappointedOn = day
      dueOn = day
    case .supplementAsked:
      supplementsAsked += 1
      dueOn = nil
    case .supplementAnswered(_, let dueOn), .supplementLapsed(let dueOn):
      self.dueOn = dueOn.map(promised)
    case .forwarded:
      supplementsAsked = 0
    case .lodged, .paymentBegan, .paymentFailed, .surplusReceived, .amountDisputed, .refund,
      .refused, .sentOutside, .linkChecked, .linkConfirmed, .fieldDecided, .withdrawn,
      .contactCorrected, .deliveryChosen, .inquirySent, .inquiryAnswered, .answerUnusable,
      .worksheetSaved,
      .factAsked, .factAnswered, .factUnusable, .factTaken, .paperAttached, .personSearched,
      .candidateAdded,
      .candidateDecided, .candidateRuled, .assessed, .sentBack, .approved, .reopened,
      .issuanceIntended, .signatureIntended, .signatureMade, .issued, .handedOver,
      .personDisputed, .disputeDecided, .revocationProposed, .revocationDeclined, .revoked,
      .assigned, .looked:
      break
    }
  }

  /// One apology a case, and it names a later day.
  private func mustBeNew(_ event: CaseEvent) throws(CaseRefusal) {
    guard case .reappointed(_, let day) = event else { return }
    guard reappointedOn == nil else { throw .reappointedBefore }
    guard let dueOn, day > dueOn else { throw .newDayTooEarly }
  }

  /// What is reckoned anew never falls before a day that was promised with an apology.
  private func promised(_ day: CivilDate) -> CivilDate { max(day, reappointedOn ?? day) }

  /// Whose desk the case comes to, or leaves.
  private mutating func hand(by event: CaseEvent) {
    if case .assigned(let officer, _) = event { assigned = officer }
    if case .assessed = event { assigned = nil }
    if case .approved = event { assigned = nil }
    if case .accepted = event { assigned = nil }
    if case .forwarded = event { assigned = nil }
    guard case .assessed(let assessor, _) = state else { return }
    if case .sentBack = event { assigned = assessor }
    if case .reopened = event { assigned = assessor }
  }

  /// The person's side: what is said of candidates, and that nothing is concluded, approved or
  /// issued before all of them are decided.
  private mutating func look(at event: CaseEvent, at moment: Instant) throws(PersonRefusal) {
    switch event {
    case .personSearched(let search): person.add(search)
    case .candidateAdded(let found, _): try person.add(byHand: found)
    case .candidateDecided(let decision):
      try person.add(
        .init(by: decision.by, verdict: decision.verdict), on: decision.record,
        edition: decision.edition)
    case .candidateRuled(let decision):
      try person.rule(
        .init(by: decision.by, verdict: decision.verdict), on: decision.record,
        edition: decision.edition)
    case .assessed(_, _, let persons):
      // Of the time before the register was searched.
      guard persons != nil || person.search != nil else { return }
      guard try person.records().count == persons else { throw .notSettled }
    case .approved, .issuanceIntended:
      guard person.search == nil || person.isSettled else { throw .notSettled }
    case .personDisputed:
      guard dispute == nil else { throw .notDisputable }
      dispute = PersonDispute(openedAt: moment, officers: officers)
    case .disputeDecided(let officer, let verdict):
      try dispute.say(.init(by: officer, verdict: verdict))
    case .lodged, .feeExempted, .paymentBegan, .paymentFailed, .feePaid, .surplusReceived,
      .amountDisputed, .refund, .accepted, .refused, .forwarded, .sentOutside,
      .dueLengthened, .reappointed, .supplementAsked, .supplementAnswered, .supplementLapsed,
      .linkChecked, .linkConfirmed, .fieldDecided, .withdrawn, .contactCorrected, .deliveryChosen,
      .inquirySent,
      .inquiryAnswered, .answerUnusable, .worksheetSaved, .factAsked, .factAnswered, .factUnusable,
      .factTaken, .paperAttached, .sentBack, .reopened, .signatureIntended, .signatureMade, .issued,
      .handedOver, .revocationProposed, .revocationDeclined, .revoked,
      .assigned, .looked:
      return
    }
  }

  /// Folds a case's events, in order. Throws where the journal tells an impossible story.
  package static func fold(_ events: [CaseEvent]) throws(CaseRefusal) -> CaseHistory {
    guard case .lodged(let lodging)? = events.first else {
      throw .outOfOrder(at: .awaitingFee)
    }
    var history = CaseHistory(opening: lodging)
    for event in events.dropFirst() {
      try history.add(event)
    }
    return history
  }
}

extension CaseEvent {
  /// Who answers for what the certificate says of a person; nil of every other event.
  fileprivate var answeringOfficer: OfficerID? {
    if case .assessed(let officer, _, _) = self { return officer }
    if case .approved(let officer, _) = self { return officer }
    if case .candidateDecided(let decision) = self { return decision.by }
    if case .candidateRuled(let decision) = self { return decision.by }
    return nil
  }
}

extension PersonDispute? {
  /// The third to speak where two differ is the leader; the room has seen to it.
  fileprivate mutating func say(_ opinion: Opinions.Opinion) throws(PersonRefusal) {
    guard var dispute = self else { throw .noDispute }
    let hasLooked = dispute.opinions.given.contains { $0.by == opinion.by }
    if dispute.opinions.standing == .leader, !hasLooked {
      try dispute.opinions.rule(opinion)
    } else {
      try dispute.opinions.add(opinion)
    }
    self = dispute
  }
}

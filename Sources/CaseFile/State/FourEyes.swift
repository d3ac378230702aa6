import Handover
package import Vocabulary

/// With whose eyes somebody looked: their own, or those of an officer on leave for whom they stood
/// in.
package struct Eyes: Equatable, Sendable {
  package let actor: Actor
  package let onBehalf: OfficerID?

  package init(actor: Actor, onBehalf: OfficerID?) {
    self.actor = actor
    self.onBehalf = onBehalf
  }

  package init(of entry: CaseEntry) {
    self.init(actor: entry.actor, onBehalf: entry.onBehalf)
  }

  fileprivate var people: Set<OfficerID> {
    var people = Set([onBehalf].compactMap { $0 })
    if case .officer(let id) = actor { people.insert(id) }
    return people
  }

  /// Two people who look with one pair of eyes: one in the name of the other, or both in one name.
  /// That one person looks twice is the state machine's to refuse.
  package func areShared(with other: Eyes) -> Bool {
    actor != other.actor && !people.isDisjoint(with: other.people)
  }
}

extension CaseEvent {
  /// Whether what was done earlier must have been done with other eyes.
  private func needsOtherEyes(than earlier: CaseEvent) -> Bool {
    switch self {
    case .approved:
      if case .assessed = earlier { return true }
    case .candidateDecided(let mine):
      if case .candidateDecided(let theirs) = earlier { return mine.isOfSamePair(as: theirs) }
    case .candidateRuled(let mine):
      if case .candidateDecided(let theirs) = earlier { return mine.isOfSamePair(as: theirs) }
    case .disputeDecided: return earlier.answersForThePerson
    case .revoked, .revocationDeclined:
      if case .revocationProposed = earlier { return true }
    case .lodged, .feeExempted, .paymentBegan, .paymentFailed, .feePaid, .surplusReceived,
      .amountDisputed, .refund, .accepted, .refused, .forwarded, .sentOutside, .supplementAsked,
      .supplementAnswered, .supplementLapsed, .linkChecked, .linkConfirmed, .fieldDecided,
      .withdrawn, .contactCorrected, .deliveryChosen, .inquirySent, .inquiryAnswered,
      .answerUnusable, .dueLengthened, .worksheetSaved, .factAsked, .factAnswered, .factUnusable,
      .factTaken, .personSearched, .candidateAdded, .assessed, .sentBack, .reopened,
      .issuanceIntended, .signatureIntended, .signatureMade, .issued, .handedOver,
      .paperAttached, .personDisputed, .revocationProposed, .looked, .reappointed:
      return false
    }
    return false
  }

  /// Said who the applicant is, found what the record holds, approved it, or answered a dispute.
  fileprivate var answersForThePerson: Bool {
    if case .assessed = self { return true }
    if case .approved = self { return true }
    if case .candidateDecided = self { return true }
    if case .candidateRuled = self { return true }
    if case .disputeDecided = self { return true }
    return false
  }

  /// Whether, after these events, it would make one pair of eyes of two people.
  package func sharesEyes(_ eyes: Eyes, after events: [CaseEntry]) -> Bool {
    events.contains { needsOtherEyes(than: $0.event) && eyes.areShared(with: Eyes(of: $0)) }
  }
}

extension CaseFacts {
  /// Who answers for what the certificate says of the person, and in whose name they did.
  package var answering: Set<OfficerID> {
    let inWhoseName = events.filter { $0.event.answersForThePerson }.compactMap(\.onBehalf)
    return history.officers.union(inWhoseName)
  }
}

extension CaseEvent {
  /// Why these eyes may not do it about the certificate that the case cites: who stands in for one
  /// who answered for it is not new to it either. Nil where they may.
  package func breaksCitation(_ eyes: Eyes, on facts: CaseFacts) -> CaseRefusal? {
    guard facts.history.isCorrecting, let answered = facts.history.cites?.officers,
      !eyes.people.isDisjoint(with: answered)
    else { return nil }
    func isOldToo(_ isMeant: (CaseEvent) -> Bool) -> Bool {
      facts.events.last { isMeant($0.event) }.map {
        !Eyes(of: $0).people.isDisjoint(with: answered)
      } ?? false
    }
    if case .approved = self, isOldToo({ if case .assessed = $0 { true } else { false } }) {
      return .bothAnsweredBefore
    }
    if case .revoked = self, isOldToo({ if case .revocationProposed = $0 { true } else { false } })
    {
      return .revocation(.bothAnsweredBefore)
    }
    if case .refused = self { return .revocation(.answeredBefore) }
    if case .revocationDeclined(_, let officer) = self,
      officer != facts.history.citedRevocation?.proposedBy
    {
      return .revocation(.answeredBefore)
    }
    return nil
  }
}

extension CaseEvent.CandidateDecision {
  fileprivate func isOfSamePair(as other: CaseEvent.CandidateDecision) -> Bool {
    record == other.record && edition == other.edition
  }
}

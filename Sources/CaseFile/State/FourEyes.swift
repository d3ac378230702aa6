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

  private var people: Set<OfficerID> {
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
      .paperAttached, .personDisputed, .revocationProposed, .assigned, .looked,
      .reappointed:
      return false
    }
    return false
  }

  /// Said who the applicant is, found what the record holds, approved it, or answered a dispute.
  private var answersForThePerson: Bool {
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

extension CaseEvent.CandidateDecision {
  fileprivate func isOfSamePair(as other: CaseEvent.CandidateDecision) -> Bool {
    record == other.record && edition == other.edition
  }
}

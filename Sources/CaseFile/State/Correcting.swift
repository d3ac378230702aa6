import Assessment
import Handover
import Vocabulary

// A certificate is taken back by a case of its own that cites it; before there were such cases it
// was proposed and decided on the case that issued it, and those journals go on.
extension CaseHistory {
  /// Whether the case is still to correct the certificate that it cites, and has none of its own.
  package var isCorrecting: Bool {
    guard cites != nil else { return false }
    switch state {
    case .issued, .handedOver: return false
    case .revoked(_, let document): return document == nil
    case .awaitingFee, .lodged, .inAssessment, .awaitingSupplement, .assessed, .approved, .issuing,
      .refused, .sentOutside, .withdrawn:
      return true
    }
  }

  /// A case that cites a certificate is not decided by those alone who answered for it, does not
  /// leave the agency that issued it, and waits while a proposal about it waits.
  func mustKeepToCitation(_ event: CaseEvent) throws(CaseRefusal) {
    guard let cites else { return }
    if case .forwarded = event { throw .outOfOrder(at: state.name) }
    if case .sentOutside = event { throw .outOfOrder(at: state.name) }
    if case .approved(let decider, _) = event, case .assessed(let assessor, _) = state {
      guard !cites.officers.isSuperset(of: [assessor, decider]) else { throw .bothAnsweredBefore }
    }
    if case .withdrawn = event, cites.cause != .holder { throw .outOfOrder(at: state.name) }
    if case .refused(let officer, _) = event, cites.officers.contains(officer) {
      throw .revocation(.answeredBefore)
    }
    guard citedRevocation?.standing == .proposed else { return }
    if event.endsTheWork { throw .revocation(.proposedAlready) }
  }

  /// What is said of the certificate that the case issued, or of the one that it cites.
  mutating func revoke(by event: CaseEvent, at moment: Instant) throws(RevocationRefusal) {
    guard event.isAboutRevocation, let certificate = event.certificate else { return }
    switch state {
    case .issued(let own, _), .handedOver(let own, _):
      guard certificate == own else { throw .nothingProposed }
      if case .revoked(_, let officer, let through?) = event {
        try replace(by: through, decidedBy: officer, at: moment)
      } else {
        try revocation.take(event, at: moment, isUpheld: dispute?.isUpheld ?? false)
      }
    case .lodged, .inAssessment:
      guard let cites, certificate == cites.certificate else { throw .nothingProposed }
      try citedRevocation.take(event, at: moment, isUpheld: false)
      guard let proceeding = citedRevocation else { return }
      try proceeding.mustNotBeOf(cites.officers)
    case .awaitingFee, .awaitingSupplement, .assessed, .approved, .issuing, .revoked, .refused,
      .sentOutside, .withdrawn:
      throw .nothingProposed
    }
  }

  private mutating func replace(
    by through: CorrectingCase, decidedBy officer: OfficerID, at moment: Instant
  ) throws(RevocationRefusal) {
    var told = Revocation(
      ground: through.ground, cause: through.cause, proposedBy: through.proposer,
      proposedAt: through.proposedAt)
    try told.revoke(by: officer, at: moment)
    revocation = told
    correctedBy = through
  }
}

extension Revocation? {
  fileprivate mutating func take(
    _ event: CaseEvent, at moment: Instant, isUpheld: Bool
  ) throws(RevocationRefusal) {
    if case .revocationProposed(let proposal) = event {
      try mustAllowProposal()
      self = Revocation(
        ground: proposal.ground, cause: proposal.cause, proposedBy: proposal.by,
        proposedAt: moment)
      return
    }
    guard var open = self else { throw .nothingProposed }
    if case .revoked(_, let officer, _) = event { try open.revoke(by: officer, at: moment) }
    if case .revocationDeclined(_, let officer) = event {
      guard !isUpheld else { throw .mustBeRevoked }
      try open.decline(by: officer, at: moment)
    }
    self = open
  }
}

extension Revocation {
  /// One of the two who take a certificate back is new to it; who answered for it leaves it
  /// standing only by taking back what they proposed.
  fileprivate func mustNotBeOf(_ answered: Set<OfficerID>) throws(RevocationRefusal) {
    switch standing {
    case .proposed: return
    case .revoked(let officer, _):
      guard !answered.isSuperset(of: [proposedBy, officer]) else { throw .bothAnsweredBefore }
    case .declined(let officer, _):
      guard officer == proposedBy || !answered.contains(officer) else { throw .answeredBefore }
    }
  }
}

extension PersonDispute {
  fileprivate var isUpheld: Bool { opinions.standing == .decided(.other) }
}

extension CaseEvent {
  /// What would pass over a proposal that waits.
  fileprivate var endsTheWork: Bool {
    if case .assessed = self { return true }
    if case .refused = self { return true }
    if case .withdrawn = self { return true }
    return false
  }

  fileprivate var isAboutRevocation: Bool {
    if case .revocationProposed = self { return true }
    if case .revocationDeclined = self { return true }
    if case .revoked = self { return true }
    return false
  }
}

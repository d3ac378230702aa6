import Assessment
package import Decision
package import Law
package import Vocabulary

/// A proceeding to take an issued certificate back: one officer proposes, a leader who is another
/// decides (Law 28/2009/QH12, Article 50).
package struct Revocation: Equatable, Sendable {
  package let ground: RevocationGround
  package let cause: Cause
  package let proposedBy: OfficerID
  package let proposedAt: Instant
  package private(set) var standing = Standing.proposed

  package enum Cause: String, Equatable, Sendable, Codable {
    /// An officer found it wrong.
    case officer
    /// "This is not me" was upheld: the proposal came with that decision.
    case dispute
    /// Its holder asked for a correction.
    case holder
  }

  package enum Standing: Equatable, Sendable {
    case proposed
    case declined(by: OfficerID, at: Instant)
    case revoked(by: OfficerID, at: Instant)
  }

  package init(
    ground: RevocationGround, cause: Cause, proposedBy: OfficerID, proposedAt: Instant
  ) {
    self.ground = ground
    self.cause = cause
    self.proposedBy = proposedBy
    self.proposedAt = proposedAt
  }

  package mutating func revoke(
    by officer: OfficerID, at now: Instant
  ) throws(RevocationRefusal) {
    guard standing == .proposed else { throw .nothingProposed }
    guard officer != proposedBy else { throw .sameOfficer }
    standing = .revoked(by: officer, at: now)
  }

  /// Who proposed may take it back.
  package mutating func decline(
    by officer: OfficerID, at now: Instant
  ) throws(RevocationRefusal) {
    guard standing == .proposed else { throw .nothingProposed }
    guard cause != .dispute else { throw .mustBeRevoked }
    standing = .declined(by: officer, at: now)
  }

  /// When it was revoked; nil where it was not.
  package var revokedAt: Instant? {
    switch standing {
    case .proposed, .declined: nil
    case .revoked(_, let at): at
    }
  }
}

extension Revocation? {
  /// Whether a proposal may be made: none is open, and none was decided so.
  package func mustAllowProposal() throws(RevocationRefusal) {
    switch self?.standing {
    case .none, .declined: return
    case .proposed: throw .proposedAlready
    case .revoked: throw .revokedAlready
    }
  }
}

/// A certificate is no longer to be relied on.
package struct Revoked: Equatable, Sendable {
  package let certificate: CertificateID
  package let ground: RevocationGround
  package let proposer: OfficerID
  package let decider: OfficerID
  package let at: Instant

  // Not `package`: no other room can write this line.
  init(
    certificate: CertificateID, ground: RevocationGround, proposer: OfficerID,
    decider: OfficerID, at: Instant
  ) {
    self.certificate = certificate
    self.ground = ground
    self.proposer = proposer
    self.decider = decider
    self.at = at
  }
}

/// Why a certificate cannot be taken back, or not by this officer.
package enum RevocationRefusal: String, Error, Equatable, Sendable, CaseIterable {
  case roleMissing
  case otherAgency
  case reasonMissing
  /// Four eyes: who proposed does not decide.
  case sameOfficer
  case nothingProposed
  case proposedAlready
  case revokedAlready
  /// Two officers found that the record is another person's: it cannot be left standing.
  case mustBeRevoked
  /// Both answered for the certificate: one of two who correct it must be new to it.
  case bothAnsweredBefore
  /// Who answered for the certificate does not alone say that it stands.
  case answeredBefore
}

/// An assessor or a leader finds a certificate wrong.
package func proposeRevocation(
  _ ground: RevocationGround, because reason: String, after earlier: Revocation?,
  of agency: AgencyID, by officer: ActingOfficer, at now: Instant
) throws(RevocationRefusal) -> Revocation {
  guard officer.agency == agency else { throw .otherAgency }
  guard !officer.roles.isDisjoint(with: [.assessor, .leader]) else { throw .roleMissing }
  guard !reason.isEmpty else { throw .reasonMissing }
  try earlier.mustAllowProposal()
  return Revocation(ground: ground, cause: .officer, proposedBy: officer.id, proposedAt: now)
}

/// A leader who did not propose it takes the certificate back.
///
/// - Parameter answered: who answered for the certificate. One of the two must be none of them.
package func revoke(
  _ certificate: CertificateID, by revocation: Revocation?, because reason: String,
  of agency: AgencyID, answered: Set<OfficerID> = [], by officer: ActingOfficer, at now: Instant
) throws(RevocationRefusal) -> Revoked {
  guard var revocation else { throw .nothingProposed }
  try mayDecide(officer, of: agency, because: reason)
  try revocation.revoke(by: officer.id, at: now)
  guard !answered.isSuperset(of: [revocation.proposedBy, officer.id]) else {
    throw .bothAnsweredBefore
  }
  return Revoked(
    certificate: certificate, ground: revocation.ground, proposer: revocation.proposedBy,
    decider: officer.id, at: now)
}

/// A new certificate takes the place of the one that its case cites: two people decided it, and
/// one of them had no part in the old one.
package func replace(
  _ certificate: CertificateID, for ground: RevocationGround, by decided: Decided,
  answered: Set<OfficerID>, at now: Instant
) throws(RevocationRefusal) -> Revoked {
  let proposer = decided.assessed.assessor
  guard proposer != decided.decider else { throw .sameOfficer }
  guard !answered.isSuperset(of: [proposer, decided.decider]) else { throw .bothAnsweredBefore }
  return Revoked(
    certificate: certificate, ground: ground, proposer: proposer, decider: decided.decider,
    at: now)
}

/// A leader leaves the certificate standing, or who proposed takes it back.
///
/// - Parameter answered: who answered for the certificate: a leader of them does not leave it
///   standing alone.
package func declineRevocation(
  _ revocation: Revocation?, because reason: String, of agency: AgencyID,
  answered: Set<OfficerID> = [], by officer: ActingOfficer, at now: Instant
) throws(RevocationRefusal) -> Revocation {
  guard var revocation else { throw .nothingProposed }
  if officer.id != revocation.proposedBy {
    try mayDecide(officer, of: agency, because: reason)
    guard !answered.contains(officer.id) else { throw .answeredBefore }
  }
  guard !reason.isEmpty else { throw .reasonMissing }
  try revocation.decline(by: officer.id, at: now)
  return revocation
}

private func mayDecide(
  _ officer: ActingOfficer, of agency: AgencyID, because reason: String
) throws(RevocationRefusal) {
  guard officer.agency == agency else { throw .otherAgency }
  guard officer.roles.contains(.leader) else { throw .roleMissing }
  guard !reason.isEmpty else { throw .reasonMissing }
}

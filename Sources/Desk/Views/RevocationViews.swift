package import Handover
package import Law
package import Vocabulary

/// A certificate and the proceeding to take it back, as one officer may see it.
package struct RevocationView: Equatable, Sendable {
  package var line: CaseLine
  package var applicantName: String
  package var certificate: CertificateView
  /// The latest; nil where nobody proposed anything.
  package var proceeding: Proceeding?
  package var can: Set<Act>

  package enum Act: Equatable, Sendable {
    case propose, revoke, decline
  }

  package struct Proceeding: Equatable, Sendable {
    package var ground: RevocationGround
    package var cause: Revocation.Cause
    package var proposer: String
    package var proposedAt: Instant
    package var reason: String
    /// Nil while it waits for a leader.
    package var outcome: Outcome?
  }

  package struct Outcome: Equatable, Sendable {
    package var verdict: RevocationChoice
    package var by: String
    package var at: Instant
    package var reason: String
  }
}

/// What a second person makes of a proposal.
package enum RevocationChoice: String, Equatable, Sendable, CaseIterable {
  case revoked, declined
}

/// A certificate that an officer wants taken back.
package struct RevocationWait: Equatable, Sendable {
  package var caseID: CaseID
  package var number: String
  package var applicant: String
  package var ground: RevocationGround
  package var since: Instant
}

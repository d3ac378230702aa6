package import CaseFile
package import Handover
package import Intake
package import Law
package import Vocabulary

/// A certificate and the proceeding to take it back, as one officer may see it.
package struct RevocationView: Equatable, Sendable {
  package var line: CaseLine
  package var applicantName: String
  package var certificate: CertificateView
  /// What the certificate was made of.
  package var declaration: Declaration
  /// The latest; nil where nobody proposed anything.
  package var proceeding: Proceeding?
  package var can: Set<Act>
  /// The cases that cite the certificate, the oldest first.
  package var corrections: [CorrectionLine] = []
  /// The case that issued the certificate, where this one only cites it.
  package var issuedBy: CaseID?

  package enum Act: Equatable, Sendable {
    /// Open a case from which a new certificate comes.
    case correct
    /// Propose to take it back without a new one.
    case propose
    case revoke, decline
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

/// A case that cites a certificate.
package struct CorrectionLine: Equatable, Sendable {
  package var id: CaseID
  package var number: String
  package var state: StateName
  package var cause: Revocation.Cause
  package var isOpen: Bool
}

/// What a case is to correct, or what is to correct its certificate, as its citizen sees it.
package struct CorrectionView: Equatable, Sendable {
  /// Of a case that cites a certificate.
  package var cites: Cited?
  /// Whether the holder may ask for a correction now.
  package var canAsk = false
  /// The case that is under way about this case's certificate; nil where none is.
  package var open: CorrectionLine?
  /// What took the place of this case's certificate; nil where nothing did.
  package var replacedBy: Replacement?

  /// Whether the case corrects a certificate that an officer, and not its holder, found wrong.
  package var isOfOffice: Bool { cites?.cause == .officer }

  package struct Cited: Equatable, Sendable {
    package var certificateNumber: String
    package var caseID: CaseID
    package var caseNumber: String
    package var ground: RevocationGround
    package var cause: Revocation.Cause
    /// What is wrong, in words; empty where only lines were named.
    package var words: String
  }

  package struct Replacement: Equatable, Sendable {
    package var certificateNumber: String
    package var caseID: CaseID
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

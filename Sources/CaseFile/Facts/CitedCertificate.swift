package import Handover
package import Law
package import Vocabulary

/// The certificate that a case is to correct, as it stood when the case was opened.
package struct CitedCertificate: Equatable, Sendable, Codable {
  package let certificate: CertificateID
  package let certificateNumber: String
  /// The case that issued it.
  package let caseID: CaseID
  package let caseNumber: String
  package let ground: RevocationGround
  /// Who wants it corrected.
  package let cause: Revocation.Cause
  /// Who answered for it: none of them decides about it without somebody who did not.
  package let answered: [OfficerID]

  package init(
    certificate: CertificateID, certificateNumber: String, caseID: CaseID, caseNumber: String,
    ground: RevocationGround, cause: Revocation.Cause, answered: [OfficerID]
  ) {
    self.certificate = certificate
    self.certificateNumber = certificateNumber
    self.caseID = caseID
    self.caseNumber = caseNumber
    self.ground = ground
    self.cause = cause
    self.answered = answered
  }

  /// Who answered for it, to be asked of.
  package var officers: Set<OfficerID> { Set(answered) }
}

/// The case in which a certificate was taken back, as the certificate's own case remembers it.
package struct CorrectingCase: Equatable, Sendable, Codable {
  package let caseID: CaseID
  package let number: String
  package let ground: RevocationGround
  package let cause: Revocation.Cause
  package let proposer: OfficerID
  package let proposedAt: Instant
  /// The certificate that takes the place of this one; nil where none does.
  package let successor: CertificateID?
  package let successorNumber: String?

  package init(
    caseID: CaseID, number: String, ground: RevocationGround, cause: Revocation.Cause,
    proposer: OfficerID, proposedAt: Instant, successor: CertificateID?,
    successorNumber: String?
  ) {
    self.caseID = caseID
    self.number = number
    self.ground = ground
    self.cause = cause
    self.proposer = proposer
    self.proposedAt = proposedAt
    self.successor = successor
    self.successorNumber = successorNumber
  }
}

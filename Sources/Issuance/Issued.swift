package import Vocabulary

/// The door out of Issuance: a document exists, its last signature is on it, and its hash is
/// known. There is one for a case, ever.
package struct Issued: Equatable, Sendable {
  package let certificate: CertificateID
  package let caseID: CaseID
  package let holder: CitizenID
  package let agency: AgencyID
  package let statement: CertificateStatement
  /// Lower-case hex SHA-256 of the signed PDF.
  package let documentDigest: String

  // Not `package`: no other room can write this line.
  init(
    certificate: CertificateID, caseID: CaseID, holder: CitizenID, agency: AgencyID,
    statement: CertificateStatement, documentDigest: String
  ) {
    self.certificate = certificate
    self.caseID = caseID
    self.holder = holder
    self.agency = agency
    self.statement = statement
    self.documentDigest = documentDigest
  }
}

package enum IssuanceRefusal: Error, Equatable, Sendable {
  /// A signature that the profile requires is not on the document.
  case signatureMissing(SigningStep)
  case digestMalformed
  /// On the certificate's day, by what is known then, the rules conclude something else than what
  /// was decided: the certificate would state what no longer holds.
  case conclusionChanged
}

/// The two signatures of a certificate, in this order.
package enum SigningStep: String, Sendable, Codable, CaseIterable {
  /// The leader who answers for the content (Law 28/2009/QH12, Article 44).
  case leader
  /// The agency's seal.
  case seal
}

/// A document becomes issued when every signature is on it.
package func issue(
  _ statement: CertificateStatement, as certificate: CertificateID, for caseID: CaseID,
  holder: CitizenID, agency: AgencyID, signatures: Set<SigningStep>, documentDigest: String
) throws(IssuanceRefusal) -> Issued {
  for step in SigningStep.allCases where !signatures.contains(step) {
    throw .signatureMissing(step)
  }
  let isHex = documentDigest.utf8.allSatisfy {
    (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
  }
  guard documentDigest.utf8.count == 64, isHex else { throw .digestMalformed }
  return Issued(
    certificate: certificate, caseID: caseID, holder: holder, agency: agency,
    statement: statement, documentDigest: documentDigest)
}

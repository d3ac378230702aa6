package import Vocabulary

/// Number 2 is given to the person alone.
///
/// Law 28/2009/QH12, Article 46.2: a person who asks for number 2 cannot authorise another. Parents
/// and guardians act for a minor. For number 1 others may apply (Article 45.3), and parents, spouse
/// and children need no written authority.
package enum NumberTwoIsPersonal: Rule {
  package static let summary = "For number 2 nobody can be authorised; for number 1 others can."
  package static let citations = [
    Citation("Luật 28/2009/QH12", "Điều 45 khoản 3"),
    Citation("Luật 28/2009/QH12", "Điều 46 khoản 2"),
  ]
  package static let inForce = Period(from: Regime.law2009)
  package static let confidence = Confidence.sure

  package typealias Applicant = ApplicantRole

  package enum Standing: Equatable, Sendable {
    case allowed
    case allowedWith(Proof)
    /// Nobody can apply for another.
    case onlyThePerson(Citation)
  }

  package enum Proof: String, Sendable, Codable, CaseIterable {
    case familyTie
    case guardianship
    /// Certified by a notary or a people's committee.
    case writtenAuthority
  }

  package static func standing(
    of applicant: Applicant, asking kind: CertificateKind
  ) -> Standing {
    switch (kind, applicant) {
    case (.number1, .own), (.number2, .own): .allowed
    case (.number1, .parentOfMinor), (.number2, .parentOfMinor): .allowedWith(.familyTie)
    case (.number1, .guardianOfMinor), (.number2, .guardianOfMinor): .allowedWith(.guardianship)
    case (.number1, .closeFamily): .allowedWith(.familyTie)
    case (.number1, .authorised): .allowedWith(.writtenAuthority)
    case (.number2, .closeFamily), (.number2, .authorised):
      .onlyThePerson(Citation("Luật 28/2009/QH12", "Điều 46 khoản 2"))
    }
  }
}

package import Vocabulary

/// Why an issued certificate is taken back. Its raw value is stored with the revocation.
package enum RevocationGround: String, Sendable, Codable, CaseIterable {
  /// The record that it states is another person's.
  case anotherPerson
  /// It states something else than the record held on its day, or a wrong identity.
  case wrongContent
  /// It was issued against the law: without competence, or on forged papers.
  case unlawful
}

/// A certificate that is wrong or unlawful is taken back.
///
/// Law 28/2009/QH12, Article 50.
package enum RevocationGrounds: Rule {
  package static let summary =
    "A certificate that is wrong or was issued unlawfully is corrected or revoked, by two people."
  package static let citations = [Citation("Luật 28/2009/QH12", "Điều 50")]
  package static let inForce = Period(from: Regime.law2009)
  package static let confidence = Confidence.likely
  package static let interpretations = [
    "Correction and revocation are a case of its own, with its own number and journal, that cites "
      + "the certificate: the article names no procedure, so it goes the way of an application.",
    "An assessor finds and a leader who is another decides, and at least one of the two did not "
      + "answer for the certificate; that it stands is not said by one who did.",
    "The certificate is revoked in the moment in which the new one is issued, and names it; or "
      + "without a new one, by one officer's proposal and another leader's decision.",
    "What two officers found to be another person's record is revoked: a proposal that follows "
      + "from it cannot be declined.",
    "The document stays what it was and its signatures hold; its number is not given again, and "
      + "the public page says that it was revoked from the moment of the decision.",
  ]

  package static let all = RevocationGround.allCases
}

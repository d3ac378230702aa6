/// The paper that shows who a person is.
package enum PaperKind: String, Sendable, Codable, CaseIterable {
  /// Số định danh cá nhân / căn cước, twelve digits.
  case nationalID
  /// Chứng minh nhân dân, nine digits.
  case oldIdentityCard
  case passport
}

/// Nơi thường trú, nơi tạm trú, or a time spent in another country.
package enum ResidenceKind: String, Sendable, Codable, CaseIterable {
  case permanent
  case temporary
  case abroad
}

/// In which country a person lives now.
package enum Abode: String, Sendable, Codable, CaseIterable {
  case vietnam
  case abroad
}

/// Whether number 1 is to state bans on office and enterprises (Article 42.3: only if asked for).
package enum BanConfirmation: String, Sendable, Codable, CaseIterable {
  case requested
  case notRequested
}

/// How a result reaches the person.
package enum DeliveryWay: String, Sendable, Codable, CaseIterable {
  case electronic
  case counter
  case post
}

/// Who makes the declaration, seen from the person whom the certificate is about.
package enum ApplicantRole: String, Sendable, Codable, CaseIterable {
  /// For oneself.
  case own = "self"
  case parentOfMinor
  case guardianOfMinor
  /// Father, mother, spouse or child: they need no written authority for number 1.
  case closeFamily
  case authorised
}

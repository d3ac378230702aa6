/// The paper that shows who a person is.
package enum PaperKind: String, Sendable, Codable, CaseIterable {
  /// Số định danh cá nhân / căn cước, twelve digits.
  case nationalID
  /// Chứng minh nhân dân, nine digits.
  case oldIdentityCard
  case passport
}

/// Nơi thường trú or nơi tạm trú.
package enum ResidenceKind: String, Sendable, Codable, CaseIterable {
  case permanent
  case temporary
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

/// Whether the declaration is about the one who makes it.
package enum ApplicantRole: String, Sendable, Codable, CaseIterable {
  /// For oneself.
  case own = "self"
  case other
}

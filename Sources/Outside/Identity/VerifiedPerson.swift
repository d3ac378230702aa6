package import Vocabulary

/// Who the e-ID provider says has signed in, after its word was verified.
package struct VerifiedPerson: Equatable, Sendable {
  /// The provider's own name for the person; meaningful only together with `provider`.
  package let subject: String
  package let nationalID: NationalID
  /// As the provider writes it; often all capitals.
  package let name: PersonName
  package let birthDate: BirthDate
  package let level: AssuranceLevel
  /// The issuer's address.
  package let provider: String
}

/// Levels of an electronic identity. Decree 69/2024/NĐ-CP: level 2 is a person whose face or
/// fingerprints were compared; judicial records need it.
package enum AssuranceLevel: Int, Sendable, Comparable {
  case level1 = 1
  case level2 = 2

  package static func < (left: AssuranceLevel, right: AssuranceLevel) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What a sign-in came to. A fault (provider down) is thrown instead.
package enum SignInOutcome: Equatable, Sendable {
  case verified(VerifiedPerson)
  case refused(SignInRefusal)
}

/// Why a sign-in does not count, though the provider answered.
package enum SignInRefusal: Error, Equatable, Sendable {
  /// The code was not accepted: used, expired, or from another browser. Begin again.
  case codeRefused
  /// The account is known at a level that judicial records do not accept.
  case levelTooLow(AssuranceLevel)
  /// An organisation's account (LoaiTaiKhoan other than the person's).
  case notAPerson
  /// A claim we need is missing or malformed; named by our field, without its value.
  case claimUnusable(Field)
  /// The token fails a check. Either an attack or a misconfiguration: for the log, by name.
  case notTrusted(TokenFlaw)

  package enum Field: String, Sendable {
    case subject, nationalID, name, birthDate, level
  }
}

/// Which check of OpenID Connect Core 1.0, section 3.1.3.7, the ID token failed.
package enum TokenFlaw: String, Sendable, Equatable {
  case notAToken
  case algorithm
  case unknownKey
  case signature
  case issuer
  case audience
  case authorizedParty
  case expired
  case issuedInTheFuture
  case notYetValid
  case nonce
}

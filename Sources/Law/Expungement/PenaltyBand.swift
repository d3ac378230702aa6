import Vocabulary

/// How heavy a principal penalty is, as the terms of clearance sort it. What was pronounced
/// decides (BLHS 2015, Article 73.1).
enum PenaltyBand {
  /// Warning, fine, non-custodial reform, suspended imprisonment.
  case light
  /// Imprisonment up to the first border, included.
  case first
  /// Over the first border, up to fifteen years.
  case second
  /// Over fifteen years, for life, or death commuted.
  case beyond

  /// Where imprisonment passes from the first to the second band.
  enum Borders: Int {
    case code2015 = 60
    case code1999 = 36
  }

  private static let fifteenYearsMonths = 180

  /// Nil for expulsion, and for what is no penalty.
  init?(of principal: PrincipalPenalty, borders: Borders) {
    switch principal.kind {
    case .warning, .fine, .nonCustodialReform, .suspendedImprisonment: self = .light
    case .imprisonment:
      let months = principal.months ?? 0
      if months <= borders.rawValue {
        self = .first
      } else {
        self = months <= Self.fifteenYearsMonths ? .second : .beyond
      }
    case .lifeImprisonment, .deathCommuted: self = .beyond
    case .expulsion, .exempt, .juvenileMeasure: return nil
    }
  }
}

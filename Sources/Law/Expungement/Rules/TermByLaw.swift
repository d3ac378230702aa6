package import Vocabulary

/// The ordinary conviction is cleared by operation of law when a term has run since the principal
/// penalty and everything else is done.
///
/// BLHS 2015, Article 70.2: (a) 1 year after warning, fine, non-custodial reform or a suspended
/// sentence; (b) 2 after imprisonment up to 5 years; (c) 3 over 5 to 15; (d) 5 over 15, life, death
/// commuted. Article 70.3: after limitation the same. Article 73.1: by the penalty pronounced.
package enum TermByLaw: ExpungementRule {
  package static let summary =
    "1, 2, 3 or 5 years, by the penalty as pronounced, from the earlier of its completion (end of "
    + "probation) and its limitation; not before every other part is done. An unknown part is "
    + "never taken for done."
  package static let citations = [
    Citation("BLHS 2015", "Điều 70"), Citation("BLHS 2015", "Điều 73 khoản 1"),
  ]
  package static let inForce = Period(from: HistoryCheck.firstDay)
  package static let confidence = Confidence.sure
  package static let readings: [Reading] = [
    .bansCountFromFollowingDay, .obligationsCountAtOnce, .expulsionIsVerified,
  ]

  /// Nil for expulsion.
  static func term(of conviction: Conviction) -> Term? {
    let (years, point): (Int, Provisions)
    switch PenaltyBand(of: conviction.principal, borders: .code2015) {
    case .light: (years, point) = (1, .byLawOneYear)
    case .first: (years, point) = (2, .byLawTwoYears)
    case .second: (years, point) = (3, .byLawThreeYears)
    case .beyond: (years, point) = (5, .byLawFiveYears)
    case nil: return nil
    }
    return Term(
      route: .law, years: years, provisions: point,
      years1999: EarlierJudgment.years(of: conviction.principal))
  }
}

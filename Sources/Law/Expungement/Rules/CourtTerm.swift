package import Vocabulary

/// Offences against national security, peace and humanity are cleared by a court only.
///
/// BLHS 2015, Article 71 with Chapters XIII (108 to 122) and XXVI (421 to 425), BLHS 1999, Chapters
/// XI (78 to 92) and XXIV (341 to 344). Article 73.3: one such offence puts the judgment to court.
package enum CourtTerm: ExpungementRule {
  package static let summary =
    "A judgment with an offence of Chapters XIII or XXVI waits for a court's decision; the court "
    + "may be asked after 1, 3, 5 or 7 years, counted as by operation of law."
  package static let citations = [
    Citation("BLHS 2015", "Điều 71"), Citation("BLHS 2015", "Điều 73 khoản 3"),
  ]
  package static let inForce = Period(from: HistoryCheck.firstDay)
  package static let confidence = Confidence.sure
  package static let readings: [Reading] = [.courtTermOfFine, .expulsionIsVerified]

  static func applies(to conviction: Conviction) -> Bool {
    conviction.offences.contains(where: isForCourt)
  }

  package static func isForCourt(_ offence: Offence) -> Bool {
    switch offence.code {
    case .code2015: (108...122).contains(offence.article) || (421...425).contains(offence.article)
    case .code1999: (78...92).contains(offence.article) || (341...344).contains(offence.article)
    }
  }

  /// Nil for expulsion. The Code of 1999 takes no part: the transition is for Article 70.
  static func term(of conviction: Conviction) -> Term? {
    let (years, point): (Int, Provisions)
    switch PenaltyBand(of: conviction.principal, borders: .code2015) {
    case .light: (years, point) = (1, .byCourtOneYear)
    case .first: (years, point) = (3, .byCourtThreeYears)
    case .second: (years, point) = (5, .byCourtFiveYears)
    case .beyond: (years, point) = (7, .byCourtSevenYears)
    case nil: return nil
    }
    return Term(route: .court, years: years, provisions: point, years1999: nil)
  }
}

package import Vocabulary

/// Judgments effective before 2018 take the Code of 2015 from 2018-01-01 on, or the Code of 1999
/// where that cleared them earlier.
///
/// Resolution 41/2017/QH14: the more favourable rules hold for earlier convictions from 0:00 on
/// 2018-01-01. BLHS 1999, Article 64: 1, 3 (up to 3 years), 5 (over 3 to 15) or 7 years from the
/// day the whole judgment is completed, or its limitation expired.
package enum EarlierJudgment: ExpungementRule {
  package static let summary =
    "For a judgment effective before 2018: the earlier of the day of the Code of 1999, counted "
    + "from the whole judgment, and the day of the Code of 2015, which is not before 2018-01-01."
  package static let citations = [Citation("NQ 41/2017/QH14"), Citation("BLHS 1999", "Điều 64")]
  package static let inForce = Period(from: HistoryCheck.firstDay)
  package static let confidence = Confidence.sure
  package static let readings: [Reading] = [.oldMinorFrom2018]

  static func applies(to conviction: Conviction, by route: Reckoning.Route) -> Bool {
    route != .court && conviction.effectiveOn < HistoryCheck.firstDay
  }

  /// By the Code of 1999; nil for expulsion.
  static func years(of principal: PrincipalPenalty) -> Int? {
    switch PenaltyBand(of: principal, borders: .code1999) {
    case .light: 1
    case .first: 3
    case .second: 5
    case .beyond: 7
    case nil: nil
    }
  }

  /// The first day as not convicted, from the day reached by the Code of 2015.
  ///
  /// - Parameter whole: the day on which the whole judgment is done; nil where some part has no
  ///   date, and the Code of 1999 gives no day.
  static func first(
    _ reached: CivilDate, for conviction: Conviction, _ term: Term, whole: CivilDate?
  ) -> (from: CivilDate, transition: Reckoning.Transition?) {
    guard applies(to: conviction, by: term.route) else { return (reached, nil) }
    let usable = max(HistoryCheck.firstDay, reached)
    if let whole, let years = term.years1999 {
      let old = TermDays.lastDay(ofYears: years, from: whole).adding(days: 1)
      if old < usable { return (old, .code1999(whole: whole, years: years)) }
    }
    return (usable, reached < usable ? .floor : .later)
  }
}

package import Vocabulary

/// A court's decision or certificate of expungement, or a general amnesty, clears a conviction
/// whatever else is true.
///
/// BLHS 2015, Article 69.1: who is cleared counts as not convicted. Law 28/2009/QH12, Article
/// 42.2.b and c: the record then says that there is none.
package enum DecidedClearance: ExpungementRule {
  package static let summary =
    "A court's expungement or a general amnesty on or before the day clears the conviction from "
    + "that day, the earlier of the two; nothing undoes it."
  package static let citations = [
    Citation("BLHS 2015", "Điều 69 khoản 1"),
    Citation("Luật 28/2009/QH12", "Điều 42 khoản 2 điểm b, c"),
  ]
  package static let inForce = Period(from: HistoryCheck.firstDay)
  package static let confidence = Confidence.sure

  static func conclusion(on conviction: Conviction, asOf day: CivilDate) -> ConvictionConclusion? {
    let court = conviction.courtExpungedOn.flatMap { $0 <= day ? $0 : nil }
    let amnesty = conviction.generalAmnestyOn.flatMap { $0 <= day ? $0 : nil }
    if let amnesty, court.map({ amnesty < $0 }) ?? true {
      return ConvictionConclusion(
        id: conviction.id, status: .expunged, from: amnesty, provisions: .amnestiedRecord,
        ground: .amnestied(on: amnesty))
    }
    guard let court else { return nil }
    return ConvictionConclusion(
      id: conviction.id, status: .expunged, from: court,
      provisions: [.asIfNotConvicted, .clearedRecord], ground: .expungedByCourt(on: court))
  }
}

package import Vocabulary

/// By when a supplier must have sent a document to the keeper of the judicial record.
///
/// Law 28/2009/QH12, Articles 15 to 22, and TTLT 04/2012: within so many days (a dated row says
/// how many) from the day on which the judgment or decision took effect, was issued, or was
/// received.
package enum SupplierDeadline: Rule {
  package static let summary =
    "Suppliers send a document within a term of its effect, or else of its issue: a dated row."
  package static let citations = [
    Citation("Luật 28/2009/QH12", "Điều 15–22"),
    Citation("TTLT 04/2012/TTLT-BTP-TANDTC-VKSNDTC-BCA-BQP"),
  ]
  package static let inForce = Period(from: Regime.law2009)
  package static let confidence = Confidence.likely
  package static let interpretations = [
    "Days are calendar days, the first is not counted, and a last day on a day of rest is not "
      + "moved: the figures show where to ask, and punish nobody.",
    "The term is that of the day on which it begins. Before the first row there is none.",
  ]

  /// How many days after the last allowed one it was received; 0 where it was in time.
  ///
  /// - Parameters:
  ///   - day: when the document took effect, or was issued where it says nothing of that.
  ///   - terms: the rows.
  package static func daysLate(
    since day: CivilDate, receivedOn received: CivilDate, terms: SupplyTerms
  ) -> Int {
    guard let term = terms.term(on: day) else { return 0 }
    return max(0, received.dayNumber - day.dayNumber - term.days)
  }
}

package import Vocabulary

/// How long a supplier has to send a document to the keeper of the judicial record.
package struct SupplyTerm: Hashable, Sendable, Codable {
  /// Calendar days, the first not counted.
  package let days: Int
  package let citation: Citation
}

/// The terms of suppliers, by the day on which the term of a document begins.
package struct SupplyTerms: Equatable, Sendable {
  let rows: [Dated<SupplyTerm>]

  /// Nil before the first row: the law of that day knew no such term.
  package func term(on day: CivilDate) -> SupplyTerm? {
    rows.first { $0.period.contains(day) }?.row
  }
}

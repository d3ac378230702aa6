package import Vocabulary

/// What the convictions make of the person, and which of them the certificates name.
///
/// Law 28/2009/QH12, Articles 42.2 and 43.2: number 1 names what is not cleared, number 2 all.
package enum PersonSummary: ExpungementRule {
  package static let summary =
    "One conviction to be verified: the person is, and nothing may be printed. Else one not "
    + "cleared: there is a record. Number 1 lists those, number 2 every conviction that counted."
  package static let citations = [
    Citation("Luật 28/2009/QH12", "Điều 42"), Citation("Luật 28/2009/QH12", "Điều 43"),
  ]
  package static let inForce = Period(from: Regime.law2009)
  package static let confidence = Confidence.sure
  package static let readings: [Reading] = [.neverCountedIsNotPrinted]

  static func answer(
    _ conclusions: [ConvictionConclusion], of convictions: [Conviction]
  ) -> ExpungementAnswer {
    var open: [Int] = []
    var counted: [Int] = []
    for index in conclusions.indices {
      switch conclusions[index].status {
      case .needsVerification:
        return ExpungementAnswer(
          result: .needsVerification, convictions: conclusions, certificate1: nil,
          certificate2: nil)
      case .active, .awaitingCourtDecision:
        open.append(index)
        counted.append(index)
      case .expunged: counted.append(index)
      case .neverCounted, .annulled, .notEffective: break
      }
    }
    return ExpungementAnswer(
      result: open.isEmpty ? .noCriminalRecord : .hasCriminalRecord, convictions: conclusions,
      certificate1: ids(open, of: convictions), certificate2: ids(counted, of: convictions))
  }

  /// By judgment day, then id.
  private static func ids(_ indices: [Int], of convictions: [Conviction]) -> [String] {
    guard indices.count > 1 else { return indices.map { convictions[$0].id } }
    let ordered = indices.sorted { first, second in
      let (first, second) = (convictions[first], convictions[second])
      if first.judgmentOn != second.judgmentOn { return first.judgmentOn < second.judgmentOn }
      return isSmaller(first.id, second.id)
    }
    return ordered.map { convictions[$0].id }
  }

  /// Ids are ordered by their bytes, which is the order of their code points.
  static func isSmaller(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }
}

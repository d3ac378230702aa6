package import Law
package import Vocabulary

/// A single unknown fact that would change what is concluded about a conviction.
package struct DecisiveFact: Hashable, Sendable {
  /// The conviction that the fact belongs to: the same, or a later one that may have restarted it.
  package let conviction: String
  package let part: FactPart

  package init(conviction: String, part: FactPart) {
    self.conviction = conviction
    self.part = part
  }
}

extension ExpungementRun {
  /// Every single unknown fact that, were it known, would change the status of the conviction at a
  /// place of the history: each is tried with each value it can have, the others left as they are.
  ///
  /// Nothing where too little is known to count: then the record itself lacks something.
  package func decisiveFacts(about place: Int) -> [DecisiveFact] {
    var found: [DecisiveFact] = []
    for (index, conviction) in history.convictions.enumerated() {
      for part in conviction.unknownParts
      where values(of: part, in: conviction).contains(where: {
        changes(place, where: index, part, is: $0)
      }) {
        found.append(DecisiveFact(conviction: conviction.id, part: part))
      }
    }
    return found
  }

  private func changes(
    _ place: Int, where index: Int, _ part: FactPart, is value: FactValue
  ) -> Bool {
    var known = history
    known.convictions[index] = known.convictions[index].learning(part, is: value)
    do {
      let run = try ExpungementRun(known, uncounted: uncounted, asOf: asOf)
      return run.answer.convictions[place].status != answer.convictions[place].status
    } catch {
      // A value that contradicts the rest cannot be the true one.
      return false
    }
  }

  /// What an unknown fact may turn out to be: not done, done today, done at the earliest.
  private func values(of part: FactPart, in conviction: Conviction) -> [FactValue] {
    switch part {
    case .principal, .supplementary, .obligation:
      [
        .completion(.no), .completion(.on(asOf)), .completion(.on(conviction.effectiveOn)),
      ]
    case .gravity: Gravity.allCases.filter { $0 != .unknown }.map { .gravity($0) }
    case .fault: FaultForm.allCases.filter { $0 != .unknown }.map { .fault($0) }
    }
  }
}

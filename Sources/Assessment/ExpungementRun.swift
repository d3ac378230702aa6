package import Law
package import Vocabulary

/// One run of the rules over one person's facts.
package struct ExpungementRun: Equatable, Sendable {
  package let history: ConvictionHistory
  package let asOf: CivilDate
  /// Judgments of which too little is known to count them, by id; `person` where something about
  /// the person is not settled.
  package let uncounted: [String]
  /// What the rules conclude; where something is uncounted, only what it cannot undo.
  package let answer: ExpungementAnswer

  /// The mark for what is about the person and no judgment.
  package static let person = "person"

  /// - Throws: `FactsImpossible` where the facts contradict each other or the law.
  package init(
    _ history: ConvictionHistory, uncounted: [String] = [], asOf day: CivilDate
  ) throws(FactsImpossible) {
    self.history = history
    self.asOf = day
    self.uncounted = uncounted
    var answer: ExpungementAnswer
    do {
      answer = try Expungement.answer(history, asOf: day)
    } catch {
      throw FactsImpossible(field: error.field)
    }
    if !uncounted.isEmpty { answer.doubt(history, uncounted: Set(uncounted), asOf: day) }
    self.answer = answer
  }
}

extension ExpungementRun {
  package var question: ExpungementQuestion {
    ExpungementQuestion(id: "case", asOf: asOf, history: history)
  }

  /// Single facts, each of which would by itself change what is concluded about the conviction at
  /// a place. None where something cannot be counted: that has to be settled first.
  package func missing(about place: Int) -> [MissingFact] {
    guard uncounted.isEmpty else { return [] }
    return ExpungementTrace.of(answer, to: question)[place].missing.filter { !$0.changes.isEmpty }
  }
}

extension ExpungementAnswer {
  /// One judgment that cannot be counted changes what the others mean: it may be the new offence
  /// that restarted them (BLHS 2015, Article 73.2). What a court decided, what was annulled and
  /// what never counted is not undone by it, and what is not cleared does not become so.
  fileprivate mutating func doubt(
    _ history: ConvictionHistory, uncounted: Set<String>, asOf day: CivilDate
  ) {
    for (index, conviction) in history.convictions.enumerated() {
      let isOpen = uncounted.contains(conviction.id)
      switch convictions[index].status {
      case .annulled, .notEffective, .needsVerification: continue
      case .neverCounted:
        guard isOpen else { continue }
      case .expunged:
        guard isOpen || !conviction.isClearedByDecision(on: day) else { continue }
      case .active, .awaitingCourtDecision:
        convictions[index].from = nil
        guard isOpen else { continue }
      }
      convictions[index].status = .needsVerification
      convictions[index].from = nil
    }
    result = .needsVerification
    certificate1 = nil
    certificate2 = nil
  }
}

extension Conviction {
  fileprivate func isClearedByDecision(on day: CivilDate) -> Bool {
    [courtExpungedOn, generalAmnestyOn].contains { $0.map { $0 <= day } ?? false }
  }
}

/// Facts that cannot be: an act after its judgment, an effect before it, a child as offender.
package struct FactsImpossible: Error, Equatable, Sendable {
  /// The conviction's place in the history, from 0; nil where it is about the person or the day.
  package let conviction: Int?
  /// The field within the conviction, as the line format names it.
  package let field: String

  /// - Parameter field: `convictions[0].principal.months`, or a field of the whole.
  init(field: String) {
    let parts = field.split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasPrefix("convictions["),
      let index = Int(parts[0].dropFirst("convictions[".count))
    else {
      self.conviction = nil
      self.field = field
      return
    }
    self.conviction = index
    self.field = String(parts[1].drop { $0 == "." })
  }
}

package import Vocabulary

/// How a conclusion about one conviction came about: each rule tried in turn, the facts it looked
/// at, what it found; and what is missing. Made only when somebody asks.
package struct ExpungementTrace: Equatable, Sendable {
  package var steps: [Step]
  package var missing: [MissingFact]

  package struct Step: Equatable, Sendable {
    /// The rule's name in docs/LAW.md.
    package var rule: String
    package var citations: [Citation]
    /// As the line format names and writes them.
    package var facts: [Fact]
    package var finding: Finding
  }

  package struct Fact: Equatable, Sendable {
    package var name: String
    /// Nil where the line says nothing.
    package var value: String?
  }

  package enum Finding: String, Sendable, CaseIterable {
    case inForce, notEffective, annulled
    case notDecided, decidedByCourt, amnestied
    case counts, neverCounts, unclear
    case adult, under18, agesMixed
    case byLaw, courtOnly
    /// A term was reckoned, or why it has none stands in the conclusion.
    case reckoned, noTerm
    /// The principal penalty, or another part, is not done.
    case notDone
    /// The end of the principal penalty is unknown.
    case startUnknown
    case codeOf2015, codeOf1999, notBefore2018
    case noNewOffence, restarted
    case settled, unsettled
  }

  /// One trace for each conviction.
  package static func of(
    _ answer: ExpungementAnswer, to question: ExpungementQuestion
  ) -> [ExpungementTrace] {
    let whatIf = WhatIf(answer, to: question)
    return question.history.convictions.indices.map { index in
      var steps = TraceSteps(answer.convictions[index], at: index, of: question)
      return ExpungementTrace(steps: steps.run(), missing: whatIf.missing(about: index))
    }
  }
}

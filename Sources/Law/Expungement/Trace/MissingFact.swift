package import Vocabulary

/// A fact that the history does not hold, who holds it, and what it would change by itself.
package struct MissingFact: Equatable, Sendable {
  /// As the line format names it: `convictions[0].obligations[1].completed`.
  package var field: String
  /// Index of the conviction it belongs to; nil for the person.
  package var conviction: Int?
  package var part: Part
  package var holder: FactHolder
  /// What would be concluded instead, for values that change the person's result or the
  /// conviction's status. Empty where this fact alone changes nothing.
  package var changes: [Change]

  package enum Part: Equatable, Sendable {
    case completion(SentencePart)
    case gravity(Int)
    case fault(Int)
    /// How the prosecution of the pending act at this index ends.
    case pending(Int)
    /// Whether the judgment takes effect.
    case effect
  }

  package struct Change: Equatable, Sendable {
    /// A day, `no`, a class, a form of fault; `dismissed` for an act that is no new offence.
    package var value: String
    package var status: ExpungementStatus
    package var from: CivilDate?
    package var result: ExpungementAnswer.Result
  }
}

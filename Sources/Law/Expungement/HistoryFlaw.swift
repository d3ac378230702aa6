/// What makes a history, or a line that should hold one, impossible to judge. `Words` says it.
package struct HistoryFlaw: Error, Equatable, Sendable {
  /// Where, in the names of the line format: `convictions[0].principal.months`; empty for the
  /// whole line.
  package var field: String
  package var reason: Reason

  package init(_ field: String, _ reason: Reason) {
    self.field = field
    self.reason = reason
  }

  /// The same flaw, its field named from one level up.
  func below(_ outer: String) -> HistoryFlaw {
    HistoryFlaw(field.isEmpty ? outer : "\(outer).\(field)", reason)
  }

  package enum Reason: Equatable, Sendable {
    /// Before 2018-01-01 the Code of 2015 was not in force.
    case dayBeforeCode2015
    case noOffence
    case idTwice
    case actBeforeFourteen
    case actAfterJudgment
    case effectBeforeJudgment
    /// A key that must be there is not.
    case missing
    case unknownKey
    case keyTwice
    case wrongKind(expected: Expected)
    /// A text that is none of the values the field knows.
    case notAChoice
    case notADay
    /// Not a whole number above zero.
    case notACount
    /// The bytes are no JSON, from this one on, counted from 1.
    case notJSON(byte: Int)
    case notUTF8
    case tooLong(limitBytes: Int)
  }

  package enum Expected: Sendable {
    case object, list, text, number, day, completion
  }
}

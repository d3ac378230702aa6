package import Intake
package import Law
package import Vocabulary

/// One request for a supplement and what became of it.
package struct SupplementRound: Equatable, Sendable {
  package let askedAt: Instant
  package let askedBy: OfficerID
  /// The last day on which an answer is in time.
  package let answerBy: CivilDate
  /// Whether the case was accepted: then a clock ran, and it was stopped.
  package let clock: Clock
  /// Nil where it was purged.
  package let request: SupplementRequest?
  package fileprivate(set) var outcome: Outcome

  package enum Clock: Equatable, Sendable {
    case stopped
    /// Before the acceptance none runs.
    case notRunning
  }

  package enum Outcome: Equatable, Sendable {
    case open
    /// Its words are nil where they were purged.
    case answered(at: Instant, SupplementAnswer?)
    case lapsed(at: Instant)
    /// The case ended while it was open.
    case ended(at: Instant)
  }

  /// The days on which the clock stood; nil while it stands, and where none was stopped.
  package var pause: ClockPause? {
    guard clock == .stopped else { return nil }
    switch outcome {
    case .open, .ended: return nil
    case .answered(let end, _), .lapsed(let end):
      return ClockPause(stoppedOn: askedAt.civilDate, resumedOn: end.civilDate)
    }
  }
}

/// All requests of a case, in their order.
package struct Supplements: Equatable, Sendable {
  package private(set) var rounds: [SupplementRound] = []

  package var open: SupplementRound? {
    rounds.last.flatMap { $0.outcome == .open ? $0 : nil }
  }

  /// What the clock left out.
  package var pauses: [ClockPause] { rounds.compactMap(\.pause) }

  mutating func ask(
    _ request: SupplementRequest?, by officer: OfficerID, until day: CivilDate,
    clock: SupplementRound.Clock, at moment: Instant
  ) {
    rounds.append(
      SupplementRound(
        askedAt: moment, askedBy: officer, answerBy: day, clock: clock, request: request,
        outcome: .open))
  }

  /// Nothing where none is open.
  mutating func close(_ outcome: SupplementRound.Outcome) {
    guard open != nil else { return }
    rounds[rounds.count - 1].outcome = outcome
  }
}

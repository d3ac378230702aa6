import CaseFile
package import Intake
import Law
package import Vocabulary

/// What a person was asked to complete, and what became of it. No officer's name.
package struct SupplementView: Equatable, Sendable {
  package var askedAt: Instant
  package var answerBy: CivilDate
  package var reasons: [SupplementReason]
  package var words: String
  package var standing: Standing
  /// The answer's words; empty for none.
  package var answer: String
  /// When it was answered or lapsed; nil while it is open.
  package var endedOn: CivilDate?
  package var clock: Clock

  package enum Standing: String, Equatable, Sendable, CaseIterable {
    case open, answered, lapsed, ended
  }

  package enum Clock: Equatable, Sendable {
    /// The case was not accepted yet.
    case notRunning
    case standing
    /// It runs again; so many days were not counted.
    case ran(leftOut: Int)
  }
}

extension SupplementView {
  init(_ round: SupplementRound) {
    let (standing, end, answer): (Standing, CivilDate?, String) =
      switch round.outcome {
      case .open: (.open, nil, "")
      case .answered(let moment, let answer): (.answered, moment.civilDate, answer?.words ?? "")
      case .lapsed(let moment): (.lapsed, moment.civilDate, "")
      case .ended(let moment): (.ended, moment.civilDate, "")
      }
    let clock: Clock =
      switch (round.clock, round.pause) {
      case (.notRunning, _): .notRunning
      case (.stopped, .some(let pause)):
        .ran(leftOut: pause.resumedOn.dayNumber - pause.stoppedOn.dayNumber)
      case (.stopped, nil): .standing
      }
    self.init(
      askedAt: round.askedAt, answerBy: round.answerBy,
      reasons: round.request?.reasons ?? [], words: round.request?.words ?? "",
      standing: standing, answer: answer, endedOn: end, clock: clock)
  }

  /// All of a case, the latest first.
  static func all(_ supplements: Supplements) -> [SupplementView] {
    supplements.rounds.reversed().map { SupplementView($0) }
  }
}

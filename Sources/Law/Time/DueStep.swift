package import Vocabulary

/// One step of the reckoning of a due day.
package enum DueStep: Hashable, Sendable {
  /// It came after the cut-off hour and counts as received on the day after.
  case afterCutOff(hour: Int)
  /// The office was closed: it counts as received later.
  case closedOnReceipt(CivilDate, DayReason)
  /// The day that counts as the day of receipt. It is not counted.
  case received(on: CivilDate)
  case counted(CivilDate, number: Int, DayReason)
  /// A day off, in a limit of working days.
  case notCounted(CivilDate, DayReason)
  /// The clock stood.
  case paused(CivilDate)
  /// The last day is a day off and moves on.
  case rolled(over: CivilDate, DayReason)
  /// The clock stopped before the last day was over.
  case heldBy(ClockPause, on: CivilDate)
  case due(CivilDate)

  /// The day that the step is about.
  package var day: CivilDate? {
    switch self {
    case .afterCutOff: nil
    case .closedOnReceipt(let day, _), .received(let day), .counted(let day, _, _),
      .notCounted(let day, _), .paused(let day), .rolled(let day, _), .heldBy(_, let day),
      .due(let day):
      day
    }
  }
}

/// How long one step of a case may take, so that an officer is warned before the whole limit runs
/// out.
///
/// Dated rows of `Resources/keeping.json`. Interpretation: Article 48 sets one limit for the whole
/// case; how an office parts it among its steps is its own habit.
package struct StepLimit: Hashable, Sendable, Codable {
  /// The state in which a case waits for somebody, as `StateName` writes it.
  package let step: String
  /// Counted from the moment the step began.
  package let workingHours: Int
  /// So many working hours before its end the officer is warned.
  package let warnHours: Int

  package init(step: String, workingHours: Int, warnHours: Int) {
    self.step = step
    self.workingHours = workingHours
    self.warnHours = warnHours
  }

  var isSound: Bool { workingHours > 0 && (0...workingHours).contains(warnHours) }
}

package import Law
package import Vocabulary

extension Desk {
  /// The year's working days of the served agency. No personal data: it reads rules alone.
  package func workingYear(_ year: Int) throws -> WorkingYearView {
    let office = homeOffice
    let calendar = try office.calendar
    let rules = try office.rules(on: surroundings.now().civilDate)
    var days: [WorkingDayView] = []
    var day = CivilDate(year, 1, 1)
    while day.year == year {
      days.append(WorkingDayView(day: day, reason: calendar.reason(day)))
      day = day.adding(days: 1)
    }
    return WorkingYearView(
      year: year, isAnnounced: calendar.isAnnounced(year), agencyName: rules.names.name,
      days: days, holidayNames: try office.shelf.edition().holidayNames, limits: rules.limits)
  }

  /// Received then, due when, and why.
  package func explainDue(
    received: Instant, difficulty: Difficulty, pauses: [ClockPause]
  ) throws -> DueExplanation {
    let office = homeOffice
    let rules = try office.rules(on: received.civilDate)
    let calendar = try office.calendar
    return DueExplanation(
      received: received,
      due: DueDate.reckon(
        received: received, difficulty: difficulty, pauses: pauses, limits: rules.limits,
        calendar: calendar),
      steps: DueDate.steps(
        received: received, difficulty: difficulty, pauses: pauses, limits: rules.limits,
        calendar: calendar))
  }
}

import CaseFile
import Intake
import Law
import Vocabulary

/// The day of an appointment and why it is that day.
struct Appointment: Equatable, Sendable {
  let dueOn: CivilDate
  let grounds: DueGrounds
}

extension Office {
  /// The day of the appointment (Article 48), by the rules of the case.
  ///
  /// - Parameters:
  ///   - verified: what makes the case take longer beside what is declared.
  ///   - pauses: when the clock stood, beside what the journal tells.
  func appointment(
    _ declaration: Declaration, of facts: CaseFacts, receivedAt: Instant,
    verifying verified: Set<Complication> = [], pausing pauses: [ClockPause] = []
  ) throws(Fault) -> Appointment {
    let complications = try complications(of: declaration).union(verified)
    let due = DueDate.reckon(
      received: receivedAt, difficulty: Difficulty(complications),
      pauses: facts.supplements.pauses + pauses, ruleSet: try rules(of: facts),
      calendar: try calendar)
    return Appointment(
      dueOn: due.on, grounds: DueGrounds(limit: due.limit, complications: complications))
  }

  /// What makes a case take the longer limit, as far as the declaration tells it.
  private func complications(of declaration: Declaration) throws(Fault) -> Set<Complication> {
    let places = try PlaceDirectory.load()
    let isAbroad = declaration.residences.contains { $0.kind == .abroad }
    // One map for all, the older where it knows the name: a province that was only renamed or
    // merged in 2025 must not count as a second residence.
    let provinces = declaration.residences.filter { $0.kind != .abroad }.compactMap {
      (places.province(ending: $0.place, map: .before)
        ?? places.province(ending: $0.place, map: .from))?.key
    }
    return LongerLimit.complications(
      nationality: declaration.person.nationality, provinces: Set(provinces),
      livedAbroad: isAbroad || declaration.person.abroad != nil ? .yes : .no,
      declaredConvictions: declaration.convictions.count)
  }
}

extension CaseStep {
  /// From a case of the ordinary limit to one of the longer, counted from the same day. A case that
  /// has the longer limit already keeps its day.
  mutating func lengthen(because complication: Complication, by office: Office) throws {
    guard let acceptance = facts.acceptance, let dueOn = facts.history.dueOn else { return }
    let appointment = try office.appointment(
      try facts.lodged().declaration, of: facts, receivedAt: acceptance.at,
      verifying: [complication])
    guard appointment.dueOn > dueOn else { return }
    try record(.dueLengthened(dueOn: appointment.dueOn), payload: appointment.grounds)
  }
}

import CaseFile
package import Intake
import Law
package import Vocabulary
import Words

extension Desk {
  /// Asks the person to complete the application. The clock of an accepted case stops; the worker
  /// is told when the answer is late.
  package func askSupplement(
    _ id: CaseID, version: Int, reasons: Set<SupplementReason>, words: String,
    by officer: ActingOfficer
  ) async throws {
    let today = surroundings.now().civilDate
    let office = try office(of: officer.agency)
    try await freshRules()
    let time = try office.shelf.edition().supplementTime(
      on: office.profile.legalDay(on: today))
    let last = time.lastDay(askedOn: today, calendar: try office.calendar)
    let reminder = time.reminderDay(askedOn: today, before: last)
    try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.belongs(to: officer, as: step.facts.history.state.askers)
      let request = try refusing(Refused.intake) { () throws(IntakeRefusal) in
        try Intake.requestSupplement(
          reasons, words: words, asked: step.facts.history.supplementsAsked,
          of: step.facts.agency, by: officer)
      }
      try step.record(.supplementAsked(by: officer.id, answerBy: last), payload: request)
      try step.note(
        .lapseSupplement(id), dueAt: Instant(last.adding(days: 1), hour: 0, minute: 0))
      if let reminder {
        try step.note(
          .remindSupplement(id), dueAt: Instant(reminder, hour: Desk.reminderHour, minute: 0))
      }
      try step.mail(.supplementAsked)
    }
  }

  /// People are reminded when the day begins, not in the night.
  static var reminderHour: Int { 8 }

  /// The worker's: one mail, some days before the last day of an answer. Nothing where it was
  /// answered since, and nothing where the day has passed: the end of it has a mail of its own.
  /// Dying after sending sends the same message again, under the same Message-ID.
  func remindSupplement(_ id: CaseID) async throws -> JobOutcome {
    let facts = try await facts(of: id)
    guard let round = facts.supplements.open,
      surroundings.now().civilDate <= round.answerBy,
      let asked = facts.events.last(where: { $0.asksForSupplement })?.seq
    else { return .done }
    return try await send(
      Job.Mailing(caseID: id, step: .supplementDue, event: asked), until: round.answerBy)
  }

  /// The worker's: ends the waiting for an answer whose day has passed. The case goes back to the
  /// officer, who goes on with what is there or refuses. Running twice changes nothing more: an
  /// answered request is closed, and one that was asked later waits for a day of its own.
  func lapseSupplement(_ id: CaseID) async throws -> JobOutcome {
    let now = surroundings.now()
    let facts = try await facts(of: id)
    guard let round = facts.supplements.open else { return .done }
    guard now.civilDate > round.answerBy else {
      return .again(at: Instant(round.answerBy.adding(days: 1), hour: 0, minute: 0))
    }
    let office = try office(of: facts.agency)
    try await freshRules()
    try await act(on: id, version: facts.history.length, by: .system("worker")) { step in
      try step.mustBeFresh()
      let dueOn = try step.dueAfterSupplement(by: office, at: now)
      try step.record(.supplementLapsed(dueOn: dueOn))
      try step.mail(.supplementLapsed)
    }
    return .done
  }
}

extension CaseEntry {
  fileprivate var asksForSupplement: Bool {
    if case .supplementAsked = event { true } else { false }
  }
}

extension CaseState {
  /// Whose work it is, and who may therefore interrupt it.
  fileprivate var askers: Role {
    switch self {
    case .inAssessment: .assessor
    case .awaitingFee, .lodged, .awaitingSupplement, .assessed, .approved, .issuing, .issued,
      .handedOver, .revoked, .refused, .sentOutside, .withdrawn:
      .intake
    }
  }
}

extension CaseStep {
  /// The appointment once the clock runs on today, by the limit that the case has; nil before
  /// acceptance.
  func dueAfterSupplement(by office: Office, at now: Instant) throws -> CivilDate? {
    guard let acceptance = facts.acceptance, let round = facts.supplements.open,
      let pause = ClockPause(stoppedOn: round.askedAt.civilDate, resumedOn: now.civilDate)
    else { return nil }
    return try office.appointment(
      try facts.lodged().declaration, of: facts, receivedAt: acceptance.at,
      verifying: Set(facts.dueGrounds?.complications ?? []), pausing: [pause]
    ).dueOn
  }
}

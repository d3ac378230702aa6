package import Assessment
import CaseFile
import Decision
import Intake
package import Law
import Records
import Store
package import Vocabulary
import Words

extension Desk {
  /// An intake officer accepts: the clock starts, and every body is asked. What the person says
  /// a register has wrong is decided with it, and a tie that the register does not know is seen.
  package func accept(
    _ id: CaseID, version: Int, checks: AcceptanceChecks, by officer: ActingOfficer
  ) async throws {
    let now = surroundings.now()
    let office = try office(of: officer.agency)
    try await freshRules()
    let ids = Dictionary(
      uniqueKeysWithValues: AgencyBody.allCases.map { ($0, surroundings.newID() as InquiryID) })
    let fresh = try await searchAtAcceptance(id)
    try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.belongs(to: officer, as: .intake)
      try step.record(checks, by: officer)
      let lodged = try step.facts.lodged()
      let fee = step.facts.feeSettlement
      let appointment = try office.appointment(
        lodged.declaration, of: step.facts, receivedAt: now)
      let accepted = try refusing(Refused.intake) { () throws(IntakeRefusal) in
        try Intake.accept(
          lodged, fee: fee, dueOn: appointment.dueOn,
          decided: Set(step.facts.fieldVerdicts.keys), link: step.facts.link, by: officer,
          at: now)
      }
      try step.record(
        .accepted(by: officer.id, dueOn: accepted.dueOn), payload: appointment.grounds)
      if let fresh {
        try step.file(fresh)
      } else {
        try step.note(.search(id))
      }
      for body in try office.bodiesToAsk(of: step.facts) {
        guard let inquiry = ids[body] else { continue }
        try Inquiries.open(
          inquiry, of: id, agency: officer.agency, body: body, at: now, in: step.transaction)
        try step.note(.inquire(inquiry))
      }
      try step.mail(.accepted)
    }
  }

  /// Article 49: refused in writing, with its ground and words for the person. The rules of
  /// the case say whether a fee that was paid is owed back.
  package func refuse(
    _ id: CaseID, version: Int, ground: RefusalGround, words: String, by officer: ActingOfficer
  ) async throws {
    guard !words.isEmpty else { throw Refused.reasonMissing }
    let now = surroundings.now()
    let office = try office(of: officer.agency)
    try await freshRules()
    try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.belongs(to: officer, as: .intake, .assessor)
      guard
        RefusalGround.all(correcting: step.facts.history.isCorrecting ? .certificate : .nothing)
          .contains(ground)
      else { throw Refused.notFound }
      try step.record(.refused(by: officer.id, ground: ground.rawValue), payload: words)
      try step.oweFeeBack(by: office.rules(of: step.facts), at: now)
      try step.mail(.refused)
    }
  }

  /// Files an answer that came by paper: with the body's own number, by the officer who read it.
  package func fileAnswer(
    _ id: CaseID, version: Int, answer: FiledAnswer, by officer: ActingOfficer
  ) async throws {
    guard !answer.reference.isEmpty else { throw Refused.referenceMissing }
    let now = surroundings.now()
    guard answer.answeredOn <= now.civilDate else { throw Refused.answerAhead }
    try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.belongs(to: officer, as: .assessor)
      guard step.facts.history.state.name == .inAssessment else {
        throw Refused.caseState(.outOfOrder(at: step.facts.history.state.name))
      }
      guard
        let inquiry = try Inquiries.of(id, in: step.transaction).first(where: {
          $0.body == answer.body
        })
      else { throw Refused.notFound }
      var filed = answer
      filed.source = .paper(filedBy: officer.id)
      try Inquiries.answer(inquiry.id, at: now, in: step.transaction)
      try step.record(
        .inquiryAnswered(inquiry: inquiry.id, body: filed.body, outcome: filed.outcome),
        payload: filed)
    }
  }

  /// Asks a body again, now.
  package func askAgain(
    _ id: CaseID, body: AgencyBody, by officer: ActingOfficer
  ) async throws {
    try await act(on: id, by: .officer(officer.id)) { step in
      try step.belongs(to: officer, as: .assessor)
      guard
        let inquiry = try Inquiries.of(id, in: step.transaction).first(where: {
          $0.body == body && $0.answeredAt == nil
        })
      else { throw Refused.notFound }
      try step.note(.inquire(inquiry.id))
    }
  }

  /// An assessor states what the record holds. Without every body's answer nothing is concluded.
  package func assess(
    _ id: CaseID, version: Int, work: AssessorsWork, by officer: ActingOfficer
  ) async throws {
    let now = surroundings.now()
    let office = try office(of: officer.agency)
    try await freshRules()
    let fresh = try await search(for: id, by: officer, as: .assessor)
    let isSettled = try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.belongs(to: officer, as: .assessor)
      try step.file(fresh)
      // What the search found is kept, so that somebody can decide on it.
      guard step.facts.history.person.isSettled else { return false }
      let person = try refusing(Refused.person) { () throws(PersonRefusal) in
        try personFound(step.facts.history.person)
      }
      let accepted = try step.facts.accepted()
      let answers = step.facts.answers
      let bodies = try office.bodiesToAsk(of: step.facts)
      let held = try heldRecord(of: step.facts, in: step.transaction)
      let found = held.found(with: work, taken: step.facts.takenFacts)
      let versions = try office.versions(of: held, for: step.facts, at: now)
      let outcome = try refusing(Refused.assessment) { () throws(AssessmentRefusal) in
        try Assessment.assess(
          accepted, person: person, asking: bodies, answers: answers, found: found,
          versions: versions,
          by: officer, at: now)
      }
      switch outcome {
      case .waiting: throw Refused.waitingForAnswers
      case .assessed(let assessed):
        let overruled = assessed.overruled.count
        try step.record(
          .assessed(
            by: assessed.assessor, overruled: overruled == 0 ? nil : overruled,
            persons: person.records.count),
          payload: AssessmentPayload(
            finding: assessed.finding, conclusions: assessed.conclusions,
            answer: assessed.conclusions.map(answerLine(of:))))
      }
      return true
    }
    guard isSettled else { throw Refused.person(.notSettled) }
  }

  /// A leader who did not assess approves; the certificate is then made by the worker.
  ///
  /// - Parameter seen: ids of the convictions whose overruling the leader says to have seen.
  package func approve(
    _ id: CaseID, version: Int, acknowledging seen: Set<String>, by officer: ActingOfficer
  ) async throws {
    let now = surroundings.now()
    let fresh = try await search(for: id, by: officer, as: .leader)
    let isSettled = try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.belongs(to: officer, as: .leader)
      let assessed = try step.facts.assessed()
      guard assessed.assessor != officer.id else { throw Refused.decision(.sameOfficer) }
      try step.file(fresh)
      // Somebody came into the register since: the assessor's work begins again with them.
      guard step.facts.history.person.isSettled else {
        try step.record(.reopened(why: .personToDecide))
        return false
      }
      let recheck = try recheck(assessed, of: step.facts, on: now.civilDate, in: step.transaction)
      let decided = try refusing(Refused.decision) { () throws(DecisionRefusal) in
        try Decision.approve(
          assessed, acknowledging: seen, recheck: recheck,
          answered: step.facts.history.cites?.officers ?? [], by: officer, at: now)
      }
      let acknowledged = assessed.overruled.count
      try step.record(
        .approved(
          by: decided.decider, acknowledged: acknowledged == 0 ? nil : acknowledged))
      try step.note(.issue(id))
      return true
    }
    guard isSettled else { throw Refused.person(.notSettled) }
  }

  /// A leader sends the finding back with a reason that the assessor reads.
  package func sendBack(
    _ id: CaseID, version: Int, reason: String, by officer: ActingOfficer
  ) async throws {
    guard !reason.isEmpty else { throw Refused.reasonMissing }
    try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.belongs(to: officer, as: .leader)
      try step.record(.sentBack(by: officer.id), payload: reason)
    }
  }
}

extension CaseStep {
  /// Another agency's case is a missing one.
  ///
  /// - Parameter roles: one of them is needed; none named means that the room asks.
  mutating func belongs(to officer: ActingOfficer, as roles: Role...) throws(Refused) {
    guard facts.agency == officer.agency else { throw .notFound }
    if let first = roles.first, officer.roles.isDisjoint(with: roles) { throw .roleMissing(first) }
    standIn(officer, as: roles.isEmpty ? [.assessor, .leader] : roles)
    try mustBeFresh()
  }

  /// A stranger's case is a missing one.
  func belongs(to citizen: CitizenID) throws {
    guard facts.lodging.citizen == citizen else { throw Refused.notFound }
  }
}

/// Runs a room and turns its refusal into the desk's.
func refusing<Refusal: Error, Result>(
  _ refused: (Refusal) -> Refused, _ room: () throws(Refusal) -> Result
) throws(Refused) -> Result {
  do {
    return try room()
  } catch {
    throw refused(error)
  }
}

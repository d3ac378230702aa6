package import Assessment
import CaseFile
import Intake
import Issuance
import Records
import Store
package import Vocabulary
import Words

extension Desk {
  /// "This is not me": the holder of a certificate says that the record it states is another
  /// person's. It becomes a proceeding of its own on the case.
  package func disputePerson(_ id: CaseID, words: String, of citizen: CitizenID) async throws {
    guard !words.isEmpty else { throw Refused.reasonMissing }
    try await act(on: id, by: .citizen(citizen)) { step in
      try step.belongs(to: citizen)
      guard step.facts.isDisputable else { throw Refused.person(.notDisputable) }
      try step.record(.personDisputed(by: citizen), payload: words)
    }
  }

  /// An officer answers: the first, blind the second, or a leader where they differ; none of those
  /// who answer for the certificate. What is upheld puts its revocation before the leaders.
  ///
  /// - Parameter answer: for the citizen to read, should this opinion close it.
  package func decideDispute(
    _ id: CaseID, verdict: PersonVerdict, reason: String, answer: String,
    by officer: ActingOfficer
  ) async throws {
    guard !answer.isEmpty else { throw Refused.reasonMissing }
    let now = surroundings.now()
    let fresh: CaseID = surroundings.newID()
    let office = try office(of: officer.agency)
    try await freshRules()
    try await act(on: id, by: .officer(officer.id)) { step in
      try step.belongs(to: officer)
      guard let before = step.facts.history.dispute else { throw Refused.person(.noDispute) }
      let opinion = try refusing(Refused.person) { () throws(PersonRefusal) in
        try Assessment.decide(
          verdict, because: reason, in: before, of: step.facts.agency, by: officer)
      }
      try step.record(
        .disputeDecided(by: opinion.by, verdict: opinion.verdict),
        payload: PersonReason(reason: reason, answer: answer))
      guard let after = step.facts.history.dispute?.opinions else { return }
      if verdict != .cannotTell {
        let count = try PersonOpinions.count(on: .dispute, of: id, in: step.transaction)
        let place: PersonOpinions.Place =
          after.ruling != nil ? .leader : count == 0 ? .first : .second
        try PersonOpinions.add(
          on: .dispute, of: id, place: place, by: officer.id, at: now, in: step.transaction)
      }
      guard case .decided(let outcome) = after.standing else { return }
      try step.remember(outcome, at: now)
      if outcome == .other {
        try step.proposeAfterDispute(
          fresh, because: reason, by: officer.id, office.rules(on: now.civilDate))
      }
      try step.mail(.disputeAnswered)
    }
  }
}

extension CaseStep {
  /// What was found in a dispute holds for every record that the certificate rests on.
  fileprivate func remember(_ outcome: PersonVerdict, at now: Instant) throws {
    for record in facts.recordsOfPerson {
      guard let pair = facts.searched?.pairs.first(where: { $0.record == record }) else { continue }
      try PersonDecisions.remember(
        PersonDecisionRow(
          citizen: facts.lodging.citizen, record: record, digest: pair.digest,
          isSame: outcome == .same, caseID: facts.id, decidedAt: now),
        of: facts.agency, in: transaction)
    }
  }
}

extension CaseFacts {
  /// Records that were decided to be the applicant's; empty where nothing is settled.
  var recordsOfPerson: [RecordID] {
    history.person.candidates.filter { $0.standing == .decided(.same) }.map(\.found.record)
      .sorted()
  }

  /// Whether a record is laid to the holder, who has received the certificate and has not disputed
  /// it yet.
  var isDisputable: Bool {
    guard history.state.name == .handedOver, history.dispute == nil else { return false }
    guard case .judgments(let judgments)? = statement?.criminalRecord, !judgments.isEmpty else {
      return false
    }
    return !recordsOfPerson.isEmpty
  }
}

package import Assessment
import CaseFile
import Intake
package import Records
import Store
package import Vocabulary

extension Desk {
  /// Searches again, and files what is found.
  package func searchPerson(
    _ id: CaseID, by officer: ActingOfficer
  ) async throws {
    try mayIdentify(officer)
    let fresh = try await search(for: id, by: officer, as: .assessor, .leader)
    try await act(on: id, by: .officer(officer.id)) { step in
      try step.belongs(to: officer)
      try step.file(fresh)
    }
  }

  /// The worker's: where the search at acceptance failed.
  func searchPerson(_ id: CaseID) async throws -> JobOutcome {
    let facts = try await facts(of: id)
    guard facts.history.state.isBeingAssessed, facts.history.person.search == nil else {
      return .done
    }
    let fresh = try await search(for: facts)
    try await act(on: id, by: .system("worker")) { step in
      try step.file(fresh)
    }
    return .done
  }

  /// An officer says whether a record is the applicant's: the first, or blind the second. What was
  /// compared must be what the page showed (`edition`); what else happens to the case meanwhile,
  /// such as a body's answer, stands in nobody's way.
  package func decideCandidate(
    _ id: CaseID, record: RecordID, edition: Int, verdict: PersonVerdict,
    reason: String, by officer: ActingOfficer
  ) async throws {
    let now = surroundings.now()
    try await act(on: id, by: .officer(officer.id)) { step in
      try step.belongs(to: officer)
      let before = step.facts.history.person
      let opinion = try refusing(Refused.person) { () throws(PersonRefusal) in
        try Assessment.decide(
          verdict, because: reason, on: record, edition: edition, in: before,
          of: step.facts.agency, by: officer)
      }
      try step.record(
        .candidateDecided(
          .init(record: record, edition: edition, verdict: opinion.verdict, by: opinion.by)),
        payload: PersonReason(reason: reason))
      guard verdict != .cannotTell else { return }
      let subject = PersonOpinions.Subject.candidate(record, edition: edition)
      let count = try PersonOpinions.count(on: subject, of: id, in: step.transaction)
      try PersonOpinions.add(
        on: subject, of: id, place: count == 0 ? .first : .second, by: officer.id, at: now,
        in: step.transaction)
      try step.remember(record, at: now)
    }
  }

  /// Two officers differ: a leader, who is neither, decides with both reasons before them.
  package func ruleCandidate(
    _ id: CaseID, record: RecordID, edition: Int, verdict: PersonVerdict,
    reason: String, by officer: ActingOfficer
  ) async throws {
    let now = surroundings.now()
    try await act(on: id, by: .officer(officer.id)) { step in
      try step.belongs(to: officer)
      step.standIn(officer, as: [.leader])
      let before = step.facts.history.person
      let opinion = try refusing(Refused.person) { () throws(PersonRefusal) in
        try Assessment.rule(
          verdict, because: reason, on: record, edition: edition, in: before,
          of: step.facts.agency, by: officer)
      }
      try step.record(
        .candidateRuled(
          .init(record: record, edition: edition, verdict: opinion.verdict, by: opinion.by)),
        payload: PersonReason(reason: reason))
      try PersonOpinions.add(
        on: .candidate(record, edition: edition), of: id, place: .leader, by: officer.id, at: now,
        in: step.transaction)
      try step.remember(record, at: now)
    }
  }

  /// A record that the search did not list and an officer found by hand.
  package func addCandidate(
    _ id: CaseID, record: RecordID, by officer: ActingOfficer
  ) async throws {
    try mayIdentify(officer)
    try await act(on: id, by: .officer(officer.id)) { step in
      try step.belongs(to: officer)
      guard let searched = step.facts.searched else { throw Refused.person(.notSearched) }
      let listing = try CandidateListing(
        searched.applicant, of: step.facts, in: step.transaction)
      guard
        let entry = try listing.entry(record, outcome: .byHand, weight: nil, weights: nil)
      else { throw Refused.notFound }
      try step.record(
        .candidateAdded(entry.candidate, by: officer.id), payload: entry.pair)
    }
  }

  /// Looks in the register with another spelling or number, for a case whose file is open to the
  /// officer. It decides nothing and stores nothing but the look.
  package func lookByHand(
    _ id: CaseID, for person: SoughtPerson, by officer: ActingOfficer
  ) async throws -> PersonView {
    try mayIdentify(officer)
    let search = try await finder.look(for: person, of: officer.agency)
    var view = try await readPerson(id, by: officer)
    let found = try await database.read { connection in
      let lines = try RecordSearch.lines(
        search.candidates.map(\.record), of: officer.agency, in: connection)
      return search.candidates.compactMap { candidate in
        lines[candidate.record].map { FoundByHand(line: $0, weight: candidate.weight) }
      }
    }
    view.byHand = found
    view.isPartByHand = search.isCapped
    let now = surroundings.now()
    try await database.write { transaction in
      try CaseLooks.note(id, of: officer.agency, by: officer.id, at: now, in: transaction)
      try RecordLooks.noteSearch(
        for: id, shown: found.map(\.line.id), of: officer.agency, by: officer.id, at: now,
        in: transaction)
    }
    return view
  }

  func mayIdentify(_ officer: ActingOfficer) throws(Refused) {
    guard officer.roles.contains(.assessor) || officer.roles.contains(.leader) else {
      throw .roleMissing(.assessor)
    }
  }
}

extension CaseStep {
  /// Files a search, unless the case has this very one. What people did meanwhile is not undone.
  mutating func file(_ fresh: FreshSearch) throws {
    guard facts.history.person == fresh.basis else { throw Refused.stale }
    guard facts.history.person.search != fresh.search else { return }
    try record(.personSearched(fresh.search), payload: fresh.payload)
  }

  /// Once a pair is decided, later cases do not ask again.
  func remember(_ record: RecordID, at now: Instant) throws {
    let candidate = facts.history.person.candidates.first { $0.found.record == record }
    guard case .decided(let verdict)? = candidate?.standing, verdict != .cannotTell,
      let pair = facts.searched?.pairs.first(where: { $0.record == record })
    else { return }
    try PersonDecisions.remember(
      PersonDecisionRow(
        citizen: facts.lodging.citizen, record: record, digest: pair.digest,
        isSame: verdict == .same, caseID: facts.id, decidedAt: now),
      of: facts.agency, in: transaction)
  }

  /// What waits for somebody to look, as the queue lists it.
  func noteWaits(at now: Instant) throws {
    let isOpen = facts.history.state.name == .inAssessment
    try PersonWaits.set(
      isOpen ? facts.history.person.wait : nil, .candidate, of: facts.id, agency: facts.agency,
      at: now, in: transaction)
    try PersonWaits.set(
      facts.history.dispute?.opinions.standing.wait, .dispute, of: facts.id, agency: facts.agency,
      at: now, in: transaction)
  }
}

extension Identification {
  fileprivate var wait: PersonWaitRow.Step? {
    let waits = candidates.compactMap(\.standing.wait)
    return waits.contains(.officer) ? .officer : waits.first
  }
}

extension Opinions.Standing {
  /// First and second are told apart nowhere outside the room.
  fileprivate var wait: PersonWaitRow.Step? {
    switch self {
    case .first, .second: .officer
    case .leader: .leader
    case .decided: nil
    }
  }
}

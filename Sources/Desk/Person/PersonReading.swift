import Assessment
import CaseFile
import Intake
import Records
import Store
package import Vocabulary

extension Desk {
  /// Who the applicant is in the register. Each look is recorded, as with the case itself.
  package func person(_ id: CaseID, by officer: ActingOfficer) async throws -> PersonView {
    try mayIdentify(officer)
    let view = try await readPerson(id, by: officer)
    try await noteLook(at: id, by: officer)
    return view
  }

  /// Whoever calls it notes the look.
  func readPerson(_ id: CaseID, by officer: ActingOfficer) async throws -> PersonView {
    try await database.read { connection in
      guard let row = try Cases.row(id, lock: .none, in: connection),
        row.agency == officer.agency
      else { throw Refused.notFound }
      let facts = try Cases.facts(of: id, in: connection)
      try self.mustBeOpen(facts, to: officer, in: connection)
      return try PersonReading(facts, for: officer, in: connection).view(of: row)
    }
  }

  /// What waits in an officer's agency, the longest waiting first.
  package func personWaits(by officer: ActingOfficer) async throws -> [PersonWait] {
    try mayIdentify(officer)
    return try await database.read { connection in
      try PersonWaits.of(officer.agency, limit: 100, in: connection).map { row in
        let kind: PersonWait.Kind =
          switch row.kind {
          case .candidate: .candidate
          case .dispute: .dispute
          }
        return PersonWait(
          caseID: row.caseID, number: row.number, applicant: row.applicant, kind: kind,
          isForLeader: row.step == .leader, since: row.since)
      }
    }
  }
}

/// Makes what one officer may see of who the applicant is.
struct PersonReading {
  private let facts: CaseFacts
  private let officer: ActingOfficer
  private let connection: Connection

  init(_ facts: CaseFacts, for officer: ActingOfficer, in connection: Connection) {
    self.facts = facts
    self.officer = officer
    self.connection = connection
  }

  func view(of row: CaseRow) throws -> PersonView {
    let person = facts.history.person
    let searchedAt = facts.events.last {
      if case .personSearched = $0.event { true } else { false }
    }?.at
    return PersonView(
      line: CaseLine(row), version: row.version,
      applicantName: try facts.lodged().declaration.person.name.text,
      summary: facts.personSummary, search: person.search, searchedAt: searchedAt,
      applicant: facts.searched?.applicant, candidates: try person.candidates.map(view),
      dispute: try dispute(), canSearch: facts.history.state.name == .inAssessment)
  }

  private func view(_ candidate: Identification.Candidate) throws -> CandidateView {
    let found = candidate.found
    let pair = facts.searched?.pairs.first { $0.record == found.record }
    let said = facts.personReasons.of(found.record, edition: found.edition)
    var view = CandidateView(
      found: found, entry: pair?.entry, weights: pair?.weights,
      standing: try standing(candidate), mine: mine(candidate.opinions), said: [], can: [])
    let decision = CaseEvent.CandidateDecision(
      record: found.record, edition: found.edition, verdict: .same, by: officer.id)
    let acts = acts(
      candidate.opinions, deciding: .candidateDecided(decision),
      ruling: (.candidateRuled(decision), [.leader]))
    if mayKnow(acts, candidate.standing) { view.said = try said.map(self.said) }
    if facts.history.state.name == .inAssessment, found.remembered == nil { view.can = acts }
    return view
  }

  private func standing(
    _ candidate: Identification.Candidate
  ) throws -> CandidateView.Standing {
    guard let memory = candidate.found.remembered else {
      return CandidateView.Standing(candidate.standing)
    }
    let number = try Cases.row(memory.caseID, lock: .none, in: connection)?.number.text
    return .remembered(
      memory.verdict, caseNumber: number ?? "", on: memory.decidedAt.civilDate)
  }

  private func dispute() throws -> DisputeView? {
    guard let dispute = facts.history.dispute else { return nil }
    let opinions = dispute.opinions
    let isOwn = dispute.officers.contains(officer.id)
    let decision = CaseEvent.disputeDecided(by: officer.id, verdict: .same)
    let acts = acts(
      opinions, deciding: decision, ruling: (decision, PersonReading.either))
    // Who answers for the certificate learns what others say of it when it is decided.
    let isKnown =
      mayKnow(acts, opinions.standing) && (!isOwn || opinions.standing.isDecided)
    return DisputeView(
      words: facts.personReasons.disputed ?? "", openedAt: dispute.openedAt,
      standing: CandidateView.Standing(opinions.standing), mine: mine(opinions),
      said: isKnown ? try facts.personReasons.onDispute.map(said) : [],
      canDecide: !isOwn && !acts.isEmpty, isOwn: isOwn,
      isUpheld: opinions.standing == .decided(.other))
  }

  /// Blind: what others said is for a leader who decides between them, and, once it is decided, for
  /// everybody.
  private func mayKnow(
    _ acts: Set<CandidateView.Act>, _ standing: Opinions.Standing
  ) -> Bool {
    switch standing {
    case .first, .second: false
    case .leader: acts.contains(.rule)
    case .decided: true
    }
  }

  /// Also who stands in for one who has spoken is not asked.
  private func acts(
    _ opinions: Opinions, deciding: CaseEvent, ruling: (event: CaseEvent, roles: [Role])
  ) -> Set<CandidateView.Act> {
    let hasLooked = opinions.given.contains { $0.by == officer.id }
    let mayDecide =
      !opinions.hasDecided(officer.id)
      && officer.isNew(to: deciding, as: PersonReading.either, after: facts.events)
    switch opinions.standing {
    case .first, .second: return mayDecide ? [.decide] : []
    case .leader:
      if hasLooked { return mayDecide ? [.decide] : [] }
      let mayRule =
        officer.roles.contains(.leader)
        && officer.isNew(to: ruling.event, as: ruling.roles, after: facts.events)
      return mayRule ? [.rule] : []
    case .decided: return []
    }
  }

  private static let either: [Role] = [.assessor, .leader]

  private func mine(_ opinions: Opinions) -> PersonVerdict? {
    if let ruling = opinions.ruling, ruling.by == officer.id { return ruling.verdict }
    return opinions.given.last { $0.by == officer.id }?.verdict
  }

  private func said(_ one: PersonReasons.Said) throws -> SaidView {
    SaidView(
      officer: try Officers.name(of: one.by, in: connection)?.name ?? "", verdict: one.verdict,
      reason: one.reason.reason, at: one.at)
  }
}

extension Opinions.Standing {
  fileprivate var isDecided: Bool {
    switch self {
    case .first, .second, .leader: false
    case .decided: true
    }
  }
}

extension CandidateView.Standing {
  init(_ standing: Opinions.Standing) {
    switch standing {
    case .first, .second: self = .open
    case .leader: self = .leader
    case .decided(let verdict): self = .decided(verdict)
    }
  }
}

extension CaseFacts {
  var personSummary: PersonSummary {
    let person = history.person
    let open = person.candidates.count { candidate in
      if case .decided = candidate.standing { false } else { true }
    }
    let state: PersonSummary.State
    if person.search == nil {
      state = .notSearched
    } else if !person.isSettled {
      state = .toDecide
    } else {
      state = person.candidates.isEmpty ? .clear : .decided
    }
    let isOpen: Bool
    switch history.dispute?.opinions.standing {
    case .first, .second, .leader: isOpen = true
    case .decided, nil: isOpen = false
    }
    return PersonSummary(
      state: state, candidates: person.candidates.count, open: open,
      records: person.isSettled ? recordsOfPerson : [], entries: person.search?.entries ?? 0,
      hasOpenDispute: isOpen)
  }

  /// What the citizen may know of the own dispute.
  var citizenDispute: CitizenDispute? {
    guard let dispute = history.dispute else { return nil }
    var view = CitizenDispute(
      words: personReasons.disputed ?? "", openedAt: dispute.openedAt, outcome: nil, answer: nil)
    if case .decided(let verdict) = dispute.opinions.standing {
      view.outcome = verdict
      view.answer = personReasons.onDispute.last?.reason.answer
    }
    return view
  }
}

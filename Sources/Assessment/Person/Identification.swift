package import Records
package import Vocabulary

/// A decision of an earlier case about the same person and record, where neither's data changed.
package struct RememberedDecision: Equatable, Sendable, Codable {
  package var caseID: CaseID
  package var verdict: PersonVerdict
  package var decidedAt: Instant
  /// The record that was decided on, where its documents passed into this one since; nil for the
  /// very same.
  package var record: RecordID?

  package init(
    caseID: CaseID, verdict: PersonVerdict, decidedAt: Instant, record: RecordID? = nil
  ) {
    self.caseID = caseID
    self.verdict = verdict
    self.decidedAt = decidedAt
    self.record = record
  }
}

/// What a case knows of who its applicant is in the register: the latest search and what officers
/// made of its candidates. A fold of the journal.
package struct Identification: Equatable, Sendable {
  package private(set) var search: CaseSearch?
  package private(set) var candidates: [Candidate] = []

  package init() {}

  package struct Candidate: Equatable, Sendable {
    package let found: SearchedCandidate
    package var opinions: Opinions

    init(_ found: SearchedCandidate) {
      self.found = found
      self.opinions = Opinions(alwaysTwo: found.outcome == .match || found.isDrawn)
    }

    /// A remembered decision is not asked again.
    package var standing: Opinions.Standing {
      found.remembered.map { .decided($0.verdict) } ?? opinions.standing
    }
  }

  /// A new search replaces the list. What was said of a pair stays where its data are the same.
  package mutating func add(_ search: CaseSearch) {
    let before = candidates
    self.search = search
    candidates = search.candidates.map { found in
      var candidate = Candidate(found)
      if let old = before.first(where: { $0.found.isSamePair(as: found) }) {
        candidate.opinions = old.opinions
      }
      return candidate
    }
  }

  package mutating func add(byHand found: SearchedCandidate) throws(PersonRefusal) {
    guard search != nil else { throw .notSearched }
    guard !candidates.contains(where: { $0.found.record == found.record }) else {
      throw .listedAlready
    }
    search?.candidates.append(found)
    candidates.append(Candidate(found))
  }

  package mutating func add(
    _ opinion: Opinions.Opinion, on record: RecordID, edition: Int
  ) throws(PersonRefusal) {
    let place = try open(record, edition)
    try candidates[place].opinions.add(opinion)
  }

  package mutating func rule(
    _ opinion: Opinions.Opinion, on record: RecordID, edition: Int
  ) throws(PersonRefusal) {
    let place = try open(record, edition)
    try candidates[place].opinions.rule(opinion)
  }

  private func open(_ record: RecordID, _ edition: Int) throws(PersonRefusal) -> Int {
    guard let place = candidates.firstIndex(where: { $0.found.record == record }) else {
      throw .noSuchCandidate
    }
    guard candidates[place].found.edition == edition else { throw .otherEdition }
    guard candidates[place].found.remembered == nil else { throw .decidedAlready }
    return place
  }

  /// Records that were decided to be the applicant's. No answer is never "no record": nothing is
  /// said until the register was searched and every candidate is decided.
  package func records() throws(PersonRefusal) -> [RecordID] {
    guard let search else { throw .notSearched }
    // Such a search can be narrowed by hand; an empty list would say what is not known.
    guard !search.isCapped || !search.candidates.isEmpty else { throw .notSettled }
    var records: [RecordID] = []
    for candidate in candidates {
      switch candidate.standing {
      case .first, .second, .leader, .decided(.cannotTell): throw .notSettled
      case .decided(.same): records.append(candidate.found.record)
      case .decided(.other): continue
      }
    }
    return records.sorted()
  }

  package var isSettled: Bool {
    do {
      _ = try records()
      return true
    } catch {
      return false
    }
  }
}

extension SearchedCandidate {
  func isSamePair(as other: SearchedCandidate) -> Bool {
    record == other.record && edition == other.edition
  }
}

/// The records that the conclusions rest on: proof that the register was searched and that people
/// decided on every candidate. Only Assessment can make one.
package struct PersonFound: Equatable, Sendable {
  package let records: [RecordID]

  init(records: [RecordID]) {
    self.records = records
  }
}

package func personFound(_ finding: Identification) throws(PersonRefusal) -> PersonFound {
  PersonFound(records: try finding.records())
}

package import Assessment
import CaseFile
package import Records
import Vocabulary

/// Who the applicant was found to be, told again from the journal of the case.
package struct PersonReplay: Equatable, Sendable {
  /// Which register and which weights the stored search went by.
  package let register: String
  package let weights: String
  package let entries: Int
  package let compared: Int
  package let candidates: [Candidate]
  /// The records of the stored decisions, and those on which the finding rests.
  package let decided: [RecordID]
  package let restedOn: String?

  /// A candidate without anything of its person.
  package struct Candidate: Equatable, Sendable {
    package let record: RecordID
    package let outcome: SearchedCandidate.Outcome
    package let weight: Int32?
    /// `same`, `other`; `open` where nobody decided.
    package let verdict: String
    package let people: Int
    package let isRemembered: Bool
    /// Whether the stored weights of the fields add up to the stored weight; true where they were
    /// purged or none were stored.
    package let addsUp: Bool
  }

  /// Whether what is stored holds together: the decisions lead to the records of the finding, and
  /// every weight is the sum of its parts.
  package var isSame: Bool {
    (restedOn ?? "") == decided.map(\.description).joined(separator: ",")
      && candidates.allSatisfy(\.addsUp)
  }
}

extension CaseFacts {
  /// Nil for a case of the time before the register was searched.
  func personReplay(restingOn record: String?) -> PersonReplay? {
    guard let search = history.person.search else { return nil }
    return PersonReplay(
      register: search.register, weights: search.weights, entries: search.entries,
      compared: search.compared, candidates: history.person.candidates.map(replayed),
      decided: recordsOfPerson, restedOn: record)
  }

  private func replayed(_ candidate: Identification.Candidate) -> PersonReplay.Candidate {
    let found = candidate.found
    let stored = searched?.pairs.first { $0.record == found.record }?.weights
    let verdict: String
    switch candidate.standing {
    case .decided(let decided): verdict = decided.rawValue
    case .first, .second, .leader: verdict = "open"
    }
    return PersonReplay.Candidate(
      record: found.record, outcome: found.outcome, weight: found.weight, verdict: verdict,
      people: candidate.opinions.given.count + (candidate.opinions.ruling == nil ? 0 : 1),
      isRemembered: found.remembered != nil,
      addsUp: stored == nil || found.weight == nil || stored?.sum == found.weight)
  }
}

extension PairWeights {
  var sum: Int32 { items.reduce(start + (rival?.weight ?? 0)) { $0 + $1.weight } }
}

import Assessment
import CaseFile
import Store
import Vocabulary

extension CaseFacts {
  /// Whether the finding rests on a search of the register, every candidate of which was decided:
  /// by one officer, by two different ones where that is asked, or by a leader who is neither.
  ///
  /// Cases that were assessed before the register was searched say so in their journal.
  var personWasFound: Bool {
    guard let persons = personsAtAssessment else { return history.person.search == nil }
    let person = history.person
    guard person.search != nil, person.isSettled, recordsOfPerson.count == persons else {
      return false
    }
    return person.candidates.allSatisfy { candidate in
      candidate.found.remembered != nil || candidate.opinions.isByEnough
    }
  }

  /// How many records were found to be the applicant's, at the assessment that stands.
  private var personsAtAssessment: Int? {
    for entry in events.reversed() {
      if case .assessed(_, _, let persons) = entry.event { return persons }
    }
    return nil
  }
}

extension Opinions {
  /// Counts people anew, without the rule that let them speak.
  fileprivate var isByEnough: Bool {
    guard case .decided(let verdict) = standing else { return false }
    let people = Set(given.map(\.by))
    if let ruling { return people.count >= 2 && !people.contains(ruling.by) }
    let wantsTwo = alwaysTwo || verdict == .same
    return Set(deciders).count >= (wantsTwo ? 2 : 1)
  }
}

/// What a case remembers of another is what that one decided.
func remembersRightly(_ facts: CaseFacts, in connection: Connection) throws -> Bool {
  for candidate in facts.history.person.candidates {
    guard let memory = candidate.found.remembered else { continue }
    guard try Cases.row(memory.caseID, lock: .none, in: connection) != nil else { return false }
    let other = try Cases.facts(of: memory.caseID, in: connection)
    let record = memory.record ?? candidate.found.record
    if record != candidate.found.record {
      let hasPassed = try RecordMoves.hasPassed(
        from: record, into: candidate.found.record, in: connection)
      guard hasPassed else { return false }
    }
    let decided =
      other.history.person.candidates.contains {
        $0.found.record == record && $0.standing == .decided(memory.verdict)
      } || other.history.dispute?.opinions.standing == .decided(memory.verdict)
    guard decided else { return false }
  }
  return true
}

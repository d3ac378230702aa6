package import Assessment
package import Records
package import Vocabulary

/// Who the applicant of a case is in the register, as one officer may see it: nothing here tells
/// what another officer said of a pair on which this one has still to decide.
package struct PersonView: Equatable, Sendable {
  package var line: CaseLine
  package var version: Int
  package var applicantName: String
  package var summary: PersonSummary
  /// Nil where the register was not searched.
  package var search: CaseSearch?
  package var searchedAt: Instant?
  package var applicant: ComparedPerson?
  package var candidates: [CandidateView]
  package var dispute: DisputeView?
  package var canSearch: Bool
  /// What an officer's own search found; nil where none was made.
  package var byHand: [FoundByHand]?
  /// Whether it may have found more than are listed.
  package var isPartByHand = false
}

/// The person's side of a case in a word, for the case's own page and the queue.
package struct PersonSummary: Equatable, Sendable {
  package var state: State
  /// How many candidates there are, and how many of them wait for somebody.
  package var candidates: Int
  package var open: Int
  /// The records that were decided to be the applicant's.
  package var records: [RecordID]
  /// Of how many entries "clear" speaks.
  package var entries: Int
  /// Something is disputed and not answered.
  package var hasOpenDispute: Bool

  package enum State: String, Equatable, Sendable, CaseIterable {
    case notSearched
    case clear
    /// Candidates wait for an officer.
    case toDecide
    case decided
  }
}

package struct CandidateView: Equatable, Sendable {
  package var found: SearchedCandidate
  package var entry: ComparedPerson?
  package var weights: PairWeights?
  package var standing: Standing
  /// What this officer said.
  package var mine: PersonVerdict?
  /// What was said, for who may know it: a leader who decides, and everybody once it is decided.
  package var said: [SaidView]
  package var can: Set<Act>

  package enum Standing: Equatable, Sendable {
    /// For a first or a second officer: which is told to nobody.
    case open
    case leader
    case decided(PersonVerdict)
    case remembered(PersonVerdict, caseNumber: String, on: CivilDate)
  }

  package enum Act: Equatable, Sendable {
    case decide, rule
  }
}

package struct SaidView: Equatable, Sendable {
  package var officer: String
  package var verdict: PersonVerdict
  package var reason: String
  package var at: Instant
}

/// "This is not me", as an officer sees it.
package struct DisputeView: Equatable, Sendable {
  package var words: String
  package var openedAt: Instant
  package var standing: CandidateView.Standing
  package var mine: PersonVerdict?
  package var said: [SaidView]
  package var canDecide: Bool
  /// Whether this officer answers for the certificate, and so has no say.
  package var isOwn: Bool
  /// Whether the record was found to be another person's.
  package var isUpheld: Bool
}

/// The same for the citizen.
package struct CitizenDispute: Equatable, Sendable {
  package var words: String
  package var openedAt: Instant
  /// Nil while it is open.
  package var outcome: PersonVerdict?
  /// The officer's words; nil while it is open.
  package var answer: String?
}

/// A record that an officer found by hand.
package struct FoundByHand: Equatable, Sendable {
  package var line: RecordLine
  /// Hundredths of a bit: how far it agrees with what was typed.
  package var weight: Int32

  package init(line: RecordLine, weight: Int32) {
    self.line = line
    self.weight = weight
  }
}

/// A case that waits for somebody to look who a person is.
package struct PersonWait: Equatable, Sendable {
  package var caseID: CaseID
  package var number: String
  package var applicant: String
  package var kind: Kind
  package var isForLeader: Bool
  package var since: Instant

  package enum Kind: String, Equatable, Sendable, CaseIterable {
    case candidate, dispute
  }
}

package import Assessment
package import Records
package import Vocabulary

/// The personal part of what is said about who the applicant is: why.
package struct PersonReason: Equatable, Sendable, Codable {
  /// For the colleagues who decide.
  package var reason: String
  /// For the citizen, where a dispute is answered; empty otherwise.
  package var answer: String

  package init(reason: String, answer: String = "") {
    self.reason = reason
    self.answer = answer
  }
}

/// Who said what about a pair, and why, in the order of the journal.
package struct PersonReasons: Equatable, Sendable {
  package private(set) var onCandidates: [OnCandidate] = []
  package private(set) var onDispute: [Said] = []
  /// What the citizen wrote in disputing; nil where nothing is disputed.
  package internal(set) var disputed: String?

  package struct Said: Equatable, Sendable {
    package let by: OfficerID
    package let verdict: PersonVerdict
    package let reason: PersonReason
    package let at: Instant
  }

  package struct OnCandidate: Equatable, Sendable {
    package let record: RecordID
    package let edition: Int
    package let said: Said
  }

  package func of(_ record: RecordID, edition: Int) -> [Said] {
    onCandidates.filter { $0.record == record && $0.edition == edition }.map(\.said)
  }

  mutating func add(
    _ reason: PersonReason, of decision: CaseEvent.CandidateDecision, at moment: Instant
  ) {
    onCandidates.append(
      OnCandidate(
        record: decision.record, edition: decision.edition,
        said: Said(by: decision.by, verdict: decision.verdict, reason: reason, at: moment)))
  }

  mutating func add(
    _ reason: PersonReason, by officer: OfficerID, verdict: PersonVerdict, at moment: Instant
  ) {
    onDispute.append(Said(by: officer, verdict: verdict, reason: reason, at: moment))
  }
}

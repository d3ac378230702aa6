package import Vocabulary

/// Whether a record is the applicant's.
package enum PersonVerdict: String, Equatable, Sendable, Codable, CaseIterable {
  case same
  case other
  /// Không xác định được: somebody must be asked first. It decides nothing.
  case cannotTell
}

/// What officers say of one pair, each without knowing what the other says.
///
/// One officer decides. A second, who does not see the first's choice, is needed wherever a wrong
/// answer does harm that nobody else would notice: a record is laid to the applicant, a match is
/// turned away, or somebody could not tell. Where the two differ, a leader who is neither decides
/// with both reasons before them.
package struct Opinions: Equatable, Sendable {
  /// Whether two must look whatever the first says.
  package let alwaysTwo: Bool
  /// The latest of each officer, in the order in which they came.
  package private(set) var given: [Opinion] = []
  package private(set) var ruling: Opinion?

  package init(alwaysTwo: Bool) {
    self.alwaysTwo = alwaysTwo
  }

  package struct Opinion: Equatable, Sendable {
    package let by: OfficerID
    package let verdict: PersonVerdict

    package init(by: OfficerID, verdict: PersonVerdict) {
      self.by = by
      self.verdict = verdict
    }
  }

  /// What the pair waits for.
  package enum Standing: Equatable, Sendable {
    case first
    case second
    /// Two officers differ, or neither can tell.
    case leader
    case decided(PersonVerdict)
  }

  package var standing: Standing {
    if let ruling { return .decided(ruling.verdict) }
    let sure = given.filter { $0.verdict != .cannotTell }
    switch (sure.count, given.count - sure.count) {
    case (0, 0...1): return .first
    case (0, _), (1, 1...): return .leader
    case (1, _): return needsTwo ? .second : .decided(sure[0].verdict)
    case (_, _):
      return Set(sure.map(\.verdict)).count == 1 ? .decided(sure[0].verdict) : .leader
    }
  }

  private var needsTwo: Bool { alwaysTwo || given.contains { $0.verdict != .other } }

  /// Who decided, once it is decided.
  package var deciders: [OfficerID] {
    guard case .decided(let verdict) = standing else { return [] }
    if let ruling { return [ruling.by] }
    return given.filter { $0.verdict == verdict }.map(\.by)
  }

  /// Whether an officer has said something that stands. "Cannot tell" may be said anew once more is
  /// known.
  package func hasDecided(_ officer: OfficerID) -> Bool {
    given.contains { $0.by == officer && $0.verdict != .cannotTell } || ruling?.by == officer
  }

  package mutating func add(_ opinion: Opinion) throws(PersonRefusal) {
    switch standing {
    case .decided: throw .decidedAlready
    case .first, .second: break
    case .leader:
      // Who could not tell may find out; who has not looked leaves it to the leader.
      guard given.contains(where: { $0.by == opinion.by }) else { throw .leaderDecides }
    }
    guard !hasDecided(opinion.by) else { throw .sameOfficer }
    given.removeAll { $0.by == opinion.by }
    given.append(opinion)
  }

  package mutating func rule(_ opinion: Opinion) throws(PersonRefusal) {
    guard standing == .leader else { throw .nothingToRule }
    guard opinion.verdict != .cannotTell else { throw .rulingDecidesNothing }
    guard !given.contains(where: { $0.by == opinion.by }) else { throw .sameOfficer }
    ruling = opinion
  }
}

/// Why nothing can be said or concluded about who the applicant is.
package enum PersonRefusal: Error, Equatable, Sendable {
  /// The register was not searched for the applicant, or the search failed.
  case notSearched
  /// Candidates are not decided.
  case notSettled
  case noSuchCandidate
  /// What was compared has changed since the page was read.
  case otherEdition
  case decidedAlready
  /// Four eyes: this officer has decided on the pair already.
  case sameOfficer
  /// Two officers have looked and differ: a leader decides.
  case leaderDecides
  /// Two officers do not differ: there is nothing for a leader to decide.
  case nothingToRule
  case rulingDecidesNothing
  case roleMissing(Role)
  case otherAgency
  case reasonMissing
  case listedAlready
  /// The citizen said so already, or no record was laid to them.
  case notDisputable
  case noDispute
  /// The officer answers for the certificate whose record is disputed.
  case ownCase
}

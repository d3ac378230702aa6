package import Records

/// What a search of an agency's own register found, and what was searched: enough to defend the
/// answer years later.
package struct PersonSearch: Equatable, Sendable {
  /// Records at review or match, the heaviest first, at most fifty.
  package var candidates: [PersonCandidate]
  package var outcome: Outcome
  /// The state of the register that was searched.
  package var registerVersion: RegisterVersion
  /// How many entries that register has, and how many of them were compared.
  package var entries: Int
  package var compared: Int
  package var weightsVersion: String
  /// In hundredths of a bit.
  package var thresholds: MatchThresholds
  /// More than fifty may be at review, or, looked for by hand, more may fit than are listed: an
  /// officer must narrow the search.
  package var isCapped: Bool

  package enum Outcome: String, Sendable, Codable, CaseIterable {
    /// Nobody of this register is at review or above.
    case clear
    case review
    case match
  }
}

/// One record that may be the person's.
package struct PersonCandidate: Equatable, Sendable {
  package var record: RecordID
  /// The document whose person agrees best; the weights are those of this document.
  package var document: DocumentID
  package var outcome: PersonSearch.Outcome
  /// Field by field: levels, weights, the likelier reading. Its sum is `weight`.
  package var explanation: MatchExplanation

  /// Hundredths of a bit of the odds that it is the same person.
  package var weight: Int32 { explanation.weight }
}

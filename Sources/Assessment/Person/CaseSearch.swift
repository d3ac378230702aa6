package import Records

/// A search for the applicant in the agency's register, as it lies on the case: what was searched
/// and in which state of the register, so that "clear" can be defended years later.
///
/// It holds no name and no number: it stands in the journal's event. What was compared is the
/// payload (`ComparedPair`).
package struct CaseSearch: Equatable, Sendable, Codable {
  /// Which entries were there.
  package var register: String
  /// Which weights were added.
  package var weights: String
  /// How many entries the register had, and how many were compared in full: those that share a key
  /// with the applicant.
  package var entries: Int
  package var compared: Int
  /// From which weight on an officer looks, and from which it is called a match; hundredths of a
  /// bit.
  package var review: Int32
  package var match: Int32
  /// More may be at review than are listed: then every candidate is looked at by two.
  package var isCapped: Bool
  /// At review or above, and those that an officer added.
  package var candidates: [SearchedCandidate]

  package init(
    register: String, weights: String, entries: Int, compared: Int, review: Int32, match: Int32,
    isCapped: Bool, candidates: [SearchedCandidate]
  ) {
    self.register = register
    self.weights = weights
    self.entries = entries
    self.isCapped = isCapped
    self.compared = compared
    self.review = review
    self.match = match
    self.candidates = candidates
  }

  package enum Outcome: String, Sendable, CaseIterable {
    case clear, review, match
  }

  package var outcome: Outcome {
    if candidates.isEmpty { return isCapped ? .review : .clear }
    return candidates.contains { $0.outcome == .match } ? .match : .review
  }
}

/// A record that may be the applicant's.
package struct SearchedCandidate: Equatable, Sendable, Codable {
  package var record: RecordID
  /// Counts up, within the case, whenever the data of either side have changed: a decision is about
  /// what was compared, and not about what it became.
  package var edition: Int
  package var outcome: Outcome
  /// Hundredths of a bit; nil for one that an officer added and the engine did not find.
  package var weight: Int32?
  /// Drawn for a second look whatever the first officer decides, so that a second officer cannot
  /// read the first's choice from being asked.
  package var isDrawn: Bool
  package var remembered: RememberedDecision?

  package enum Outcome: String, Equatable, Sendable, Codable, CaseIterable {
    case review, match
    /// An officer found it by hand.
    case byHand
  }

  package init(
    record: RecordID, edition: Int, outcome: Outcome, weight: Int32?, isDrawn: Bool,
    remembered: RememberedDecision?
  ) {
    self.record = record
    self.edition = edition
    self.outcome = outcome
    self.weight = weight
    self.isDrawn = isDrawn
    self.remembered = remembered
  }
}

/// The personal part of a search: both sides, part by part, and what the weights are made of.
package struct ComparedPair: Equatable, Sendable, Codable {
  package var record: RecordID
  package var entry: ComparedPerson
  /// Hex, over both sides: the same pair with the same data has the same.
  package var digest: String
  /// Nil for a pair that the engine did not weigh.
  package var weights: PairWeights?

  package init(
    record: RecordID, entry: ComparedPerson, digest: String, weights: PairWeights?
  ) {
    self.record = record
    self.entry = entry
    self.digest = digest
    self.weights = weights
  }
}

/// What a weight is made of, in hundredths of a bit: they add up to it.
package struct PairWeights: Equatable, Sendable, Codable {
  /// Before any field: that few entries are the applicant's.
  package var start: Int32
  /// By the field's name.
  package var items: [Item]
  /// The levels' names, by the field's name.
  package var levels: [String: String]
  /// The likelier reading than the same person, where one lowers the weight.
  package var rival: Item?

  package struct Item: Equatable, Sendable, Codable {
    package var name: String
    package var weight: Int32

    package init(name: String, weight: Int32) {
      self.name = name
      self.weight = weight
    }
  }

  package init(start: Int32, items: [Item], levels: [String: String], rival: Item?) {
    self.start = start
    self.items = items
    self.levels = levels
    self.rival = rival
  }
}

/// The payload of a search.
package struct SearchedPerson: Equatable, Sendable, Codable {
  package var applicant: ComparedPerson
  package var pairs: [ComparedPair]

  package init(applicant: ComparedPerson, pairs: [ComparedPair]) {
    self.applicant = applicant
    self.pairs = pairs
  }
}

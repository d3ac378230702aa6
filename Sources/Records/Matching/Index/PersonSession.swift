/// One thread's way of asking an index of documents for a person.
package struct PersonSession: Sendable {
  private var reader = PersonReader()
  private var search: MatchSearch

  package init(_ index: MatchIndex) { search = MatchSearch(index) }

  /// People whose judgments may stand in a register were born in these years: where a birth is not
  /// known, each is tried.
  private static let years = 1900...2015

  /// Of a name without a year of birth, a look by hand compares about so many entries: a common
  /// name stands in a hundred thousand of a large register, and nobody reads beyond the first.
  private static let mostByName = 5_000

  /// The documents whose person this may be, heaviest first, those below review too.
  ///
  /// - Parameter isByHand: whether nothing is decided by the answer: only then may entries be left
  ///   out, which ``PersonFinding/isCut`` tells.
  package mutating func find(
    _ person: SoughtPerson, isByHand: Bool = false
  ) -> PersonFinding {
    var finding = PersonFinding()
    var best: [String: MatchExplanation] = [:]
    for applicant in reader.applicants(of: person) {
      let comparison = Comparison(applicant, search.index.scoring.frequencies)
      for row in ask(applicant, isByHand: isByHand, &finding) {
        // The weight is reckoned again in the explanation.
        let found = MatchExplanation(
          comparison, MatchCandidate(row: row, weight: 0), of: search.index)
        if let known = best[found.id], known.weight >= found.weight { continue }
        best[found.id] = found
      }
    }
    let sorted = best.values.sorted { ($1.weight, $0.row) < ($0.weight, $1.row) }
    let most = MatchSearch.mostCandidates
    let review = search.index.weights.thresholds.review
    if sorted.count > most, sorted[most].weight >= review { finding.isCapped = true }
    finding.documents = Array(sorted.prefix(most))
    return finding
  }

  private mutating func ask(
    _ applicant: Applicant, isByHand: Bool, _ finding: inout PersonFinding
  ) -> [Int] {
    // Entries are filed by name and year: without a year there would be next to nothing to find.
    let isOfEveryYear = applicant.record.year == 0 && applicant.record.ownCore != 0
    let found =
      isOfEveryYear
      ? search.candidates(
        applicant, bornIn: PersonSession.years, most: isByHand ? PersonSession.mostByName : nil)
      : search.candidates(applicant)
    finding.compared += search.compared
    if search.isCut { finding.isCut = true }
    let review = search.index.weights.thresholds.review
    if found.count == MatchSearch.mostCandidates, let last = found.last, last.weight >= review {
      finding.isCapped = true
    }
    return found.map(\.row)
  }
}

/// What an index of documents says of a person.
package struct PersonFinding: Equatable, Sendable {
  /// A document once, heaviest first, at most fifty; `id` is its `FilingPlace`.
  package internal(set) var documents: [MatchExplanation] = []
  /// How many entries were compared, over all names and numbers of the person.
  package internal(set) var compared = 0
  /// More than fifty may be at review: the answer cannot be "clear".
  package internal(set) var isCapped = false
  /// A look by hand left entries out.
  package internal(set) var isCut = false

  /// Whether there may be more documents than are listed.
  package var isFull: Bool { documents.count == MatchSearch.mostCandidates }
}

/// Why a candidate weighs what it weighs: the weights of its fields, one by one, in hundredths of a
/// bit. They add up to the whole.
package struct MatchExplanation: Equatable, Sendable {
  package let row: Int
  package let id: String
  package let weight: Int32
  package let levels: PairLevels
  /// Before any field: that few entries are the applicant's.
  package let start: Int32
  package let items: [Item]
  /// The likelier reading than the same person, where one lowers the weight, and by how much.
  package let rival: RivalReading?

  package struct Item: Equatable, Sendable {
    package let field: MatchField
    package let weight: Int32
  }

  package struct RivalReading: Equatable, Sendable {
    package let rival: Rival
    package let weight: Int32
  }

  init(_ comparison: Comparison, _ candidate: MatchCandidate, of index: MatchIndex) {
    var record = index.record(candidate.row)
    let scoring = index.scoring
    let levels = comparison.levels(&record)
    let rarity = ApplicantRarity(comparison, scoring.frequencies)
    let rarities = scoring.rarities(levels, &record, rarity)
    let stranger = Rival.stranger.rawValue
    row = candidate.row
    id = index.id(candidate.row)
    self.levels = levels
    start = scoring.allPriors[stranger]
    items = MatchField.allCases.map { field in
      let weight = scoring.row(field, levels, &record)[stranger] + rarities.of(field)
      return Item(field: field, weight: weight)
    }
    let sums = scoring.sums(levels, &record, rarity)
    weight = sums.min()
    let closest = Rival.allCases.min { sums[$0.rawValue] < sums[$1.rawValue] } ?? .stranger
    rival =
      closest == .stranger
      ? nil : RivalReading(rival: closest, weight: weight - sums[stranger])
  }
}

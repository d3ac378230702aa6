import Foundation

/// Counts levels over pairs and makes weights of them.
struct Learning {
  /// Of pairs that are the same person, by era and level.
  private(set) var same: [Double]
  /// Of pairs that are not, by rival and level; a pair that agrees on a rare value counts for more,
  /// as its weight will be raised by that rarity.
  private(set) var rival: [[Double]]
  private(set) var samePairs = [Double](repeating: 0, count: Era.allCases.count)
  private(set) var rivalPairs = [Double](repeating: 0, count: Rival.allCases.count)

  init() {
    same = [Double](repeating: 0, count: Era.allCases.count * MatchField.allLevels)
    rival = Rival.allCases.map { _ in [Double](repeating: 0, count: MatchField.allLevels) }
  }

  mutating func addSame(_ levels: PairLevels, _ r: PackedRecord) {
    let era = Era(judged: r.judged).rawValue
    samePairs[era] += 1
    for field in MatchField.allCases {
      same[era * MatchField.allLevels + field.offset + levels.level(field)] += 1
    }
  }

  mutating func add(
    _ who: Rival, _ levels: PairLevels, _ rarities: Scoring.Rarities
  ) {
    rivalPairs[who.rawValue] += 1
    for field in MatchField.allCases {
      var mass = 1.0
      if who.countsRarity(of: field) { mass = exp2(Double(rarities.of(field)) / 100) }
      rival[who.rawValue][field.offset + levels.level(field)] += mass
    }
  }

  mutating func merge(_ other: Learning) {
    for index in same.indices { same[index] += other.same[index] }
    for index in samePairs.indices { samePairs[index] += other.samePairs[index] }
    for index in rivalPairs.indices { rivalPairs[index] += other.rivalPairs[index] }
    for who in rival.indices {
      for index in rival[who].indices { rival[who][index] += other.rival[who][index] }
    }
  }

  /// Bounds set by hand: no single field condemns or proves beyond these, whatever the counts say,
  /// because real errors come together and every sample is small at its edges.
  struct Bounds {
    /// The least chance that a person's own field shows any one level, however seldom it was seen.
    var leastSame = 0.0004
    var lowest = -1200.0
    var highest = 2200.0
  }

  func weights(
    version: String, thresholds: MatchThresholds, shares: [Rival: Double], bounds: Bounds = Bounds()
  ) -> Weights {
    var table: [SIMD8<Int32>] = []
    let total = samePairs.reduce(0, +)
    for era in Era.allCases {
      for field in MatchField.allCases {
        for level in 0..<field.levelCount {
          let place = field.offset + level
          let pooled = Era.allCases.reduce(0.0) {
            $0 + same[$1.rawValue * MatchField.allLevels + place]
          }
          // The era's own rate, drawn to the pooled one where the era saw few.
          let prior = (pooled + 0.5) / (total + 1)
          let seen = same[era.rawValue * MatchField.allLevels + place]
          let chance = max(bounds.leastSame, (seen + 30 * prior) / (samePairs[era.rawValue] + 30))
          var row = SIMD8<Int32>(repeating: 0)
          for who in Rival.allCases where rivalPairs[who.rawValue] > 0 {
            let pairs = rivalPairs[who.rawValue]
            // What nobody showed says nothing.
            guard pooled + rival[who.rawValue][place] >= 3 else { continue }
            // Where the rival was not seen so, the floor is half a pair.
            let other = (rival[who.rawValue][place] + 0.5) / (pairs + 1)
            let bits = 100 * log2(chance / other)
            row[who.rawValue] = Int32(max(bounds.lowest, min(bounds.highest, bits)).rounded())
          }
          table.append(row)
        }
      }
    }
    var priors = SIMD8<Int32>(repeating: 0)
    for who in Rival.allCases {
      // Log odds of the person against the rival, before looking.
      priors[who.rawValue] = Int32((-100 * log2(shares[who, default: 1])).rounded())
    }
    return Weights(version: version, table: table, priors: priors, thresholds: thresholds)
  }
}

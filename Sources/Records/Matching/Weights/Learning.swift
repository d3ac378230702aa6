import Foundation

/// Counts levels over pairs and makes weights of them.
struct Learning {
  /// Of pairs that are the same person, by era and level.
  private(set) var same: [Double]
  /// Of pairs that are not, by rival, era and level; a pair that agrees on a rare value counts for
  /// more, as its weight will be raised by that rarity.
  private(set) var rival: [[Double]]
  /// The same, each pair counted once.
  private(set) var rivalPairs: [[Double]]

  init() {
    same = [Double](repeating: 0, count: Era.allCases.count * MatchField.allLevels)
    rival = Rival.allCases.map { [same] _ in same }
    rivalPairs = rival
  }

  mutating func addSame(_ levels: PairLevels, _ r: PackedRecord) {
    let era = Era(judged: r.judged).rawValue
    for field in MatchField.allCases {
      same[era * MatchField.allLevels + field.offset + levels.level(field)] += 1
    }
  }

  mutating func add(
    _ who: Rival, _ levels: PairLevels, _ r: PackedRecord, _ rarities: Scoring.Rarities
  ) {
    let era = Era(judged: r.judged).rawValue * MatchField.allLevels
    for field in MatchField.allCases {
      var mass = 1.0
      if who.countsRarity(of: field) { mass = exp2(Double(rarities.of(field)) / 100) }
      let place = era + field.offset + levels.level(field)
      rival[who.rawValue][place] += mass
      rivalPairs[who.rawValue][place] += 1
    }
  }

  mutating func merge(_ other: Learning) {
    for index in same.indices { same[index] += other.same[index] }
    for who in rival.indices {
      for index in rival[who].indices {
        rival[who][index] += other.rival[who][index]
        rivalPairs[who][index] += other.rivalPairs[who][index]
      }
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
    for era in Era.allCases {
      for field in MatchField.allCases {
        for level in 0..<field.levelCount {
          table.append(row(field, level, era, bounds))
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

  /// The weights of a level against each rival.
  ///
  /// Each era's own rates on both sides, drawn to the pooled ones where the era saw few: that early
  /// books lack a father says nothing of whose entry it is. Of rivals one in twenty counts as
  /// pooled, however many there were, for no era is without what another shows.
  private func row(
    _ field: MatchField, _ level: Int, _ era: Era, _ bounds: Bounds
  ) -> SIMD8<Int32> {
    let groups = field.groups
    let group = groups.indices.filter { groups[$0] == groups[level] }.map { field.offset + $0 }
    let place = field.offset + level
    let eras = Era.allCases.map { $0.rawValue * MatchField.allLevels }
    let own = era.rawValue * MatchField.allLevels
    func sum(_ counts: [Double], _ eras: [Int], _ places: [Int]) -> Double {
      eras.reduce(0) { all, era in places.reduce(all) { $0 + counts[era + $1] } }
    }
    /// How often a level is shown by pairs of an era; no rarer than half a pair of all.
    func rate(
      _ counts: [Double], _ pairs: [Double], least: Double, share: Double = 0
    ) -> Double {
      let pooled = (sum(counts, eras, [place]) + 0.5) / (sum(pairs, eras, group) + 1)
      let seen = sum(pairs, [own], group)
      let drawn = max(least, share * seen)
      return (counts[own + place] + drawn * pooled) / (seen + drawn)
    }
    let seen = sum(same, eras, [place])
    let chance = max(bounds.leastSame, rate(same, same, least: 30))
    var row = SIMD8<Int32>(repeating: 0)
    for who in Rival.allCases {
      let counts = rival[who.rawValue]
      let pairs = rivalPairs[who.rawValue]
      // What nobody showed says nothing.
      guard sum(pairs, eras, group) > 0, seen + sum(counts, eras, [place]) >= 3 else { continue }
      let bits = 100 * log2(chance / rate(counts, pairs, least: 100, share: 0.05))
      row[who.rawValue] = Int32(max(bounds.lowest, min(bounds.highest, bits)).rounded())
    }
    return row
  }
}

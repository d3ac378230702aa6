/// Searches an index; keeps buffers, one a thread.
struct MatchSearch {
  let index: MatchIndex
  private var keys = KeyList()
  /// A bit a row: seen in this search.
  private var seen: [UInt64]
  private var rows: [UInt32] = []
  private var ranges: [(start: UInt32, end: UInt32)] = []
  private var best: [MatchCandidate] = []
  /// What was touched to bring it near; read by nobody, but the compiler must not drop it.
  private var touched: UInt64 = 0
  /// How many entries were compared.
  private(set) var compared = 0

  static let mostCandidates = 50

  init(_ index: MatchIndex) {
    self.index = index
    seen = [UInt64](repeating: 0, count: index.base.head.rows / 64 + 1)
    rows.reserveCapacity(4096)
    best.reserveCapacity(MatchSearch.mostCandidates + 1)
  }

  /// The best candidates, heaviest first, at most `mostCandidates`, none below `lightest`.
  mutating func candidates(_ applicant: Applicant) -> [MatchCandidate] {
    keys.look(applicant)
    gather()
    best.removeAll(keepingCapacity: true)
    let comparison = Comparison(applicant)
    let scoring = index.scoring
    let rarity = ApplicantRarity(comparison, scoring.frequencies)
    let glance = Glance(comparison, rarity, scoring)
    guard let records = index.base.records.baseAddress else { return [] }
    var bar = MatchSearch.lightest
    for row in rows {
      let record = records + Int(row)
      let most = glance.most(record)
      guard most >= bar, most &- glance.excessOfName(record) >= bar else { continue }
      let weight = scoring.weight(comparison.levels(record), record, rarity)
      if weight >= bar { bar = consider(Int(row), weight) }
    }
    compared = rows.count
    searchAdded(comparison, rarity)
    return best
  }

  /// Who weighs less is not listed at all: odds of one in thirty million.
  static let lightest: Int32 = -2500

  /// The rows of all keys, each once, whether or not they will weigh anything.
  mutating func rowsOfKeys(_ applicant: Applicant) -> [UInt32] {
    keys.look(applicant)
    gather()
    return rows
  }

  private mutating func gather() {
    let base = index.base
    let buckets = base.head.buckets
    ranges.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    // All beginnings first, then the postings, then the entries, each touched before it is needed:
    // the memory answers many questions at once.
    var touched: UInt64 = 0
    let offsets = base.offsets
    for hash in keys.hashes {
      let bucket = Posting.bucket(hash, of: buckets)
      ranges.append((offsets[bucket], offsets[bucket + 1]))
    }
    guard let postings = base.postings.baseAddress, let records = base.records.baseAddress else {
      return
    }
    for range in ranges where range.start < range.end {
      touched &+= UInt64(postings[Int(range.start)])
    }
    seen.withUnsafeMutableBufferPointer { seen in
      for (place, range) in ranges.enumerated() {
        let hash = keys.hashes[place]
        for entry in Int(range.start)..<Int(range.end) {
          let posting = postings[entry]
          guard Posting.isOf(posting, hash) else { continue }
          let row = Posting.row(posting)
          let bit: UInt64 = 1 << UInt64(row & 63)
          if seen[row >> 6] & bit == 0 {
            seen[row >> 6] |= bit
            rows.append(UInt32(truncatingIfNeeded: row))
            touched &+= UInt64(records[row].flags)
          }
        }
      }
      for row in rows { seen[Int(row >> 6)] = 0 }
    }
    self.touched &+= touched
  }

  private mutating func searchAdded(_ comparison: Comparison, _ rarity: ApplicantRarity) {
    let first = index.base.head.rows
    var found: [(Int, Int32)] = []
    let hashes = keys.hashes
    index.withAdded { added in
      var rows: Set<Int> = []
      for hash in hashes { added.visit(hash) { rows.insert($0) } }
      for row in rows {
        let weight = withUnsafePointer(to: added.records[row]) {
          index.scoring.weight(comparison.levels($0), $0, rarity)
        }
        found.append((row, weight))
      }
    }
    for (row, weight) in found where weight >= MatchSearch.lightest {
      _ = consider(first + row, weight)
    }
    compared += found.count
  }

  /// Keeps the heaviest first; of equals the earlier row. Returns what the next must weigh.
  private mutating func consider(_ row: Int, _ weight: Int32) -> Int32 {
    let isFull = best.count == MatchSearch.mostCandidates
    if isFull, let last = best.last {
      guard weight > last.weight || weight == last.weight && row < last.row else {
        return last.weight
      }
      best.removeLast()
    }
    best.append(MatchCandidate(row: row, weight: weight))
    best.withUnsafeMutableBufferPointer { best in
      var place = best.count - 1
      let candidate = best[place]
      while place > 0 {
        let other = best[place - 1]
        if other.weight > weight || other.weight == weight && other.row < row { break }
        best[place] = other
        place -= 1
      }
      best[place] = candidate
    }
    guard best.count == MatchSearch.mostCandidates else { return MatchSearch.lightest }
    return best[MatchSearch.mostCandidates - 1].weight
  }
}

/// An entry that may be the applicant.
package struct MatchCandidate: Equatable, Sendable {
  package let row: Int
  /// Hundredths of a bit of the odds that it is the same person.
  package let weight: Int32
}

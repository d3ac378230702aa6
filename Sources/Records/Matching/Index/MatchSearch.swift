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

  /// The best candidates, heaviest first, at most `mostCandidates`.
  mutating func candidates(_ applicant: Applicant) -> [MatchCandidate] {
    keys.look(applicant)
    gather()
    best.removeAll(keepingCapacity: true)
    let comparison = Comparison(applicant)
    guard let records = index.base.records.baseAddress else { return [] }
    let scoring = index.scoring
    touch(0, records)
    var start = 0
    while start < rows.count {
      let end = min(start + MatchSearch.handful, rows.count)
      touch(end, records)
      for place in start..<end {
        let row = Int(rows[place])
        let record = records + row
        let weight = scoring.weight(comparison.levels(record), record)
        consider(row, weight)
      }
      start = end
    }
    compared = rows.count
    searchAdded(comparison)
    return best
  }

  /// The rows of all keys, each once, whether or not they will weigh anything.
  mutating func rowsOfKeys(_ applicant: Applicant) -> [UInt32] {
    keys.look(applicant)
    gather()
    return rows
  }

  /// Touches a handful of records before they are compared, so that the memory fetches them
  /// together and while others are compared.
  private mutating func touch(_ start: Int, _ records: UnsafePointer<PackedRecord>) {
    for place in start..<max(start, min(start + MatchSearch.handful, rows.count)) {
      let record = records + Int(rows[place])
      touched &+= UInt64(record.pointee.flags) &+ record.pointee.ownLow
    }
  }

  private static let handful = 24

  private mutating func gather() {
    let base = index.base
    let buckets = base.head.buckets
    ranges.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    // All beginnings first: the memory answers many questions at once.
    for hash in keys.hashes {
      let bucket = Posting.bucket(hash, of: buckets)
      ranges.append((base.offsets[bucket], base.offsets[bucket + 1]))
    }
    for range in ranges where range.start < range.end {
      touched &+= UInt64(base.postings[Int(range.start)])
    }
    seen.withUnsafeMutableBufferPointer { seen in
      for (place, range) in ranges.enumerated() {
        let hash = keys.hashes[place]
        for entry in Int(range.start)..<Int(range.end) {
          let posting = base.postings[entry]
          guard Posting.isOf(posting, hash) else { continue }
          let row = Posting.row(posting)
          let bit: UInt64 = 1 << UInt64(row & 63)
          if seen[row >> 6] & bit == 0 {
            seen[row >> 6] |= bit
            rows.append(UInt32(truncatingIfNeeded: row))
          }
        }
      }
      for row in rows { seen[Int(row >> 6)] = 0 }
    }
  }

  private mutating func searchAdded(_ comparison: Comparison) {
    let first = index.base.head.rows
    var found: [(Int, Int32)] = []
    let hashes = keys.hashes
    index.withAdded { added in
      var rows: Set<Int> = []
      for hash in hashes { added.visit(hash) { rows.insert($0) } }
      for row in rows {
        let weight = withUnsafePointer(to: added.records[row]) {
          index.scoring.weight(comparison.levels($0), $0)
        }
        found.append((row, weight))
      }
    }
    for (row, weight) in found { consider(first + row, weight) }
    compared += found.count
  }

  /// Heaviest first; of equals the earlier row.
  private mutating func consider(_ row: Int, _ weight: Int32) {
    if best.count == MatchSearch.mostCandidates, let last = best.last {
      guard weight > last.weight || weight == last.weight && row < last.row else { return }
      best.removeLast()
    }
    var place = best.count
    while place > 0 {
      let other = best[place - 1]
      if other.weight > weight || other.weight == weight && other.row < row { break }
      place -= 1
    }
    best.insert(MatchCandidate(row: row, weight: weight), at: place)
  }
}

/// An entry that may be the applicant.
package struct MatchCandidate: Equatable, Sendable {
  package let row: Int
  /// Hundredths of a bit of the odds that it is the same person.
  package let weight: Int32
}

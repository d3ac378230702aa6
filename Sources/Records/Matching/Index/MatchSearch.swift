/// Searches an index; keeps buffers, one a thread.
struct MatchSearch {
  let index: MatchIndex
  private var keys = KeyList()
  /// A bit a row: seen in this search.
  private var seen: [UInt64]
  private var rows: [UInt32] = []
  /// Room for the rows of all keys.
  private var hits: [UInt32] = []
  private var ranges: [KeyRange] = []
  private var best: [MatchCandidate] = []
  /// Entries that may weigh enough, and the most that each can.
  private var promising: [(row: UInt32, most: Int32)] = []
  private var room = [Int32](repeating: 0, count: Glance.room)
  /// Who weighs less is not asked for.
  private let lightest: Int32
  /// What was touched to bring it near; read by nobody, but the compiler must not drop it.
  private var touched: UInt64 = 0
  /// How many entries were compared.
  private(set) var compared = 0
  /// Whether some were left out, as they were to be.
  private(set) var isCut = false

  static let mostCandidates = 50

  /// The postings of a key, and of strangers in its bucket.
  private typealias KeyRange = (start: UInt32, end: UInt32, hash: UInt64)

  /// - Parameter lightest: who weighs less is passed over.
  init(_ index: MatchIndex, lightest: Int32 = MatchSearch.lightest) {
    self.index = index
    self.lightest = max(lightest, MatchSearch.lightest)
    seen = [UInt64](repeating: 0, count: index.base.head.rows / 64 + 1)
    rows.reserveCapacity(4096)
    best.reserveCapacity(MatchSearch.mostCandidates + 1)
  }

  /// The best candidates, heaviest first, at most `mostCandidates`, none below `lightest`.
  mutating func candidates(_ applicant: Applicant) -> [MatchCandidate] {
    keys.look(applicant)
    gather()
    return compare(applicant)
  }

  /// The best candidates where the year of birth is not known.
  ///
  /// - Parameter most: about so many are compared, those first that agree on most; nil for all.
  mutating func candidates(
    _ applicant: Applicant, bornIn years: ClosedRange<Int>, most: Int?
  ) -> [MatchCandidate] {
    keys.look(applicant, bornIn: years)
    gather(most: most)
    return compare(applicant)
  }

  private mutating func compare(_ applicant: Applicant) -> [MatchCandidate] {
    best.removeAll(keepingCapacity: true)
    let scoring = index.scoring
    let comparison = Comparison(applicant, scoring.frequencies)
    let rarity = ApplicantRarity(comparison, scoring.frequencies)
    guard let records = index.base.records.baseAddress else { return [] }
    // Taken out for the while, so that it is not copied.
    var room = [Int32]()
    swap(&room, &self.room)
    room.withUnsafeMutableBufferPointer { room in
      guard let room = room.baseAddress else { return }
      let glance = Glance(comparison, rarity, scoring, room: room)
      look(glance, records)
      var bar = lightest
      for (row, most) in promising where most >= bar {
        let record = records + Int(row)
        guard most &- glance.excessOfNames(record) >= bar else { continue }
        let weight = scoring.weight(comparison.levels(record), record, rarity)
        if weight >= bar { bar = consider(Int(row), weight) }
      }
    }
    swap(&room, &self.room)
    compared = rows.count
    searchAdded(comparison, rarity)
    return best
  }

  /// Finds who may weigh enough, and touches their letters.
  private mutating func look(_ glance: Glance, _ records: UnsafePointer<PackedRecord>) {
    promising.removeAll(keepingCapacity: true)
    var touched: UInt64 = 0
    var start = 0
    while start < rows.count {
      let run = rows[start..<min(start + MatchSearch.run, rows.count)]
      for row in run { touched &+= UInt64(records[Int(row)].flags) }
      for row in run {
        let most = glance.most(records + Int(row))
        if most >= lightest { promising.append((row, most)) }
      }
      start += MatchSearch.run
    }
    for (row, _) in promising { touched &+= records[Int(row)].ownLow }
    self.touched &+= touched
  }

  /// So many entries' first lines are fetched at once.
  private static let run = 256

  /// Who weighs less is not listed at all: odds of one in thirty million.
  static let lightest: Int32 = -2500

  /// The rows of all keys, each once, whether or not they will weigh anything.
  mutating func rowsOfKeys(_ applicant: Applicant) -> [UInt32] {
    keys.look(applicant)
    gather()
    return rows
  }

  private mutating func gather(most wanted: Int? = nil) {
    findRanges()
    rows.removeAll(keepingCapacity: true)
    guard let postings = index.base.postings.baseAddress else { return }
    // All beginnings first, then the postings, then the entries, each touched in a short loop
    // before it is needed: the memory answers many questions at once, if nothing stands between.
    var touched: UInt64 = 0
    var most = 0
    for range in ranges where range.start < range.end {
      touched &+= UInt64(postings[Int(range.start)])
      most += Int(range.end - range.start)
    }
    self.touched &+= touched
    if hits.count < most { hits = [UInt32](repeating: 0, count: 2 * most) }
    let count = hits.withUnsafeMutableBufferPointer { hits in
      seen.withUnsafeMutableBufferPointer { seen in
        guard let hits = hits.baseAddress, let seen = seen.baseAddress else { return 0 }
        let all = ranges.withUnsafeBufferPointer { ranges in
          MatchSearch.ofKeys(ranges, postings, into: hits, most: wanted, isCut: &isCut)
        }
        return MatchSearch.once(all, of: hits, seen: seen)
      }
    }
    rows.append(contentsOf: hits[..<count])
  }

  // Nobody can foresee which postings are of a key and which rows were seen: a wrong guess costs
  // the processor more than a row written for nothing, so the two loops decide without a branch.

  /// All of them, or so many keys at a time until there are enough.
  private static func ofKeys(
    _ ranges: UnsafeBufferPointer<KeyRange>, _ postings: UnsafePointer<UInt32>,
    into hits: UnsafeMutablePointer<UInt32>, most: Int?, isCut: inout Bool
  ) -> Int {
    isCut = false
    guard let most else { return ofKeys(ranges, postings, into: hits) }
    var count = 0
    var rest = ranges[...]
    while !rest.isEmpty, count < most {
      let some = UnsafeBufferPointer(rebasing: rest.prefix(keysAtOnce))
      count += ofKeys(some, postings, into: hits + count)
      rest = rest.dropFirst(keysAtOnce)
    }
    isCut = !rest.isEmpty
    return count
  }

  private static let keysAtOnce = 64

  private static func ofKeys(
    _ ranges: UnsafeBufferPointer<KeyRange>, _ postings: UnsafePointer<UInt32>,
    into hits: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var count = 0
    for range in ranges {
      for entry in Int(range.start)..<Int(range.end) {
        let posting = postings[entry]
        hits[count] = UInt32(truncatingIfNeeded: Posting.row(posting))
        count &+= Posting.isOf(posting, range.hash) ? 1 : 0
      }
    }
    return count
  }

  /// Leaves each row once, in the order in which they came.
  private static func once(
    _ all: Int, of hits: UnsafeMutablePointer<UInt32>, seen: UnsafeMutablePointer<UInt64>
  ) -> Int {
    var count = 0
    for place in 0..<all {
      let row = hits[place]
      let word = Int(row >> 6)
      let known = seen[word]
      seen[word] = known | 1 << UInt64(row & 63)
      hits[count] = row
      count &+= Int(~known >> UInt64(row & 63) & 1)
    }
    for place in 0..<count { seen[Int(hits[place] >> 6)] = 0 }
    return count
  }

  private mutating func findRanges() {
    let buckets = index.base.head.buckets
    ranges.removeAll(keepingCapacity: true)
    guard let offsets = index.base.offsets.baseAddress else { return }
    for hash in keys.hashes {
      let bucket = Posting.bucket(hash, of: buckets)
      ranges.append((offsets[bucket], offsets[bucket + 1], hash))
    }
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
    for (row, weight) in found where weight >= lightest {
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
    guard best.count == MatchSearch.mostCandidates else { return lightest }
    return best[MatchSearch.mostCandidates - 1].weight
  }
}

/// An entry that may be the applicant.
package struct MatchCandidate: Equatable, Sendable {
  package let row: Int
  /// Hundredths of a bit of the odds that it is the same person.
  package let weight: Int32
}

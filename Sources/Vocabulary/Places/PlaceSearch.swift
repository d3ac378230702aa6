/// A place with what a search compares.
struct PlaceSearchEntry: Sendable {
  let place: Place
  let label: String
  let shortName: String
  let fullName: String

  init(_ place: Place, label: String) {
    self.place = place
    self.label = label
    self.shortName = SearchKey(place.shortName).text
    self.fullName = SearchKey(place.name).text
  }
}

/// All places of a map, and their labels' search keys in one block of bytes: a search walks memory,
/// not objects.
struct PlaceIndex: Sendable {
  let entries: [PlaceSearchEntry]
  /// Each key with a space before every word.
  private var bytes: [UInt8] = []
  /// Where each entry's key ends.
  private var ends: [Int] = []

  init(_ entries: [PlaceSearchEntry]) {
    self.entries = entries
    for entry in entries {
      bytes.append(0x20)
      bytes.append(contentsOf: SearchKey(entry.label).text.utf8)
      ends.append(bytes.count)
    }
  }

  /// The entries whose labels have every one of the beginnings of words, in order.
  func matches(_ words: [[UInt8]]) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [Int] = []
      var start = 0
      for (index, end) in ends.enumerated() {
        let key = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if words.allSatisfy({ contains($0, in: key) }) { found.append(index) }
        start = end
      }
      return found
    }
  }

  private func contains(_ run: [UInt8], in key: UnsafeBufferPointer<UInt8>) -> Bool {
    guard key.count >= run.count else { return false }
    return run.withUnsafeBufferPointer { run in
      for start in 0...(key.count - run.count) {
        var index = 0
        while index < run.count, key[start + index] == run[index] { index += 1 }
        if index == run.count { return true }
      }
      return false
    }
  }
}

/// A place that a search found.
package struct PlaceHit: Hashable, Sendable {
  package let place: Place
  /// `Phường Cái Khế, Quận Ninh Kiều, Thành phố Cần Thơ`.
  package let label: String
}

extension PlaceDirectory {
  /// Places whose names begin the words typed, without regard to case and marks; `cai khe can tho`
  /// finds the ward. Exact names first, then names that begin so, then larger units.
  package func search(
    _ typed: String, map: PlaceMap, levels: Set<PlaceLevel> = Set(PlaceLevel.allCases),
    limit: Int = 20
  ) -> [PlaceHit] {
    // A hostile text is longer than any address: the first characters decide.
    let key = SearchKey(String(typed.prefix(100))).text
    guard !key.isEmpty, let index = indexes[map] else { return [] }
    let words = key.split(separator: " ").map { [0x20] + Array($0.utf8) }
    var found: [(rank: Int, order: Int)] = []
    for order in index.matches(words) where levels.contains(index.entries[order].place.level) {
      found.append((index.entries[order].rank(of: key), order))
    }
    found.sort { $0.rank == $1.rank ? $0.order < $1.order : $0.rank < $1.rank }
    return found.prefix(limit).map {
      PlaceHit(place: index.entries[$0.order].place, label: index.entries[$0.order].label)
    }
  }
}

extension PlaceSearchEntry {
  /// Smaller is better.
  fileprivate func rank(of typed: String) -> Int {
    let match =
      if shortName == typed || fullName == typed {
        0
      } else if shortName.hasPrefix(typed) || fullName.hasPrefix(typed) {
        1
      } else {
        2
      }
    return match * 10 + place.level.rawValue
  }
}

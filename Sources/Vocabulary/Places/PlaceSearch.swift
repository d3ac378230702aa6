/// A place with what a search compares.
struct PlaceSearchEntry: Sendable {
  let place: Place
  let label: String
  /// The search key of the label, with a space before every word.
  let haystack: [UInt8]
  let shortName: [UInt8]
  let fullName: [UInt8]

  init(_ place: Place, label: String) {
    self.place = place
    self.label = label
    self.haystack = [0x20] + Array(SearchKey(label).text.utf8)
    self.shortName = Array(SearchKey(place.shortName).text.utf8)
    self.fullName = Array(SearchKey(place.name).text.utf8)
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
    // A hostile text is longer than any address: the first words decide.
    let key = SearchKey(String(typed.prefix(100))).text
    guard !key.isEmpty else { return [] }
    let whole = Array(key.utf8)
    let words = key.split(separator: " ").map { [0x20] + Array($0.utf8) }
    var found: [(rank: Int, order: Int, entry: PlaceSearchEntry)] = []
    for (order, entry) in (entries[map] ?? []).enumerated()
    where levels.contains(entry.place.level) {
      guard words.allSatisfy({ entry.haystack.contains(run: $0) }) else { continue }
      found.append((entry.rank(of: whole), order, entry))
    }
    return
      found
      .sorted { $0.rank == $1.rank ? $0.order < $1.order : $0.rank < $1.rank }
      .prefix(limit)
      .map { PlaceHit(place: $0.entry.place, label: $0.entry.label) }
  }
}

extension PlaceSearchEntry {
  /// Smaller is better.
  fileprivate func rank(of typed: [UInt8]) -> Int {
    let match =
      if shortName == typed || fullName == typed {
        0
      } else if shortName.starts(with: typed) || fullName.starts(with: typed) {
        1
      } else {
        2
      }
    return match * 10 + place.level.rawValue
  }
}

extension [UInt8] {
  /// Whether `run` stands somewhere in these bytes.
  fileprivate func contains(run: [UInt8]) -> Bool {
    guard let first = run.first, count >= run.count else { return run.isEmpty }
    return withUnsafeBufferPointer { bytes in
      for start in 0...(bytes.count - run.count) where bytes[start] == first {
        var index = 1
        while index < run.count, bytes[start + index] == run[index] { index += 1 }
        if index == run.count { return true }
      }
      return false
    }
  }
}

/// The place of a complete subtree: `position` counts the subtrees of 2^`level` leaves from the
/// left. Level 0 is the leaves.
package struct TreePlace: Hashable, Sendable, Comparable {
  package let level: Int
  package let position: Int

  package init(level: Int, position: Int) {
    self.level = level
    self.position = position
  }

  package static func < (left: TreePlace, right: TreePlace) -> Bool {
    (left.level, left.position) < (right.level, right.position)
  }
}

/// The leaves from `start` up to, not including, `end`, as a subtree of RFC 6962: `start` is a
/// multiple of the smallest power of two that is not less than the length.
package struct TreeRange: Hashable, Sendable {
  package let start: Int
  package let end: Int

  package init(_ start: Int, _ end: Int) {
    precondition(start >= 0 && start < end, "a range of leaves holds a leaf")
    self.start = start
    self.end = end
  }

  /// The complete subtrees that cover the range, the largest first, from left to right.
  package var places: [TreePlace] {
    var places: [TreePlace] = []
    var from = start
    while from < end {
      let level = largestPower(notAbove: end - from)
      places.append(TreePlace(level: level, position: from >> level))
      from += 1 << level
    }
    return places
  }

  /// The hash of the range. `hash` gives the hashes of complete subtrees.
  package func hash<Failure: Error>(
    _ hash: (TreePlace) throws(Failure) -> TreeHash
  ) throws(Failure) -> TreeHash {
    var places = self.places
    var root = try hash(places.removeLast())
    while let place = places.popLast() { root = TreeHash(try hash(place), root) }
    return root
  }
}

/// The largest `k` with 2^k ≤ `count`.
func largestPower(notAbove count: Int) -> Int {
  Int.bitWidth - 1 - count.leadingZeroBitCount
}

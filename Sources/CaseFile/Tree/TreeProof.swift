/// That a leaf is in a tree: the hashes beside the way from the leaf to the root.
///
/// RFC 6962, section 2.1.1; checked as in RFC 9162, section 2.1.3.2.
package struct InclusionProof: Equatable, Sendable {
  package let index: Int
  package let size: Int
  package let path: [TreeHash]

  package init(index: Int, size: Int, path: [TreeHash]) {
    self.index = index
    self.size = size
    self.path = path
  }

  /// The subtrees whose hashes are the proof, in its order. `index` is less than `size`.
  package static func ranges(index: Int, size: Int) -> [TreeRange] {
    precondition(0 <= index && index < size, "a leaf is in its tree")
    var ranges: [TreeRange] = []
    var (start, end) = (0, size)
    while end - start > 1 {
      let middle = start + split(end - start)
      if index < middle {
        ranges.append(TreeRange(middle, end))
        end = middle
      } else {
        ranges.append(TreeRange(start, middle))
        start = middle
      }
    }
    return ranges.reversed()
  }

  /// Whether `leaf` is at this place in the tree with this root.
  package func verifies(leaf: TreeHash, root: TreeHash) -> Bool {
    guard 0 <= index, index < size else { return false }
    var (place, last) = (index, size - 1)
    var hash = leaf
    for other in path {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        hash = TreeHash(other, hash)
        while place & 1 == 0, place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        hash = TreeHash(hash, other)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && hash == root
  }
}

/// That a tree is the beginning of a larger one: nothing before was changed or taken out.
///
/// RFC 6962, section 2.1.2; checked as in RFC 9162, section 2.1.4.2.
package struct ConsistencyProof: Equatable, Sendable {
  package let first: Int
  package let second: Int
  package let path: [TreeHash]

  package init(first: Int, second: Int, path: [TreeHash]) {
    self.first = first
    self.second = second
    self.path = path
  }

  /// The subtrees whose hashes are the proof, in its order. 0 < `first` ≤ `second`.
  package static func ranges(first: Int, second: Int) -> [TreeRange] {
    precondition(0 < first && first <= second, "the first tree is not empty and not the larger")
    var ranges: [TreeRange] = []
    var (start, end) = (0, second)
    var (old, isWhole) = (first, true)
    while old != end - start {
      let half = split(end - start)
      if old <= half {
        ranges.append(TreeRange(start + half, end))
        end = start + half
      } else {
        ranges.append(TreeRange(start, start + half))
        start += half
        old -= half
        isWhole = false
      }
    }
    if !isWhole { ranges.append(TreeRange(start, end)) }
    return ranges.reversed()
  }

  /// Whether the tree with `firstRoot` is the beginning of the tree with `secondRoot`.
  package func verifies(firstRoot: TreeHash, secondRoot: TreeHash) -> Bool {
    guard 0 < first, first <= second else { return false }
    guard first < second else { return path.isEmpty && firstRoot == secondRoot }
    // A complete first tree is itself the first hash; it is left out of the proof.
    var rest = path[...]
    guard let start = first.nonzeroBitCount == 1 ? firstRoot : rest.popFirst() else { return false }
    var (place, last) = (first - 1, second - 1)
    while place & 1 == 1 {
      place >>= 1
      last >>= 1
    }
    var (old, new) = (start, start)
    for other in rest {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        old = TreeHash(other, old)
        new = TreeHash(other, new)
        while place & 1 == 0, place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        new = TreeHash(new, other)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && old == firstRoot && new == secondRoot
  }
}

/// The largest power of two that is less than `count`, which is at least 2.
private func split(_ count: Int) -> Int {
  1 << largestPower(notAbove: count - 1)
}

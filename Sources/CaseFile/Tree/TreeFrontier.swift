/// The right edge of a tree: the roots of its complete subtrees, largest first. It is all that is
/// needed to add leaves and to know the root, whatever the size.
package struct TreeFrontier: Equatable, Sendable {
  package private(set) var size: Int
  package private(set) var roots: [TreeHash]

  package init() {
    self.size = 0
    self.roots = []
  }

  /// Nil unless there is one root for each complete subtree of a tree of this size.
  package init?(size: Int, roots: [TreeHash]) {
    guard size >= 0, roots.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.roots = roots
  }

  /// Where the roots of a frontier of this size stand.
  package static func places(size: Int) -> [TreePlace] {
    size > 0 ? TreeRange(0, size).places : []
  }

  /// Adds a leaf and returns the subtrees that it completes, from small to large, without the
  /// leaf itself.
  package mutating func append(_ leaf: TreeHash) -> [(place: TreePlace, hash: TreeHash)] {
    var completed: [(place: TreePlace, hash: TreeHash)] = []
    var hash = leaf
    var level = 0
    // Each trailing one of the old size is a subtree that now finds its right half.
    while size >> level & 1 == 1 {
      hash = TreeHash(roots.removeLast(), hash)
      level += 1
      completed.append((TreePlace(level: level, position: size >> level), hash))
    }
    roots.append(hash)
    size += 1
    return completed
  }

  /// The root of the tree.
  package var root: TreeHash {
    guard var root = roots.last else { return .empty }
    for left in roots.dropLast().reversed() { root = TreeHash(left, root) }
    return root
  }
}

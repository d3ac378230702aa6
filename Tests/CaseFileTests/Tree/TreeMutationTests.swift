import CaseFile
import Testing

/// Whatever is changed in a proof, it must fail: the negative set of transparency-dev/merkle.
@Suite("A changed proof is refused")
struct TreeMutationTests {
  private static let garbage = TreeHash(leaf: [0xAA])
  private let tree = PlainTree((0..<33).map { [UInt8($0), 3] })

  @Test(arguments: [1, 2, 3, 5, 7, 8, 13, 16, 21, 32, 33])
  func `no changed inclusion proof verifies`(size: Int) {
    for index in 0..<size {
      let good = tree.inclusion(of: index, size: size)
      let (leaf, root) = (tree.leaves[index], tree.root(size: size))
      for path in changed(good.path) {
        let bad = InclusionProof(index: index, size: size, path: path)
        #expect(!bad.verifies(leaf: leaf, root: root))
      }
      for (otherIndex, otherSize) in changedPlaces(index, size) {
        // A proof can hold for another size only with that size's root, which it has not here.
        let bad = InclusionProof(index: otherIndex, size: otherSize, path: good.path)
        if sameWay(index, size, otherIndex, otherSize) { continue }
        let places = "\(index)/\(size) as \(otherIndex)/\(otherSize)"
        #expect(!bad.verifies(leaf: leaf, root: root), "\(places)")
      }
      #expect(!good.verifies(leaf: Self.garbage, root: root))
      #expect(!good.verifies(leaf: leaf, root: Self.garbage))
      #expect(size == 1 || !good.verifies(leaf: root, root: leaf))
      for bit in [0, 100, 255] {
        #expect(!good.verifies(leaf: flipped(leaf, bit), root: root))
        #expect(!good.verifies(leaf: leaf, root: flipped(root, bit)))
      }
    }
  }

  @Test(arguments: [2, 3, 5, 7, 8, 13, 16, 21, 32, 33])
  func `no changed consistency proof verifies`(second: Int) {
    for first in 1..<second {
      let good = tree.consistency(from: first, to: second)
      let (old, new) = (tree.root(size: first), tree.root(size: second))
      for path in changed(good.path) {
        let bad = ConsistencyProof(first: first, second: second, path: path)
        #expect(!bad.verifies(firstRoot: old, secondRoot: new))
      }
      #expect(!good.verifies(firstRoot: new, secondRoot: old))
      #expect(!good.verifies(firstRoot: Self.garbage, secondRoot: new))
      #expect(!good.verifies(firstRoot: old, secondRoot: Self.garbage))
      #expect(!good.verifies(firstRoot: flipped(old, 9), secondRoot: new))
      #expect(!good.verifies(firstRoot: old, secondRoot: flipped(new, 9)))
      let backwards = ConsistencyProof(first: second, second: first, path: good.path)
      #expect(!backwards.verifies(firstRoot: new, secondRoot: old))
    }
  }

  @Test func `two trees of one size are the same tree, and need no proof`() {
    let root = tree.root(size: 8)
    #expect(
      ConsistencyProof(first: 8, second: 8, path: []).verifies(
        firstRoot: root, secondRoot: root))
    #expect(
      !ConsistencyProof(first: 8, second: 8, path: [root]).verifies(
        firstRoot: root, secondRoot: root))
    #expect(
      !ConsistencyProof(first: 8, second: 8, path: []).verifies(
        firstRoot: root, secondRoot: tree.root(size: 9)))
    #expect(
      !ConsistencyProof(first: 0, second: 8, path: []).verifies(
        firstRoot: .empty, secondRoot: root))
  }

  private func changed(_ path: [TreeHash]) -> [[TreeHash]] {
    var all: [[TreeHash]] = [path + [Self.garbage], [Self.garbage] + path, path + [.empty]]
    if let first = path.first, let last = path.last {
      all += [Array(path.dropLast()), Array(path.dropFirst()), [], path + [last], [first] + path]
      all.append(path + path)
    }
    for index in path.indices {
      var one = path
      one[index] = Self.garbage
      all.append(one)
      one[index] = flipped(path[index], index * 31 % 256)
      all.append(one)
    }
    for index in path.indices.dropLast() {
      var one = path
      one.swapAt(index, index + 1)
      all.append(one)
    }
    return all.filter { $0 != path }
  }

  private func changedPlaces(_ index: Int, _ size: Int) -> [(Int, Int)] {
    [
      (index - 1, size), (index + 1, size), (index ^ 2, size), (index, size * 2),
      (index, size / 2), (index, size - 1), (index, size + 1), (-1, size), (index, 0),
      (index, -size),
    ]
  }

  /// Whether both places are reached by the same lefts and rights; then the proof is rightly the
  /// same, and it is for the checkpoint to bind the size to the root.
  private func sameWay(_ index: Int, _ size: Int, _ other: Int, _ otherSize: Int) -> Bool {
    guard other == index, 0 <= index, index < otherSize else { return false }
    func way(_ size: Int) -> [Bool] {
      InclusionProof.ranges(index: index, size: size).map { $0.start > index }
    }
    return way(size) == way(otherSize)
  }

  private func flipped(_ hash: TreeHash, _ bit: Int) -> TreeHash {
    var bytes = hash.bytes
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return TreeHash(bytes: bytes) ?? .empty
  }
}

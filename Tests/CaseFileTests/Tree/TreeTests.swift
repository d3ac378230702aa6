import CaseFile
import Foundation
import Testing

@Suite("The journal's tree is that of RFC 6962")
struct TreeTests {
  @Test func `hashes are the published ones`() {
    #expect(
      TreeHash.empty.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      TreeHash(leaf: Array("L123456".utf8)).hex
        == "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56")
  }

  @Test func `a leaf never passes for a node`() {
    let (left, right) = (TreeHash(leaf: [1]), TreeHash(leaf: [2]))
    #expect(TreeHash(left, right) != TreeHash(leaf: left.bytes + right.bytes))
    #expect(TreeHash(bytes: Array(repeating: 0, count: 31)) == nil)
  }

  @Test func `roots of sizes 1 to 8 are the published ones, leaf by leaf`() {
    var frontier = TreeFrontier()
    #expect(frontier.root == .empty)
    for (leaf, root) in zip(TreeVectors.leaves, TreeVectors.roots) {
      _ = frontier.append(TreeHash(leaf: leaf))
      #expect(frontier.root.hex == root)
    }
  }

  @Test func `a frontier gives back what it was made of`() throws {
    let tree = PlainTree((0..<100).map { [UInt8($0)] })
    for size in 0...100 {
      let roots = TreeFrontier.places(size: size).map { place in
        tree.root(of: place.position << place.level..<(place.position + 1) << place.level)
      }
      let frontier = try #require(TreeFrontier(size: size, roots: roots))
      #expect(frontier.root == tree.root(size: size))
      #expect(size == 0 || TreeFrontier(size: size, roots: roots.dropLast()) == nil)
    }
  }

  @Test func `every completed subtree is told once`() {
    let tree = PlainTree((0..<64).map { [UInt8($0)] })
    var frontier = TreeFrontier()
    var seen: [TreePlace: TreeHash] = [:]
    for leaf in tree.leaves {
      for (place, hash) in frontier.append(leaf) {
        #expect(seen.updateValue(hash, forKey: place) == nil)
      }
    }
    #expect(seen.count == 63)
    for (place, hash) in seen {
      let start = place.position << place.level
      #expect(hash == tree.root(of: start..<start + 1 << place.level))
    }
  }

  @Test func `proofs are the published ones`() {
    let tree = PlainTree(TreeVectors.leaves)
    for (index, size, path) in TreeVectors.inclusions {
      #expect(tree.inclusion(of: index, size: size).path.map(\.hex) == path)
    }
    for (first, second, path) in TreeVectors.consistencies {
      #expect(tree.consistency(from: first, to: second).path.map(\.hex) == path)
    }
  }

  @Test func `every proof of every size to 40 holds`() {
    let tree = PlainTree((0..<40).map { [UInt8($0), 7] })
    for size in 1...40 {
      for index in 0..<size {
        let proof = tree.inclusion(of: index, size: size)
        #expect(proof.verifies(leaf: tree.leaves[index], root: tree.root(size: size)))
      }
      for first in 1...size {
        let proof = tree.consistency(from: first, to: size)
        #expect(
          proof.verifies(firstRoot: tree.root(size: first), secondRoot: tree.root(size: size)))
      }
    }
  }

  @Test func `a range is hashed from its complete subtrees`() {
    let tree = PlainTree((0..<23).map { [UInt8($0)] })
    for size in 1...23 {
      let hash = TreeRange(0, size).hash { place in
        tree.root(of: place.position << place.level..<(place.position + 1) << place.level)
      }
      #expect(hash == tree.root(size: size))
    }
  }

  @Test func `a payload's commitment needs the right salt and cannot pass for a leaf`() {
    let salt = [UInt8](repeating: 5, count: 16)
    let made = PayloadCommitment.make(salt: salt, payload: [1, 2])
    #expect(made.utf8.count == 64)
    #expect(made != PayloadCommitment.make(salt: salt, payload: [1]))
    let otherSalt = [UInt8](repeating: 6, count: 16)
    #expect(made != PayloadCommitment.make(salt: otherSalt, payload: [1, 2]))
    #expect(made != TreeHash(leaf: salt + [1, 2]).hex)
  }
}

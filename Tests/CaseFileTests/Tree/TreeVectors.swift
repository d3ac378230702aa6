import CaseFile
import Foundation

/// The reference tree of transparency-dev/merkle (`testonly/constants.go`): eight leaves and what
/// RFC 6962 makes of them.
enum TreeVectors {
  static let leaves: [[UInt8]] = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ].map(bytes)

  static let roots: [String] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  static let inclusions: [(index: Int, size: Int, path: [String])] = [
    (
      0, 8,
      [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ]
    ),
    (
      5, 8,
      [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]
    ),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (
      1, 5,
      [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ]
    ),
  ]

  static let consistencies: [(first: Int, second: Int, path: [String])] = [
    (1, 8, inclusions[0].path),
    (
      6, 8,
      [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]
    ),
    (
      2, 5,
      [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ]
    ),
    (4, 4, []),
  ]

  static func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
  }

  static func hash(_ hex: String) -> TreeHash {
    guard let hash = TreeHash(bytes: bytes(hex)) else {
      preconditionFailure("a vector is 32 bytes of hex")
    }
    return hash
  }
}

/// A tree in memory, by the definition of RFC 6962 and nothing cleverer.
struct PlainTree {
  let leaves: [TreeHash]

  init(_ data: [[UInt8]]) {
    leaves = data.map { TreeHash(leaf: $0) }
  }

  func root(of range: Range<Int>) -> TreeHash {
    guard range.count > 1 else { return range.isEmpty ? .empty : leaves[range.lowerBound] }
    var half = 1
    while half * 2 < range.count { half *= 2 }
    let middle = range.lowerBound + half
    return TreeHash(root(of: range.lowerBound..<middle), root(of: middle..<range.upperBound))
  }

  func root(size: Int) -> TreeHash { root(of: 0..<size) }

  func inclusion(of index: Int, size: Int) -> InclusionProof {
    let path = InclusionProof.ranges(index: index, size: size)
      .map { root(of: $0.start..<$0.end) }
    return InclusionProof(index: index, size: size, path: path)
  }

  func consistency(from first: Int, to second: Int) -> ConsistencyProof {
    let path = ConsistencyProof.ranges(first: first, second: second)
      .map { root(of: $0.start..<$0.end) }
    return ConsistencyProof(first: first, second: second, path: path)
  }
}

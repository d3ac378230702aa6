import Crypto

/// A SHA-256 hash in the journal's tree: 32 bytes.
package struct TreeHash: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Nil unless there are 32 bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The hash of a leaf: SHA-256(0x00 ‖ data).
  ///
  /// RFC 6962, section 2.1. The first byte keeps a leaf from passing for a node.
  package init(leaf data: [UInt8]) {
    var digest = SHA256()
    digest.update(data: [0])
    digest.update(data: data)
    self.bytes = Array(digest.finalize())
  }

  /// The hash of a node over its two halves: SHA-256(0x01 ‖ left ‖ right).
  ///
  /// RFC 6962, section 2.1.
  package init(_ left: TreeHash, _ right: TreeHash) {
    var digest = SHA256()
    digest.update(data: [1])
    digest.update(data: left.bytes)
    digest.update(data: right.bytes)
    self.bytes = Array(digest.finalize())
  }

  /// The root of a tree without leaves: the hash of nothing.
  package static let empty = TreeHash(emptyRoot: ())

  private init(emptyRoot: Void) {
    self.bytes = Array(SHA256.hash(data: [UInt8]()))
  }

  /// Lower-case hexadecimal.
  package var hex: String {
    let digits = bytes.flatMap { [hexDigits[Int($0 >> 4)], hexDigits[Int($0 & 15)]] }
    return String(decoding: digits, as: UTF8.self)
  }
}

private let hexDigits = Array("0123456789abcdef".utf8)

extension TreeHash: CustomStringConvertible {
  package var description: String { hex }
}

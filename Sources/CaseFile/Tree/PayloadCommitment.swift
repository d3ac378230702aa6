import Crypto
import Vocabulary

/// The salted hash by which an event's body holds its payload. The payload can be purged and the
/// body stays; without the salt nobody can guess what it was.
package enum PayloadCommitment {
  package static let saltLength = 16

  /// Lower-case hex of SHA-256(0x02 ‖ salt ‖ payload). The first byte keeps it from passing for a
  /// leaf (0x00) or a node (0x01) of the tree.
  package static func make(salt: [UInt8], payload: [UInt8]) -> String {
    // Without a fixed length, a byte could move from the payload into the salt unseen.
    precondition(salt.count == saltLength, "a salt has \(saltLength) bytes")
    var digest = SHA256()
    digest.update(data: [2])
    digest.update(data: salt)
    digest.update(data: payload)
    return hex(Array(digest.finalize()))
  }
}

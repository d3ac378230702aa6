import Crypto
import Records
import Vocabulary

/// What one event says of all documents of a batch: a salted hash over them, in order.
///
/// SHA-256(0x03 ‖ salt ‖ for each document: id, record, line, superseded id as 8 bytes each, and
/// the SHA-256 of its bytes). The first byte keeps it from passing for a leaf, a node or a payload
/// of the journal; the salt keeps a document from being guessed by its hash.
struct RecordDigest {
  private var hash = SHA256()

  init(salt: [UInt8]) {
    hash.update(data: [3])
    hash.update(data: salt)
  }

  mutating func add(
    id: DocumentID, record: RecordID, line: Int, supersedes: DocumentID?, bodyHash: [UInt8]
  ) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64)
    for number in [id.number, record.number, Int64(line), supersedes?.number ?? 0] {
      withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
    bytes.append(contentsOf: bodyHash)
    hash.update(data: bytes)
  }

  func finalize() -> [UInt8] { Array(hash.finalize()) }

  static func hash(of body: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: body)) }
}

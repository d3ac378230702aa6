package import CaseFile
package import Vocabulary

/// One signed checkpoint as it is stored.
package struct CheckpointRow: Equatable, Sendable {
  package let size: Int
  package let root: TreeHash
  /// The signed note, as published.
  package let note: String
  package let at: Instant

  init(restoring row: Row) throws(Fault) {
    guard let root = TreeHash(bytes: try row.bytes("root")) else {
      throw Fault("reading a checkpoint", cause: "its root has not 32 bytes")
    }
    self.size = try row.int("size")
    self.root = root
    self.note = try row.text("note")
    self.at = try row.instant("at")
  }
}

/// Table `checkpoints`.
package enum Checkpoints {
  package static func latest(in connection: Connection) throws(Fault) -> CheckpointRow? {
    try connection.row("SELECT * FROM checkpoints ORDER BY size DESC LIMIT 1")
      .map { row throws(Fault) in try CheckpointRow(restoring: row) }
  }

  package static func row(
    size: Int, in connection: Connection
  ) throws(Fault) -> CheckpointRow? {
    try connection.row("SELECT * FROM checkpoints WHERE size = \(size)")
      .map { row throws(Fault) in try CheckpointRow(restoring: row) }
  }

  /// The first checkpoint that covers a leaf: by then it was promised.
  package static func covering(
    leaf index: Int, in connection: Connection
  ) throws(Fault) -> CheckpointRow? {
    try connection.row(
      "SELECT * FROM checkpoints WHERE size > \(index) ORDER BY size LIMIT 1"
    ).map { row throws(Fault) in try CheckpointRow(restoring: row) }
  }

  /// The leaf's place of an event; nil while it waits for the sequencer.
  package static func leafIndex(
    ofEvent id: Int64, in connection: Connection
  ) throws(Fault) -> Int? {
    try connection.row("SELECT leaf_index FROM leaves WHERE event_id = \(id)")
      .map { row throws(Fault) in try row.int("leaf_index") }
  }

  static func insert(
    _ checkpoint: Checkpoint, note: SignedNote, at now: Instant, in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      INSERT INTO checkpoints (size, root, note, at)
      VALUES (\(checkpoint.size), \(checkpoint.root.bytes), \(note.note), \(now))
      """)
  }
}

import CaseFile
import Vocabulary

/// One walk over all leaves, in order, a page at a time.
struct JournalWalk {
  private let check: JournalCheck
  private let connection: Connection
  private var frontier = TreeFrontier()
  private var completed: [TreePlace: TreeHash] = [:]
  /// Checkpoints that were read and whose size is not reached yet, the smallest first.
  private var checkpoints: ArraySlice<CheckpointRow> = []
  private var lastSize = 0

  private var order = Invariant("leaves are numbered from 0 without a gap")
  private var hashes = Invariant("every leaf is the hash of its event's salt and bytes")
  private var payloads = Invariant("every payload is what its event committed to, or was purged")
  private var nodes = Invariant("every node of the tree is the hash of its halves")
  private var roots = Invariant("every checkpoint has the root that its leaves give")
  private var notes = Invariant("every checkpoint is signed by the journal's key")
  private var cover = Invariant("the last checkpoint covers every leaf")

  private static let page = 500

  init(check: JournalCheck, connection: Connection) {
    self.check = check
    self.connection = connection
  }

  var invariants: [Invariant] { [order, hashes, payloads, nodes, roots, notes, cover] }

  mutating func walk(_ progress: (Int) -> Void) throws {
    try readCheckpoints()
    var after = -1
    while true {
      let rows = try page(after: after)
      for row in rows { try step(row) }
      try compareNodes()
      guard rows.count == Self.page, let last = rows.last else { break }
      after = try last.int("leaf_index")
      progress(frontier.size)
    }
    progress(frontier.size)
    try finish()
  }

  private func page(after index: Int) throws(Fault) -> [Row] {
    try connection.rows(
      """
      SELECT leaves.leaf_index AS leaf_index, leaves.hash AS hash, events.id AS id,
             events.salt AS salt, events.body AS body, payloads.salt AS payload_salt,
             payloads.bytes AS payload, purge.kind AS purge_kind
        FROM leaves
        JOIN events ON events.id = leaves.event_id
        LEFT JOIN payloads ON payloads.event_id = events.id
        LEFT JOIN purges ON purges.event_id = events.id
        LEFT JOIN events AS purge ON purge.id = purges.purge_event
       WHERE leaves.leaf_index > \(index)
       ORDER BY leaves.leaf_index
       LIMIT \(Self.page)
      """)
  }

  private mutating func step(_ row: Row) throws {
    let event = try row.int64("id")
    let body = try row.bytes("body")
    let index = try row.int("leaf_index")
    order.expect(index == frontier.size, "leaf \(index)")
    let hash = TreeHash(leaf: try row.bytes("salt") + body)
    hashes.expect(try row.bytes("hash") == hash.bytes, "event \(event)")
    let isKept = try isKept(row, body: body)
    payloads.expect(isKept, "event \(event)")
    for (place, hash) in frontier.append(hash) { completed[place] = hash }
    try compareCheckpoints()
  }

  /// Whether the event's payload is there as promised, or is gone by a purge that was recorded.
  private func isKept(_ row: Row, body: [UInt8]) throws(Fault) -> Bool {
    let promised: String?
    do {
      promised = try check.commitment(body)
    } catch {
      return false
    }
    let bytes = try row.bytesOrNil("payload")
    let purge = try row.textOrNil("purge_kind")
    switch (promised, bytes) {
    case (nil, nil): return true
    case (nil, _?): return false
    case (_?, nil): return purge == "payloadPurged"
    case (let promised?, let bytes?):
      let salt = try row.bytes("payload_salt")
      return purge == nil && PayloadCommitment.make(salt: salt, payload: bytes) == promised
    }
  }

  // MARK: - Nodes

  private mutating func compareNodes() throws {
    for (level, places) in Dictionary(grouping: completed.keys, by: \.level) {
      let positions = places.map(\.position)
      guard let first = positions.min(), let last = positions.max() else { continue }
      let rows = try connection.rows(
        """
        SELECT position, hash FROM tree_nodes
         WHERE level = \(level) AND position BETWEEN \(first) AND \(last)
         ORDER BY position
         LIMIT \(last - first + 1)
        """)
      var stored: [Int: [UInt8]] = [:]
      for row in rows { stored[try row.int("position")] = try row.bytes("hash") }
      for place in places.sorted() {
        nodes.expect(
          stored[place.position] == completed[place]?.bytes,
          "node \(place.level)/\(place.position)")
      }
    }
    completed = [:]
  }

  // MARK: - Checkpoints

  private mutating func readCheckpoints() throws(Fault) {
    checkpoints = try connection.rows(
      "SELECT * FROM checkpoints WHERE size > \(lastSize) ORDER BY size LIMIT \(Self.page)"
    ).map { row throws(Fault) in try CheckpointRow(restoring: row) }[...]
  }

  private mutating func compareCheckpoints() throws(Fault) {
    while let next = checkpoints.first, next.size <= frontier.size {
      roots.expect(
        next.size == frontier.size && next.root == frontier.root, "checkpoint \(next.size)")
      notes.expect(isSigned(next), "checkpoint \(next.size)")
      lastSize = next.size
      checkpoints.removeFirst()
      if checkpoints.isEmpty { try readCheckpoints() }
    }
  }

  private func isSigned(_ row: CheckpointRow) -> Bool {
    guard let note = SignedNote(row.note), note.isSigned(by: check.verifier) else { return false }
    return Checkpoint(text: note.text)
      == Checkpoint(origin: check.origin, size: row.size, root: row.root)
  }

  private mutating func finish() throws(Fault) {
    // Those that are left promise leaves that are not there.
    while let next = checkpoints.first {
      roots.expect(false, "checkpoint \(next.size)")
      lastSize = next.size
      checkpoints.removeFirst()
      if checkpoints.isEmpty { try readCheckpoints() }
    }
    cover.expect(lastSize == frontier.size, "leaf \(lastSize)")
    let total = try connection.row("SELECT COUNT(*) AS nodes FROM tree_nodes")?.int("nodes") ?? 0
    if total != nodes.figure { nodes.fail("\(total) nodes are stored") }
  }
}

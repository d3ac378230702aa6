package import CaseFile
package import Vocabulary

/// Gives waiting events their places in the tree and signs what the tree then is: leaves, nodes
/// and checkpoint in one transaction.
///
/// Any number of processes may run one. The lease's row is locked until the commit, so that rivals
/// wait; should a lease run out while its holder sleeps, the keys of `leaves` and `checkpoints`
/// keep the tree from having two continuations.
package struct Sequencer: Sendable {
  /// The first line of every checkpoint: which journal it is.
  package let origin: String
  package let signer: NoteSigner
  /// Names this process among its rivals.
  package let holder: String
  package let leaseSeconds: Int

  /// So many leaves at most in one transaction, for which everybody else who writes waits.
  private static let batch = 200

  package init(origin: String, signer: NoteSigner, holder: String, leaseSeconds: Int = 10) {
    self.origin = origin
    self.signer = signer
    self.holder = holder
    self.leaseSeconds = leaseSeconds
  }

  /// What one round did.
  package enum Round: Equatable, Sendable {
    /// Another process holds the lease.
    case leased
    /// Every event has its leaf.
    case idle
    /// The tree grew to `size`; `isBehind` where more events wait.
    case signed(size: Int, isBehind: Bool)
  }

  /// One batch. Call it again at once while `isBehind`, else within a second.
  package func round(on database: Database, at now: Instant) async throws -> Round {
    // Most rounds find nothing: they should not take the lease or write.
    let isIdle = try await database.read { connection in
      try connection.row("SELECT event_id FROM pending_leaves ORDER BY event_id LIMIT 1") == nil
    }
    if isIdle { return .idle }
    return try await database.write { transaction in
      guard
        try Leases.take(
          "sequencer", by: holder, until: now.adding(seconds: leaseSeconds), at: now,
          in: transaction)
      else { return .leased }
      return try extend(at: now, in: transaction)
    }
  }

  private func extend(at now: Instant, in transaction: Transaction) throws -> Round {
    let waiting = try waiting(in: transaction)
    guard !waiting.isEmpty else { return .idle }
    let last = try Checkpoints.latest(in: transaction)
    var frontier = try TreeNodes.frontier(size: last?.size ?? 0, in: transaction)
    guard frontier.root == last?.root ?? .empty else {
      throw Fault(
        "signing a checkpoint", cause: "the stored tree is not the one that was last signed")
    }
    try store(waiting, &frontier, in: transaction)
    let checkpoint = Checkpoint(origin: origin, size: frontier.size, root: frontier.root)
    try prove(checkpoint, continues: last, in: transaction)
    let note = try signer.sign(checkpoint.text)
    try Checkpoints.insert(checkpoint, note: note, at: now, in: transaction)
    return .signed(size: frontier.size, isBehind: waiting.count == Self.batch)
  }

  private func waiting(in transaction: Transaction) throws(Fault) -> [Waiting] {
    try transaction.rows(
      """
      SELECT events.id AS id, events.salt AS salt, events.body AS body
        FROM pending_leaves JOIN events ON events.id = pending_leaves.event_id
       ORDER BY pending_leaves.event_id
       LIMIT \(Self.batch)
      """
    ).map { row throws(Fault) in
      Waiting(
        event: try row.int64("id"),
        hash: TreeHash(leaf: try row.bytes("salt") + (try row.bytes("body"))))
    }
  }

  /// A promise is signed only where it keeps the last one, as read back from the stored nodes.
  private func prove(
    _ checkpoint: Checkpoint, continues last: CheckpointRow?, in transaction: Transaction
  ) throws {
    guard let last else { return }
    let proof = try TreeNodes.consistency(
      from: last.size, to: checkpoint.size, in: transaction)
    guard proof.verifies(firstRoot: last.root, secondRoot: checkpoint.root) else {
      throw Fault("signing a checkpoint", cause: "it does not continue the last one")
    }
  }

  private struct Waiting {
    let event: Int64
    let hash: TreeHash
  }

  private func store(
    _ waiting: [Waiting], _ frontier: inout TreeFrontier, in transaction: Transaction
  ) throws {
    var leaves: [[SQLValue]] = []
    var nodes: [[SQLValue]] = []
    for one in waiting {
      leaves.append([frontier.size.sqlValue, one.event.sqlValue, one.hash.bytes.sqlValue])
      for (place, hash) in frontier.append(one.hash) {
        nodes.append([place.level.sqlValue, place.position.sqlValue, hash.bytes.sqlValue])
      }
    }
    for rows in slices(of: leaves) {
      try transaction.run("INSERT INTO leaves (leaf_index, event_id, hash) VALUES \(rows: rows)")
    }
    for rows in slices(of: nodes) {
      try transaction.run("INSERT INTO tree_nodes (level, position, hash) VALUES \(rows: rows)")
    }
    for part in slices(of: waiting.map(\.event)) {
      try transaction.run("DELETE FROM pending_leaves WHERE event_id IN (\(list: part))")
    }
  }

  /// Parts that both engines take in one statement.
  private func slices<Element>(of all: [Element]) -> [[Element]] {
    stride(from: 0, to: all.count, by: 100).map { Array(all[$0..<min($0 + 100, all.count)]) }
  }
}

import CaseFile
import Crypto
package import Records
package import Vocabulary

/// A message that was taken, as it is stored.
package struct SupplyMessageRow: Equatable, Sendable {
  package let bodySHA256: String
  /// The bytes that were answered.
  package let receipt: [UInt8]
  package let event: Int64
}

/// Table `supply_messages`: every message that was taken, with its answer. Rows are added in the
/// transaction that files the documents, and never changed.
package enum SupplyMessages {
  package static func row(
    _ name: SupplyMessageName, from sender: SupplierID, to agency: AgencyID,
    in connection: Connection
  ) throws(Fault) -> SupplyMessageRow? {
    try connection.row(
      """
      SELECT body_sha256, receipt, event_id FROM supply_messages
       WHERE agency = \(agency) AND supplier = \(sender.code) AND message = \(name.text)
      """
    ).map { row throws(Fault) in
      SupplyMessageRow(
        bodySHA256: try row.text("body_sha256"), receipt: try row.bytes("receipt"),
        event: try row.int64("event_id"))
    }
  }

  /// Keeps a message with its receipt, and appends the event that vouches for both: its payload is
  /// the body as the supplier signed it, and it repeats a salted hash of the receipt.
  ///
  /// - Throws: `DatabaseConflict` where this supplier's message of this name was taken just now.
  package static func keep(
    _ message: SupplyEnvelope, signedWith key: SupplierKey, _ receipt: SupplyReceipt,
    to agency: AgencyID, batch: Int64?, at now: Instant, in transaction: Transaction
  ) throws {
    var generator = SystemRandomNumberGenerator()
    let salt = Journal.salt(random: &generator)
    let bytes = JournalCodec.bytes(of: receipt)
    let digest = self.digest(of: bytes, salt: salt)
    let payload = Journal.seal(message.body)
    let entry = HouseEntry(
      event: .supplyReceived(receipt.receipt, batch: batch, digest: hex(digest)), caseID: nil,
      seq: nil, agency: agency, actor: .neighbour(message.sender.code), at: now,
      payload: payload.commitment)
    let event = try Journal.append(entry, payload: payload, in: transaction)
    try transaction.run(
      """
      INSERT INTO supply_messages (id, agency, supplier, message, body_sha256, signature,
                                   signing_key, receipt, salt, digest, at, event_id)
      VALUES (\(receipt.receipt), \(agency), \(message.sender.code), \(message.name.text),
              \(receipt.bodySHA256), \(message.signature), \(key.bytes), \(bytes), \(salt),
              \(digest), \(now), \(event))
      """)
  }

  /// SHA-256(0x04 ‖ salt ‖ receipt). The first byte keeps it from passing for another hash of the
  /// journal.
  static func digest(of receipt: [UInt8], salt: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: [4] + salt + receipt))
  }

  /// The event of a message as the tree holds it; nil while it waits for its place.
  package static func proof(
    ofEvent id: Int64, in connection: Connection
  ) throws -> SupplyProof? {
    guard let index = try Checkpoints.leafIndex(ofEvent: id, in: connection),
      let checkpoint = try Checkpoints.latest(in: connection), index < checkpoint.size,
      let event = try connection.row("SELECT salt, body FROM events WHERE id = \(id)"),
      let message = try connection.row(
        "SELECT salt FROM supply_messages WHERE event_id = \(id)"),
      let payload = try connection.row("SELECT salt FROM payloads WHERE event_id = \(id)")
    else { return nil }
    let proof = try TreeNodes.inclusion(of: index, size: checkpoint.size, in: connection)
    return SupplyProof(
      event: String(decoding: try event.bytes("body"), as: UTF8.self),
      eventSalt: hex(try event.bytes("salt")), receiptSalt: hex(try message.bytes("salt")),
      bodySalt: hex(try payload.bytes("salt")), leafIndex: index, treeSize: checkpoint.size,
      path: proof.path.map { hex($0.bytes) }, checkpoint: checkpoint.note)
  }
}

/// With the receipt and its own message a supplier can recompute a leaf of the journal and see it
/// in a signed checkpoint, with nobody's help. Hashes and salts are lower-case hex.
package struct SupplyProof: Equatable, Sendable, Codable {
  package var event: String
  package var eventSalt: String
  package var receiptSalt: String
  package var bodySalt: String
  package var leafIndex: Int
  package var treeSize: Int
  package var path: [String]
  package var checkpoint: String
}

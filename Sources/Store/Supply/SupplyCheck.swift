import CaseFile
import Crypto
import Records
import Vocabulary

/// Recomputes what vouches for suppliers' messages: the event's hash of the receipt, and, while
/// the body is kept, the supplier's own signature over it.
package enum SupplyCheck {
  private static let page = 200

  package static func run(on database: Database) async throws -> [Invariant] {
    try await database.read { connection in
      var receipts = Invariant("every supplier's receipt is the one that its event names")
      var signatures = Invariant("every supplier's message bears the supplier's signature")
      var last = ""
      while true {
        let rows = try connection.rows(
          """
          SELECT supply_messages.id AS id, supply_messages.agency AS agency, supplier, message,
                 body_sha256, signature, signing_key, receipt, supply_messages.salt AS salt,
                 digest, events.body AS event, payloads.bytes AS payload
            FROM supply_messages JOIN events ON events.id = supply_messages.event_id
                 LEFT JOIN payloads ON payloads.event_id = supply_messages.event_id
           WHERE supply_messages.id > \(last)
           ORDER BY supply_messages.id
           LIMIT \(page)
          """)
        guard let final = rows.last else { break }
        for row in rows {
          let id = try row.text("id")
          receipts.expect(try isVouched(row), "receipt \(id)")
          signatures.expect(try isSigned(row), "receipt \(id)")
        }
        last = try final.text("id")
      }
      return [receipts, signatures]
    }
  }

  private static func isVouched(_ row: Row) throws -> Bool {
    let receipt = try row.bytes("receipt")
    let digest = SupplyMessages.digest(of: receipt, salt: try row.bytes("salt"))
    let entry = try JournalCodec.value(HouseEntry.self, from: try row.bytes("event"))
    guard case .supplyReceived(let id, _, let named) = entry.event else { return false }
    let read = try JournalCodec.value(SupplyReceipt.self, from: receipt)
    return try digest == row.bytes("digest") && named == hex(digest)
      && id.text == row.text("id") && read.receipt == id
      && read.bodySHA256 == row.text("body_sha256")
  }

  private static func isSigned(_ row: Row) throws -> Bool {
    let hash = try row.text("body_sha256")
    if let payload = try row.bytesOrNil("payload"),
      hex(Array(SHA256.hash(data: payload))) != hash
    {
      return false
    }
    guard let agency = AgencyID(try row.text("agency")),
      let sender = SupplierID(try row.text("supplier")),
      let name = SupplyMessageName(try row.text("message"))
    else { return false }
    return SupplierSignature.holds(
      try row.bytes("signature"),
      over: SupplyEnvelope.signedText(to: agency, from: sender, name: name, bodyHash: hash),
      by: try row.bytes("signing_key"))
  }
}

/// Ed25519 (RFC 8032).
package enum SupplierSignature {
  /// False for a key or a signature that is none.
  package static func holds(_ signature: [UInt8], over text: [UInt8], by key: [UInt8]) -> Bool {
    do {
      let key = try Curve25519.Signing.PublicKey(rawRepresentation: key)
      return key.isValidSignature(signature, for: text)
    } catch {
      return false
    }
  }
}

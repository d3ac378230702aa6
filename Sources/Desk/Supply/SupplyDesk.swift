import CaseFile
import Crypto
package import Records
package import Store
import Vocabulary

/// A message whose signature holds, from a supplier that may send. Only the desk makes one, so
/// holding one is proof.
package struct AuthenticSupply: Sendable {
  package let envelope: SupplyEnvelope
  let grant: SupplierGrant
  let key: SupplierKey
  let bodyHash: String
}

/// What a supplier is told of its message.
package struct SupplyAnswer: Equatable, Sendable, Codable {
  package var receipt: SupplyReceipt
  /// That the journal holds the receipt; nil until a checkpoint covers it, a second or so later.
  /// The same message sent again brings it.
  package var proof: SupplyProof?
}

extension Desk {
  /// Looks whether a message comes from whom it says. Nothing is stored.
  package func authenticate(_ envelope: SupplyEnvelope) async throws -> AuthenticSupply {
    let agency = home
    let grant = try await database.read { connection in
      try SupplierGrants.grant(of: envelope.sender, for: agency, in: connection)
    }
    let hash = hex(Array(SHA256.hash(data: envelope.body)))
    let text = SupplyEnvelope.signedText(
      to: agency, from: envelope.sender, name: envelope.name, bodyHash: hash)
    guard let grant, let key = grant.key,
      SupplierSignature.holds(envelope.signature, over: text, by: key.bytes)
    else { throw SupplyRefused.notAuthentic }
    return AuthenticSupply(envelope: envelope, grant: grant, key: key, bodyHash: hash)
  }

  /// Files what is right of a message, names what is not, and keeps the receipt, all in one
  /// transaction: a message is taken whole or not at all. The same message again is answered as it
  /// was, whatever has become of its documents since.
  package func take(_ supply: AuthenticSupply) async throws -> SupplyAnswer {
    let agency = home
    let now = surroundings.now()
    let receipt: SupplyReceiptID = surroundings.newID()
    if let before = try await answered(supply) { return before }
    let reading = try SupplyReading(supply, on: now.civilDate)
    do {
      return try await database.write { transaction in
        // A key may have been revoked since it was looked at.
        let grant = try SupplierGrants.grant(
          of: supply.envelope.sender, for: agency, in: transaction)
        guard grant == supply.grant else { throw SupplyRefused.notAuthentic }
        let outcome = try RecordFiling.file(
          reading.documents, of: agency,
          source: .message(sender: supply.envelope.sender.code),
          by: .neighbour(supply.envelope.sender.code), at: now, in: transaction)
        let said = SupplyReceipt(
          receipt: receipt, supplier: supply.envelope.sender, message: supply.envelope.name.text,
          receivedAt: now.description, receivedOn: now.civilDate, bodySHA256: supply.bodyHash,
          documents: reading.lines(after: outcome))
        try SupplyMessages.keep(
          supply.envelope, signedWith: supply.key, said, to: agency, batch: outcome.batch,
          at: now, in: transaction)
        return SupplyAnswer(receipt: said, proof: nil)
      }
    } catch is DatabaseConflict {
      // The same message came twice at once: the first one was taken.
      guard let before = try await answered(supply) else {
        throw Fault("taking a supplier's message", cause: "another change came between")
      }
      return before
    }
  }

  /// What was answered to this very message.
  private func answered(_ supply: AuthenticSupply) async throws -> SupplyAnswer? {
    let agency = home
    return try await database.read { connection in
      guard
        let row = try SupplyMessages.row(
          supply.envelope.name, from: supply.envelope.sender, to: agency, in: connection)
      else { return nil }
      guard row.bodySHA256 == supply.bodyHash else { throw SupplyRefused.nameUsed }
      return SupplyAnswer(
        receipt: try JournalCodec.value(SupplyReceipt.self, from: row.receipt),
        proof: try SupplyMessages.proof(ofEvent: row.event, in: connection))
    }
  }
}

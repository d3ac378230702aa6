package import Vocabulary

/// A message of a supplier's program as it came, before anything of it is believed.
package struct SupplyEnvelope: Sendable {
  package var sender: SupplierID
  package var name: SupplyMessageName
  /// Over `signedText`, 64 bytes; any other number is a wrong signature.
  package var signature: [UInt8]
  package var body: [UInt8]
  package var shape: Shape

  /// How documents lie in the body.
  package enum Shape: Sendable {
    /// One document: `application/json`.
    case one
    /// One a line: `application/x-ndjson`.
    case lines
  }

  package static let mostBytes = 2 * 1024 * 1024
  package static let mostDocuments = 500

  package init(
    sender: SupplierID, name: SupplyMessageName, signature: [UInt8], body: [UInt8], shape: Shape
  ) {
    self.sender = sender
    self.name = name
    self.signature = signature
    self.body = body
    self.shape = shape
  }

  /// What the supplier signs: to whom, from whom, which message, and the body by its hash. Bound
  /// to the receiver, a message cannot be shown to another agency.
  ///
  /// - Parameter bodyHash: lower-case hex SHA-256 of the body.
  package static func signedText(
    to receiver: AgencyID, from sender: SupplierID, name: SupplyMessageName, bodyHash: String
  ) -> [UInt8] {
    Array(
      """
      lylich supply 1
      to: \(receiver)
      from: \(sender)
      message: \(name)
      body: \(bodyHash)

      """.utf8)
  }

  /// The documents of the body with their lines, from 1. Empty lines are none.
  package var documents: [(line: Int, bytes: [UInt8])] {
    switch shape {
    case .one: return [(1, body)]
    case .lines:
      return body.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        .map { (line: $0.offset + 1, bytes: Array($0.element)) }
        .filter { $0.bytes.contains { $0 > 0x20 } }
    }
  }
}

/// The supplier's own name for a message: 1 to 64 letters, digits, dots, hyphens and underscores.
/// The same name again is the same message.
package struct SupplyMessageName: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init?(_ text: String) {
    guard (1...64).contains(text.utf8.count) else { return nil }
    let isPlain = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
        || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_")].contains($0)
    }
    guard isPlain else { return nil }
    self.text = text
  }

  package var description: String { text }
}

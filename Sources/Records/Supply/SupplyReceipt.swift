package import Vocabulary

/// What became of a message: the answer that the supplier gets, now and whenever it sends the same
/// message again. It names no person.
package struct SupplyReceipt: Equatable, Sendable, Codable {
  package var receipt: SupplyReceiptID
  package var supplier: SupplierID
  package var message: String
  /// UTC, RFC 3339.
  package var receivedAt: String
  /// The day that counts for lateness.
  package var receivedOn: CivilDate
  /// Lower-case hex SHA-256 of the message's body.
  package var bodySHA256: String
  package var documents: [Line]

  package init(
    receipt: SupplyReceiptID, supplier: SupplierID, message: String, receivedAt: String,
    receivedOn: CivilDate, bodySHA256: String, documents: [Line]
  ) {
    self.receipt = receipt
    self.supplier = supplier
    self.message = message
    self.receivedAt = receivedAt
    self.receivedOn = receivedOn
    self.bodySHA256 = bodySHA256
    self.documents = documents
  }

  package enum Outcome: String, Sendable, Codable {
    case kept
    /// The record has this very document already: nothing was changed.
    case known
    case refused
  }

  /// One document of the message.
  package struct Line: Equatable, Sendable, Codable {
    /// From 1.
    package var line: Int
    package var outcome: Outcome
    /// Its own kind and number, where they could be read.
    package var kind: DocumentKind?
    package var number: String?
    /// Under which number we keep it (`DocumentID`), whether it came just now or was known.
    package var document: Int64?
    /// The field that is wrong, empty for the whole document, and why: of a refused one.
    package var field: String?
    package var reason: String?

    package init(
      line: Int, outcome: Outcome, kind: DocumentKind? = nil, number: String? = nil,
      document: Int64? = nil, field: String? = nil, reason: String? = nil
    ) {
      self.line = line
      self.outcome = outcome
      self.kind = kind
      self.number = number
      self.document = document
      self.field = field
      self.reason = reason
    }
  }

  package func count(_ outcome: Outcome) -> Int { documents.count { $0.outcome == outcome } }
}

package import Vocabulary

/// A document in a record: what it says, and who filed it when. Filed once, it stays; a
/// correction is another document that supersedes it.
package struct FiledDocument: Equatable, Sendable {
  package let id: DocumentID
  package let document: SupplierDocument
  package let filedAt: Instant
  package let source: FilingSource
  package let supersedes: DocumentID?

  package init(
    id: DocumentID, document: SupplierDocument, filedAt: Instant, source: FilingSource,
    supersedes: DocumentID?
  ) {
    self.id = id
    self.document = document
    self.filedAt = filedAt
    self.source = source
    self.supersedes = supersedes
  }
}

/// How a document came in.
package enum FilingSource: Hashable, Sendable {
  /// An officer typed it.
  case hand(OfficerID)
  /// A line, from 1, of an imported file, which is named by its SHA-256 in lower-case hex.
  case file(digest: String, line: Int)
  /// A supplier's own program sent it.
  case message(sender: String)
  /// The demo's invented documents.
  case planted
}

/// A fact with the document that states it.
package struct Sourced<Value: Equatable & Sendable>: Equatable, Sendable {
  package var value: Value
  package var source: DocumentID

  package init(_ value: Value, from source: DocumentID) {
    self.value = value
    self.source = source
  }
}

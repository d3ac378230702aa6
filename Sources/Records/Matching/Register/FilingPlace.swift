/// A document, and the record that it was filed in, which never changes. An index of documents
/// names its entries so: whose record a candidate is can be told without looking for the document.
package struct FilingPlace: Hashable, Sendable, CustomStringConvertible {
  package let document: DocumentID
  package let record: RecordID

  package init(_ document: DocumentID, in record: RecordID) {
    self.document = document
    self.record = record
  }

  /// Nil unless the text is exactly what `description` writes.
  package init?(text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let document = DocumentID(text: String(parts[0])),
      let record = RecordID(text: String(parts[1]))
    else { return nil }
    self.init(document, in: record)
  }

  package var description: String { "\(document)/\(record)" }
}

/// The number by which a record is kept. It counts up and says nothing of the person.
package struct RecordID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  package let number: Int64

  package init(_ number: Int64) {
    self.number = number
  }

  /// Nil unless the text is exactly what `description` writes.
  package init?(text: String) {
    guard let number = Int64(text), number > 0, String(number) == text else { return nil }
    self.number = number
  }

  package var description: String { String(number) }

  package static func < (left: RecordID, right: RecordID) -> Bool { left.number < right.number }
}

/// The number of a filed document, in the order of filing.
package struct DocumentID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  package let number: Int64

  package init(_ number: Int64) {
    self.number = number
  }

  package init?(text: String) {
    guard let number = Int64(text), number > 0, String(number) == text else { return nil }
    self.number = number
  }

  package var description: String { String(number) }

  package static func < (left: DocumentID, right: DocumentID) -> Bool {
    left.number < right.number
  }
}

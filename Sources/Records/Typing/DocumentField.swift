import Law
import Vocabulary

/// One field of the officer's form for a kind of document. Its path is the place in the JSON
/// format, so that a refusal of the reader finds its field.
package struct DocumentField: Equatable, Sendable {
  /// `person.born`, `offences[0].article`.
  package let path: String
  package let input: Input

  package enum Input: Equatable, Sendable {
    case text
    case words
    case day
    case number
    /// The number of an article, with its letter where it has one: `217a`.
    case article
    /// Raw values of the format; which words a person reads is the page's matter.
    case choice([String])
    /// Several texts, parted by semicolons.
    case several
  }

  init(_ path: String, _ input: Input) {
    self.path = path
    self.input = input
  }

  /// The path without numbers: `offences[].article`.
  package var pattern: String { Self.pattern(of: path) }

  package static func pattern(of path: String) -> String {
    path.replacing(#/\[\d+\]/#, with: "[]")
  }
}

/// A part of the form under one heading.
package struct DocumentSection: Equatable, Sendable {
  package let name: Name
  /// In a repeated part, from 1; else 0.
  package let number: Int
  package let fields: [DocumentField]
  /// The list to which another row can be added below this section; nil where none can.
  package var growing: DocumentRows.List?

  init(
    name: Name, number: Int, fields: [DocumentField], growing: DocumentRows.List? = nil
  ) {
    self.name = name
    self.number = number
    self.fields = fields
    self.growing = growing
  }

  package enum Name: String, Sendable, CaseIterable {
    case document, person, judgment, appealOf, offence, principal, supplementary, obligation
    case about, executed, change, reconsideration, ban, correction
  }
}

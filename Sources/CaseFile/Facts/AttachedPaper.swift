package import Vocabulary

/// What the journal keeps of a paper that became part of a case: the personal part of the event
/// `paperAttached`. Its hash binds the case to those very bytes.
package struct AttachedPaper: Equatable, Sendable, Codable {
  package let name: String
  package let format: PaperFormat
  package let size: Int
  /// Lower-case hex.
  package let sha256: String

  package init(name: String, format: PaperFormat, size: Int, sha256: String) {
    self.name = name
    self.format = format
    self.size = size
    self.sha256 = sha256
  }
}

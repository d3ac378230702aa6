package import Law
import Vocabulary

/// Which limit holds and why: the personal part of `accepted` and `dueLengthened`, for it tells
/// where somebody lived and that a conviction is being verified.
package struct DueGrounds: Equatable, Sendable, Codable {
  package let limit: TimeLimit
  /// In alphabetical order; empty for the ordinary limit.
  package let complications: [Complication]

  package init(limit: TimeLimit, complications: Set<Complication>) {
    self.limit = limit
    self.complications = complications.sorted()
  }
}

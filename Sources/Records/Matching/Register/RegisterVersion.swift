/// Which state of an agency's register was searched: the number of its last document, and the
/// hash of that document's batch. The hash stands in an event of the journal, and the journal's
/// tree holds every batch before it: years later the same documents can be searched again.
package struct RegisterVersion: Equatable, Hashable, Sendable, Codable, CustomStringConvertible {
  /// 0 for a register without documents.
  package let document: Int64
  /// Lower-case hex; empty for a register without documents.
  package let batchDigest: String

  package init(document: Int64, batchDigest: String) {
    self.document = document
    self.batchDigest = batchDigest
  }

  package static let empty = RegisterVersion(document: 0, batchDigest: "")

  /// As pages and journals state it: `1050051-9f86d081884c7d65`.
  package var description: String {
    document == 0 ? "0" : "\(document)-\(batchDigest.prefix(16))"
  }
}

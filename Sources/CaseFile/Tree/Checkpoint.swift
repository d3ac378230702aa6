import Foundation

/// What a journal says of itself at one moment: its origin, how many leaves it has, their root.
///
/// The text of C2SP tlog-checkpoint: three lines, without extensions.
package struct Checkpoint: Equatable, Sendable {
  package let origin: String
  package let size: Int
  package let root: TreeHash

  package init(origin: String, size: Int, root: TreeHash) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Reads the text of a note. Nil unless it is exactly ours: other lines would be promises that
  /// we do not know.
  package init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count == 4, lines[3].isEmpty, !lines[0].isEmpty,
      let size = Int(lines[1]), size >= 0, String(size) == lines[1],
      let data = Data(base64Encoded: lines[2]), let root = TreeHash(bytes: Array(data)),
      data.base64EncodedString() == lines[2]
    else { return nil }
    self.init(origin: lines[0], size: size, root: root)
  }

  package var text: String {
    "\(origin)\n\(size)\n\(Data(root.bytes).base64EncodedString())\n"
  }
}

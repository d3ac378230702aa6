/// A mail address that can safely stand in an SMTP command and a header.
///
/// Narrower than RFC 5321 on purpose: ASCII, no quoted local part, no address literal. What a
/// header or a command could misread cannot be said.
package struct MailAddress: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init?(_ typed: String) {
    guard typed.utf8.count <= 254 else { return nil }
    let parts = typed.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...64).contains(parts[0].utf8.count) else { return nil }
    let local = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let domain = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    guard local.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isAtom) }) else { return nil }
    guard domain.allSatisfy({ (1...63).contains($0.utf8.count) && Self.isLabel($0) }) else {
      return nil
    }
    self.text = typed
  }

  /// Safe for logs: nothing is shown.
  package var description: String { "•" }

  /// `atext` of RFC 5322, section 3.2.3.
  private static func isAtom(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || atomSigns.contains(byte)
  }

  private static func isLabel(_ label: Substring) -> Bool {
    label.utf8.first != 0x2D && label.utf8.last != 0x2D
      && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 0x2D }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static let atomSigns = Set("!#$%&'*+-/=?^_`{|}~".utf8)
}

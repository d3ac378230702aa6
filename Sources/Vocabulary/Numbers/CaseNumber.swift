/// A case number in the national format: `{agency}-{yyMMdd}-{sequence}`, at least four digits,
/// counted per agency and day, such as `000.00.10.H13-261121-0007`.
///
/// Foreign numbers (a national portal's, an e-identity provider's) are kept verbatim elsewhere.
package struct CaseNumber: Hashable, Sendable {
  package let text: String

  package init(agencyCode: String, day: CivilDate, sequence: Int) {
    self.text = "\(agencyCode)-\(day.compact)-\(padded(sequence, to: 4))"
  }

  /// Nil unless the text has the national form; upper and lower case letters are the same.
  package init?(_ typed: String) {
    let text = typed.uppercased()
    guard text.utf8.count <= 50 else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, parts[1].utf8.count == 6, parts[2].utf8.count >= 4
    else { return nil }
    let agency = parts[0].utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2E
    }
    let numbers = (parts[1] + parts[2]).utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard agency, numbers else { return nil }
    self.text = text
  }
}

extension CaseNumber: CustomStringConvertible {
  package var description: String { text }
}

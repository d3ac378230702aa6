/// Telephone numbers and mail addresses, conservatively: what we cannot be sure to reach, and what
/// could mean something to a mail server's commands, is not taken.
enum Contact {
  /// `0` and nine digits (ten for land lines), or `+` and 8 to 15 digits (ITU-T E.164). Written
  /// with spaces, dots, hyphens or brackets; returned without them. Nil for anything else.
  static func phone(_ typed: String) -> String? {
    let bare = typed.filter { !" .-()".contains($0) }
    let digits = bare.hasPrefix("+") ? bare.dropFirst() : bare[...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    if bare.hasPrefix("+") {
      return (8...15).contains(digits.utf8.count) && digits.first != "0" ? bare : nil
    }
    return (10...11).contains(digits.utf8.count) && digits.first == "0" ? bare : nil
  }

  /// `local@domain` of RFC 5321, without quoted local parts, address literals and letters outside
  /// ASCII. Spaces and line ends cannot occur, so an address can end no header.
  static func email(_ typed: String) -> String? {
    let parts = typed.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, typed.utf8.count <= 254, parts[0].utf8.count <= 64 else { return nil }
    guard isDotted(parts[0], extra: "!#$%&'*+/=?^_`{|}~-"), isDomain(parts[1]) else { return nil }
    return typed
  }

  private static func isDomain(_ domain: Substring) -> Bool {
    guard isDotted(domain, extra: "-") else { return false }
    let labels = domain.split(separator: ".")
    guard labels.count >= 2, let last = labels.last, last.utf8.count >= 2 else { return false }
    guard last.utf8.contains(where: { !(0x30...0x39).contains($0) }) else { return false }
    return labels.allSatisfy { $0.utf8.count <= 63 && !$0.hasPrefix("-") && !$0.hasSuffix("-") }
  }

  /// ASCII letters, digits and `extra`, in parts of at least one character joined by full stops.
  private static func isDotted(_ text: Substring, extra: String) -> Bool {
    let allowed = Set(extra.utf8)
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
            || (0x61...0x7A).contains($0) || allowed.contains($0)
        }
    }
  }
}

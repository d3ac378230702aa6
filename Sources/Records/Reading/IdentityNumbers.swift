/// The numbers by which papers of every age name a person.
package enum IdentityNumbers {
  /// A personal identity number (12 digits), an old identity card (9 or 12 digits), or a passport
  /// or residence card: 6 to 20 capitals and digits.
  package static func isPlausible(_ text: String) -> Bool {
    let count = text.utf8.count
    var digits = 0
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        digits += 1
      } else if !(0x41...0x5A).contains(byte) {
        return false
      }
    }
    return digits == count ? count == 9 || count == 12 : (6...20).contains(count)
  }

  /// As numbers are stored and looked for: capitals, without spaces, dots and hyphens.
  package static func plain(_ typed: String) -> String {
    typed.uppercased().filter { $0 != " " && $0 != "." && $0 != "-" }
  }
}

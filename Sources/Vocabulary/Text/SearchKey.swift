import Foundation

/// A text as a search compares it: NFC, lower case, without tone and letter marks, đ as d, words
/// parted by one space. `Đặng Thị  Ước` gives `dang thi uoc`.
///
/// Made here and not by the database: `lower` and `LIKE` of SQLite know only ASCII, and both
/// engines must agree. Signs become spaces, so that a key never holds `%` or `_`.
package struct SearchKey: Hashable, Sendable {
  package let text: String

  package init(_ source: String) {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in source.inNFC.lowercased().unicodeScalars {
      if let letter = VietnameseLetter(scalar) {
        if pendingSpace, !result.isEmpty { result.append(" ") }
        pendingSpace = false
        result.append(letter.plain)
        continue
      }
      let letters = SearchKey.plain(scalar)
      if letters.isEmpty {
        // A combining mark belongs to the letter before it; any other sign parts words.
        if scalar.properties.generalCategory != .nonspacingMark { pendingSpace = true }
        continue
      }
      if pendingSpace, !result.isEmpty { result.append(" ") }
      pendingSpace = false
      result.append(contentsOf: letters)
    }
    self.text = String(result)
  }

  /// The words, in their order.
  package var words: [Substring] { text.split(separator: " ") }

  /// A digit, or another alphabet's letter without marks; empty for what is neither.
  private static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar.isASCII { return (0x30...0x39).contains(scalar.value) ? [scalar] : [] }
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return [] }
    return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
  }
}

extension SearchKey: Comparable {
  package static func < (left: SearchKey, right: SearchKey) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

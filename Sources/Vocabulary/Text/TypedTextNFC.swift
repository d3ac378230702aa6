import Foundation

extension String {
  /// The text in Unicode Normalization Form C: `e`, circumflex and acute become `ế`.
  ///
  /// Swift compares by canonical equivalence, so `==` does not tell the forms apart; stored bytes,
  /// hashes and foreign programs do.
  package var inNFC: String {
    // Composed Latin letters are their own normal form: everything below the combining marks, and
    // the block in which the other Vietnamese letters lie. Nearly every text is of these alone.
    unicodeScalars.allSatisfy { $0.value < 0x300 || (0x1E00...0x1EFF).contains($0.value) }
      ? self : precomposedStringWithCanonicalMapping
  }
}

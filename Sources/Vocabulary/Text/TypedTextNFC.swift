import Foundation

extension String {
  /// The text in Unicode Normalization Form C: `e`, circumflex and acute become `ế`.
  ///
  /// Swift compares by canonical equivalence, so `==` does not tell the forms apart; stored bytes,
  /// hashes and foreign programs do.
  package var inNFC: String {
    // ASCII is its own normal form; most texts of a page are ASCII.
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
  }
}

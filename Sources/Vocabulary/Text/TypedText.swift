/// A line of text that came from outside, made safe: NFC, trimmed, each run of white space one
/// space, bounded, and free of characters that hide, reorder or imitate others.
///
/// Every text a person types passes here once, at the door. It may be empty: whether a field may be
/// left out is the form's matter. A refusal names the character by its code point and its place,
/// and never repeats the text.
///
/// Sources: Unicode Standard Annex 15 (NFC), Technical Reports 36 and 39 (spoofing).
package struct TypedText: Hashable, Sendable {
  package let text: String

  /// - Parameters:
  ///   - typed: what came from outside; may be a megabyte of anything.
  ///   - limit: how long the result may be.
  ///   - alphabet: which letters and signs the field takes.
  package init(
    _ typed: String, limit: TextLimit, alphabet: Alphabet = .vietnamese
  ) throws(TypedTextRefusal) {
    // Decomposed Vietnamese takes up to three times the bytes. The measure comes first, so that
    // hostile lengths cost nothing.
    let rawBytes = typed.utf8.count
    guard rawBytes <= limit.bytes * 3 else {
      throw .tooManyBytes(rawBytes, limit: limit.bytes)
    }
    let scalars = Array(typed.inNFC.unicodeScalars)
    try TypedText.check(scalars, alphabet: alphabet)
    self.text = TypedText.folded(scalars)
    guard text.count <= limit.characters else {
      throw .tooLong(characters: text.count, limit: limit.characters)
    }
    guard text.utf8.count <= limit.bytes else {
      throw .tooManyBytes(text.utf8.count, limit: limit.bytes)
    }
  }

  package var isEmpty: Bool { text.isEmpty }

  /// Which letters and signs a field takes.
  package enum Alphabet: Sendable {
    /// Latin letters, ASCII digits and the signs that Vietnamese documents are printed with.
    case vietnamese
    /// Any script, but one word holds only one.
    case anyScript
  }

  /// Trims, and makes each run of white space (tabs and line ends too) one space.
  private static func folded(_ scalars: [Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in scalars {
      if scalar.isFoldableSpace {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace { result.append(" ") }
      pendingSpace = false
      result.append(scalar)
    }
    return String(result)
  }
}

/// How long a text may be, measured after folding.
package struct TextLimit: Hashable, Sendable {
  /// Characters as a reader counts them.
  package let characters: Int
  /// Bytes in UTF-8.
  package let bytes: Int

  /// - Parameter bytes: four a character where it is left out.
  package init(characters: Int, bytes: Int? = nil) {
    self.characters = characters
    self.bytes = bytes ?? characters * 4
  }
}

/// Why a text was not taken. Safe to show and to log: no part of the text is in it except the one
/// character that offends, by its code point. Positions count characters from 1.
package enum TypedTextRefusal: Error, Hashable, Sendable {
  case tooLong(characters: Int, limit: Int)
  case tooManyBytes(Int, limit: Int)
  case unsafe(UnsafeCharacter, codePoint: UInt32, position: Int)
  /// A letter of another script than Latin.
  case foreignLetter(Script, codePoint: UInt32, position: Int)
  /// One word holds letters of two scripts: what imitates a name looks like this.
  case mixedScripts(Script, Script, codePoint: UInt32, position: Int)
  /// A sign that documents are not printed with: an emoji, a foreign digit.
  case sign(codePoint: UInt32, position: Int)
  /// More combining marks on one letter than any language writes, or a mark on no letter.
  case strayMark(codePoint: UInt32, position: Int)
}

/// What makes a character unsafe in a text that people compare by eye.
package enum UnsafeCharacter: String, Sendable, CaseIterable {
  case control
  case lineSeparator
  /// Turns the direction of writing, so that the eye reads another order than is stored.
  case bidiControl
  /// Zero width, a filler or a variation selector: it is there and cannot be seen.
  case invisible
  case tag
  case privateUse
  case unassigned
  /// U+FFFD: a program before us lost the true character.
  case replacement
}

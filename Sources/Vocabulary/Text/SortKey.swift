import Foundation

/// A text as a Vietnamese list orders it: a ă â b c d đ e ê …, then the tones ngang, huyền, hỏi,
/// ngã, sắc, nặng, syllable by syllable.
///
/// The key is ASCII letters and digits only and of fixed width per letter, so that comparing bytes
/// gives the order on both engines and under any collation. `hoà` and `hòa` have the same key.
package struct SortKey: Hashable, Sendable {
  package let text: String

  /// By the text as it stands.
  package init(_ source: String) {
    var letters = ""
    var tones = ""
    var tone = VietnameseLetter.Tone.ngang
    var word = Word.none
    for scalar in source.inNFC.lowercased().unicodeScalars {
      guard let weight = SortKey.weight(scalar) else {
        if scalar.properties.generalCategory != .nonspacingMark, word == .open { word = .closed }
        continue
      }
      if word == .closed {
        letters += SortKey.code(SortKey.space)
        tones += String(tone.rawValue)
        tone = .ngang
      }
      word = .open
      letters += SortKey.code(weight.letter)
      if weight.tone != .ngang { tone = weight.tone }
    }
    tones += String(tone.rawValue)
    self.text = letters + SortKey.code(SortKey.end) + tones
  }

  /// As lists of people are ordered: by the given name (the last word), then the family name, then
  /// what stands between.
  package init(person name: String) {
    let words = name.split(whereSeparator: \.isWhitespace)
    guard let given = words.last, words.count > 1 else {
      self.init(name)
      return
    }
    self.init(([given] + words.dropLast()).joined(separator: " "))
  }

  private enum Word { case none, open, closed }

  // Weights are spaced for what may come: the end before the space, digits before letters.
  private static let end = 0
  private static let space = 1
  private static let firstDigit = 40
  private static let firstLetter = 100

  private static let ranks: [Unicode.Scalar: Int] = Dictionary(
    uniqueKeysWithValues: VietnameseLetter.alphabet.enumerated().map {
      ($0.element, firstLetter + $0.offset)
    })

  private static func weight(
    _ scalar: Unicode.Scalar
  ) -> (letter: Int, tone: VietnameseLetter.Tone)? {
    if (0x30...0x39).contains(scalar.value) {
      return (firstDigit + Int(scalar.value) - 0x30, .ngang)
    }
    if let letter = VietnameseLetter(scalar), let rank = ranks[letter.base] {
      return (rank, letter.tone)
    }
    guard scalar.properties.isAlphabetic else { return nil }
    let plain = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
    if let plain, let rank = ranks[plain] { return (rank, .ngang) }
    return (afterLetters, .ngang)
  }

  /// Letters of no alphabet we sort come last, together.
  private static let afterLetters = 999

  /// Two characters, base 36: bytes compare as the numbers do.
  private static func code(_ weight: Int) -> String {
    let text = String(weight, radix: 36)
    return text.utf8.count == 1 ? "0" + text : text
  }
}

extension SortKey: Comparable {
  package static func < (left: SortKey, right: SortKey) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

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
    var writing = SortKeyWriting()
    for scalar in source.inNFC.lowercased().unicodeScalars {
      writing.append(scalar)
    }
    self.text = writing.text
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
}

extension SortKey: Comparable {
  package static func < (left: SortKey, right: SortKey) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

/// A key as it grows: two characters a letter, one a syllable's tone.
private struct SortKeyWriting {
  private var letters: [UInt8] = []
  private var tones: [UInt8] = []
  private var tone = VietnameseLetter.Tone.ngang
  private var word = Word.none

  private enum Word { case none, open, closed }

  mutating func append(_ scalar: Unicode.Scalar) {
    guard let weight = Weight(scalar) else {
      // A combining mark belongs to its letter; any other sign ends the word.
      if word == .open, scalar.properties.generalCategory != .nonspacingMark { word = .closed }
      return
    }
    if word == .closed {
      write(Weight.space)
      closeSyllable()
    }
    word = .open
    write(weight.letter)
    if weight.tone != .ngang { tone = weight.tone }
  }

  var text: String {
    var closed = self
    closed.write(Weight.end)
    closed.closeSyllable()
    return String(decoding: closed.letters + closed.tones, as: UTF8.self)
  }

  private mutating func closeSyllable() {
    tones.append(digits[tone.rawValue])
    tone = .ngang
  }

  /// Base 36: the bytes compare as the numbers do.
  private mutating func write(_ weight: Int) {
    letters.append(digits[weight / 36])
    letters.append(digits[weight % 36])
  }
}

private let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

/// Where a letter stands. Weights leave gaps: the end before the space, digits before letters.
private struct Weight {
  let letter: Int
  let tone: VietnameseLetter.Tone

  static let end = 0
  static let space = 1
  private static let firstDigit = 40
  private static let firstLetter = 100
  /// Letters of alphabets we do not sort come last, together.
  private static let afterLetters = 999

  init?(_ scalar: Unicode.Scalar) {
    if (0x30...0x39).contains(scalar.value) {
      self.init(letter: Weight.firstDigit + Int(scalar.value) - 0x30, tone: .ngang)
      return
    }
    if let letter = VietnameseLetter(scalar) {
      self.init(letter: Weight.firstLetter + letter.rank, tone: letter.tone)
      return
    }
    guard !scalar.isASCII, scalar.properties.isAlphabetic else { return nil }
    let plain = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
    let rank = plain.flatMap { VietnameseLetter($0)?.rank }
    self.init(letter: rank.map { Weight.firstLetter + $0 } ?? Weight.afterLetters, tone: .ngang)
  }

  private init(letter: Int, tone: VietnameseLetter.Tone) {
    self.letter = letter
    self.tone = tone
  }
}

import Foundation
import Vocabulary

/// What a code point is to a name: a letter a to z with the marks it carries, a mark of its own,
/// a digit, or what parts syllables.
///
/// Packed for the reader of names, who looks at every character of a register of millions.
struct NameCharacter: Equatable {
  let raw: UInt16

  /// 1 for a to 26 for z; 0 where it is no letter.
  var letter: UInt8 { UInt8(truncatingIfNeeded: raw & 31) }
  /// The mark of the letter or of the combining character.
  var mark: UInt8 { UInt8(truncatingIfNeeded: raw >> 5 & 7) }
  var tone: UInt8 { UInt8(truncatingIfNeeded: raw >> 8 & 7) }
  var isCombining: Bool { raw & NameCharacter.combiningFlag != 0 }
  var isDigit: Bool { raw & NameCharacter.digitFlag != 0 }
  var isUpper: Bool { raw & NameCharacter.upperFlag != 0 }
  /// The digit, where it is one.
  var digit: UInt8 { letter }

  /// The letter with a combining mark or tone put on it.
  func marked(by sign: NameCharacter) -> NameCharacter {
    var raw = raw
    if sign.mark != 0 { raw = raw & ~(7 << 5) | UInt16(sign.mark) << 5 }
    if sign.tone != 0 { raw = raw & ~(7 << 8) | UInt16(sign.tone) << 8 }
    return NameCharacter(raw: raw)
  }

  static let combiningFlag: UInt16 = 1 << 11
  static let digitFlag: UInt16 = 1 << 12
  static let upperFlag: UInt16 = 1 << 13

  init(raw: UInt16) { self.raw = raw }

  init(letter: UInt8, mark: UInt8 = 0, tone: UInt8 = 0, flags: UInt16 = 0) {
    raw = UInt16(letter) | UInt16(mark) << 5 | UInt16(tone) << 8 | flags
  }
}

/// The marks that make other letters of `a`, `d`, `e`, `o` and `u`.
enum LetterMark {
  static let none: UInt8 = 0
  static let circumflex: UInt8 = 1
  static let breve: UInt8 = 2
  static let horn: UInt8 = 3
  static let stroke: UInt8 = 4
}

/// Letters by number, so that rules of spelling can be read.
enum L {
  static let a: UInt64 = 1
  static let b: UInt64 = 2
  static let c: UInt64 = 3
  static let d: UInt64 = 4
  static let e: UInt64 = 5
  static let f: UInt64 = 6
  static let g: UInt64 = 7
  static let h: UInt64 = 8
  static let i: UInt64 = 9
  static let j: UInt64 = 10
  static let k: UInt64 = 11
  static let l: UInt64 = 12
  static let m: UInt64 = 13
  static let n: UInt64 = 14
  static let o: UInt64 = 15
  static let p: UInt64 = 16
  static let q: UInt64 = 17
  static let r: UInt64 = 18
  static let s: UInt64 = 19
  static let t: UInt64 = 20
  static let u: UInt64 = 21
  static let v: UInt64 = 22
  static let w: UInt64 = 23
  static let x: UInt64 = 24
  static let y: UInt64 = 25
  static let z: UInt64 = 26
}

/// The characters of a name by code point, made once.
enum LetterTable {
  /// The first code point that the table does not hold; the last Vietnamese letter is U+1EF9.
  static let limit = 0x1F00

  static let characters: [NameCharacter] = (0..<limit).map { code in
    Unicode.Scalar(UInt32(code)).map(character) ?? NameCharacter(raw: 0)
  }

  private static let combining: [UInt32: (mark: UInt8, tone: UInt8)] = [
    0x300: (0, 1), 0x301: (0, 4), 0x303: (0, 3), 0x309: (0, 2), 0x323: (0, 5),
    0x302: (LetterMark.circumflex, 0), 0x306: (LetterMark.breve, 0), 0x31B: (LetterMark.horn, 0),
  ]

  private static func character(_ scalar: Unicode.Scalar) -> NameCharacter {
    if let sign = combining[scalar.value] {
      return NameCharacter(
        letter: 0, mark: sign.mark, tone: sign.tone, flags: NameCharacter.combiningFlag)
    }
    if (0x300...0x36F).contains(scalar.value) {
      return NameCharacter(letter: 0, flags: NameCharacter.combiningFlag)
    }
    if (0x30...0x39).contains(scalar.value) {
      return NameCharacter(letter: UInt8(scalar.value - 0x30), flags: NameCharacter.digitFlag)
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    guard let small = lower.first, lower.count == 1 else { return NameCharacter(raw: 0) }
    let flags = small == scalar ? 0 : NameCharacter.upperFlag
    if let letter = VietnameseLetter(small) {
      return NameCharacter(
        letter: number(letter.plain), mark: mark(letter), tone: UInt8(letter.tone.rawValue),
        flags: flags)
    }
    // Another alphabet's letter stands for its Latin base: ä for a.
    let base = String(small).decomposedStringWithCanonicalMapping.unicodeScalars.first
    guard let base, base.isASCII, base.properties.isAlphabetic else { return NameCharacter(raw: 0) }
    return NameCharacter(letter: number(base), flags: flags)
  }

  private static func number(_ plain: Unicode.Scalar) -> UInt8 { UInt8(plain.value - 0x60) }

  private static func mark(_ letter: VietnameseLetter) -> UInt8 {
    switch letter.base {
    case "â", "ê", "ô": LetterMark.circumflex
    case "ă": LetterMark.breve
    case "ơ", "ư": LetterMark.horn
    case "đ": LetterMark.stroke
    default: LetterMark.none
    }
  }
}

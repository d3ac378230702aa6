import Foundation
import Vocabulary

/// Texts whose encoding was lost on the way: TCVN3 (ABC fonts) read as Latin-1, and UTF-8 read as
/// Windows-1252. Registers typed in the nineties are full of the first.
enum LostEncodings {
  /// TCVN 5712:1993 as fonts used it: the byte of each lower-case letter.
  private static let tcvn3Letters = Array(
    "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ".inNFC.unicodeScalars)
  private static let tcvn3Bytes: [UInt8] = [
    0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xA8, 0xBB, 0xBC, 0xBD, 0xBE, 0xC6, 0xA9, 0xC7, 0xC8, 0xC9,
    0xCA, 0xCB, 0xCC, 0xCE, 0xCF, 0xD0, 0xD1, 0xAA, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8,
    0xDC, 0xDD, 0xDE, 0xDF, 0xE1, 0xE2, 0xE3, 0xE4, 0xAB, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xAC,
    0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF, 0xF1, 0xF2, 0xF3, 0xF4, 0xAD, 0xF5, 0xF6, 0xF7, 0xF8,
    0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xAE,
  ]

  /// By Latin-1 code point: the letter it was in TCVN3, or 0.
  static let fromTCVN3: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 256)
    for (letter, byte) in zip(tcvn3Letters, tcvn3Bytes) { table[Int(byte)] = letter.value }
    return table
  }()

  /// Latin-1 code points that TCVN3 uses and no Vietnamese text in Unicode has.
  static let isOnlyTCVN3: [Bool] = (0..<256).map { code in
    guard fromTCVN3[code] != 0, let scalar = Unicode.Scalar(UInt32(code)) else { return false }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.first.flatMap(VietnameseLetter.init) == nil
  }

  /// The code points above U+00FF that Windows-1252 puts at 0x80 to 0x9F.
  private static let windows: [UInt32: UInt8] = [
    0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86,
    0x2021: 0x87, 0x02C6: 0x88, 0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C,
    0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95,
    0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
    0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
  ]

  /// `Nguyá»…n` gives `Nguyễn`; nil where the text was no UTF-8 before.
  static func fromWindows1252(_ scalars: some Sequence<UInt32>) -> [UInt32]? {
    var bytes: [UInt8] = []
    for scalar in scalars {
      if scalar < 0x100 {
        bytes.append(UInt8(scalar))
      } else if let byte = windows[scalar] {
        bytes.append(byte)
      } else {
        return nil
      }
    }
    return String(validating: bytes, as: UTF8.self).map { $0.inNFC.unicodeScalars.map(\.value) }
  }

  /// Puts letters and the combining marks after them together, as NFC does.
  static func composed(_ scalars: some Sequence<UInt32>) -> [UInt32] {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(Unicode.Scalar(scalar) ?? " ") }
    return String(text).precomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
  }
}

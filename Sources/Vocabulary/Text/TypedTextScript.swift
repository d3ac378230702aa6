/// A writing system, as far as a refusal has to name it.
package enum Script: String, Sendable, CaseIterable {
  case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, thai, lao, khmer, hangul
  case kana, han
  /// Any other script, and letters of Latin shape that no name is written with
  /// (full-width, mathematical, phonetic).
  case other

  /// The script of a letter, by blocks of the Unicode standard. The standard library knows
  /// categories but not scripts.
  package init(of letter: Unicode.Scalar) {
    let value = letter.value
    for (script, blocks) in Script.blocks where blocks.contains(where: { $0.contains(value) }) {
      self = script
      return
    }
    self = .other
  }

  private static let blocks: [(Script, [ClosedRange<UInt32>])] = [
    // Without ª and º, the click letters U+01C0 to U+01C3 that look like | and !, and Ɖ, which
    // looks like Đ.
    (
      .latin,
      [
        0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x188, 0x18A...0x1BF,
        0x1C4...0x24F, 0x259...0x259, 0x2BB...0x2BC, 0x1E00...0x1EFF,
      ]
    ),
    (.greek, [0x370...0x3FF, 0x1F00...0x1FFF]),
    (.cyrillic, [0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F]),
    (.armenian, [0x530...0x58F]),
    (.hebrew, [0x590...0x5FF, 0xFB1D...0xFB4F]),
    (.arabic, [0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF]),
    (.devanagari, [0x900...0x97F]),
    (.thai, [0xE00...0xE7F]),
    (.lao, [0xE80...0xEFF]),
    (.khmer, [0x1780...0x17FF]),
    (.hangul, [0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF]),
    (.kana, [0x3040...0x30FF, 0x31F0...0x31FF]),
    (
      .han,
      [
        0x2E80...0x2FDF, 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF,
        0xF900...0xFAFF, 0x20000...0x323AF,
      ]
    ),
  ]
}

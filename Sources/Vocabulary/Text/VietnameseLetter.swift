/// A lower-case letter of the Vietnamese alphabet with the tone it carries.
package struct VietnameseLetter: Hashable, Sendable {
  /// The letter without its tone: `ế` gives `ê`.
  package let base: Unicode.Scalar
  /// The ASCII letter: `ế` gives `e`, `đ` gives `d`.
  package let plain: Unicode.Scalar
  package let tone: Tone
  /// The letter's place in the alphabet, from 0.
  package let rank: Int

  /// In the order of dictionaries.
  package enum Tone: Int, Sendable, CaseIterable {
    case ngang, huyen, hoi, nga, sac, nang
  }

  /// Nil for a scalar that is no lower-case letter of the alphabet (f, j, w and z included, as
  /// foreign names need them).
  package init?(_ scalar: Unicode.Scalar) {
    let index = Int(scalar.value)
    guard index < VietnameseLetter.table.count, let letter = VietnameseLetter.table[index] else {
      return nil
    }
    self = letter
  }

  private init(base: Unicode.Scalar, plain: Unicode.Scalar, tone: Tone) {
    self.base = base
    self.plain = plain
    self.tone = tone
    guard let rank = VietnameseLetter.alphabet.firstIndex(of: base) else {
      preconditionFailure("a letter of no alphabet: \(base)")
    }
    self.rank = rank
  }

  /// The alphabet in its order: 29 letters, with f, j, w and z where Latin has them.
  static let alphabet: [Unicode.Scalar] = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars)

  /// Vowels: the plain letter, then the six tones in order.
  private static let vowels: [(plain: Unicode.Scalar, tones: String)] = [
    ("a", "aàảãáạ"), ("a", "ăằẳẵắặ"), ("a", "âầẩẫấậ"), ("e", "eèẻẽéẹ"), ("e", "êềểễếệ"),
    ("i", "iìỉĩíị"), ("o", "oòỏõóọ"), ("o", "ôồổỗốộ"), ("o", "ơờởỡớợ"), ("u", "uùủũúụ"),
    ("u", "ưừửữứự"), ("y", "yỳỷỹýỵ"),
  ]

  /// Indexed by code point: keys are made for every name of a search, and a hash is slower. The
  /// last Vietnamese letter is U+1EF9.
  private static let table: [VietnameseLetter?] = {
    var table = [VietnameseLetter?](repeating: nil, count: 0x1F00)
    for letter in alphabet where letter.isASCII {
      table[Int(letter.value)] = VietnameseLetter(base: letter, plain: letter, tone: .ngang)
    }
    table[0x111] = VietnameseLetter(base: "đ", plain: "d", tone: .ngang)
    for vowel in vowels {
      let scalars = Array(vowel.tones.inNFC.unicodeScalars)
      for (tone, scalar) in zip(Tone.allCases, scalars) {
        table[Int(scalar.value)] = VietnameseLetter(
          base: scalars[0], plain: vowel.plain, tone: tone)
      }
    }
    return table
  }()
}

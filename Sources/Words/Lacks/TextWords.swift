package import Vocabulary

/// Why a text or a name was not taken, in words. The text itself is never repeated: the character
/// that offends is named by its code point and its place.
package enum TextWords {
  package static func sentence(_ refusal: TypedTextRefusal, in language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese(refusal)
    case .english: english(refusal)
    }
  }

  package static func sentence(_ name: PersonName.Malformed, in language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese(name)
    case .english: english(name)
    }
  }

  static func vietnamese(_ refusal: TypedTextRefusal) -> String {
    switch refusal {
    case .tooLong(let characters, let limit):
      "Nội dung dài \(characters) ký tự, tối đa là \(limit). Hãy viết ngắn lại."
    case .tooManyBytes(_, let limit):
      "Nội dung quá dài (tối đa \(limit) byte). Hãy viết ngắn lại."
    case .unsafe(let kind, let codePoint, let position):
      "Ký tự thứ \(position) (\(written(codePoint))) là \(vietnamese(kind)). "
        + "Hãy xóa ký tự này và gõ lại bằng bàn phím."
    case .foreignLetter(let script, let codePoint, let position):
      "Ký tự thứ \(position) (\(written(codePoint))) là \(vietnamese(script)). "
        + "Hãy viết bằng chữ cái La-tinh như trên giấy tờ."
    case .mixedScripts(let one, let other, let codePoint, let position):
      "Một từ lẫn \(vietnamese(one)) với \(vietnamese(other)) "
        + "(ký tự thứ \(position), \(written(codePoint))). Hãy gõ lại từ này bằng bàn phím."
    case .sign(let codePoint, let position):
      "Ký tự thứ \(position) (\(written(codePoint))) là ký hiệu không in được trên giấy tờ. "
        + "Hãy xóa hoặc viết bằng chữ."
    case .strayMark(let codePoint, let position):
      "Dấu ở vị trí \(position) (\(written(codePoint))) không thuộc về chữ cái nào. "
        + "Hãy xóa và gõ lại."
    }
  }

  static func english(_ refusal: TypedTextRefusal) -> String {
    switch refusal {
    case .tooLong(let characters, let limit):
      "The text has \(characters) characters; at most \(limit) fit. Please shorten it."
    case .tooManyBytes(_, let limit):
      "The text is too long (at most \(limit) bytes). Please shorten it."
    case .unsafe(let kind, let codePoint, let position):
      "Character \(position) (\(written(codePoint))) is \(english(kind)). "
        + "Delete it and type the text with the keyboard."
    case .foreignLetter(let script, let codePoint, let position):
      "Character \(position) (\(written(codePoint))) is \(english(script)). "
        + "Write in Latin letters, as on the papers."
    case .mixedScripts(let one, let other, let codePoint, let position):
      "One word mixes \(english(one)) with \(english(other)) "
        + "(character \(position), \(written(codePoint))). Type the word again with the keyboard."
    case .sign(let codePoint, let position):
      "Character \(position) (\(written(codePoint))) is a sign that papers are not printed with. "
        + "Delete it or write it in words."
    case .strayMark(let codePoint, let position):
      "The mark at character \(position) (\(written(codePoint))) belongs to no letter. "
        + "Delete it and type it again."
    }
  }

  private static func vietnamese(_ name: PersonName.Malformed) -> String {
    switch name {
    case .empty, .noLetter:
      "Họ tên phải có ít nhất một chữ cái. Hãy viết như trên giấy tờ."
    case .text(let refusal): vietnamese(refusal)
    case .notInNames(let codePoint, let position):
      "Ký tự thứ \(position) (\(written(codePoint))) không dùng trong họ tên. "
        + "Họ tên chỉ gồm chữ cái, dấu cách, dấu gạch nối, dấu nháy và dấu chấm."
    }
  }

  private static func english(_ name: PersonName.Malformed) -> String {
    switch name {
    case .empty, .noLetter:
      "A name has at least one letter. Write it as on the papers."
    case .text(let refusal): english(refusal)
    case .notInNames(let codePoint, let position):
      "Character \(position) (\(written(codePoint))) does not occur in names. "
        + "A name has letters, spaces, hyphens, apostrophes and full stops only."
    }
  }

  private static func vietnamese(_ kind: UnsafeCharacter) -> String {
    switch kind {
    case .control: "ký tự điều khiển"
    case .lineSeparator: "ký tự ngắt dòng đặc biệt"
    case .bidiControl: "ký tự đổi chiều viết"
    case .invisible: "ký tự không nhìn thấy được"
    case .tag: "ký tự thẻ ẩn"
    case .privateUse: "ký tự riêng, không có nghĩa chung (có thể do bảng mã cũ)"
    case .unassigned: "ký tự chưa được Unicode định nghĩa"
    case .replacement: "dấu hiệu chữ gốc đã bị mất khi sao chép"
    }
  }

  private static func english(_ kind: UnsafeCharacter) -> String {
    switch kind {
    case .control: "a control character"
    case .lineSeparator: "a special line break"
    case .bidiControl: "a character that turns the direction of writing"
    case .invisible: "a character that cannot be seen"
    case .tag: "a hidden tag character"
    case .privateUse: "a private character without common meaning (perhaps an old encoding)"
    case .unassigned: "a character that Unicode does not define"
    case .replacement: "the sign that the true letter was lost in copying"
    }
  }

  private static func vietnamese(_ script: Script) -> String {
    switch script {
    case .latin: "chữ La-tinh"
    case .greek: "chữ Hy Lạp"
    case .cyrillic: "chữ Kirin"
    case .armenian: "chữ Armenia"
    case .hebrew: "chữ Do Thái"
    case .arabic: "chữ Ả Rập"
    case .devanagari: "chữ Devanagari"
    case .thai: "chữ Thái Lan"
    case .lao: "chữ Lào"
    case .khmer: "chữ Khmer"
    case .hangul: "chữ Hàn"
    case .kana: "chữ Nhật (kana)"
    case .han: "chữ Hán"
    case .other: "chữ không thuộc bảng chữ cái La-tinh"
    }
  }

  private static func english(_ script: Script) -> String {
    switch script {
    case .latin: "a Latin letter"
    case .greek: "a Greek letter"
    case .cyrillic: "a Cyrillic letter"
    case .armenian: "an Armenian letter"
    case .hebrew: "a Hebrew letter"
    case .arabic: "an Arabic letter"
    case .devanagari: "a Devanagari letter"
    case .thai: "a Thai letter"
    case .lao: "a Lao letter"
    case .khmer: "a Khmer letter"
    case .hangul: "a Korean letter"
    case .kana: "a Japanese letter"
    case .han: "a Chinese character"
    case .other: "a letter outside the Latin alphabet"
    }
  }

  /// `U+202E`: at least four hexadecimal digits, as the Unicode standard writes code points.
  private static func written(_ codePoint: UInt32) -> String {
    let digits = String(codePoint, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

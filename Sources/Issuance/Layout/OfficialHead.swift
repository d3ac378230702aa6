import Vocabulary

/// The head that every administrative document of Vietnam wears (Decree 30/2020/NĐ-CP, Annex I,
/// Part II): agency left, national title and motto right, number and place below.
enum OfficialHead {
  static let nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
  static let motto = "Độc lập - Tự do - Hạnh phúc"

  /// - Parameters:
  ///   - agencyLines: from the superior body to the issuing one, which is printed bold.
  ///   - left: below the left rule, such as the number.
  ///   - right: below the right rule, such as place and day.
  static func block(agencyLines: [String], left: [String], right: [String]) -> Block {
    let last = agencyLines.count - 1
    let agency = agencyLines.enumerated().map { index, line in
      Paragraph(line, index == last ? .bold : .regular, size: 12, alignment: .centre)
    }
    let national = [
      Paragraph(nation, .bold, size: 12, alignment: .centre),
      Paragraph(motto, .bold, size: 13, alignment: .centre),
    ]
    return .letterhead(
      Block.Letterhead(
        left: .init(
          lines: agency, rule: 0.4,
          below: left.map { Paragraph($0, size: 13, alignment: .centre) }),
        right: .init(
          lines: national, rule: 1,
          below: right.map { Paragraph($0, .italic, size: 13, alignment: .centre) })))
  }

  /// Small italics in the upper right corner.
  static func formLine(_ text: String) -> Block {
    .paragraph(Paragraph(text, .italic, size: 10.5, alignment: .right, after: 3))
  }

  static func title(_ text: String, before: Double = 16, after: Double = 8) -> Block {
    .paragraph(
      Paragraph(
        text, .bold, size: 15, alignment: .centre, role: .heading, before: before,
        after: after, follows: .withNext))
  }

  /// Who signs: title in bold capitals, a remark in italics, the name.
  ///
  /// - Parameter lines: of the longest title beside it, so that names stand level.
  static func signature(
    _ title: [String], remark: String, name: String, lines: Int = 1
  ) -> [Paragraph] {
    let size = 12.5
    let missing = Double(max(0, lines - title.count)) * size * 1.22
    let remarks = Paragraph(
      remark.isEmpty ? "\u{A0}" : remark, .italic, size: size, alignment: .centre,
      before: 18 + missing, after: 18)
    return title.map { Paragraph($0, .bold, size: size, alignment: .centre) }
      + [remarks, Paragraph(name, .bold, size: 13, alignment: .centre)]
  }

  /// A foot in whose right half the only one who signs stands.
  static func signedRight(_ title: [String], remark: String, name: String) -> Block {
    .foot(
      Block.Foot(columns: [
        .init(part: 0.5, lines: []),
        .init(part: 0.5, lines: signature(title, remark: remark, name: name)),
      ]))
  }
}

/// Day and month as administrative documents write them: two digits up to 9, and for January
/// and February (Decree 30/2020/NĐ-CP, Annex I, Part II, 4).
func dayWords(_ day: CivilDate) -> (day: String, month: String, year: String) {
  (
    padded(day.day, to: 2), day.month <= 2 ? padded(day.month, to: 2) : "\(day.month)",
    padded(day.year, to: 4)
  )
}

/// `ngày 05 tháng 02 năm 2026`.
func dayInWords(_ day: CivilDate) -> String {
  let words = dayWords(day)
  return "ngày \(words.day) tháng \(words.month) năm \(words.year)"
}

package import Records
package import Vocabulary

/// What the matching engine found, in words: the waterfall of a candidate's weights, and what is
/// wrong with a row.
package enum MatchWords {
  package static func name(_ outcome: MatchAnswer.Outcome, _ language: Language) -> String {
    switch outcome {
    case .match: pick(language, "trùng khớp", "match")
    case .review: pick(language, "cần xem xét", "to be reviewed")
    case .clear, .below: pick(language, "dưới ngưỡng xem xét", "below review")
    }
  }

  package static func nobody(_ language: Language) -> String {
    pick(language, "Không có ai trong sổ để so sánh.", "There is nobody to compare with.")
  }

  /// One line a weight, then the sum: `cùng số CMND cũ: +21`.
  package static func waterfall(
    _ explanation: MatchExplanation, _ language: Language
  ) -> [String] {
    var lines = [
      pick(
        language, "trước khi so sánh, theo cỡ của sổ", "before comparing, by the register's size")
        + ": \(bits(explanation.start))"
    ]
    for item in explanation.items where item.weight != 0 {
      lines.append("\(phrase(item.field, explanation.levels, language)): \(bits(item.weight))")
    }
    if let rival = explanation.rival {
      lines.append("\(phrase(rival.rival, language)): \(bits(rival.weight))")
    }
    lines.append(pick(language, "cộng", "sum") + ": \(bits(explanation.weight))")
    return lines
  }

  /// `+21`, `−4,5`: whole bits, with a half where it tells.
  package static func bits(_ hundredths: Int32) -> String {
    let tenths = (abs(Int(hundredths)) + 5) / 10
    let sign = hundredths < 0 && tenths > 0 ? "−" : "+"
    return tenths % 10 == 0 ? "\(sign)\(tenths / 10)" : "\(sign)\(tenths / 10),\(tenths % 10)"
  }

  static func phrase(
    _ field: MatchField, _ levels: PairLevels, _ language: Language
  ) -> String {
    switch field {
    case .name: name(levels.name, language)
    case .birth: birth(levels.birth, language)
    case .paper: paper(levels.paper, language)
    case .father: parent(levels.father, pick(language, "cha", "father"), language)
    case .mother: parent(levels.mother, pick(language, "mẹ", "mother"), language)
    case .spouse: spouse(levels.spouse, language)
    case .sex: sex(levels.sex, language)
    case .birthPlace: birthPlace(levels.birthPlace, language)
    case .residence: residence(levels.residence, language)
    }
  }

  /// Another reading of the pair, which the fields that agree do not exclude.
  static func phrase(_ rival: Rival, _ language: Language) -> String {
    switch rival {
    case .stranger: pick(language, "có thể là người lạ", "may be a stranger")
    case .namesakeOfYear:
      pick(
        language, "có thể là người trùng tên cùng năm sinh", "may be a namesake of the same year")
    case .namesakeOfDay:
      pick(
        language, "có thể là người trùng tên và ngày sinh", "may be a namesake born the same day")
    case .twin: pick(language, "có thể là anh chị em sinh đôi", "may be a twin")
    case .sibling: pick(language, "có thể là anh chị em ruột", "may be a sibling")
    case .father: pick(language, "có thể là cha của người trong sổ", "may be the entry's father")
    case .son: pick(language, "có thể là con của người trong sổ", "may be the entry's child")
    }
  }

  /// Where a row is broken and what stands in its way; never what stood there.
  package static func sentence(_ row: BrokenRow) -> String {
    let place = row.column > 0 ? "line \(row.line), column \(row.column)" : "line \(row.line)"
    switch row.problem {
    case .fieldCount: return "\(place): a row has 11 fields"
    case .quotes: return "\(place): a quote is not closed, or text follows one that is"
    case .encoding: return "\(place): the text is not UTF-8"
    case .missingID: return "\(place): the row's key is empty"
    case .duplicateID: return "\(place): another row has the same key"
    case .longID: return "\(place): the row's key is longer than 64 bytes"
    case .sex: return "\(place): the sex is Nam, Nữ or empty"
    case .birthDate: return "\(place): the birth is dd/mm/yyyy, yyyy or empty"
    case .paperNumber: return "\(place): the number has too many digits"
    case .year: return "\(place): the year is yyyy or empty"
    }
  }

  static func pick(_ language: Language, _ vietnamese: String, _ english: String) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}

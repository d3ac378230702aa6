import Records
import Vocabulary

/// How far a field agrees, as a phrase.
extension MatchWords {
  static func name(_ level: OwnNameLevel, _ language: Language) -> String {
    switch level {
    case .same: pick(language, "cùng họ tên", "same name")
    case .sameUnmarked: pick(language, "cùng họ tên, thiếu dấu", "same name, marks missing")
    case .oneMarkLost:
      pick(language, "cùng họ tên, mất một dấu", "same name, one mark lost")
    case .oneMarkOther:
      pick(language, "cùng chữ, một chữ khác dấu", "same letters, a mark differs")
    case .givenMarkOther:
      pick(language, "cùng chữ, tên khác dấu", "same letters, the given name's mark differs")
    case .marksOther: pick(language, "cùng chữ, khác nhiều dấu", "same letters, marks differ")
    case .droppedThiVan:
      pick(language, "cùng họ tên, bỏ chữ Thị hoặc Văn", "same name without Thị or Văn")
    case .sameByEar: pick(language, "họ tên đọc gần như nhau", "names sound the same")
    case .partsSwapped: pick(language, "cùng họ tên, đảo thứ tự", "same name, parts exchanged")
    case .typoMiddle: pick(language, "tên đệm sai một chữ cái", "a typing error in the middle name")
    case .typoSurname: pick(language, "họ sai một chữ cái", "a typing error in the surname")
    case .typoGiven: pick(language, "tên sai một chữ cái", "a typing error in the given name")
    case .twoTypos: pick(language, "họ tên sai hai chữ cái", "two typing errors in the name")
    case .twoTyposElsewhere:
      pick(language, "tên khác hai chữ cái", "two letters of the given name differ")
    case .typoGivenKnown:
      pick(
        language, "tên khác một chữ cái, cả hai tên đều có người mang",
        "given names a letter apart, both borne by people")
    case .twoTyposKnown:
      pick(
        language, "tên khác hai chữ cái, cả hai tên đều có người mang",
        "given names two letters apart, both borne by people")
    case .typoDroppedKnown:
      pick(
        language, "tên khác một chữ cái, có người mang; thiếu tên đệm hoặc khác dạng họ",
        "given names a letter apart, both borne; middle name missing or surname in its other form")
    case .frontUnheard:
      pick(
        language, "cùng họ và tên đệm, tên trong sổ hầu như không ai mang",
        "given name differs, and hardly anybody bears the entry's")
    case .surnameUnheard:
      pick(
        language, "chỉ cùng họ, tên trong sổ hầu như không ai mang",
        "only the surname is the same, and hardly anybody bears the entry's given name")
    case .typoDropped:
      pick(
        language, "sai một chữ cái, thiếu tên đệm hoặc khác dạng họ",
        "one letter off, and the middle name missing or the surname in its other form")
    case .typoSwapped:
      pick(language, "sai một chữ cái, đảo thứ tự", "one letter off, parts exchanged")
    case .middleDropped: pick(language, "cùng họ và tên, thiếu tên đệm", "middle name missing")
    case .middleOther: pick(language, "cùng họ và tên, khác tên đệm", "middle name differs")
    case .asAlias: pick(language, "trùng với tên gọi khác", "same as another name used")
    case .initials: pick(language, "họ tên viết tắt", "name in initials")
    case .surnameOther: pick(language, "cùng tên đệm và tên, khác họ", "surname differs")
    case .givenOnly: pick(language, "chỉ cùng tên", "only the given name is the same")
    case .frontOnly: pick(language, "cùng họ và tên đệm, khác tên", "given name differs")
    case .surnameOnly: pick(language, "chỉ cùng họ", "only the surname is the same")
    case .reversed: pick(language, "họ và tên đảo nhau", "surname and given name exchanged")
    case .other: pick(language, "họ tên khác", "name differs")
    case .missing: pick(language, "không có họ tên", "no name")
    }
  }

  static func birth(_ level: BirthLevel, _ language: Language) -> String {
    switch level {
    case .missing: pick(language, "không có ngày sinh", "no birth day")
    case .same: pick(language, "cùng ngày sinh", "same birth day")
    case .sameFirstOfYear:
      pick(language, "cùng ngày sinh 01/01", "same birth day, 1 January")
    case .swapped: pick(language, "ngày và tháng sinh đảo nhau", "day and month exchanged")
    case .dayOther: pick(language, "cùng tháng năm sinh, khác ngày", "day of birth differs")
    case .monthOther: pick(language, "cùng ngày và năm sinh, khác tháng", "month of birth differs")
    case .yearNext: pick(language, "năm sinh lệch một", "birth year off by one")
    case .yearNear: pick(language, "năm sinh lệch vài năm", "birth year off by a few")
    case .yearDigits: pick(language, "năm sinh đảo chữ số", "digits of the year exchanged")
    case .yearFar: pick(language, "cùng ngày tháng, khác năm sinh", "same day, another year")
    case .firstOfYearHere:
      pick(language, "cùng năm sinh, sổ ghi 01/01", "same year, the entry has 1 January")
    case .bareYearSame: pick(language, "cùng năm sinh", "same birth year")
    case .dayAndMonthOther:
      pick(language, "cùng năm sinh, khác ngày tháng", "same year, another day")
    case .bareYearNext: pick(language, "năm sinh lệch một", "birth year off by one")
    case .bareYearNear: pick(language, "năm sinh lệch vài năm", "birth year off by a few")
    case .bareYearOther: pick(language, "năm sinh khác", "birth year differs")
    case .nextYearPart:
      pick(language, "năm sinh lệch một, khác một phần ngày", "birth year off by one, day in part")
    case .other: pick(language, "ngày sinh khác", "birth day differs")
    }
  }

  static func paper(_ level: PaperLevel, _ language: Language) -> String {
    switch level {
    case .missing: pick(language, "không có số giấy tờ", "no number")
    case .same: pick(language, "cùng số CCCD", "same identity number")
    case .sameOld: pick(language, "cùng số CMND cũ", "same old identity number")
    case .oneDigit: pick(language, "số CCCD sai một chữ số", "identity number, one digit off")
    case .oneDigitOld: pick(language, "số CMND sai một chữ số", "old number, one digit off")
    case .twoDigits: pick(language, "số giấy tờ sai hai chữ số", "number, two digits off")
    case .sameStructure:
      pick(
        language, "số CCCD khác, cùng tỉnh, giới và năm sinh",
        "number differs; same province, sex and year in it")
    case .nearStructure, .other: pick(language, "số CCCD khác", "identity number differs")
    case .oldSameSeries:
      pick(language, "số CMND khác, cùng tỉnh cấp", "old number differs, same series")
    case .oldOther: pick(language, "số CMND khác", "old number differs")
    case .oldSeriesHome, .oldSeriesHomeHere:
      pick(language, "số CMND của tỉnh người này từng ở", "old number of a home province")
    case .oldSeriesElsewhere, .oldSeriesElsewhereHere:
      pick(language, "số CMND của tỉnh khác", "old number of another province")
    case .oldButTooYoung:
      pick(language, "người này sinh sau khi thôi cấp CMND", "too young for an old number")
    case .odd: pick(language, "số giấy tờ khác và thiếu chữ số", "number differs and lacks digits")
    }
  }

  static func parent(
    _ level: ParentLevel, _ who: String, _ language: Language
  ) -> String {
    switch level {
    case .missing: pick(language, "không có tên \(who)", "no name of the \(who)")
    case .same: pick(language, "cùng tên \(who)", "same \(who)")
    case .sameMarksOther: pick(language, "tên \(who) khác dấu", "marks of the \(who)'s name differ")
    case .sameByEar:
      pick(language, "tên \(who) đọc gần như nhau", "the \(who)'s name sounds the same")
    case .oneTypo: pick(language, "tên \(who) sai một chữ cái", "the \(who)'s name, one letter off")
    case .twoTypos:
      pick(language, "tên \(who) sai hai chữ cái", "the \(who)'s name, two letters off")
    case .typoDropped:
      pick(
        language, "tên \(who) sai một chữ cái, thiếu tên đệm hoặc khác dạng họ",
        "the \(who)'s name, one letter off and a part missing or other")
    case .oneTypoKnown:
      pick(
        language, "tên \(who) khác một chữ cái, cả hai tên đều có người mang",
        "the \(who)'s given name a letter off, both borne by people")
    case .twoTyposKnown:
      pick(
        language, "tên \(who) khác hai chữ cái, cả hai tên đều có người mang",
        "the \(who)'s given name two letters off, both borne by people")
    case .otherUnheard:
      pick(
        language, "tên \(who) khác, tên trong sổ hầu như không ai mang",
        "another \(who), whose given name hardly anybody bears")
    case .middleOther: pick(language, "tên \(who) khác tên đệm", "the \(who)'s middle name differs")
    case .givenOnlySame:
      pick(language, "\(who) chỉ ghi tên, trùng", "the \(who)'s given name is the same")
    case .givenOnlyOther:
      pick(language, "\(who) chỉ ghi tên, khác", "the \(who)'s given name differs")
    case .givenSame: pick(language, "\(who) cùng tên, khác họ", "the \(who)'s surname differs")
    case .exchanged: pick(language, "tên cha mẹ đảo chỗ", "parents exchanged")
    case .surnameSame, .other: pick(language, "tên \(who) khác", "another \(who)")
    }
  }

  static func spouse(_ level: SpouseLevel, _ language: Language) -> String {
    switch level {
    case .missing: pick(language, "không có tên vợ chồng", "no spouse")
    case .same: pick(language, "cùng tên vợ chồng", "same spouse")
    case .near: pick(language, "tên vợ chồng gần giống", "similar name of the spouse")
    case .other: pick(language, "vợ chồng khác", "another spouse")
    }
  }

  static func sex(_ level: SexLevel, _ language: Language) -> String {
    switch level {
    case .missing: pick(language, "không ghi giới tính", "no sex")
    case .man, .manNamed: pick(language, "cùng là nam", "both men")
    case .woman, .womanNamed: pick(language, "cùng là nữ", "both women")
    case .other, .otherNamed: pick(language, "giới tính khác", "sex differs")
    }
  }

  static func birthPlace(_ level: BirthPlaceLevel, _ language: Language) -> String {
    switch level {
    case .missing: pick(language, "không có nơi sinh", "no birth place")
    case .sameWard: pick(language, "cùng xã nơi sinh", "born in the same commune")
    case .sameProvince: pick(language, "cùng tỉnh nơi sinh", "born in the same province")
    case .wardOther:
      pick(language, "cùng tỉnh nơi sinh, khác xã", "same province of birth, another commune")
    case .other: pick(language, "nơi sinh khác", "born elsewhere")
    }
  }

  static func residence(_ level: ResidenceLevel, _ language: Language) -> String {
    switch level {
    case .missing: pick(language, "không có nơi cư trú", "no residence")
    case .sameWard, .sameWardHome, .sameWardAway:
      pick(language, "cùng xã nơi cư trú", "same commune of residence")
    case .sameProvince, .sameProvinceHome, .sameProvinceAway:
      pick(language, "cùng tỉnh nơi cư trú", "same province of residence")
    case .formerProvince: pick(language, "tỉnh từng cư trú", "a former province of residence")
    case .other, .otherHome: pick(language, "nơi cư trú khác", "lives elsewhere")
    }
  }
}

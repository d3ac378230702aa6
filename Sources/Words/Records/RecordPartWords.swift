package import Law
package import Records
package import Vocabulary

/// The parts of judgments, and the words of the format's choices.
package enum RecordPartWords {
  package static func words(_ part: JudgmentPart, in language: Language) -> String {
    switch part {
    case .principal: Pair("Hình phạt chính", "Principal penalty")[language]
    case .supplementary(let kind): words(kind, in: language)
    case .obligation(let kind): words(kind, in: language)
    }
  }

  package static func words(
    _ kind: SupplementaryPenalty.Kind, in language: Language
  ) -> String {
    let pair =
      switch kind {
      case .residenceControl: Pair("Quản chế", "Residence control")
      case .residenceBan: Pair("Cấm cư trú", "Ban on residence")
      case .positionBan: Pair("Cấm đảm nhiệm chức vụ", "Ban on holding a position")
      case .practiceBan: Pair("Cấm hành nghề", "Ban on practising")
      case .civilRightsDeprivation:
        Pair("Tước một số quyền công dân", "Deprivation of civil rights")
      case .fine: Pair("Phạt tiền bổ sung", "Supplementary fine")
      case .confiscation: Pair("Tịch thu tài sản", "Confiscation of property")
      case .expulsion: Pair("Trục xuất", "Expulsion")
      }
    return pair[language]
  }

  package static func words(_ kind: Obligation.Kind, in language: Language) -> String {
    let pair =
      switch kind {
      case .courtFee: Pair("Án phí", "Court fee")
      case .compensation: Pair("Bồi thường", "Compensation")
      case .confiscation: Pair("Tịch thu, sung quỹ", "Confiscation (civil part)")
      case .recovery: Pair("Truy thu", "Recovery")
      case .other: Pair("Nghĩa vụ khác", "Other obligation")
      }
    return pair[language]
  }

  package static func words(_ kind: PrincipalPenalty.Kind, in language: Language) -> String {
    let pair =
      switch kind {
      case .warning: Pair("Cảnh cáo", "Warning")
      case .fine: Pair("Phạt tiền", "Fine")
      case .nonCustodialReform: Pair("Cải tạo không giam giữ", "Non-custodial reform")
      case .suspendedImprisonment: Pair("Tù cho hưởng án treo", "Suspended imprisonment")
      case .imprisonment: Pair("Tù có thời hạn", "Imprisonment")
      case .lifeImprisonment: Pair("Tù chung thân", "Life imprisonment")
      case .deathCommuted: Pair("Tử hình được ân giảm", "Death penalty commuted")
      case .expulsion: Pair("Trục xuất", "Expulsion")
      case .exempt: Pair("Miễn hình phạt", "Exempt from penalty")
      case .juvenileMeasure: Pair("Đưa vào trường giáo dưỡng", "Reformatory school")
      }
    return pair[language]
  }

  package static func words(_ completion: Completion, in language: Language) -> String {
    switch completion {
    case .on(let day):
      Pair("Xong ngày \(day.vietnamese)", "Done on \(day.vietnamese)")[language]
    case .no: Pair("Chưa xong", "Not done")[language]
    case .unknown: Pair("Chưa rõ", "Not known")[language]
    }
  }

  package static func words(_ gravity: Gravity, in language: Language) -> String {
    let pair =
      switch gravity {
      case .lessSerious: Pair("Ít nghiêm trọng", "Less serious")
      case .serious: Pair("Nghiêm trọng", "Serious")
      case .verySerious: Pair("Rất nghiêm trọng", "Very serious")
      case .extremelySerious: Pair("Đặc biệt nghiêm trọng", "Extremely serious")
      case .unknown: Pair("Chưa rõ", "Not known")
      }
    return pair[language]
  }

  package static func words(_ fault: FaultForm, in language: Language) -> String {
    let pair =
      switch fault {
      case .intentional: Pair("Cố ý", "Intentional")
      case .negligent: Pair("Vô ý", "Negligent")
      case .unknown: Pair("Chưa rõ", "Not known")
      }
    return pair[language]
  }

  /// The words of one of the format's choices, by the field's pattern.
  package static func choice(
    _ value: String, of pattern: String, in language: Language
  ) -> String {
    switch pattern {
    case "person.sex": Sex(rawValue: value).map { ChoiceWords.words($0, in: language) } ?? value
    case "principal.kind":
      PrincipalPenalty.Kind(rawValue: value).map { words($0, in: language) } ?? value
    case "supplementary[].kind":
      SupplementaryPenalty.Kind(rawValue: value).map { words($0, in: language) } ?? value
    case "obligations[].kind":
      Obligation.Kind(rawValue: value).map { words($0, in: language) } ?? value
    case "offences[].gravity": Gravity(rawValue: value).map { words($0, in: language) } ?? value
    case "offences[].fault": FaultForm(rawValue: value).map { words($0, in: language) } ?? value
    case "executed[].part": JudgmentPart(value).map { words($0, in: language) } ?? value
    case "offences[].code": code(value)[language]
    default: other(value)[language]
    }
  }

  private static func code(_ value: String) -> Pair {
    switch PenalCode(rawValue: value) {
    case .code2015: Pair("Bộ luật Hình sự 2015", "Penal Code 2015")
    case .code1999: Pair("Bộ luật Hình sự 1999", "Penal Code 1999")
    case nil: Pair(value, value)
    }
  }

  private static func other(_ value: String) -> Pair {
    switch value {
    case "done": Pair("Đã xong", "Done")
    case "notDone": Pair("Chưa xong", "Not done")
    case "unknown": Pair("Chưa rõ", "Not known")
    case "none": Pair("Không có", "There are none")
    case "listed": Pair("Có, như sau", "There are, as follows")
    case "annulled": Pair("Hủy bản án", "The judgment is annulled")
    case "changed": Pair("Sửa bản án", "The judgment is changed")
    case "upheld": Pair("Giữ nguyên bản án", "The judgment stands")
    default: Pair(value, value)
    }
  }
}

package import Law
package import Vocabulary

/// Names of the parts of a judgment, of what is known of them, and of those who hold them.
package enum PartWords {
  package static func name(_ kind: PrincipalPenalty.Kind, in language: Language) -> String {
    switch kind {
    case .warning: pick(language, "cảnh cáo", "warning")
    case .fine: pick(language, "phạt tiền", "fine")
    case .nonCustodialReform: pick(language, "cải tạo không giam giữ", "non-custodial reform")
    case .suspendedImprisonment: pick(language, "tù cho hưởng án treo", "suspended imprisonment")
    case .imprisonment: pick(language, "tù có thời hạn", "imprisonment")
    case .lifeImprisonment: pick(language, "tù chung thân", "life imprisonment")
    case .deathCommuted: pick(language, "tử hình đã giảm án", "death sentence, commuted")
    case .expulsion: pick(language, "trục xuất", "expulsion")
    case .exempt: pick(language, "miễn hình phạt", "exempt from penalty")
    case .juvenileMeasure:
      pick(language, "giáo dục tại trường giáo dưỡng", "reformatory school")
    }
  }

  package static func name(_ kind: SupplementaryPenalty.Kind, in language: Language) -> String {
    switch kind {
    case .residenceControl: pick(language, "quản chế", "residence control")
    case .residenceBan: pick(language, "cấm cư trú", "ban on residence")
    case .positionBan: pick(language, "cấm đảm nhiệm chức vụ", "ban on posts")
    case .practiceBan: pick(language, "cấm hành nghề", "ban on practice")
    case .civilRightsDeprivation:
      pick(language, "tước một số quyền công dân", "loss of civil rights")
    case .fine: pick(language, "phạt tiền (bổ sung)", "fine (supplementary)")
    case .confiscation: pick(language, "tịch thu tài sản", "confiscation")
    case .expulsion: pick(language, "trục xuất (bổ sung)", "expulsion (supplementary)")
    }
  }

  package static func name(_ kind: Obligation.Kind, in language: Language) -> String {
    switch kind {
    case .courtFee: pick(language, "án phí", "court fee")
    case .compensation: pick(language, "bồi thường", "compensation")
    case .confiscation: pick(language, "tịch thu vật, tiền", "confiscated goods and money")
    case .recovery: pick(language, "truy thu, buộc nộp lại", "recovery")
    case .other: pick(language, "quyết định khác của bản án", "other decisions of the judgment")
    }
  }

  package static func name(_ holder: FactHolder, in language: Language) -> String {
    switch holder {
    case .court: pick(language, "Tòa án đã xét xử sơ thẩm", "the court of first instance")
    case .civilEnforcement:
      pick(language, "Cơ quan thi hành án dân sự", "the civil enforcement office")
    case .criminalEnforcement:
      pick(
        language, "Trại giam, cơ quan thi hành án hình sự",
        "the prison or criminal enforcement agency")
    case .commune: pick(language, "Ủy ban nhân dân, Công an cấp xã", "the commune")
    case .prosecution:
      pick(language, "Cơ quan điều tra, Viện kiểm sát", "the investigating body")
    }
  }

  package static func name(_ gravity: Gravity, in language: Language) -> String {
    switch gravity {
    case .lessSerious: pick(language, "ít nghiêm trọng", "less serious")
    case .serious: pick(language, "nghiêm trọng", "serious")
    case .verySerious: pick(language, "rất nghiêm trọng", "very serious")
    case .extremelySerious: pick(language, "đặc biệt nghiêm trọng", "extremely serious")
    case .unknown: pick(language, "chưa rõ loại tội", "class unknown")
    }
  }

  package static func name(_ fault: FaultForm, in language: Language) -> String {
    switch fault {
    case .intentional: pick(language, "cố ý", "intentional")
    case .negligent: pick(language, "vô ý", "negligent")
    case .unknown: pick(language, "chưa rõ lỗi", "fault unknown")
    }
  }

  package static func name(_ code: PenalCode) -> String {
    switch code {
    case .code2015: "Bộ luật Hình sự 2015"
    case .code1999: "Bộ luật Hình sự 1999"
    }
  }

  /// `đã xong ngày 01/07/2020`, `chưa xong`, `chưa rõ`.
  package static func words(_ completion: Completion, in language: Language) -> String {
    switch completion {
    case .on(let day):
      pick(language, "đã xong ngày \(day.vietnamese)", "done on \(day.vietnamese)")
    case .no: pick(language, "chưa xong", "not done")
    case .unknown: pick(language, "chưa rõ", "not known")
    }
  }

  /// What an answer says, in words.
  package static func words(_ value: FactValue, in language: Language) -> String {
    switch value {
    case .completion(let completion): words(completion, in: language)
    case .gravity(let gravity): name(gravity, in: language)
    case .fault(let fault): name(fault, in: language)
    }
  }

  /// A part of a judgment as a question names it: `hình phạt chính (tù có thời hạn)`.
  package static func name(
    _ part: FactPart, of conviction: Conviction, in language: Language
  ) -> String {
    switch part {
    case .principal:
      pick(language, "hình phạt chính", "principal penalty")
        + " (\(name(conviction.principal.kind, in: language)))"
    case .supplementary(let row):
      conviction.supplementary.indices.contains(row)
        ? name(conviction.supplementary[row].kind, in: language) : ""
    case .obligation(let row):
      conviction.obligations.indices.contains(row)
        ? name(conviction.obligations[row].kind, in: language) : ""
    case .gravity(let row):
      pick(language, "loại tội", "class of the offence") + article(row, of: conviction, language)
    case .fault(let row):
      pick(language, "hình thức lỗi", "form of fault") + article(row, of: conviction, language)
    }
  }

  private static func article(
    _ row: Int, of conviction: Conviction, _ language: Language
  ) -> String {
    guard conviction.offences.indices.contains(row) else { return "" }
    return pick(language, " (Điều ", " (Article ") + "\(conviction.offences[row].articleText))"
  }

  static func pick(_ language: Language, _ vietnamese: String, _ english: String) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}

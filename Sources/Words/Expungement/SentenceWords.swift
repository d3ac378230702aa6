package import Law
package import Vocabulary

/// The parts of a sentence, as an explanation names them.
package enum SentenceWords {
  package static func name(_ penalty: PrincipalPenalty, in language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese(penalty)
    case .english: english(penalty)
    }
  }

  private static func vietnamese(_ penalty: PrincipalPenalty) -> String {
    let months = padded(penalty.months ?? 0, to: 2)
    return switch penalty.kind {
    case .warning: "cảnh cáo"
    case .fine: "phạt tiền"
    case .nonCustodialReform: "cải tạo không giam giữ"
    case .suspendedImprisonment: "\(months) tháng tù nhưng cho hưởng án treo"
    case .imprisonment: "\(months) tháng tù"
    case .lifeImprisonment: "tù chung thân"
    case .deathCommuted: "tử hình đã được giảm án"
    case .expulsion: "trục xuất"
    case .exempt: "miễn hình phạt"
    case .juvenileMeasure: "giáo dục tại trường giáo dưỡng"
    }
  }

  private static func english(_ penalty: PrincipalPenalty) -> String {
    let months = penalty.months ?? 0
    return switch penalty.kind {
    case .warning: "a warning"
    case .fine: "a fine"
    case .nonCustodialReform: "non-custodial reform"
    case .suspendedImprisonment: "\(months) months of imprisonment, suspended"
    case .imprisonment: "\(months) months of imprisonment"
    case .lifeImprisonment: "imprisonment for life"
    case .deathCommuted: "death, commuted"
    case .expulsion: "expulsion"
    case .exempt: "exemption from punishment"
    case .juvenileMeasure: "education in a reformatory school"
    }
  }

  package static func name(
    _ kind: SupplementaryPenalty.Kind, in language: Language
  ) -> String {
    switch kind {
    case .residenceControl: pick(language, "quản chế", "residence control")
    case .residenceBan: pick(language, "cấm cư trú", "ban on residence")
    case .positionBan: pick(language, "cấm đảm nhiệm chức vụ", "ban on holding a post")
    case .practiceBan:
      pick(language, "cấm hành nghề hoặc làm công việc nhất định", "ban on practising")
    case .civilRightsDeprivation:
      pick(language, "tước một số quyền công dân", "deprivation of some civil rights")
    case .fine: pick(language, "phạt tiền bổ sung", "supplementary fine")
    case .confiscation: pick(language, "tịch thu tài sản", "confiscation of property")
    case .expulsion: pick(language, "trục xuất", "expulsion")
    }
  }

  package static func name(_ kind: Obligation.Kind, in language: Language) -> String {
    switch kind {
    case .courtFee: pick(language, "án phí", "court fee")
    case .compensation: pick(language, "bồi thường thiệt hại", "compensation")
    case .confiscation: pick(language, "tịch thu sung công", "confiscation")
    case .recovery: pick(language, "truy thu, hoàn trả", "recovery of gains")
    case .other: pick(language, "quyết định khác của bản án", "another decision of the judgment")
    }
  }

  /// A part by its place; the principal penalty in its words.
  package static func name(
    _ part: SentencePart, of conviction: Conviction, in language: Language
  ) -> String {
    switch part {
    case .principal: name(conviction.principal, in: language)
    case .supplementary(let index): name(conviction.supplementary[index].kind, in: language)
    case .obligation(let index): name(conviction.obligations[index].kind, in: language)
    }
  }

  package static func name(_ gravity: Gravity, in language: Language) -> String {
    switch gravity {
    case .lessSerious: pick(language, "tội phạm ít nghiêm trọng", "less serious")
    case .serious: pick(language, "tội phạm nghiêm trọng", "serious")
    case .verySerious: pick(language, "tội phạm rất nghiêm trọng", "very serious")
    case .extremelySerious: pick(language, "tội phạm đặc biệt nghiêm trọng", "extremely serious")
    case .unknown: pick(language, "chưa rõ loại tội phạm", "of unknown class")
    }
  }

  package static func name(_ status: ExpungementStatus, _ language: Language) -> String {
    switch status {
    case .active: pick(language, "có án tích", "a record")
    case .expunged: pick(language, "đã được xóa án tích", "cleared")
    case .neverCounted: pick(language, "không bị coi là có án tích", "never counted")
    case .awaitingCourtDecision:
      pick(language, "chờ Tòa án quyết định xóa án tích", "waiting for a court's decision")
    case .needsVerification: pick(language, "cần xác minh", "to be verified")
    case .annulled: pick(language, "bản án đã bị hủy", "annulled")
    case .notEffective: pick(language, "bản án chưa có hiệu lực", "not in effect")
    }
  }

  package static func name(_ result: ExpungementAnswer.Result, _ language: Language) -> String {
    switch result {
    case .noCriminalRecord: pick(language, "không có án tích", "no record")
    case .hasCriminalRecord: pick(language, "có án tích", "a record")
    case .needsVerification: pick(language, "cần xác minh", "to be verified")
    }
  }

  package static func name(_ fault: FaultForm, in language: Language) -> String {
    switch fault {
    case .intentional: pick(language, "lỗi cố ý", "intentional")
    case .negligent: pick(language, "lỗi vô ý", "negligent")
    case .unknown: pick(language, "chưa rõ hình thức lỗi", "of unknown fault")
    }
  }

  /// `Điều 173 khoản 1 điểm a BLHS 2015`.
  package static func place(of offence: Offence, in language: Language) -> String {
    let code =
      switch offence.code {
      case .code2015: "BLHS 2015"
      case .code1999: "BLHS 1999"
      }
    var place = pick(language, "Điều ", "Article ") + offence.articleText
    if let clause = offence.clause { place += pick(language, " khoản ", ", clause ") + "\(clause)" }
    if let point = offence.point { place += pick(language, " điểm ", ", point ") + point }
    return place + pick(language, " ", ", ") + code
  }
}

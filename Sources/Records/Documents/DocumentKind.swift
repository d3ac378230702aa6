/// The kinds of suppliers' documents from which a judicial record is made.
///
/// Law 28/2009/QH12, Articles 15 to 22; TTLT 04/2012/TTLT-BTP-TANDTC-VKSNDTC-BCA-BQP: who sends
/// what. The raw value is the word of the JSON format.
package enum DocumentKind: String, Sendable, Codable, CaseIterable {
  // Courts.
  /// Trích lục bản án sơ thẩm.
  case firstInstanceJudgment
  /// Trích lục bản án phúc thẩm.
  case appealJudgment
  /// Quyết định thi hành án hình sự.
  case enforcementDecision
  /// Miễn chấp hành hình phạt hoặc phần hình phạt còn lại.
  case exemptionDecision
  /// Giảm thời hạn chấp hành hình phạt.
  case reductionDecision
  /// Hoãn chấp hành hình phạt.
  case postponementDecision
  /// Tạm đình chỉ chấp hành hình phạt.
  case suspensionDecision
  /// Tha tù trước thời hạn có điều kiện.
  case conditionalRelease
  /// Quyết định xóa án tích.
  case expungementDecision
  /// Giấy chứng nhận xóa án tích.
  case expungementCertificate
  /// Quyết định giám đốc thẩm.
  case cassationDecision
  /// Quyết định tái thẩm.
  case reviewDecision
  /// Quyết định tuyên bố phá sản có nội dung cấm.
  case bankruptcyDecision
  /// The limitation of execution expired (BLHS 2015, Article 60).
  case limitationNotice
  // The Supreme People's Procuracy.
  /// Trích lục bản án của Tòa án nước ngoài.
  case foreignJudgment
  // Police: prisons and bodies of criminal enforcement.
  /// Giấy chứng nhận chấp hành xong hình phạt tù.
  case prisonRelease
  /// Giấy chứng nhận chấp hành xong thời gian thử thách án treo.
  case suspendedSentenceCompletion
  /// Giấy chứng nhận chấp hành xong cải tạo không giam giữ.
  case nonCustodialCompletion
  /// Giấy chứng nhận chấp hành xong trục xuất.
  case expulsionCompletion
  /// Giấy chứng nhận đặc xá.
  case specialPardon
  /// Đại xá.
  case generalAmnesty
  /// A change of name, a new identity number, another residence.
  case identityNotice
  /// An entry of the registers before 1 July 2010 (tàng thư).
  case olderRegisterEntry
  // Bodies of civil enforcement.
  /// Quyết định thi hành án (phần dân sự, tiền).
  case civilEnforcementDecision
  /// Quyết định đình chỉ thi hành án.
  case civilEnforcementStop
  /// Giấy xác nhận kết quả thi hành án.
  case civilEnforcementResult
  // Defence.
  /// Trích lục bản án của Tòa án quân sự.
  case militaryJudgment
  /// Giấy chứng nhận chấp hành xong của cơ quan quân đội.
  case militaryCompletion
  // Communes.
  /// Giấy chứng nhận chấp hành xong cấm cư trú, quản chế, cấm đảm nhiệm chức vụ.
  case communeCertificate
}

/// Who sends documents to the keeper of records.
package enum Supplier: String, Sendable, Codable, CaseIterable {
  case court, procuracy, police, civilEnforcement, defence, commune
}

/// What a document's facts look like.
package enum DocumentShape: Sendable {
  case judgment, execution, change, expungement, reconsideration, ban, identity
}

extension DocumentKind {
  package var supplier: Supplier {
    switch self {
    case .firstInstanceJudgment, .appealJudgment, .enforcementDecision, .exemptionDecision,
      .reductionDecision, .postponementDecision, .suspensionDecision, .conditionalRelease,
      .expungementDecision, .expungementCertificate, .cassationDecision, .reviewDecision,
      .bankruptcyDecision, .limitationNotice:
      .court
    case .foreignJudgment: .procuracy
    case .prisonRelease, .suspendedSentenceCompletion, .nonCustodialCompletion,
      .expulsionCompletion, .specialPardon, .generalAmnesty, .identityNotice, .olderRegisterEntry:
      .police
    case .civilEnforcementDecision, .civilEnforcementStop, .civilEnforcementResult:
      .civilEnforcement
    case .militaryJudgment, .militaryCompletion: .defence
    case .communeCertificate: .commune
    }
  }

  package var shape: DocumentShape {
    switch self {
    case .firstInstanceJudgment, .appealJudgment, .foreignJudgment, .militaryJudgment,
      .olderRegisterEntry:
      .judgment
    case .prisonRelease, .suspendedSentenceCompletion, .nonCustodialCompletion,
      .expulsionCompletion, .civilEnforcementDecision, .civilEnforcementStop,
      .civilEnforcementResult, .militaryCompletion, .communeCertificate:
      .execution
    case .enforcementDecision, .exemptionDecision, .reductionDecision, .postponementDecision,
      .suspensionDecision, .conditionalRelease, .specialPardon, .generalAmnesty,
      .limitationNotice:
      .change
    case .expungementDecision, .expungementCertificate: .expungement
    case .cassationDecision, .reviewDecision: .reconsideration
    case .bankruptcyDecision: .ban
    case .identityNotice: .identity
    }
  }
}

package import Records
package import Vocabulary

/// The names of suppliers and of their documents.
package enum DocumentKindWords {
  package static func words(_ kind: DocumentKind, in language: Language) -> String {
    pair(kind)[language]
  }

  package static func words(_ supplier: Supplier, in language: Language) -> String {
    let pair =
      switch supplier {
      case .court: Pair("Tòa án", "Courts")
      case .procuracy: Pair("Viện kiểm sát nhân dân tối cao", "Supreme People's Procuracy")
      case .police: Pair("Công an", "Police")
      case .civilEnforcement: Pair("Cơ quan thi hành án dân sự", "Civil enforcement")
      case .defence: Pair("Bộ Quốc phòng", "Defence")
      case .commune: Pair("Cấp xã", "Communes")
      }
    return pair[language]
  }

  private static func pair(_ kind: DocumentKind) -> Pair {
    switch kind {
    case .firstInstanceJudgment:
      Pair("Trích lục bản án sơ thẩm", "Extract of a first-instance judgment")
    case .appealJudgment: Pair("Trích lục bản án phúc thẩm", "Extract of an appeal judgment")
    case .enforcementDecision:
      Pair("Quyết định thi hành án hình sự", "Decision to enforce a sentence")
    case .exemptionDecision:
      Pair("Quyết định miễn chấp hành hình phạt", "Exemption from (the rest of) a sentence")
    case .reductionDecision:
      Pair("Quyết định giảm thời hạn chấp hành hình phạt", "Reduction of a sentence")
    case .postponementDecision:
      Pair("Quyết định hoãn chấp hành hình phạt", "Postponement of a sentence")
    case .suspensionDecision:
      Pair("Quyết định tạm đình chỉ chấp hành hình phạt", "Suspension of a sentence")
    case .conditionalRelease:
      Pair("Quyết định tha tù trước thời hạn có điều kiện", "Conditional early release")
    case .expungementDecision: Pair("Quyết định xóa án tích", "Expungement decision")
    case .expungementCertificate:
      Pair("Giấy chứng nhận xóa án tích", "Certificate of expungement")
    case .cassationDecision: Pair("Quyết định giám đốc thẩm", "Cassation decision")
    case .reviewDecision: Pair("Quyết định tái thẩm", "Decision of review")
    case .bankruptcyDecision:
      Pair("Quyết định tuyên bố phá sản có nội dung cấm", "Bankruptcy decision with a ban")
    case .limitationNotice:
      Pair("Thông báo hết thời hiệu thi hành bản án", "Notice that enforcement is time-barred")
    case .foreignJudgment:
      Pair("Trích lục bản án của Tòa án nước ngoài", "Extract of a foreign judgment")
    case .prisonRelease:
      Pair("Giấy chứng nhận chấp hành xong hình phạt tù", "Prison release certificate")
    case .suspendedSentenceCompletion:
      Pair("Giấy chứng nhận chấp hành xong án treo", "Suspended sentence completed")
    case .nonCustodialCompletion:
      Pair(
        "Giấy chứng nhận chấp hành xong cải tạo không giam giữ", "Non-custodial reform completed")
    case .expulsionCompletion:
      Pair("Giấy chứng nhận chấp hành xong trục xuất", "Expulsion completed")
    case .specialPardon: Pair("Giấy chứng nhận đặc xá", "Certificate of special pardon")
    case .generalAmnesty: Pair("Văn bản đại xá", "General amnesty")
    case .identityNotice:
      Pair("Thông báo thay đổi thông tin nhân thân", "Notice of changed identity")
    case .olderRegisterEntry:
      Pair("Thông tin từ tàng thư trước 01/07/2010", "Entry of registers before 1 July 2010")
    case .civilEnforcementDecision:
      Pair("Quyết định thi hành án dân sự", "Decision of civil enforcement")
    case .civilEnforcementStop:
      Pair("Quyết định đình chỉ thi hành án dân sự", "Civil enforcement stopped")
    case .civilEnforcementResult:
      Pair("Giấy xác nhận kết quả thi hành án dân sự", "Result of civil enforcement")
    case .militaryJudgment:
      Pair("Trích lục bản án của Tòa án quân sự", "Extract of a military court's judgment")
    case .militaryCompletion:
      Pair("Giấy chứng nhận chấp hành xong (quân đội)", "Completion, from the military")
    case .communeCertificate:
      Pair("Giấy chứng nhận của cấp xã", "Commune's certificate of completion")
    }
  }
}

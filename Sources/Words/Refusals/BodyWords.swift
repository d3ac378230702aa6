package import Intake
package import Law
package import Vocabulary

/// The words of a body's request: what is asked, what is said to it.
package enum BodyWords {
  package static func label(_ field: BodyField, in language: Language) -> String {
    switch field {
    case .body: pick(language, "Cơ quan, tổ chức yêu cầu là", "The body is")
    case .bodyName: pick(language, "Tên cơ quan, tổ chức", "Name of the body")
    case .urgency: pick(language, "Mức độ", "Urgency")
    case .letterNumber: pick(language, "Số văn bản yêu cầu", "Number of the letter")
    case .letterOn: pick(language, "Ngày văn bản", "Day of the letter")
    case .subjectName: pick(language, "Họ và tên người được hỏi", "The person's name")
    case .subjectBirthDate: pick(language, "Ngày sinh", "Date of birth")
    case .subjectPaper:
      pick(language, "Số định danh, CMND hoặc hộ chiếu", "Identity number or paper")
    case .kind: pick(language, "Loại Phiếu yêu cầu", "Certificate asked for")
    case .bans:
      pick(
        language,
        "Yêu cầu xác nhận nội dung cấm đảm nhiệm chức vụ, thành lập, quản lý doanh nghiệp, "
          + "hợp tác xã (Phiếu số 1)",
        "Confirm bans on office and on founding or managing enterprises (number 1)")
    case .purpose: pick(language, "Mục đích", "Purpose")
    }
  }

  /// What a refusal in writing says was asked for, in the language of the law.
  package static func asked(_ kind: String, letter: String) -> String {
    let number = kind == CertificateKind.number2.rawValue ? "số 2" : "số 1"
    let wanted = "Cung cấp thông tin lý lịch tư pháp \(number)"
    return letter.isEmpty ? wanted : "\(wanted) theo văn bản số \(letter)"
  }

  package static func words(_ body: BodiesMayAsk.Body, in language: Language) -> String {
    switch body {
    case .procedural:
      pick(language, "Cơ quan tiến hành tố tụng (mẫu 05b)", "Body conducting proceedings (05b)")
    case .state: pick(language, "Cơ quan nhà nước (mẫu 05a)", "State body (form 05a)")
    case .political:
      pick(
        language, "Tổ chức chính trị, chính trị - xã hội (mẫu 05a)",
        "Political or socio-political organisation (form 05a)")
    case .other:
      pick(
        language, "Doanh nghiệp, trường học hoặc tổ chức khác", "Company, school or another body")
    }
  }

  package static func words(_ purpose: BodiesMayAsk.Purpose, in language: Language) -> String {
    switch purpose {
    case .proceedings: pick(language, "Điều tra, truy tố, xét xử", "Investigation or trial")
    case .personnel: pick(language, "Quản lý nhân sự", "Managing personnel")
    case .enterpriseRegistration:
      pick(language, "Đăng ký kinh doanh", "Registering an enterprise")
    case .enterpriseManagement:
      pick(
        language, "Thành lập, quản lý doanh nghiệp, hợp tác xã",
        "Founding or managing an enterprise or co-operative")
    case .other: pick(language, "Mục đích khác", "Another purpose")
    }
  }

  package static func words(_ urgency: BodyRequest.Urgency, in language: Language) -> String {
    switch urgency {
    case .ordinary: pick(language, "Bình thường, bằng văn bản", "Ordinary, in writing")
    case .urgent:
      pick(
        language, "Khẩn cấp, bằng điện thoại, fax hoặc cách khác (chỉ tố tụng)",
        "Urgent, by telephone, fax or otherwise (proceedings only)")
    }
  }

  /// Why the request is refused, as the letter says it.
  package static func sentence(_ refusal: BodiesMayAsk.Refusal, in language: Language) -> String {
    switch refusal {
    case .noSuchBody:
      pick(
        language,
        "Chỉ cơ quan tiến hành tố tụng, cơ quan nhà nước, tổ chức chính trị và tổ chức chính trị - "
          + "xã hội mới được yêu cầu Phiếu về người khác; người đó có thể tự yêu cầu Phiếu số 1.",
        "Only bodies conducting proceedings, State bodies and political organisations may ask "
          + "about another; the person can ask for number 1.")
    case .number2IsForProceedings:
      pick(
        language, "Phiếu số 2 chỉ cấp cho cơ quan tiến hành tố tụng và cho chính người đó.",
        "Number 2 is for bodies conducting proceedings and for the person alone.")
    case .number1IsForStateBodies:
      pick(
        language, "Cơ quan tiến hành tố tụng được cấp Phiếu số 2, không phải Phiếu số 1.",
        "Bodies conducting proceedings are given number 2, not number 1.")
    case .purposeNotListed:
      pick(
        language, "Luật không cho cơ quan, tổ chức này yêu cầu Phiếu với mục đích đã nêu.",
        "The law does not let this body ask for the purpose that is named.")
    }
  }
}

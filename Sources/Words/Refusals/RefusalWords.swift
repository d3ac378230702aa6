package import Assessment
package import CaseFile
package import Decision
package import Handover
package import Intake
package import Issuance
package import Vocabulary
import Law

/// The sentences with which a room says no: what is wrong and what to do.
package enum RefusalWords {
  package static func sentence(_ refusal: IntakeRefusal, in language: Language) -> String {
    switch refusal {
    case .notAnIntakeOfficer:
      pick(
        language,
        "Tài khoản của bạn không có vai trò tiếp nhận. Hãy chuyển hồ sơ cho cán bộ tiếp nhận.",
        "Your account does not have the intake role. Hand the case to an intake officer.")
    case .otherAgency: otherAgency(language)
    case .feeOpen:
      pick(
        language, "Hồ sơ chưa nộp phí nên chưa thể tiếp nhận. Hãy chờ cổng thanh toán xác nhận.",
        "The fee is not paid yet. Wait until the payment gateway confirms it.")
    case .feeUnproven:
      pick(
        language, "Chưa có chứng từ thu phí hoặc căn cứ miễn phí. Hãy kiểm tra mục phí của hồ sơ.",
        "There is no receipt and no ground for exemption. Check the fee of the case.")
    case .competentHere:
      pick(
        language, "Không có cơ quan nào khác có thẩm quyền, nên không chuyển hồ sơ.",
        "No other agency is competent, so the case is not forwarded.")
    case .notEntitled:
      pick(
        language,
        "Phiếu số 2 không được yêu cầu thay người khác (Điều 46 khoản 2 Luật 28/2009/QH12). Hãy từ "
          + "chối hồ sơ, nêu căn cứ.",
        "Number 2 cannot be asked for another (Article 46.2, Law 28/2009/QH12). Refuse the case "
          + "and name the ground.")
    case .fieldUndecided:
      pick(
        language, "Người yêu cầu cho rằng dữ liệu đã có là sai. Hãy xem giấy tờ và chọn ai đúng.",
        "The person says that a register is wrong. Look at the paper and say who is right.")
    case .linkUnproven:
      pick(
        language,
        "Quan hệ hoặc việc ủy quyền mới chỉ được khai. Hãy xem giấy tờ chứng minh và xác nhận.",
        "The tie or the authority is only claimed. Look at the paper and confirm it.")
    case .supplementAskedBefore: supplementAskedBefore(language)
    case .supplementReasonMissing:
      pick(
        language, "Hãy chọn ít nhất một lý do và ghi rõ cần bổ sung gì.",
        "Choose a reason from the list and write down what is to be sent.")
    case .supplementAnswerEmpty:
      pick(
        language, "Hãy gửi kèm giấy tờ hoặc viết câu trả lời trước khi nộp phần bổ sung.",
        "Attach a paper or write an answer before you send it.")
    case .dueBeforeAcceptance, .acceptedBeforeLodged:
      pick(
        language, "Ngày tháng của việc tiếp nhận không hợp lý. Hãy kiểm tra đồng hồ của máy chủ.",
        "The days of the acceptance do not fit. Check the server's clock.")
    }
  }

  package static func sentence(_ refusal: AssessmentRefusal, in language: Language) -> String {
    switch refusal {
    case .notAnAssessor:
      pick(
        language, "Tài khoản của bạn không có vai trò thụ lý. Hãy chuyển hồ sơ cho cán bộ thụ lý.",
        "Your account does not have the assessor role. Hand the case to an assessor.")
    case .otherAgency: otherAgency(language)
    case .groundsMissing(let reason): grounds(reason, language)
    case .judgmentsOutOfOrder:
      pick(
        language, "Các bản án phải xếp theo ngày tuyên, cũ trước mới sau. Hãy đổi thứ tự.",
        "Judgments must stand in order of time, the oldest first. Change their order.")
    case .judgmentAfterToday(let index):
      pick(
        language, "Bản án thứ \(index + 1) có ngày tuyên sau hôm nay. Hãy kiểm tra ngày.",
        "Judgment \(index + 1) is dated after today. Check the day.")
    case .judgmentIncomplete(let index, let field):
      pick(
        language,
        "Bản án thứ \(index + 1) còn thiếu: \(name(field, .vietnamese)). Hãy điền theo trích lục.",
        "Judgment \(index + 1) lacks: \(name(field, .english)). Fill it in from the extract.")
    case .recordOfNobody:
      pick(
        language, "Chưa ai xác nhận lý lịch này là của người yêu cầu nên không ghi vào kết luận.",
        "Nobody has confirmed that this record is the applicant's, so it is not concluded from.")
    case .banIncomplete:
      pick(
        language, "Quyết định cấm cần số, ngày (không sau hôm nay) và Tòa án.",
        "The ban needs its decision number, its day (not after today) and the court.")
    case .banUndated:
      pick(
        language,
        "Lý lịch tư pháp có lệnh cấm chưa rõ ngày ra quyết định, nên Phiếu không thể ghi là không "
          + "bị cấm. Hãy gõ lệnh cấm, hoặc đề nghị nơi gửi bổ sung ngày của văn bản.",
        "The record holds a ban whose decision bears no day, so the certificate cannot say that "
          + "there is none. Type the ban, or ask the sender for the document's day.")
    case .factsImpossible, .needsVerification, .recordUnsettled, .overrulingReasonMissing,
      .findingIsNotTheConclusions:
      conclusion(refusal, language)
    }
  }

  package static func sentence(_ refusal: DecisionRefusal, in language: Language) -> String {
    switch refusal {
    case .notALeader:
      pick(
        language, "Tài khoản của bạn không có vai trò lãnh đạo.",
        "Your account does not have the leader role.")
    case .otherAgency: otherAgency(language)
    case .sameOfficer: sameOfficer(language)
    case .bothAnsweredBefore: bothAnsweredBefore(language)
    case .overrulingNotAcknowledged: notAcknowledged(language)
    case .conclusionChanged: conclusionChanged(language)
    }
  }

  package static func sentence(_ refusal: IssuanceRefusal, in language: Language) -> String {
    switch refusal {
    case .signatureMissing:
      pick(
        language, "Phiếu chưa có đủ chữ ký nên chưa được cấp.",
        "The certificate lacks a signature and is not issued.")
    case .digestMalformed:
      pick(
        language, "Tệp của Phiếu không đúng định dạng nên chưa được cấp.",
        "The certificate's file is malformed and is not issued.")
    case .conclusionChanged: conclusionChanged(language)
    }
  }

  package static func sentence(_ refusal: HandoverRefusal, in language: Language) -> String {
    switch refusal {
    case .notTheHolder:
      pick(
        language, "Chỉ người được cấp Phiếu mới nhận được kết quả.",
        "Only the person named in the certificate can receive it.")
    case .chosenOtherwise:
      pick(
        language,
        "Người yêu cầu đã chọn nhận kết quả bằng cách khác. Hãy đổi cách nhận trước.",
        "Another way to receive the result was chosen. Choose this way first.")
    }
  }

  package static func sentence(_ refusal: CaseRefusal, in language: Language) -> String {
    switch refusal {
    case .outOfOrder:
      pick(
        language, "Hồ sơ đã ở bước khác nên không làm được việc này. Hãy tải lại trang hồ sơ.",
        "The case is at another step, so this cannot be done. Load the case's page again.")
    case .sameOfficer: sameOfficer(language)
    case .bothAnsweredBefore: bothAnsweredBefore(language)
    case .overrulingNotAcknowledged: notAcknowledged(language)
    case .supplementAskedBefore: supplementAskedBefore(language)
    case .reappointedBefore:
      pick(
        language, "Cơ quan đã hẹn lại một lần. Không được hẹn lại lần nữa.",
        "Another day was named once. It cannot be done again.")
    case .newDayTooEarly:
      pick(
        language, "Ngày hẹn mới phải sau ngày đã hẹn.",
        "The new day must be after the one that was promised.")
    case .person(let refusal): sentence(refusal, in: language)
    case .revocation(let refusal): sentence(refusal, in: language)
    case .notTheSameCertificate:
      pick(
        language, "Phiếu này không thuộc hồ sơ này.",
        "That certificate does not belong to this case.")
    }
  }

  private static func conclusion(
    _ refusal: AssessmentRefusal, _ language: Language
  ) -> String {
    switch refusal {
    case .factsImpossible(let index, let field):
      pick(
        language,
        "Dữ kiện không thể đúng (\(index.map { "bản án thứ \($0 + 1), " } ?? "")\(field)). "
          + "Hãy kiểm tra các ngày.",
        "The facts cannot be right (\(index.map { "judgment \($0 + 1), " } ?? "")\(field)). "
          + "Check the days.")
    case .needsVerification(let index):
      pick(
        language,
        "Bản án thứ \(index + 1): còn thiếu dữ kiện nên chưa kết luận được. Hãy hỏi cơ quan "
          + "đang giữ, hoặc ghi kết luận của bạn kèm lý do.",
        "Judgment \(index + 1): a fact is missing, so nothing can be concluded. Ask the body "
          + "that holds it, or state your own conclusion with a reason.")
    case .recordUnsettled:
      pick(
        language,
        "Lý lịch tư pháp của người này có giấy tờ chưa rõ thuộc bản án nào. Hãy để cán bộ lý "
          + "lịch tư pháp giải quyết trước.",
        "The record of this person holds documents that are not settled. An officer of records "
          + "must settle them first.")
    case .overrulingReasonMissing(let index):
      pick(
        language, "Bản án thứ \(index + 1): kết luận khác hệ thống phải ghi lý do.",
        "Judgment \(index + 1): a conclusion other than the rules' needs a written reason.")
    case .findingIsNotTheConclusions, .recordOfNobody, .notAnAssessor, .otherAgency,
      .groundsMissing,
      .judgmentsOutOfOrder, .judgmentAfterToday, .judgmentIncomplete, .banIncomplete,
      .banUndated:
      pick(
        language, "Kết quả thẩm tra đã lưu không khớp với kết luận của nó.",
        "The stored finding does not fit what was concluded for it.")
    }
  }

  private static func notAcknowledged(_ language: Language) -> String {
    pick(
      language,
      "Người thẩm tra không theo kết luận của hệ thống. Hãy đọc lý do và đánh dấu đã xem.",
      "The assessor overruled the rules. Read the reason and tick that you have seen it.")
  }

  private static func conclusionChanged(_ language: Language) -> String {
    pick(
      language,
      "Theo ngày hôm nay và giấy tờ mới nhất, kết luận về án tích hoặc lệnh cấm không còn "
        + "như lúc thẩm tra. Hãy chuyển lại người thẩm tra.",
      "By today and by the latest documents the conclusion is no longer what was found. Send the "
        + "case back to the assessor.")
  }

  private static func supplementAskedBefore(_ language: Language) -> String {
    pick(
      language,
      "Cơ quan đã yêu cầu bổ sung một lần và không được yêu cầu lần nữa. Hãy giải quyết với "
        + "những gì đang có, hoặc từ chối theo Điều 49.",
      "This agency has asked once and may not ask again. Go on with what is there, or refuse by "
        + "Article 49.")
  }

  private static func sameOfficer(_ language: Language) -> String {
    pick(
      language, "Người đã thụ lý hồ sơ không được quyết định. Cần một lãnh đạo khác.",
      "The officer who assessed the case cannot decide it. Another leader must.")
  }

  private static func otherAgency(_ language: Language) -> String {
    pick(language, "Không tìm thấy hồ sơ này.", "This case was not found.")
  }

  private static func grounds(
    _ reason: AssessmentRefusal.GroundsReason, _ language: Language
  ) -> String {
    switch reason {
    case .bodyReportedRecord:
      pick(
        language, "Một cơ quan trả lời là có thông tin. Hãy ghi căn cứ của kết luận.",
        "A body reported a record. Write down the grounds of your finding.")
    case .bodyIsDoubtful:
      pick(
        language, "Một cơ quan trả lời chưa chắc chắn. Hãy ghi rõ đã xác minh thế nào.",
        "A body is in doubt. Write down how that was resolved.")
    case .personDeclaredConviction:
      pick(
        language, "Người yêu cầu tự khai có án tích. Hãy ghi căn cứ của kết luận.",
        "The person declared a conviction. Write down the grounds of your finding.")
    case .recordEntered:
      pick(
        language, "Kết luận có án tích hoặc lệnh cấm cần ghi căn cứ.",
        "A finding with a conviction or a ban needs its grounds.")
    }
  }

  private static func name(
    _ field: AssessmentRefusal.JudgmentField, _ language: Language
  ) -> String {
    switch field {
    case .number: pick(language, "số bản án", "the number")
    case .court: pick(language, "Tòa án", "the court")
    case .offence: pick(language, "tội danh", "the offence")
    case .provision: pick(language, "điều khoản áp dụng", "the provision")
    case .principalPenalty: pick(language, "hình phạt chính", "the principal penalty")
    case .execution: pick(language, "tình trạng thi hành án", "the state of execution")
    }
  }

  static func pick(
    _ language: Language, _ vietnamese: String, _ english: String
  ) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}

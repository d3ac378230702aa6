package import Vocabulary

/// The words of a mail: the case's number and the next step, in both languages. There is no way
/// to put an outcome in here.
package struct MailWords: Equatable, Sendable {
  package let subject: String
  package let body: String

  /// - Parameters:
  ///   - number: the case number.
  ///   - step: what happened.
  ///   - address: the case's page, which asks for sign-in.
  ///   - dueOn: the day of the appointment, once there is one; of `supplementDue` the last day of
  ///     the answer.
  package init(number: String, step: MailStep, address: String, dueOn: CivilDate?) {
    let vietnamese = MailWords.vietnamese(step, dueOn)
    let english = MailWords.english(step, dueOn)
    self.subject = "Hồ sơ \(number): \(vietnamese.title)"
    self.body = """
      Hồ sơ số \(number)
      \(vietnamese.title). \(vietnamese.next)
      Xem hồ sơ (cần đăng nhập): \(address)

      Case \(number)
      \(english.title). \(english.next)
      See your case (sign-in needed): \(address)

      Thư này được gửi tự động, xin không trả lời. / This mail is automatic, please do not reply.

      """
  }

  private static func vietnamese(
    _ step: MailStep, _ dueOn: CivilDate?
  ) -> (title: String, next: String) {
    switch step {
    case .lodged: ("Đã nhận tờ khai", "Bước tiếp theo: nộp phí, nếu hồ sơ phải nộp phí.")
    case .feePaid: ("Đã thu phí", "Bước tiếp theo: cán bộ tiếp nhận xem hồ sơ.")
    case .paymentFailed: ("Thanh toán không thành công", "Bạn có thể nộp phí lại.")
    case .accepted:
      ("Hồ sơ được tiếp nhận", "Ngày hẹn trả kết quả: \(dueOn?.vietnamese ?? "sẽ thông báo").")
    case .delayed:
      (
        "Hồ sơ cần xác minh thêm",
        "Lý do và nơi đang được hỏi có trong trang hồ sơ. Ngày hẹn trả kết quả: "
          + "\(dueOn?.vietnamese ?? "sẽ thông báo")."
      )
    case .sentOutside:
      ("Hồ sơ đã chuyển cơ quan có thẩm quyền", "Nơi nhận và giấy báo có trong trang hồ sơ.")
    case .forwarded:
      ("Hồ sơ được chuyển cơ quan khác", "Bước tiếp theo: cơ quan nhận hồ sơ xem hồ sơ.")
    case .refused: ("Hồ sơ không được tiếp nhận", "Lý do có trong trang hồ sơ.")
    case .issued: ("Hồ sơ đã xử lý xong", "Bước tiếp theo: đăng nhập để nhận kết quả.")
    case .supplementAsked:
      (
        "Hồ sơ cần bổ sung",
        "Bước tiếp theo: đăng nhập để xem cần bổ sung gì, vì sao và đến ngày nào, rồi trả lời."
      )
    case .supplementDue:
      (
        "Sắp hết thời hạn bổ sung",
        "Bước tiếp theo: đăng nhập và trả lời chậm nhất ngày "
          + "\(dueOn?.vietnamese ?? "ghi trong trang hồ sơ")."
      )
    case .supplementAnswered:
      (
        "Đã nhận phần bổ sung",
        "Bước tiếp theo: cán bộ xem tiếp hồ sơ."
          + (dueOn.map { " Ngày hẹn trả kết quả: \($0.vietnamese)." } ?? "")
      )
    case .supplementLapsed:
      (
        "Đã hết thời hạn bổ sung",
        "Bước tiếp theo: cán bộ xem tiếp hồ sơ với những gì đang có."
      )
    case .reappointed:
      (
        "Cơ quan xin lỗi và hẹn lại ngày trả kết quả",
        "Phiếu xin lỗi và lý do có trong trang hồ sơ. Ngày hẹn trả kết quả: "
          + "\(dueOn?.vietnamese ?? "sẽ thông báo")."
      )
    case .withdrawn: ("Hồ sơ đã được rút", "Bạn không phải làm gì thêm.")
    case .handedOver: ("Đã trả kết quả", "Cảm ơn bạn đã sử dụng dịch vụ.")
    case .revoked:
      ("Cơ quan đã thu hồi kết quả", "Lý do và việc có thể làm có trong trang hồ sơ.")
    case .disputeAnswered:
      ("Đã có trả lời cho ý kiến của bạn", "Nội dung trả lời có trong trang hồ sơ.")
    }
  }

  private static func english(
    _ step: MailStep, _ dueOn: CivilDate?
  ) -> (title: String, next: String) {
    switch step {
    case .lodged: ("Your declaration was received", "Next: pay the fee, if one is due.")
    case .feePaid: ("The fee was received", "Next: an officer looks at your case.")
    case .paymentFailed: ("The payment did not succeed", "You can pay again.")
    case .accepted:
      ("Your case was accepted", "Result due on \(dueOn?.vietnamese ?? "a day to be told").")
    case .delayed:
      (
        "Your case needs further checks",
        "The reason and who is asked are on the case's page. Result due on "
          + "\(dueOn?.vietnamese ?? "a day to be told")."
      )
    case .sentOutside:
      ("Your case was sent to the competent agency", "Where and why is on the case's page.")
    case .forwarded:
      ("Your case was forwarded", "Next: an officer of the receiving agency looks at it.")
    case .refused: ("Your case was not accepted", "The reason is on the case's page.")
    case .issued: ("Your case is finished", "Next: sign in to receive the result.")
    case .supplementAsked:
      (
        "Your case needs a supplement",
        "Next: sign in to see what is asked, why and until when, and answer."
      )
    case .supplementDue:
      (
        "The time for the supplement ends soon",
        "Next: sign in and answer by \(dueOn?.vietnamese ?? "the day on the case's page")."
      )
    case .supplementAnswered:
      (
        "Your supplement was received",
        "Next: an officer goes on with your case."
          + (dueOn.map { " Result due on \($0.vietnamese)." } ?? "")
      )
    case .supplementLapsed:
      (
        "The time for the supplement has passed",
        "Next: an officer goes on with what is there."
      )
    case .reappointed:
      (
        "The agency apologises and names another day",
        "The letter and the reason are on the case's page. Result due on "
          + "\(dueOn?.vietnamese ?? "a day to be told")."
      )
    case .withdrawn: ("Your case was withdrawn", "There is nothing more to do.")
    case .handedOver: ("The result was handed over", "Thank you for using the service.")
    case .revoked:
      ("The result was revoked", "Why, and what you can do, is on the case's page.")
    case .disputeAnswered: ("Your objection was answered", "The answer is on the case's page.")
    }
  }
}

/// What a mail can be about.
package enum MailStep: String, Sendable, CaseIterable {
  case lodged, feePaid, paymentFailed, accepted, forwarded, sentOutside, delayed, refused, issued
  case withdrawn, handedOver, disputeAnswered, revoked, reappointed
  case supplementAsked, supplementDue, supplementAnswered, supplementLapsed
}

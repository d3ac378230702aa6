package import Vocabulary

/// The words of the one mail about an application that was begun and left alone. It says nothing
/// of what was typed.
package struct DraftMailWords: Equatable, Sendable {
  package let subject: String
  package let body: String

  /// - Parameters:
  ///   - address: the draft's page, which asks for sign-in.
  ///   - keptUntil: the day after which it is deleted unless it is saved again.
  package init(address: String, keptUntil: CivilDate) {
    self.subject = "Tờ khai xin Phiếu lý lịch tư pháp chưa nộp"
    self.body = """
      Bạn có một tờ khai đã lưu mà chưa nộp. Nếu không lưu lại hoặc nộp trước ngày \
      \(keptUntil.vietnamese), tờ khai sẽ bị xóa. Không cần nữa thì bạn không phải làm gì.
      Tiếp tục (cần đăng nhập): \(address)

      You have saved a declaration and not lodged it. Unless you save or lodge it before \
      \(keptUntil.vietnamese), it is deleted. If you do not need it, there is nothing to do.
      Continue (sign-in needed): \(address)

      Thư này được gửi tự động, một lần. / This mail is automatic and is sent once.

      """
  }
}

package import CaseFile
package import Law
package import Vocabulary

/// Which agency a file went to, why and how, on papers and pages.
package enum CompetenceWords {
  package static func name(
    _ destination: Departure.Destination, in language: Language
  ) -> String {
    switch destination {
    case .province(let name):
      pick(
        language, "Cơ quan cấp Phiếu lý lịch tư pháp của \(name)",
        "The certificate agency of \(name)")
    case .nationalCentre:
      pick(
        language, "Cơ quan quản lý cơ sở dữ liệu lý lịch tư pháp trung ương",
        "The national judicial records centre")
    }
  }

  package static func sentence(_ reason: Competence.Reason, in language: Language) -> String {
    switch reason {
    case .permanentResidence:
      pick(
        language, "Thẩm quyền theo nơi thường trú đã khai", "By the permanent residence declared")
    case .temporaryResidence:
      pick(
        language, "Không có nơi thường trú: thẩm quyền theo nơi tạm trú đã khai",
        "No permanent residence: by the temporary residence declared")
    case .residenceBeforeLeaving:
      pick(
        language, "Thẩm quyền theo nơi cư trú trước khi xuất cảnh",
        "By the residence before leaving the country")
    case .foreignerLeft:
      pick(
        language, "Người nước ngoài đã rời Việt Nam", "A foreigner who has left Vietnam")
    case .noResidence:
      pick(
        language, "Không xác định được nơi thường trú hoặc tạm trú",
        "No permanent or temporary residence can be determined")
    }
  }

  package static func words(_ way: CaseEvent.SendingWay, in language: Language) -> String {
    switch way {
    case .paper: pick(language, "Bằng văn bản giấy", "On paper")
    case .message: pick(language, "Qua hệ thống thông tin", "By message")
    }
  }

  /// What becomes of the fee when a file leaves.
  package static func money(owedBack: Dong, in language: Language) -> String {
    owedBack == .zero
      ? pick(
        language, "Không có khoản phí phải hoàn tại cơ quan này",
        "There is no fee to be paid back here")
      : pick(
        language, "Cơ quan này phải hoàn lại \(owedBack); cơ quan nhận hồ sơ thu phí của mình",
        "\(owedBack) is owed back here; the receiving agency takes its own fee")
  }
}

package import Law

/// Words of the statutory papers, in the language of the law: who hands a file on, to whom, and
/// whether in time.
package enum FormWords {
  /// Who has a file in hand between two steps.
  package enum Hand: Equatable, Sendable, CaseIterable {
    case applicant
    case reception
    case assessment
    case leader
    case issuing
    case returning
    case otherAgency
  }

  package static func words(_ hand: Hand) -> String {
    switch hand {
    case .applicant: "Người nộp hồ sơ"
    case .reception: "Bộ phận tiếp nhận"
    case .assessment: "Cán bộ thụ lý"
    case .leader: "Lãnh đạo"
    case .issuing: "Bộ phận phát hành"
    case .returning: "Bộ phận trả kết quả"
    case .otherAgency: "Cơ quan có thẩm quyền"
    }
  }

  package static func words(_ timeliness: Timeliness) -> String {
    switch timeliness {
    case .early: "Trước hạn"
    case .onTime: "Đúng hạn"
    case .late: "Quá hạn"
    }
  }

  /// The head of the register as a table.
  package static let registerHead = [
    "TT", "Mã hồ sơ", "Tên thủ tục hành chính", "Số bộ", "Tên cá nhân, tổ chức", "Địa chỉ",
    "Số điện thoại", "Nhận hồ sơ", "Hẹn trả", "Trả kết quả", "Phương thức nhận kết quả",
    "Ghi chú",
  ]
}

package import Vocabulary

/// Why a card's QR could not be used, in words. The way out is always to type.
package enum CardWords {
  package static func sentence(_ refusal: CardRefusal, in language: Language) -> String {
    switch language {
    case .vietnamese: "\(vietnamese(refusal)) Hãy tự điền các mục."
    case .english: "\(english(refusal)) Please type the fields."
    }
  }

  private static func vietnamese(_ refusal: CardRefusal) -> String {
    switch refusal {
    case .tooLong(let limit): "Mã QR dài hơn \(limit) byte, không phải của thẻ căn cước."
    case .tooFewFields(let count): "Mã QR có \(count) mục; thẻ căn cước có ít nhất 7."
    case .nationalID, .oldNumber: "Số giấy tờ trong mã QR không đúng dạng."
    case .name: "Họ tên trong mã QR có ký tự không dùng trong họ tên."
    case .birthDate: "Ngày sinh trong mã QR không có trong lịch."
    case .sex: "Giới tính trong mã QR không phải Nam hoặc Nữ."
    case .residence: "Địa chỉ trong mã QR có ký tự không dùng được."
    case .issueDate: "Ngày cấp trong mã QR không đọc được (địa chỉ có thể chứa dấu “|”)."
    }
  }

  private static func english(_ refusal: CardRefusal) -> String {
    switch refusal {
    case .tooLong(let limit): "The QR has more than \(limit) bytes; it is no citizen card's."
    case .tooFewFields(let count): "The QR has \(count) fields; a citizen card's has at least 7."
    case .nationalID, .oldNumber: "A number in the QR does not have the right form."
    case .name: "The name in the QR has characters that names do not have."
    case .birthDate: "The day of birth in the QR is not in the calendar."
    case .sex: "The sex in the QR is neither Nam nor Nữ."
    case .residence: "The address in the QR has characters that cannot be used."
    case .issueDate: "The day of issue in the QR cannot be read (the address may hold a “|”)."
    }
  }
}

package import Records
package import Vocabulary

/// Labels of the officer's form for suppliers' documents, and why a field is not taken.
package enum DocumentFieldWords {
  package static func title(_ section: DocumentSection, in language: Language) -> String {
    let pair =
      switch section.name {
      case .document: Pair("Văn bản", "The document")
      case .person: Pair("Người được nêu trong văn bản", "The person it names")
      case .judgment: Pair("Bản án", "The judgment")
      case .appealOf: Pair("Bản án sơ thẩm bị kháng cáo, kháng nghị", "The judgment appealed")
      case .offence: Pair("Tội danh", "Offence")
      case .principal: Pair("Hình phạt chính", "Principal penalty")
      case .supplementary: Pair("Hình phạt bổ sung", "Supplementary penalties")
      case .obligation: Pair("Án phí, nghĩa vụ dân sự", "Court fees and civil obligations")
      case .about: Pair("Bản án liên quan", "The judgment it is about")
      case .executed: Pair("Phần đã thi hành", "Part executed")
      case .change: Pair("Nội dung", "What it decides")
      case .reconsideration: Pair("Kết quả xét lại", "The outcome")
      case .ban: Pair("Nội dung cấm", "The ban")
      case .correction: Pair("Đính chính văn bản trước (nếu có)", "Corrects an earlier document")
      }
    return section.number > 0 ? "\(pair[language]) \(section.number)" : pair[language]
  }

  package static func label(_ pattern: String, in language: Language) -> String {
    (labels[pattern] ?? labels[lastWord(of: pattern)] ?? Pair(pattern, pattern))[language]
  }

  private static func lastWord(of pattern: String) -> String {
    pattern.split(separator: ".").last.map(String.init) ?? pattern
  }

  private static let labels: [String: Pair] = [
    "issuer": Pair("Cơ quan ban hành", "Issuer"), "number": Pair("Số", "Number"),
    "issuedOn": Pair("Ngày ban hành", "Issued on"),
    "effectiveOn": Pair("Ngày có hiệu lực", "In effect from"),
    "receivedOn": Pair("Ngày nhận", "Received on"), "note": Pair("Ghi chú", "Note"),
    "person.name": Pair("Họ và tên", "Name"),
    "person.otherNames": Pair("Tên gọi khác", "Other names"),
    "person.born": Pair("Ngày, tháng, năm sinh (hoặc năm)", "Birth date (or year)"),
    "person.sex": Pair("Giới tính", "Sex"),
    "person.numbers": Pair("Số định danh, CMND, hộ chiếu", "Identity numbers, old ones too"),
    "person.father": Pair("Họ tên cha", "Father"), "person.mother": Pair("Họ tên mẹ", "Mother"),
    "person.spouse": Pair("Họ tên vợ hoặc chồng", "Spouse"),
    "person.birthPlace": Pair("Nơi sinh", "Place of birth"),
    "person.residences": Pair("Nơi cư trú", "Residences"),
    "offences[].words": Pair("Tội danh", "Offence in words"),
    "code": Pair("Bộ luật", "Code"), "article": Pair("Điều", "Article"),
    "clause": Pair("Khoản", "Clause"), "point": Pair("Điểm", "Point"),
    "gravity": Pair("Loại tội phạm", "Class"), "fault": Pair("Lỗi", "Fault"),
    "committedOn": Pair("Ngày phạm tội", "Day of the act"),
    "kind": Pair("Loại", "Kind"), "words": Pair("Nội dung theo văn bản", "In the paper's words"),
    "months": Pair("Thời hạn (tháng)", "Term in months"),
    "probationMonths": Pair("Thử thách (tháng)", "Probation in months"),
    "probationEndsOn": Pair("Ngày hết thử thách", "Probation ends on"),
    "part": Pair("Phần của bản án", "Part of the judgment"),
    "state": Pair("Tình trạng", "State"), "on": Pair("Ngày", "Day"),
    "court": Pair("Tòa án", "Court"), "outcome": Pair("Kết quả", "Outcome"),
    "ban.office": Pair("Chức vụ bị cấm", "Office that is banned"),
    "ban.term": Pair("Thời hạn cấm", "Term of the ban"),
    "ban.until": Pair("Cấm đến hết ngày", "Last day of the ban"),
    "supplementary": Pair("Văn bản ghi thế nào", "What the paper says"),
    "obligations": Pair("Văn bản ghi thế nào", "What the paper says"),
  ]

  package static func sentence(
    _ reason: DocumentRefusal.Reason, in language: Language
  ) -> String {
    let pair =
      switch reason {
      case .notJSON, .unknownKey, .doubleKey, .notAnObject, .notAList, .tooLarge:
        Pair("Không đọc được.", "It cannot be read.")
      case .missing, .empty: Pair("Còn thiếu. Hãy điền.", "This is missing. Fill it in.")
      case .notText, .text, .notUTF8:
        Pair("Có ký tự không dùng được.", "It has a character that cannot be used.")
      case .notANumber: Pair("Hãy ghi một số.", "Write a whole number.")
      case .notADay:
        Pair("Không phải một ngày. Ghi như 31/01/2020.", "Not a day. Write it as 31/01/2020.")
      case .notABirthDate:
        Pair("Ghi ngày, tháng/năm hoặc năm sinh.", "Write a day, month/year or a year.")
      case .unknownWord: Pair("Hãy chọn trong danh sách.", "Choose from the list.")
      case .notAnIdentityNumber:
        Pair(
          "Số gồm 9 hoặc 12 chữ số; hộ chiếu 6 đến 20 chữ hoa và số.",
          "A number has 9 or 12 digits; a passport 6 to 20 capitals and digits.")
      case .tooLong(let limit):
        Pair("Dài quá \(limit) ký tự.", "Longer than \(limit) characters.")
      case .tooMany(let limit): Pair("Nhiều quá \(limit) mục.", "More than \(limit).")
      case .outOfRange(let least, let most):
        Pair("Phải từ \(least) đến \(most).", "It must be from \(least) to \(most).")
      case .after(let other):
        Pair(
          "Ngày này không thể sau: \(label(other, in: .vietnamese)).",
          "This cannot lie after: \(label(other, in: .english)).")
      case .noneAndSome:
        Pair(
          "Đã chọn không có, nhưng bên dưới lại ghi. Hãy bỏ một trong hai.",
          "It says that there are none, and some are written below. Take one away.")
      case .receiversToSay:
        Pair("Ngày nhận do nơi nhận ghi.", "The day of receipt is the receiver's to say.")
      case .notThisSuppliers:
        Pair("Nơi gửi không được gửi nội dung này.", "The sender may not file this.")
      case .notOfThisKind:
        Pair("Không ghi ở loại văn bản này.", "Not for this kind of document.")
      }
    return pair[language]
  }
}

package import Records
package import Vocabulary

/// What is asked about a record, and what it lacks.
package enum RecordQuestionWords {
  /// A question by its subject, such as `completion.principal@12`.
  package static func title(_ subject: String, in language: Language) -> String {
    let words = subject.split(separator: "@").first.map(String.init) ?? subject
    return pair(words)[language]
  }

  private static func pair(_ subject: String) -> Pair {
    switch subject {
    case "stray":
      Pair(
        "Văn bản nói về một bản án chưa có trong hồ sơ",
        "The document is about a judgment that the record does not have")
    case "person.born": Pair("Ngày sinh khác nhau", "Birth dates differ")
    case "person.name": Pair("Họ tên khác nhau", "Names differ")
    case "person.sex": Pair("Giới tính khác nhau", "Sexes differ")
    case "judgment.pronouncedOn": Pair("Ngày tuyên án khác nhau", "Judgment days differ")
    case "judgment.effectiveOn": Pair("Ngày có hiệu lực khác nhau", "Days of effect differ")
    case "judgment.offences": Pair("Tội danh khác nhau", "Offences differ")
    case "judgment.principal": Pair("Hình phạt chính khác nhau", "Principal penalties differ")
    case "judgment.supplementary":
      Pair("Hình phạt bổ sung khác nhau", "Supplementary penalties differ")
    case "judgment.obligations": Pair("Nghĩa vụ khác nhau", "Obligations differ")
    case "day.expungement": Pair("Ngày xóa án tích khác nhau", "Days of expungement differ")
    case "day.annulment": Pair("Ngày hủy bản án khác nhau", "Days of annulment differ")
    case "day.generalAmnesty": Pair("Ngày đại xá khác nhau", "Days of amnesty differ")
    case "day.limitation": Pair("Ngày hết thời hiệu khác nhau", "Limitation days differ")
    default: completion(subject)
    }
  }

  private static func completion(_ subject: String) -> Pair {
    let place = String(subject.dropFirst("completion.".count))
    guard subject.hasPrefix("completion."), let part = JudgmentPart(place) else {
      return Pair(subject, subject)
    }
    return Pair(
      "Ngày thi hành xong khác nhau: \(RecordPartWords.words(part, in: .vietnamese))",
      "Days of completion differ: \(RecordPartWords.words(part, in: .english))")
  }

  package static func gap(_ what: RecordGap.What, in language: Language) -> String {
    let pair =
      switch what {
      case .birthDay: Pair("Ngày sinh", "The day of birth")
      case .judgmentDay: Pair("Ngày tuyên án", "The day of the judgment")
      case .effectiveDay: Pair("Ngày bản án có hiệu lực", "The day of its legal effect")
      case .offenceDay(let index):
        Pair("Ngày phạm tội (tội \(index + 1))", "The day of the act (offence \(index + 1))")
      case .offenceProvision(let index):
        Pair(
          "Điều luật áp dụng theo Bộ luật 1999 hoặc 2015 (tội \(index + 1))",
          "The provision of the Code of 1999 or 2015 (offence \(index + 1))")
      case .penaltyKind: Pair("Loại hình phạt chính", "The kind of principal penalty")
      case .penaltyTerm: Pair("Thời hạn hình phạt", "The term of the penalty")
      case .supplementary:
        Pair("Có hình phạt bổ sung hay không", "Whether there are supplementary penalties")
      case .openQuestion(let subject):
        Pair(
          "Câu hỏi chưa trả lời: \(title(subject, in: .vietnamese))",
          "An open question: \(title(subject, in: .english))")
      }
    return pair[language]
  }

  package static func source(
    _ source: FilingSource, officer: String?, in language: Language
  ) -> String {
    let pair =
      switch source {
      case .hand: Pair("nhập tay: \(officer ?? "–")", "typed by \(officer ?? "–")")
      case .file(let digest, let line):
        Pair(
          "tệp \(digest.prefix(8)), dòng \(line)", "file \(digest.prefix(8)), line \(line)")
      case .message(let sender): Pair("bản tin: \(sender)", "message from \(sender)")
      case .planted: Pair("dữ liệu bản thử", "the demo's data")
      }
    return pair[language]
  }
}

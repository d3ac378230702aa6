package import Law
package import Vocabulary

/// Why a line of `lylich expungement` was refused, and what to do.
package enum FlawWords {
  package static func sentence(
    _ reason: HistoryFlaw.Reason, in language: Language
  ) -> String {
    switch reason {
    case .dayBeforeCode2015:
      pick(
        language, "Ngày xem xét phải từ 2018-01-01, khi BLHS 2015 có hiệu lực.",
        "The day must be 2018-01-01 or later, when the Code of 2015 was in force.")
    case .noOffence:
      pick(
        language, "Bản án phải có ít nhất một tội. Hãy bổ sung theo trích lục.",
        "A judgment has at least one offence. Add it from the extract.")
    case .idTwice:
      pick(
        language, "Mã bản án này đã dùng cho bản án khác trong dòng. Hãy đặt mã khác.",
        "Another judgment of this line has this id. Give it one of its own.")
    case .actBeforeFourteen:
      pick(
        language, "Hành vi trước khi đủ 14 tuổi. Hãy kiểm tra ngày sinh và ngày phạm tội.",
        "The act lies before the fourteenth birthday. Check the birth date and the act's day.")
    case .actAfterJudgment:
      pick(
        language, "Hành vi sau ngày tuyên án. Hãy kiểm tra hai ngày này.",
        "The act lies after the judgment. Check the two days.")
    case .effectBeforeJudgment:
      pick(
        language, "Ngày có hiệu lực trước ngày tuyên án. Hãy kiểm tra hai ngày này.",
        "The judgment takes effect before its own day. Check the two days.")
    case .missing:
      pick(language, "Thiếu trường này. Hãy bổ sung.", "This field is missing. Add it.")
    case .unknownKey:
      pick(
        language, "Không có trường nào tên như vậy. Hãy kiểm tra chính tả.",
        "There is no such field. Check its spelling.")
    case .keyTwice:
      pick(
        language, "Trường này có hai lần. Hãy giữ lại một.",
        "This field stands here twice. Keep one of them.")
    case .wrongKind(let expected): wrongKind(expected, language)
    case .notAChoice:
      pick(
        language, "Giá trị này không thuộc danh sách cho phép. Xem docs/expungement.md.",
        "This is none of the values allowed. See docs/expungement.md.")
    case .notADay:
      pick(
        language, "Không có ngày này. Ngày phải viết YYYY-MM-DD và có trong lịch.",
        "There is no such day. A day is written YYYY-MM-DD and exists in the calendar.")
    case .notACount:
      pick(
        language, "Phải là số nguyên dương, viết bằng chữ số, không có dấu thập phân hoặc số mũ.",
        "It must be a whole number above zero, in digits, without point or exponent.")
    case .notJSON(let byte):
      pick(
        language, "Dòng này không phải JSON, từ byte thứ \(byte).",
        "This line is no JSON, from byte \(byte) on.")
    case .notUTF8: pick(language, "Dòng này không phải UTF-8.", "This line is not UTF-8.")
    case .tooLong(let limit):
      pick(
        language, "Dòng này dài quá \(limit) byte. Hãy kiểm tra dấu xuống dòng.",
        "This line is longer than \(limit) bytes. Check the line ends.")
    }
  }

  private static func wrongKind(
    _ expected: HistoryFlaw.Expected, _ language: Language
  ) -> String {
    switch expected {
    case .object:
      pick(language, "Phải là một đối tượng JSON {…}.", "It must be a JSON object {…}.")
    case .list:
      pick(
        language, "Phải là một danh sách JSON […]; nếu không có thì bỏ trường này, không ghi null.",
        "It must be a JSON list […]; where there is none, leave it out instead of null.")
    case .text: pick(language, "Phải là một chuỗi ký tự.", "It must be a text.")
    case .number: pick(language, "Phải là một số nguyên dương.", "It must be a number above zero.")
    case .day: pick(language, "Phải là một ngày, viết YYYY-MM-DD.", "It must be a day, YYYY-MM-DD.")
    case .completion:
      pick(
        language, "Phải là một ngày YYYY-MM-DD, \"no\" hoặc \"unknown\".",
        "It must be a day YYYY-MM-DD, \"no\" or \"unknown\".")
    }
  }
}

package import Law
package import Vocabulary

/// Why a change of the rules cannot be made, and what to do.
package enum RuleChangeWords {
  package static func sentence(_ refusal: RuleChangeRefusal, in language: Language) -> String {
    words(refusal)[language]
  }

  private static func words(_ refusal: RuleChangeRefusal) -> Bilingual {
    switch refusal {
    case .rowUnknown:
      Bilingual(
        vi: "Không còn dòng này trong bảng. Hãy mở lại bảng và đề nghị lại.",
        en: "The row is not in the table any more. Open the table again.")
    case .endsBeforeItBegins:
      Bilingual(
        vi: "Ngày kết thúc ở trước ngày bắt đầu. Hãy kiểm tra ngày.",
        en: "It would end before it begins. Check the day.")
    case .alreadyEnded(let day):
      Bilingual(
        vi: "Dòng này đã hết hiệu lực ngày \(day.vietnamese). Chỉ có thể chọn ngày sớm hơn.",
        en: "The row already ends on \(day.vietnamese). Only an earlier day can be chosen.")
    case .overlaps(let rows):
      Bilingual(
        vi: "Hai dòng về cùng một việc trùng ngày nhau (\(rows)). Hãy cho dòng cũ hết hiệu lực.",
        en: "Two rows about one thing hold on the same day (\(rows)). End the older one.")
    case .unreadable(let place):
      Bilingual(
        vi: "Có giá trị không đúng dạng: \(place). Hãy sửa lại.",
        en: "A value is not of the right form: \(place). Correct it.")
    case .incomplete(let lack):
      Bilingual(
        vi: "Sau thay đổi này sẽ có ngày thiếu quy định (\(lack)). Hãy thay thế thay vì kết thúc.",
        en: "With this change some day would lack a rule (\(lack)). Replace the row instead.")
    case .nothingChanges:
      Bilingual(
        vi: "Không có gì thay đổi. Hãy sửa ít nhất một giá trị.",
        en: "Nothing would change. Change at least one value.")
    }
  }

  /// What is wrong with a line of a calendar sheet.
  package static func sentence(_ lack: CalendarSheet.Lack, in language: Language) -> String {
    let reason = words(lack.reason)[language]
    switch language {
    case .vietnamese: return "Dòng \(lack.line): \(reason)"
    case .english: return "Line \(lack.line): \(reason)"
    }
  }

  private static func words(_ reason: CalendarSheet.Lack.Reason) -> Bilingual {
    switch reason {
    case .columns:
      Bilingual(
        vi: "cần bốn cột: \(CalendarSheet.header)", en: "four columns: \(CalendarSheet.header)")
    case .unknownWord:
      Bilingual(
        vi: "cột đầu phải là year, tet, nationalDay hoặc swap",
        en: "the first column is year, tet, nationalDay or swap")
    case .noDay:
      Bilingual(
        vi: "ngày viết dạng 2027-02-05, năm viết dạng 2027",
        en: "days are written 2027-02-05, years 2027")
    case .noSource: Bilingual(vi: "thiếu nguồn", en: "the source is missing")
    case .notAWorkingDay:
      Bilingual(vi: "ngày nghỉ hoán đổi phải là ngày làm việc", en: "the day off is no working day")
    case .notARestDay:
      Bilingual(vi: "ngày làm bù phải là ngày nghỉ", en: "the day worked instead is no day off")
    case .notAHoliday:
      Bilingual(
        vi: "ngày đầu kỳ nghỉ phải ở trong bốn ngày trước ngày lễ",
        en: "the first day off lies within four days before the holiday")
    case .alreadyThere: Bilingual(vi: "đã có trong bảng", en: "it is in the table already")
    }
  }
}

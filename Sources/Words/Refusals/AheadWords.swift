package import Vocabulary

/// What this program says, in the file, of a body's answer that it cannot take as it is. Officers
/// read it, and letters are written in Vietnamese.
package enum AheadWords {
  /// The answer bears a day that has not come.
  package static func ahead(of day: CivilDate) -> String {
    "Trả lời ghi ngày \(day.vietnamese), là ngày chưa đến: chưa dùng được, cần hỏi lại."
  }
}

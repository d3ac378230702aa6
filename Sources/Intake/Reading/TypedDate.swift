import Vocabulary

/// Days and months as people type them.
///
/// Days: `d/m/yyyy`, `d-m-yyyy`, `d.m.yyyy`, `yyyy-mm-dd`. Months: `m/yyyy`, `m-yyyy`, `yyyy-mm`.
/// Years have four digits, so that nobody is born in the year 90.
enum TypedDate: Equatable {
  case day(year: Int, month: Int, day: Int)
  case month(year: Int, month: Int)
  case year(Int)

  /// Nil where the text has none of these forms. Whether the day exists is another question.
  init?(_ typed: String) {
    guard typed.utf8.count <= 60 else { return nil }
    let text = typed.filter { !$0.isWhitespace }
    let separators = Set(text.filter { "/-.".contains($0) })
    guard separators.count <= 1 else { return nil }
    let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    guard parts.allSatisfy({ part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      return nil
    }
    let widths = parts.map(\.utf8.count)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return nil }
    switch widths.count {
    case 1 where widths[0] == 4: self = .year(numbers[0])
    case 2 where widths[0] <= 2 && widths[1] == 4:
      self = .month(year: numbers[1], month: numbers[0])
    case 2 where widths[0] == 4 && widths[1] <= 2:
      self = .month(year: numbers[0], month: numbers[1])
    case 3 where widths[0] <= 2 && widths[1] <= 2 && widths[2] == 4:
      self = .day(year: numbers[2], month: numbers[1], day: numbers[0])
    case 3 where widths[0] == 4 && widths[1] <= 2 && widths[2] <= 2:
      self = .day(year: numbers[0], month: numbers[1], day: numbers[2])
    default: return nil
    }
  }

  /// A birth date, or nil where the calendar has no such day or month.
  var birth: BirthDate? {
    switch self {
    case .day(let year, let month, let day):
      CivilDate(year: year, month: month, day: day).map(BirthDate.day)
    case .month(let year, let month):
      YearMonth(year: year, month: month).map { .month(year: $0.year, month: $0.month) }
    case .year(let year):
      YearMonth(year: year, month: 1).map { .year($0.year) }
    }
  }
}

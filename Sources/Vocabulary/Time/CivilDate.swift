/// A day of the Vietnamese civil (Gregorian) calendar, with no hour and no zone.
///
/// Days are counted by the proleptic Gregorian rule, which Vietnam's legal time follows.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  public let dayNumber: Int

  @inlinable
  public init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// The day, or nil where the calendar has none (31 February, month 13, year outside 1...9999).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= CivilDate.daysIn(month: month, of: year) else { return nil }
    self.dayNumber = CivilDate.number(year: year, month: month, day: day)
  }

  /// A day written in code. A day that does not exist is our mistake and stops the program.
  public init(_ year: Int, _ month: Int, _ day: Int) {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("there is no day \(year)-\(month)-\(day)")
    }
    self = date
  }

  /// `YYYY-MM-DD`, exactly; nil for anything else.
  public init?(iso: String) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  @inlinable
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}

extension CivilDate {
  package enum Weekday: Int, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
  }

  /// 1970-01-01 was a Thursday.
  package var weekday: Weekday {
    let index = ((dayNumber + 3) % 7 + 7) % 7
    guard let weekday = Weekday(rawValue: index + 1) else {
      preconditionFailure("a week has seven days")
    }
    return weekday
  }

  package func adding(days: Int) -> CivilDate {
    CivilDate(dayNumber: dayNumber + days)
  }

  /// The same day of the month `months` later; where that month is shorter, its last day
  /// (Civil Code 2015, Article 148.2: a month without the corresponding day ends the term
  /// on its last day).
  package func adding(months: Int) -> CivilDate {
    let parts = self.parts
    let count = parts.year * 12 + (parts.month - 1) + months
    let year = count >= 0 ? count / 12 : (count - 11) / 12
    let month = count - year * 12 + 1
    let day = min(parts.day, CivilDate.daysIn(month: month, of: year))
    return CivilDate(dayNumber: CivilDate.number(year: year, month: month, day: day))
  }

  /// The same day and month `years` later; 29 February becomes 28 February where there is none.
  package func adding(years: Int) -> CivilDate {
    adding(months: years * 12)
  }

  /// `YYYY-MM-DD`.
  package var iso: String {
    let parts = self.parts
    return "\(padded(parts.year, to: 4))-\(padded(parts.month, to: 2))-\(padded(parts.day, to: 2))"
  }

  /// `dd/mm/yyyy`, as Vietnamese documents write a day.
  package var vietnamese: String {
    let parts = self.parts
    guard (0...9999).contains(parts.year) else {
      return "\(padded(parts.day, to: 2))/\(padded(parts.month, to: 2))/\(parts.year)"
    }
    // Explanations are written by the hundred thousand, each with a dozen days.
    return String(unsafeUninitializedCapacity: 10) { letters in
      func put(_ value: Int, at place: Int) {
        letters[place] = UInt8(ascii: "0") + UInt8(value / 10)
        letters[place + 1] = UInt8(ascii: "0") + UInt8(value % 10)
      }
      put(parts.day, at: 0)
      letters[2] = UInt8(ascii: "/")
      put(parts.month, at: 3)
      letters[5] = UInt8(ascii: "/")
      put(parts.year / 100, at: 6)
      put(parts.year % 100, at: 8)
      return 10
    }
  }

  /// `yyMMdd`, as case numbers and foreign formats write it.
  package var compact: String {
    let parts = self.parts
    return padded(parts.year % 100, to: 2) + padded(parts.month, to: 2) + padded(parts.day, to: 2)
  }

  package var year: Int { parts.year }
  package var month: Int { parts.month }
  package var day: Int { parts.day }

  /// Year, month and day by Howard Hinnant's days-to-civil algorithm (public domain).
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  package static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension CivilDate: CustomStringConvertible {
  public var description: String { iso }
}

extension CivilDate: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CivilDate(iso: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a day must be written YYYY-MM-DD")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

/// `value` in decimal with leading zeros to at least `width` digits.
package func padded(_ value: Int, to width: Int) -> String {
  let digits = String(value)
  guard digits.utf8.count < width else { return digits }
  return String(repeating: "0", count: width - digits.utf8.count) + digits
}

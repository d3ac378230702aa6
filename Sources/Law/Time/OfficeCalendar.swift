package import Vocabulary

/// The days the State's offices work, from `Resources/calendar.json`.
package enum OfficeCalendar {
  /// Read and computed at the first use, then kept: the file comes with the program.
  package static func load() throws(Fault) -> WorkingCalendar {
    try bundled.get()
  }

  private static let bundled = Result { () throws(Fault) in
    calendar(of: try LawFile.read("calendar", as: CalendarFile.self))
  }

  /// The words for a holiday's code, for the page that explains a date.
  package static func holidayNames() throws(Fault) -> [String: Bilingual] {
    let file = try LawFile.read("calendar", as: CalendarFile.self)
    return Dictionary(file.holidays.map { ($0.row.code, $0.row.name) }) { first, _ in first }
  }

  static func calendar(
    of file: CalendarFile, saturdays: [Dated<SaturdayHours>] = []
  ) -> WorkingCalendar {
    let applied = file.holidays.filter { $0.row.standing == .law }
    var announcements: [CivilDate: WorkingCalendar.Announcement] = [:]
    for swap in file.swaps {
      announcements[swap.row.off] = .off(workedOn: swap.row.worked)
      announcements[swap.row.worked] = .worked(insteadOf: swap.row.off)
    }
    return WorkingCalendar(
      weeklyRest: [.saturday, .sunday],
      holidays: applied.map { holiday($0, placements: file.placements) },
      announcements: announcements,
      announcedYears: Set(file.announcedYears.map(\.row.year)),
      saturdays: saturdays.map { dated in
        let standing: WorkingCalendar.SaturdayMorning.Standing =
          switch dated.row.counts {
          case .restDay: .restDay
          case .workingDay: .workingDay
          }
        return .init(
          period: dated.period, opens: dated.row.opens, closes: dated.row.closes,
          standing: standing)
      })
  }

  private static func holiday(
    _ dated: Dated<CalendarFile.HolidayRow>, placements: [Dated<CalendarFile.PlacementRow>]
  ) -> WorkingCalendar.Holiday {
    let row = dated.row
    var inYear: [Int: Int] = [:]
    for placement in placements where placement.row.holiday == row.code {
      inYear[placement.row.year] = placement.row.daysBefore
    }
    let anchor: WorkingCalendar.Holiday.Anchor =
      switch row.calendar {
      case .solar: .solar(month: row.month, day: row.day)
      case .lunar: .lunar(month: row.month, day: row.day)
      }
    return WorkingCalendar.Holiday(
      code: row.code, anchor: anchor, length: row.length, daysBefore: row.daysBefore,
      daysBeforeInYear: inYear, period: dated.period)
  }
}

/// The file of holidays.
struct CalendarFile: Equatable, Sendable, Codable {
  let holidays: [Dated<HolidayRow>]
  let placements: [Dated<PlacementRow>]
  let swaps: [Dated<SwapRow>]
  let announcedYears: [Dated<YearRow>]

  struct HolidayRow: Hashable, Sendable, Codable {
    let code: String
    let name: Bilingual
    let calendar: Reckoning
    let month: Int
    let day: Int
    let length: Int
    /// How many of its days lie before the anchor where the year announces nothing else.
    let daysBefore: Int
    let standing: Standing

    enum Reckoning: String, Hashable, Sendable, Codable { case solar, lunar }

    /// A holiday that is only planned is in the file, so that it can be switched on, and is worked.
    enum Standing: String, Hashable, Sendable, Codable { case law, planned }
  }

  /// Where the authority placed a holiday's days in one year.
  struct PlacementRow: Hashable, Sendable, Codable {
    let holiday: String
    let year: Int
    let daysBefore: Int
  }

  /// Hoán đổi: a working day off, a rest day worked.
  struct SwapRow: Hashable, Sendable, Codable {
    let off: CivilDate
    let worked: CivilDate
  }

  struct YearRow: Hashable, Sendable, Codable {
    let year: Int
  }
}

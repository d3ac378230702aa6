/// Which days the offices work: weekly rest, public holidays, compensation and announced swaps.
///
/// Labour Code 45/2019/QH14, Article 112 (eleven days of holiday), Article 111.3 (a holiday on a
/// weekly rest day is made up for on the next working day). The days of Tết, the second day of the
/// National Day and the swaps are announced each year: they are data (`Law/Resources`).
package struct WorkingCalendar: Equatable, Sendable {
  package let weeklyRest: Set<CivilDate.Weekday>
  package let holidays: [Holiday]
  package let announcements: [CivilDate: Announcement]
  /// The years whose official schedule is in the data. Other years are computed, and may change.
  package let announcedYears: Set<Int>
  /// When the office is open on Saturday mornings, and what those days count for.
  package let saturdays: [SaturdayMorning]

  /// Every day of the covered years on which the office's habit is overruled, with its reason.
  private let exceptions: [CivilDate: DayReason]
  private let covered: ClosedRange<Int>

  /// - Parameter years: the years to compute; days outside follow the weekly rest alone.
  package init(
    weeklyRest: Set<CivilDate.Weekday>, holidays: [Holiday],
    announcements: [CivilDate: Announcement], announcedYears: Set<Int>,
    saturdays: [SaturdayMorning] = [], years: ClosedRange<Int> = 1990...2100
  ) {
    precondition(weeklyRest.count < 7, "a week has a working day")
    self.weeklyRest = weeklyRest
    self.holidays = holidays
    self.announcements = announcements
    self.announcedYears = announcedYears
    self.saturdays = saturdays
    self.covered = years
    self.exceptions = WorkingCalendar.exceptions(
      weeklyRest: weeklyRest, holidays: holidays, announcements: announcements, years: years)
  }

  /// A holiday of the law: where it falls, and how many days it lasts.
  package struct Holiday: Hashable, Sendable {
    package let code: String
    package let anchor: Anchor
    package let length: Int
    /// Days of the holiday that lie before the anchor, unless the year says otherwise.
    package let daysBefore: Int
    /// What the authority announced for single years.
    package let daysBeforeInYear: [Int: Int]
    package let period: Period

    package enum Anchor: Hashable, Sendable {
      case solar(month: Int, day: Int)
      case lunar(month: Int, day: Int)
    }

    package init(
      code: String, anchor: Anchor, length: Int, daysBefore: Int, daysBeforeInYear: [Int: Int],
      period: Period
    ) {
      self.code = code
      self.anchor = anchor
      self.length = length
      self.daysBefore = daysBefore
      self.daysBeforeInYear = daysBeforeInYear
      self.period = period
    }

    /// The days of the holiday whose anchor lies in that (solar or lunar) year.
    package func days(in year: Int) -> [CivilDate] {
      let anchorDay =
        switch anchor {
        case .solar(let month, let day): CivilDate(year: year, month: month, day: day)
        case .lunar(let month, let day):
          LunarCalendar.civil(LunarDate(year: year, month: month, day: day))
        }
      guard let anchorDay, period.contains(anchorDay) else { return [] }
      let first = anchorDay.adding(days: -(daysBeforeInYear[year] ?? daysBefore))
      return (0..<length).map { first.adding(days: $0) }
    }
  }

  /// A span of years in which the office opens on Saturday mornings.
  package struct SaturdayMorning: Hashable, Sendable {
    package let period: Period
    package let opens: String
    package let closes: String
    package let standing: Standing

    package enum Standing: String, Hashable, Sendable {
      /// The counter is open; no term counts the day or ends on it.
      case restDay
      /// Terms in working days count it.
      case workingDay
    }

    package init(period: Period, opens: String, closes: String, standing: Standing) {
      self.period = period
      self.opens = opens
      self.closes = closes
      self.standing = standing
    }
  }

  /// A day on which the authority changed the week.
  package enum Announcement: Hashable, Sendable {
    /// Off, and worked for on another day.
    case off(workedOn: CivilDate)
    /// A rest day that is worked.
    case worked(insteadOf: CivilDate)
  }
}

/// Why a day is worked or not.
package enum DayReason: Hashable, Sendable {
  case workingDay
  case weeklyRest
  /// The office is open in the morning; whether the day counts is a rule of the office.
  case saturdayMorning(WorkingCalendar.SaturdayMorning)
  case holiday(code: String)
  /// Nghỉ bù: makes up for a holiday that fell on a rest day.
  case compensation(for: CivilDate)
  /// Hoán đổi: off by announcement, worked on another day.
  case swappedOff(workedOn: CivilDate)
  case swappedWork(insteadOf: CivilDate)

  package var isWorking: Bool {
    switch self {
    case .workingDay, .swappedWork: true
    case .saturdayMorning(let morning): morning.standing == .workingDay
    case .weeklyRest, .holiday, .compensation, .swappedOff: false
    }
  }
}

extension WorkingCalendar {
  package func reason(_ day: CivilDate) -> DayReason {
    if let exception = exceptions[day] { return exception }
    guard weeklyRest.contains(day.weekday) else { return .workingDay }
    guard day.weekday == .saturday,
      let morning = saturdays.first(where: { $0.period.contains(day) })
    else { return .weeklyRest }
    return .saturdayMorning(morning)
  }

  package func isWorking(_ day: CivilDate) -> Bool {
    reason(day).isWorking
  }

  package func nextWorkingDay(onOrAfter day: CivilDate) -> CivilDate {
    var day = day
    while !isWorking(day) { day = day.adding(days: 1) }
    return day
  }

  /// The `count`-th working day after `day`, which itself is not counted.
  package func adding(workingDays count: Int, to day: CivilDate) -> CivilDate {
    var day = day
    for _ in 0..<max(count, 0) {
      day = nextWorkingDay(onOrAfter: day.adding(days: 1))
    }
    return day
  }

  /// Whether the year's official schedule is known, or only computed.
  package func isAnnounced(_ year: Int) -> Bool { announcedYears.contains(year) }

  private static func exceptions(
    weeklyRest: Set<CivilDate.Weekday>, holidays: [Holiday],
    announcements: [CivilDate: Announcement], years: ClosedRange<Int>
  ) -> [CivilDate: DayReason] {
    var found: [CivilDate: DayReason] = [:]
    var resting: [CivilDate] = []
    for year in years {
      for holiday in holidays {
        for day in holiday.days(in: year) where found[day] == nil {
          found[day] = .holiday(code: holiday.code)
          if weeklyRest.contains(day.weekday) { resting.append(day) }
        }
      }
    }
    for (day, announcement) in announcements {
      switch announcement {
      case .off(let workedOn): found[day] = .swappedOff(workedOn: workedOn)
      case .worked(let instead): found[day] = .swappedWork(insteadOf: instead)
      }
    }
    // In order of time, so that two holidays of one weekend take the two days after it.
    for holiday in resting.sorted() {
      var day = holiday.adding(days: 1)
      while found[day] != nil || weeklyRest.contains(day.weekday) { day = day.adding(days: 1) }
      found[day] = .compensation(for: holiday)
    }
    return found
  }
}

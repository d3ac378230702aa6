import Foundation

/// A day of the Vietnamese lunar calendar.
package struct LunarDate: Hashable, Sendable {
  /// The lunar year, counted as the solar year in which it begins.
  package let year: Int
  /// 1 to 12; the leap month bears the number of the month before it.
  package let month: Int
  /// 1 to 30.
  package let day: Int
  package let place: MonthPlace

  package enum MonthPlace: String, Sendable {
    case regular
    /// Tháng nhuận.
    case leap
  }

  package init(year: Int, month: Int, day: Int, place: MonthPlace = .regular) {
    self.year = year
    self.month = month
    self.day = day
    self.place = place
  }
}

/// The Vietnamese lunar calendar, computed for UTC+7.
///
/// Months begin on the day of the new moon in Hà Nội; the month of the winter solstice is the
/// eleventh. The algorithm is Hồ Ngọc Đức's, with the astronomy of Jean Meeus, *Astronomical
/// Algorithms*. China counts by UTC+8, so that the two calendars part in some years: Tết 2030 is
/// on 2 February here and on 3 February there. Good for 1900 to 2199.
package enum LunarCalendar {
  /// The first day of the lunar year: mùng 1 Tết.
  package static func newYear(_ year: Int) -> CivilDate? {
    civil(LunarDate(year: year, month: 1, day: 1))
  }

  package static func lunar(_ day: CivilDate) -> LunarDate {
    let julian = day.dayNumber + julianEpoch
    let start = monthStart(of: julian)
    let solar = day.year
    var before = eleventhMonth(of: solar)
    var after = before
    var year = solar
    if before >= start {
      before = eleventhMonth(of: solar - 1)
    } else {
      year = solar + 1
      after = eleventhMonth(of: solar + 1)
    }
    let distance = (start - before) / 29
    var month = distance + 11
    var place = LunarDate.MonthPlace.regular
    if after - before > 365 {
      let leap = leapMonthOffset(after: before)
      if distance >= leap {
        month = distance + 10
        if distance == leap { place = .leap }
      }
    }
    if month > 12 { month -= 12 }
    if month >= 11 && distance < 4 { year -= 1 }
    return LunarDate(year: year, month: month, day: julian - start + 1, place: place)
  }

  /// The civil day; nil where the lunar calendar has no such day or month.
  package static func civil(_ lunar: LunarDate) -> CivilDate? {
    guard (1...12).contains(lunar.month), (1...30).contains(lunar.day) else { return nil }
    let winter = lunar.month < 11 ? lunar.year - 1 : lunar.year
    let before = eleventhMonth(of: winter)
    let after = eleventhMonth(of: winter + 1)
    var offset = lunar.month < 11 ? lunar.month + 1 : lunar.month - 11
    if after - before > 365 {
      let leap = leapMonthOffset(after: before)
      if lunar.place == .leap || offset >= leap { offset += 1 }
    }
    let moon = Int(0.5 + (Double(before) - 2_415_021.076998695) / meanMonth)
    let day = CivilDate(dayNumber: newMoonDay(moon + offset) + lunar.day - 1 - julianEpoch)
    // A 30th of a short month, or a leap month that the year has not, would name another day.
    guard LunarCalendar.lunar(day) == lunar else { return nil }
    return day
  }

  /// The Julian day number (at noon) of 1970-01-01.
  private static let julianEpoch = 2_440_588
  private static let meanMonth = 29.530588853
  private static let dayFraction = 7.0 / 24

  /// The day, in Hà Nội, of the `moon`-th new moon after 1900-01-01.
  private static func newMoonDay(_ moon: Int) -> Int {
    let k = Double(moon)
    let t = k / 1236.85
    let radian = Double.pi / 180
    var julian = 2_415_020.75933 + 29.53058868 * k + 0.0001178 * t * t - 0.000000155 * t * t * t
    julian += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t * t) * radian)
    let sun = (359.2242 + 29.10535608 * k - 0.0000333 * t * t - 0.00000347 * t * t * t) * radian
    let moonAnomaly =
      (306.0253 + 385.81691806 * k + 0.0107306 * t * t + 0.00001236 * t * t * t) * radian
    let latitude =
      (21.2964 + 390.67050646 * k - 0.0016528 * t * t - 0.00000239 * t * t * t) * radian
    var correction = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun)
    correction += -0.4068 * sin(moonAnomaly) + 0.0161 * sin(2 * moonAnomaly)
    correction += -0.0004 * sin(3 * moonAnomaly) + 0.0104 * sin(2 * latitude)
    correction += -0.0051 * sin(sun + moonAnomaly) - 0.0074 * sin(sun - moonAnomaly)
    correction += 0.0004 * sin(2 * latitude + sun) - 0.0004 * sin(2 * latitude - sun)
    correction += -0.0006 * sin(2 * latitude + moonAnomaly)
    correction += 0.0010 * sin(2 * latitude - moonAnomaly) + 0.0005 * sin(2 * moonAnomaly + sun)
    let clockError =
      t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t * t - 0.00000845 * t * t * t
        - 0.000000081 * t * t * t * t
      : -0.000278 + 0.000265 * t + 0.000262 * t * t
    return Int((julian + correction - clockError + 0.5 + dayFraction).rounded(.down))
  }

  /// The day of the new moon on or before that day. The mean month finds it but for a day or so.
  private static func monthStart(of julian: Int) -> Int {
    var moon = Int((Double(julian) - 2_415_021.076998695) / meanMonth) + 1
    while newMoonDay(moon) > julian { moon -= 1 }
    return newMoonDay(moon)
  }

  /// Which twelfth of the sun's path (0 from the spring equinox) it is in at midnight in Hà Nội.
  private static func sunSector(_ julianDay: Int) -> Int {
    let t = (Double(julianDay) - 0.5 - dayFraction - 2_451_545) / 36525
    let radian = Double.pi / 180
    let anomaly =
      (357.52910 + 35999.05030 * t - 0.0001559 * t * t - 0.00000048 * t * t * t) * radian
    let mean = 280.46645 + 36000.76983 * t + 0.0003032 * t * t
    var centre = (1.914600 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly)
    centre += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly)
    let longitude = (mean + centre) * radian
    let turn = 2 * Double.pi
    let within = longitude - turn * (longitude / turn).rounded(.down)
    return Int(within / Double.pi * 6)
  }

  /// The first day of the month that holds the winter solstice of that solar year.
  private static func eleventhMonth(of year: Int) -> Int {
    let lastDay = CivilDate(year, 12, 31).dayNumber + julianEpoch
    let moon = Int(Double(lastDay - 2_415_021) / meanMonth)
    let start = newMoonDay(moon)
    return sunSector(start) >= 9 ? newMoonDay(moon - 1) : start
  }

  /// How many months after the eleventh the leap month stands: the first without a major term.
  private static func leapMonthOffset(after eleventh: Int) -> Int {
    let moon = Int(0.5 + (Double(eleventh) - 2_415_021.076998695) / meanMonth)
    var last = 0
    var offset = 1
    var sector = sunSector(newMoonDay(moon + offset))
    repeat {
      last = sector
      offset += 1
      sector = sunSector(newMoonDay(moon + offset))
    } while sector != last && offset < 14
    return offset - 1
  }
}

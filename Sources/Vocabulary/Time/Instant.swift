/// A moment, in UTC, to the millisecond. Days are `CivilDate`; this is for clocks and logs.
package struct Instant: Hashable, Comparable, Sendable, Codable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  package func adding(seconds: Int) -> Instant {
    Instant(milliseconds: milliseconds + Int64(seconds) * 1000)
  }

  package init(from decoder: any Decoder) throws {
    self.milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}

extension Instant {
  /// Vietnam keeps UTC+7 all year and has done so nationwide since 1975.
  package static let vietnamOffsetSeconds = 7 * 3600

  /// The civil day in Vietnam at this moment.
  package var civilDate: CivilDate {
    CivilDate(dayNumber: localSeconds / 86_400 - (localSeconds % 86_400 < 0 ? 1 : 0))
  }

  /// The wall clock in Vietnam.
  package var wallClock: (hour: Int, minute: Int, second: Int) {
    let second = ((localSeconds % 86_400) + 86_400) % 86_400
    return (second / 3600, second % 3600 / 60, second % 60)
  }

  /// The moment at which a wall clock in Vietnam shows this day and time.
  package init(_ day: CivilDate, hour: Int, minute: Int, second: Int = 0) {
    let local = day.dayNumber * 86_400 + hour * 3600 + minute * 60 + second
    self.init(milliseconds: Int64(local - Instant.vietnamOffsetSeconds) * 1000)
  }

  /// `yyyyMMddHHmmss` in Vietnamese time, as VNPAY and the national portal write it.
  package var compactVietnamese: String {
    let day = civilDate.parts
    let clock = wallClock
    return padded(day.year, to: 4) + padded(day.month, to: 2) + padded(day.day, to: 2)
      + padded(clock.hour, to: 2) + padded(clock.minute, to: 2) + padded(clock.second, to: 2)
  }

  /// `HH:mm dd/mm/yyyy` in Vietnamese time, for people.
  package var vietnamese: String {
    let clock = wallClock
    return "\(padded(clock.hour, to: 2)):\(padded(clock.minute, to: 2)) \(civilDate.vietnamese)"
  }

  private var localSeconds: Int {
    let seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
    return Int(seconds) + Instant.vietnamOffsetSeconds
  }
}

extension Instant: CustomStringConvertible {
  /// `YYYY-MM-DDTHH:MM:SS.mmmZ`.
  package var description: String {
    let total = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
    let day = CivilDate(dayNumber: Int(total >= 0 ? total / 86_400 : (total - 86_399) / 86_400))
    let second = Int(total) - day.dayNumber * 86_400
    let millisecond = Int(milliseconds - total * 1000)
    return "\(day.iso)T\(padded(second / 3600, to: 2)):\(padded(second % 3600 / 60, to: 2))"
      + ":\(padded(second % 60, to: 2)).\(padded(millisecond, to: 3))Z"
  }
}

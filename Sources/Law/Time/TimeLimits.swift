package import Vocabulary

/// In which days a limit is counted. The law says `ngày`; some portals promise working days.
package enum LimitUnit: String, Hashable, Sendable, Codable, CaseIterable {
  case calendarDays
  case workingDays
}

/// So many days of one unit.
package struct TimeLimit: Hashable, Sendable, Codable {
  package let days: Int
  package let unit: LimitUnit
  package let citation: Citation

  package init(days: Int, unit: LimitUnit, citation: Citation) {
    self.days = days
    self.unit = unit
    self.citation = citation
  }
}

/// The limit of an urgent request of a body that conducts proceedings, in hours.
package struct UrgentLimit: Hashable, Sendable, Codable {
  package let hours: Int
  package let citation: Citation

  package init(hours: Int, citation: Citation) {
    self.hours = hours
    self.citation = citation
  }
}

/// Why an application may take longer (Law 28/2009/QH12, Article 48).
package enum Complication: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  case severalResidences
  case livedAbroad
  case foreigner
  /// Whether a conviction is cleared by time must be verified.
  case clearanceToVerify

  package static func < (left: Complication, right: Complication) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Which of the two limits holds.
package enum Difficulty: Equatable, Sendable {
  case ordinary
  /// Never empty.
  case complicated(Set<Complication>)

  package init(_ complications: Set<Complication>) {
    self = complications.isEmpty ? .ordinary : .complicated(complications)
  }
}

/// The limits of a day, and how the office's day ends.
package struct TimeLimits: Equatable, Sendable {
  package let ordinary: TimeLimit
  package let complicated: TimeLimit
  package let urgent: UrgentLimit
  /// What arrives after this full hour counts as received on the next working day.
  package let cutOffHour: Int
  package let cutOffCitation: Citation

  package init(
    ordinary: TimeLimit, complicated: TimeLimit, urgent: UrgentLimit, cutOffHour: Int,
    cutOffCitation: Citation
  ) {
    self.ordinary = ordinary
    self.complicated = complicated
    self.urgent = urgent
    self.cutOffHour = cutOffHour
    self.cutOffCitation = cutOffCitation
  }

  package func limit(for difficulty: Difficulty) -> TimeLimit {
    switch difficulty {
    case .ordinary: ordinary
    case .complicated: complicated
    }
  }
}

/// Days on which the clock stood: the person owed a supplement or the fee, or handling was stopped
/// (national states 5, 6 and 8).
package struct ClockPause: Hashable, Sendable {
  package let stoppedOn: CivilDate
  package let resumedOn: CivilDate

  /// Nil where the end lies before the beginning.
  package init?(stoppedOn: CivilDate, resumedOn: CivilDate) {
    guard stoppedOn <= resumedOn else { return nil }
    self.stoppedOn = stoppedOn
    self.resumedOn = resumedOn
  }

  /// The day of stopping was still the agency's; the day of resuming is, like the first day of a
  /// term, not counted.
  package func covers(_ day: CivilDate) -> Bool {
    stoppedOn < day && day <= resumedOn
  }
}

extension ClockPause {
  /// Whether the clock stood before that day, on which an answer would be due, was over. A clock
  /// that stopped and ran again on one day took no time.
  func holds(_ due: CivilDate) -> Bool {
    stoppedOn <= due && due <= resumedOn && stoppedOn < resumedOn
  }
}

/// When an application must be answered, and how that day was found.
package struct Due: Equatable, Sendable {
  /// The last day of the limit; it ends at 24:00.
  package let on: CivilDate
  /// The day that counts as the day of receipt; counting begins on the day after.
  package let receivedOn: CivilDate
  package let limit: TimeLimit
  /// The day the limit would have ended on, before it moved to a working day.
  package let beforeRolling: CivilDate
  package let pausedDays: Int
  package let citations: [Citation]
}

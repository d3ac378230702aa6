package import CaseFile
package import Law
package import Vocabulary

/// What of the queue an officer wants to see.
package struct QueueWish: Equatable, Sendable {
  package var states: [StateName]
  package var kind: CertificateKind?
  package var channel: LodgingChannel?
  package var urgency: Urgency?
  package var lodgedOn: CivilDate?
  package var holder: Holder

  package enum Urgency: String, Equatable, Sendable, CaseIterable {
    /// The day of the appointment has passed.
    case overdue
    /// It is today, or within the next two working days.
    case soon
    /// It is later.
    case later
  }

  /// On whose desk the cases lie.
  package enum Holder: String, Equatable, Sendable, CaseIterable {
    /// Mine and nobody's: what I may take up.
    case open
    case mine
    case nobody
    case anybody
  }

  package init(
    states: [StateName], kind: CertificateKind? = nil, channel: LodgingChannel? = nil,
    urgency: Urgency? = nil, lodgedOn: CivilDate? = nil, holder: Holder = .anybody
  ) {
    self.states = states
    self.kind = kind
    self.channel = channel
    self.urgency = urgency
    self.lodgedOn = lodgedOn
    self.holder = holder
  }
}

/// Which page of a list.
package enum QueueTurn: Equatable, Sendable {
  case first
  case after(QueueKey)
  case before(QueueKey)
}

/// A place in the queue: the due day (or a day that never comes), the moment of lodging, the id.
/// It stands in addresses and says nothing of a person.
package struct QueueKey: Equatable, Sendable {
  package var dueOn: String
  package var lodgedAt: Instant
  package var id: String

  package init(dueOn: String, lodgedAt: Instant, id: String) {
    self.dueOn = dueOn
    self.lodgedAt = lodgedAt
    self.id = id
  }

  /// Reads what `text` writes; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: ".").map(String.init)
    guard parts.count == 3, CivilDate(iso: parts[0]) != nil, let moment = Int64(parts[1]),
      CaseID(parts[2]) != nil
    else { return nil }
    self.init(dueOn: parts[0], lodgedAt: Instant(milliseconds: moment), id: parts[2])
  }

  package var text: String { "\(dueOn).\(lodgedAt.milliseconds).\(id)" }
}

/// One page of an officer's queue, the most urgent first.
package struct QueuePage: Equatable, Sendable {
  package var lines: [QueueLine]
  /// Where the next page begins; nil at the end.
  package var next: QueueKey?
  /// Where the page before ends; nil at the beginning.
  package var previous: QueueKey?
}

package struct QueueLine: Equatable, Sendable {
  package var line: CaseLine
  package var applicant: String
  package var answered: Int
  package var asked: Int
  /// On whose desk it lies; nil for nobody's.
  package var holder: String?
  package var left: TimeLeft
  /// What is left of the present step; nil where it has no limit of its own, or ends no sooner than
  /// the case's.
  package var step: StepLeft?
}

/// What is left until the appointment, in working time.
package enum TimeLeft: Equatable, Sendable {
  /// Not accepted yet, or ended.
  case notRunning
  /// A supplement is waited for: the clock stands.
  case standing
  case left(WorkingSpan)
  case over(WorkingSpan)
}

/// What is left of one step's own limit.
package struct StepLeft: Equatable, Sendable {
  package var time: TimeLeft
  /// Whether it is so little that the officer is warned.
  package var isWarned: Bool

  package init(time: TimeLeft, isWarned: Bool) {
    self.time = time
    self.isWarned = isWarned
  }
}

/// A length of working time: whole working days of the office, hours and minutes.
package struct WorkingSpan: Equatable, Sendable {
  package var days: Int
  package var hours: Int
  package var minutes: Int

  package init(days: Int, hours: Int, minutes: Int) {
    self.days = days
    self.hours = hours
    self.minutes = minutes
  }

  init(minutes count: Int, day: Int) {
    self.init(days: count / day, hours: count % day / 60, minutes: count % day % 60)
  }
}

/// On whose desk a case lies, and what this officer may do about that.
package struct AssignmentView: Equatable, Sendable {
  package var holder: OfficerName?
  /// To whom it can be given; empty for who may not give it.
  package var choices: [OfficerName] = []
  package var canTake = false

  package init(holder: OfficerName? = nil, choices: [OfficerName] = [], canTake: Bool = false) {
    self.holder = holder
    self.choices = choices
    self.canTake = canTake
  }
}

/// What a fair rotation did: how many cases each officer was given.
package struct SharedOut: Equatable, Sendable {
  package var given: [Given]
  /// How many cases lie on nobody's desk because nobody was there to take them.
  package var left: Int

  package struct Given: Equatable, Sendable {
    package var officer: String
    package var cases: Int
  }
}

import CaseFile
import Law
import Store
package import Vocabulary

extension Desk {
  /// One page of the queue of an officer's agency, the most urgent first.
  package func queue(
    of officer: ActingOfficer, _ wish: QueueWish, _ turn: QueueTurn, limit: Int
  ) async throws -> QueuePage {
    guard officer.handlesCases else { throw Refused.roleMissing(.intake) }
    let limit = min(max(limit, 1), 100)
    let clock = try queueClock(of: officer.agency)
    let selection = clock.selection(wish, of: officer)
    return try await database.read { connection in
      let found = try CaseQueue.page(
        selection, of: officer.agency, QueueStep(turn), limit: limit + 1, in: connection)
      let lines = try queueLines(turn.page(of: found, limit: limit), clock, in: connection)
      return turn.page(lines, hasMore: found.count > limit)
    }
  }

  /// The case that comes after another in the officer's own work, the first where none does; nil
  /// where nothing waits.
  package func nextCase(
    after id: CaseID?, _ wish: QueueWish, of officer: ActingOfficer
  ) async throws -> CaseID? {
    guard officer.handlesCases else { throw Refused.roleMissing(.intake) }
    let selection = try queueClock(of: officer.agency).selection(wish, of: officer)
    return try await database.read { connection in
      var step = QueueStep.first
      if let id, let row = try Cases.row(id, lock: .none, in: connection),
        row.agency == officer.agency
      {
        step = .after(
          QueuePlace(
            dueOn: row.dueOn?.iso ?? QueueKey.undated, lodgedAt: row.lodgedAt, id: id.text))
      }
      for one in [step, .first] {
        let found = try CaseQueue.page(
          selection, of: officer.agency, one, limit: 2, in: connection)
        if let next = found.first(where: { $0.row.id != id }) { return next.row.id }
      }
      return nil
    }
  }

  func queueClock(of agency: AgencyID) throws -> QueueClock {
    let office = try office(of: agency)
    let now = surroundings.now()
    let today = office.profile.legalDay(on: now.civilDate)
    return QueueClock(
      now: now, calendar: try office.calendar,
      time: try WorkingTime(
        calendar: try office.calendar, hours: office.rules(on: now.civilDate).openingHours),
      limits: try office.shelf.edition().stepLimits(on: today))
  }
}

/// The lines of a list, with who has each case, what was answered and what time is left.
func queueLines(
  _ found: [CaseQueue.Line], _ clock: QueueClock, in connection: Connection
) throws -> [QueueLine] {
  let counts = try Inquiries.counts(of: found.map(\.row.id), in: connection)
  var names: [OfficerID: String] = [:]
  for id in Set(found.compactMap(\.row.assigned)) {
    names[id] = try Officers.name(of: id, in: connection)?.name
  }
  return found.map { row, applicant in
    QueueLine(
      line: CaseLine(row), applicant: applicant, answered: counts[row.id]?.answered ?? 0,
      asked: counts[row.id]?.asked ?? 0, holder: row.assigned.flatMap { names[$0] },
      left: clock.left(of: row), step: clock.step(of: row))
  }
}

/// By what the queue of one agency reckons now.
struct QueueClock: Sendable {
  let now: Instant
  let calendar: WorkingCalendar
  let time: WorkingTime
  let limits: [String: StepLimit]

  func selection(_ wish: QueueWish, of officer: ActingOfficer) -> QueueSelection {
    let today = now.civilDate
    let later = calendar.adding(workingDays: 2, to: today).adding(days: 1)
    let mine = [officer.id] + Set(officer.principals.values).sorted()
    let holders: QueueSelection.Holders =
      switch wish.holder {
      case .open: .officersOrNobody(mine)
      case .mine: .officers(mine)
      case .nobody: .nobody
      case .anybody: .anybody
      }
    let due: (from: CivilDate?, before: CivilDate?) =
      switch wish.urgency {
      case .overdue: (nil, today)
      case .soon: (today, later)
      case .later: (later, CivilDate(9999, 12, 31))
      case nil: (nil, nil)
      }
    return QueueSelection(
      states: wish.states, kind: wish.kind, channel: wish.channel, dueFrom: due.from,
      dueBefore: due.before, lodgedOn: wish.lodgedOn, holders: holders)
  }

  func left(of row: CaseRow) -> TimeLeft {
    if row.state == .awaitingSupplement { return .standing }
    guard let day = row.dueOn, !row.state.isClosed else { return .notRunning }
    return left(until: time.end(of: day))
  }

  func step(of row: CaseRow) -> StepLeft? {
    guard let limit = limits[row.state.rawValue], !row.state.isClosed else { return nil }
    let end = time.adding(minutes: limit.workingHours * 60, to: row.since)
    if let day = row.dueOn, time.end(of: day) <= end { return nil }
    let minutes = time.minutes(from: now, to: end)
    return StepLeft(time: left(until: end), isWarned: minutes <= limit.warnHours * 60)
  }

  private func left(until end: Instant) -> TimeLeft {
    let minutes = time.minutes(from: now, to: end)
    if now > end { return .over(WorkingSpan(minutes: -minutes, day: time.dayMinutes)) }
    return .left(WorkingSpan(minutes: minutes, day: time.dayMinutes))
  }
}

extension QueueTurn {
  fileprivate func page(of found: [CaseQueue.Line], limit: Int) -> [CaseQueue.Line] {
    switch self {
    case .first, .after: Array(found.prefix(limit))
    case .before: Array(found.suffix(limit))
    }
  }

  fileprivate func page(_ lines: [QueueLine], hasMore: Bool) -> QueuePage {
    let first = lines.first.map { QueueKey($0.line) }
    let last = lines.last.map { QueueKey($0.line) }
    switch self {
    case .first: return QueuePage(lines: lines, next: hasMore ? last : nil, previous: nil)
    case .after: return QueuePage(lines: lines, next: hasMore ? last : nil, previous: first)
    case .before: return QueuePage(lines: lines, next: last, previous: hasMore ? first : nil)
    }
  }
}

extension QueueStep {
  fileprivate init(_ turn: QueueTurn) {
    switch turn {
    case .first: self = .first
    case .after(let key): self = .after(QueuePlace(key))
    case .before(let key): self = .before(QueuePlace(key))
    }
  }
}

extension QueuePlace {
  fileprivate init(_ key: QueueKey) {
    self.init(dueOn: key.dueOn, lodgedAt: key.lodgedAt, id: key.id)
  }
}

extension QueueKey {
  static let undated = "9999-12-31"

  init(_ line: CaseLine) {
    self.init(
      dueOn: line.dueOn?.iso ?? QueueKey.undated, lodgedAt: line.lodgedAt, id: line.id.text)
  }
}

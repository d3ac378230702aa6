package import CaseFile
package import Law
package import Vocabulary

/// What of an agency's cases is listed. Everything that is nil or empty leaves nothing out, but
/// `states`, of which one must be named.
package struct QueueSelection: Equatable, Sendable {
  package var states: [StateName]
  package var kind: CertificateKind?
  package var channel: LodgingChannel?
  /// The days on which they are due: from the first, before the second; nil for no bound.
  package var dueFrom: CivilDate?
  package var dueBefore: CivilDate?
  package var lodgedOn: CivilDate?
  package var holders: Holders

  /// On whose desk a case lies.
  package enum Holders: Equatable, Sendable {
    case anybody
    /// One's own, and those of who one stands in for.
    case officers([OfficerID])
    case nobody
    case officersOrNobody([OfficerID])
  }

  package init(
    states: [StateName], kind: CertificateKind? = nil, channel: LodgingChannel? = nil,
    dueFrom: CivilDate? = nil, dueBefore: CivilDate? = nil, lodgedOn: CivilDate? = nil,
    holders: Holders = .anybody
  ) {
    self.states = states
    self.kind = kind
    self.channel = channel
    self.dueFrom = dueFrom
    self.dueBefore = dueBefore
    self.lodgedOn = lodgedOn
    self.holders = holders
  }
}

/// A place in the queue: the due day (a day that never comes for cases without one), then the
/// moment of lodging, then the id.
package struct QueuePlace: Comparable, Sendable {
  package let dueOn: String
  package let lodgedAt: Instant
  package let id: String

  package init(dueOn: String, lodgedAt: Instant, id: String) {
    self.dueOn = dueOn
    self.lodgedAt = lodgedAt
    self.id = id
  }

  init(_ row: CaseRow) {
    self.init(dueOn: row.dueOn?.iso ?? QueuePlace.undated, lodgedAt: row.lodgedAt, id: row.id.text)
  }

  static let undated = "9999-12-31"

  package static func < (left: QueuePlace, right: QueuePlace) -> Bool {
    (left.dueOn, left.lodgedAt, left.id) < (right.dueOn, right.lodgedAt, right.id)
  }
}

/// Which page of a list: the first, or the one after or before a place.
package enum QueueStep: Equatable, Sendable {
  case first
  case after(QueuePlace)
  case before(QueuePlace)
}

/// The queue is read as ranges of indexes, one for each state (and kind, and channel, where the
/// selection names one), each in its order and each bounded; the ranges are merged here. So the
/// cost of a page does not grow with the archive (docs/performance.md: what was measured).
package enum CaseQueue {
  package typealias Line = (row: CaseRow, applicant: String)

  /// At most `limit` cases from a place on, in the queue's order.
  package static func page(
    _ selection: QueueSelection, of agency: AgencyID, _ step: QueueStep, limit: Int,
    in connection: Connection
  ) throws(Fault) -> [Line] {
    var found: [Line] = []
    for range in ranges(of: selection) {
      for sql in queries(range, selection, of: agency, step, limit: limit) {
        for row in try connection.rows(sql) {
          found.append((try CaseRow(restoring: row), try row.text("applicant")))
        }
      }
    }
    found.sort { QueuePlace($0.row) < QueuePlace($1.row) }
    return Array(isBackwards(step) ? found.suffix(limit) : found.prefix(limit))
  }

  /// An agency's case with that number.
  package static func line(
    number: String, of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> Line? {
    try connection.row("SELECT * FROM cases WHERE number = \(number) AND agency = \(agency)")
      .map { row throws(Fault) in (try CaseRow(restoring: row), try row.text("applicant")) }
  }

  private static func isBackwards(_ step: QueueStep) -> Bool {
    if case .before = step { return true }
    return false
  }

  struct Range {
    let state: StateName
    var kind: CertificateKind?
    var channel: LodgingChannel?
    var holder: Holder = .anybody

    enum Holder {
      case anybody, nobody
      case officer(OfficerID)
    }
  }

  static func ranges(of selection: QueueSelection) -> [Range] {
    let states = selection.states.map { Range(state: $0) }
    switch selection.holders {
    case .anybody: return states.flatMap { faceted($0, by: selection) }
    case .nobody: return states.flatMap { unheld($0, by: selection) }
    case .officers(let officers):
      return states.flatMap { range in officers.map { held(range, by: $0) } }
    case .officersOrNobody(let officers):
      return states.flatMap { range in
        officers.map { held(range, by: $0) } + unheld(range, by: selection)
      }
    }
  }

  private static func held(_ range: Range, by officer: OfficerID) -> Range {
    var range = range
    range.holder = .officer(officer)
    return range
  }

  private static func unheld(_ range: Range, by selection: QueueSelection) -> [Range] {
    var range = range
    range.holder = .nobody
    return faceted(range, by: selection)
  }

  /// Where a kind or a channel is named, the index knows both: the other is gone through.
  private static func faceted(_ range: Range, by selection: QueueSelection) -> [Range] {
    guard selection.lodgedOn == nil, selection.kind != nil || selection.channel != nil else {
      return [range]
    }
    return (selection.kind.map { [$0] } ?? CertificateKind.allCases).flatMap { kind in
      (selection.channel.map { [$0] } ?? LodgingChannel.allCases).map { channel in
        var range = range
        range.kind = kind
        range.channel = channel
        return range
      }
    }
  }

  static func queries(
    _ range: Range, _ selection: QueueSelection, of agency: AgencyID, _ step: QueueStep, limit: Int
  ) -> [SQL] {
    // Of one day of lodging there are few: they are found by it and then put in order. The text
    // that is added keeps the engines from walking the order's index instead.
    let due: SQL =
      selection.lodgedOn == nil
      ? "COALESCE(due_on, '9999-12-31')" : "(COALESCE(due_on, '9999-12-31') || '')"
    return parts(selection, step, due: due).map { part in
      """
      SELECT * FROM cases
       WHERE agency = \(agency) AND state = \(range.state.rawValue)
         \(sql: whose(range, selection)) \(sql: day(of: selection))
         \(sql: part.bounds)
       ORDER BY \(sql: order(part, due: due, isBackwards: isBackwards(step)))
       LIMIT \(limit)
      """
    }
  }

  /// SQLite does not see that an expression which equals a value orders nothing: told to order by
  /// it, it would sort all that has no due day before it gives the first.
  private static func order(_ part: Part, due: SQL, isBackwards: Bool) -> SQL {
    switch (part.isOfOneDueDay, isBackwards) {
    case (true, false): "lodged_at, id"
    case (true, true): "lodged_at DESC, id DESC"
    case (false, false): "\(sql: due), lodged_at, id"
    case (false, true): "\(sql: due) DESC, lodged_at DESC, id DESC"
    }
  }

  /// An officer's own cases are few: kind and channel are looked at one by one, by texts that no
  /// index knows. That nobody has a case is said so that SQLite keeps to the index of the kind, and
  /// PostgreSQL still knows how many there are.
  private static func whose(_ range: Range, _ selection: QueueSelection) -> SQL {
    var facets: SQL = ""
    if let kind = range.kind, let channel = range.channel {
      facets = "AND certificate_kind = \(kind.rawValue) AND channel = \(channel.rawValue)"
    } else {
      if let kind = selection.kind {
        facets = "AND (certificate_kind || '') = \(kind.rawValue)"
      }
      if let channel = selection.channel {
        facets = "\(sql: facets) AND (channel || '') = \(channel.rawValue)"
      }
    }
    switch range.holder {
    case .anybody: return facets
    case .officer(let officer): return "AND assigned = \(officer) \(sql: facets)"
    case .nobody:
      return range.kind == nil
        ? "AND assigned IS NULL \(sql: facets)"
        : "\(sql: facets) AND NOT (assigned IS NOT NULL)"
    }
  }

  private static func day(of selection: QueueSelection) -> SQL {
    guard let day = selection.lodgedOn else { return "" }
    return """
      AND lodged_at >= \(Instant(day, hour: 0, minute: 0))
      AND lodged_at < \(Instant(day.adding(days: 1), hour: 0, minute: 0))
      """
  }

  private struct Part {
    let bounds: SQL
    var isOfOneDueDay = false
  }

  /// From a place on there are two parts, each of which an index is sought by: what is due on the
  /// place's own day (or never), and what is due on another. SQLite does not seek by a row of
  /// values that begins with an expression.
  private static func parts(_ selection: QueueSelection, _ step: QueueStep, due: SQL) -> [Part] {
    let from = selection.dueFrom?.iso ?? ""
    let before = selection.dueBefore?.iso ?? "~"
    let within: SQL = "AND \(sql: due) >= \(from) AND \(sql: due) < \(before)"
    switch step {
    case .first: return [Part(bounds: within)]
    case .after(let place):
      guard from <= place.dueOn else { return [Part(bounds: within)] }
      let later: SQL = "AND \(sql: due) > \(place.dueOn) AND \(sql: due) < \(before)"
      guard place.dueOn < before else { return [Part(bounds: later)] }
      let sameDay: SQL = """
        AND \(sql: due) = \(place.dueOn)
        AND (lodged_at, id) > (\(place.lodgedAt), \(place.id))
        """
      return [Part(bounds: sameDay, isOfOneDueDay: true), Part(bounds: later)]
    case .before(let place):
      guard place.dueOn < before else { return [Part(bounds: within)] }
      let earlier: SQL = "AND \(sql: due) < \(place.dueOn) AND \(sql: due) >= \(from)"
      guard from <= place.dueOn else { return [Part(bounds: earlier)] }
      let sameDay: SQL = """
        AND \(sql: due) = \(place.dueOn)
        AND (lodged_at, id) < (\(place.lodgedAt), \(place.id))
        """
      return [Part(bounds: sameDay, isOfOneDueDay: true), Part(bounds: earlier)]
    }
  }
}

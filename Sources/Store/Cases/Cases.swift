package import CaseFile
package import Law
package import Vocabulary

/// One row of `cases`: the index to a case's journal, never the truth about it.
package struct CaseRow: Equatable, Sendable {
  package let id: CaseID
  package let agency: AgencyID
  package let number: CaseNumber
  package let citizen: CitizenID
  package let kind: CertificateKind
  package let state: StateName
  /// The number of events of the case; an act on an older version is stale.
  package let version: Int
  package let lodgedAt: Instant
  package let dueOn: CivilDate?
  /// When nothing more was to be done; nil while something is.
  package let closedAt: Instant?
  package let channel: LodgingChannel
  /// Since when it stands in its state.
  package let since: Instant
  /// On whose desk it lies in its present step; nil for nobody's.
  package let assigned: OfficerID?

  package init(
    id: CaseID, agency: AgencyID, number: CaseNumber, citizen: CitizenID, kind: CertificateKind,
    state: StateName, version: Int, lodgedAt: Instant, dueOn: CivilDate?, closedAt: Instant? = nil,
    channel: LodgingChannel = .online, since: Instant? = nil, assigned: OfficerID? = nil
  ) {
    self.id = id
    self.agency = agency
    self.number = number
    self.citizen = citizen
    self.kind = kind
    self.state = state
    self.version = version
    self.lodgedAt = lodgedAt
    self.dueOn = dueOn
    self.closedAt = closedAt
    self.channel = channel
    self.since = since ?? lodgedAt
    self.assigned = assigned
  }

  init(restoring row: Row) throws(Fault) {
    guard let id = CaseID(try row.text("id")), let agency = AgencyID(try row.text("agency")),
      let number = CaseNumber(try row.text("number")),
      let citizen = CitizenID(try row.text("citizen")),
      let kind = CertificateKind(rawValue: try row.text("certificate_kind")),
      let state = StateName(rawValue: try row.text("state")),
      let channel = LodgingChannel(rawValue: try row.text("channel"))
    else { throw Fault("reading a case's row", cause: "a column holds an impossible value") }
    self.init(
      id: id, agency: agency, number: number, citizen: citizen, kind: kind, state: state,
      version: try row.int("version"),
      lodgedAt: Instant(milliseconds: try row.int64("lodged_at")),
      dueOn: try row.textOrNil("due_on").flatMap { CivilDate(iso: $0) },
      closedAt: try row.instantOrNil("closed_at"), channel: channel,
      since: Instant(milliseconds: try row.int64("since")),
      assigned: try row.textOrNil("assigned").flatMap { OfficerID($0) })
  }
}

/// Table `cases`: one row a case, for finding and ordering.
package enum Cases {
  package enum Lock: Sendable {
    case none
    /// Nobody else may act on the case until this transaction ends.
    case forUpdate
  }

  package static func row(
    _ id: CaseID, lock: Lock, in connection: Connection
  ) throws(Fault) -> CaseRow? {
    let locks = lock == .forUpdate && connection.dialect == .postgres
    // SQLite has one writer at a time; its transactions lock the whole file already.
    let row =
      if locks {
        try connection.row("SELECT * FROM cases WHERE id = \(id) FOR UPDATE")
      } else {
        try connection.row("SELECT * FROM cases WHERE id = \(id)")
      }
    guard let row else { return nil }
    return try CaseRow(restoring: row)
  }

  /// - Parameter numbers: identity numbers by which the case is found, beside that of its citizen.
  package static func insert(
    _ row: CaseRow, procedure: String, applicant: String, searchName: String, sortName: String,
    numbers: [String] = [], in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      INSERT INTO cases (id, agency, number, citizen, certificate_kind, procedure, state, version,
                         lodged_at, due_on, closed_at, applicant, search_name, sort_name, channel,
                         since, assigned)
      VALUES (\(row.id), \(row.agency), \(row.number.text), \(row.citizen),
              \(row.kind.rawValue), \(procedure), \(row.state.rawValue), \(row.version),
              \(row.lodgedAt), NULL, NULL, \(applicant), \(searchName), \(sortName),
              \(row.channel.rawValue), \(row.since), \(row.assigned))
      """)
    try CaseWords.add(row, name: searchName, numbers: numbers, in: transaction)
  }

  /// Moves the row on, if it still is at `from`. Returns the number of rows changed: 0 or 1.
  /// Where the state changes, `now` is since when it stands there.
  package static func update(
    _ id: CaseID, from: Int, to: Int, agency: AgencyID, state: StateName, dueOn: CivilDate?,
    closedAt: Instant?, assigned: OfficerID? = nil, at now: Instant? = nil,
    in transaction: Transaction
  ) throws -> Int {
    try transaction.run(
      """
      UPDATE cases
         SET version = \(to), agency = \(agency), due_on = \(dueOn), closed_at = \(closedAt),
             assigned = \(assigned),
             since = CASE WHEN state = \(state.rawValue) THEN since
                          ELSE COALESCE(\(now), since) END,
             state = \(state.rawValue)
       WHERE id = \(id) AND version = \(from)
      """)
  }

  /// The journal of one case, in order, folded.
  package static func facts(of id: CaseID, in connection: Connection) throws -> CaseFacts {
    let rows = try connection.rows(
      """
      SELECT events.body AS body, payloads.bytes AS payload
        FROM events LEFT JOIN payloads ON payloads.event_id = events.id
       WHERE events.case_id = \(id)
       ORDER BY events.case_seq
       LIMIT 10000
      """)
    var stored: [StoredEvent] = []
    for row in rows {
      let entry = try JournalCodec.caseEntry(from: try row.bytes("body"))
      stored.append(StoredEvent(entry: entry, payload: try row.bytesOrNil("payload")))
    }
    return try CaseFacts(stored)
  }

  /// A citizen's cases, the newest first.
  package static func of(
    _ citizen: CitizenID, limit: Int, in connection: Connection
  ) throws(Fault) -> [CaseRow] {
    try connection.rows(
      """
      SELECT * FROM cases
       WHERE citizen = \(citizen)
       ORDER BY lodged_at DESC, id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try CaseRow(restoring: row) }
  }
}

extension Cases {
  /// The next cases in the order of their ids, for work that goes over all of them.
  package static func batch(
    after id: String, limit: Int, in connection: Connection
  ) throws(Fault) -> [CaseRow] {
    try connection.rows(
      """
      SELECT * FROM cases
       WHERE id > \(id)
       ORDER BY id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try CaseRow(restoring: row) }
  }
}

extension Cases {
  /// Whose the case is among those of its role; nil where it is nobody's.
  package static func assignee(
    of id: CaseID, in connection: Connection
  ) throws(Fault) -> OfficerID? {
    try connection.row("SELECT assigned FROM cases WHERE id = \(id)")?
      .textOrNil("assigned").flatMap { OfficerID($0) }
  }

  /// The case with that number, whichever agency's it is.
  package static func row(
    number: String, in connection: Connection
  ) throws(Fault) -> CaseRow? {
    try connection.row("SELECT * FROM cases WHERE number = \(number)")
      .map { row throws(Fault) in try CaseRow(restoring: row) }
  }
}

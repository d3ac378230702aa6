package import CaseFile
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

  package init(
    id: CaseID, agency: AgencyID, number: CaseNumber, citizen: CitizenID, kind: CertificateKind,
    state: StateName, version: Int, lodgedAt: Instant, dueOn: CivilDate?, closedAt: Instant? = nil
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
  }

  init(restoring row: Row) throws(Fault) {
    guard let id = CaseID(try row.text("id")), let agency = AgencyID(try row.text("agency")),
      let number = CaseNumber(try row.text("number")),
      let citizen = CitizenID(try row.text("citizen")),
      let kind = CertificateKind(rawValue: try row.text("certificate_kind")),
      let state = StateName(rawValue: try row.text("state"))
    else { throw Fault("reading a case's row", cause: "a column holds an impossible value") }
    self.init(
      id: id, agency: agency, number: number, citizen: citizen, kind: kind, state: state,
      version: try row.int("version"),
      lodgedAt: Instant(milliseconds: try row.int64("lodged_at")),
      dueOn: try row.textOrNil("due_on").flatMap { CivilDate(iso: $0) },
      closedAt: try row.instantOrNil("closed_at"))
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

  package static func insert(
    _ row: CaseRow, procedure: String, applicant: String, searchName: String, sortName: String,
    in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      INSERT INTO cases (id, agency, number, citizen, certificate_kind, procedure, state, version,
                         lodged_at, due_on, closed_at, applicant, search_name, sort_name)
      VALUES (\(row.id), \(row.agency), \(row.number.text), \(row.citizen),
              \(row.kind.rawValue), \(procedure), \(row.state.rawValue), \(row.version),
              \(row.lodgedAt), NULL, NULL, \(applicant), \(searchName), \(sortName))
      """)
  }

  /// Moves the row on, if it still is at `from`. Returns the number of rows changed: 0 or 1.
  package static func update(
    _ id: CaseID, from: Int, to: Int, agency: AgencyID, state: StateName, dueOn: CivilDate?,
    closedAt: Instant?, in transaction: Transaction
  ) throws -> Int {
    try transaction.run(
      """
      UPDATE cases
         SET version = \(to), agency = \(agency), state = \(state.rawValue),
             due_on = \(dueOn), closed_at = \(closedAt)
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

  /// One page of an agency's queue: the earliest due first, undated last, then by id.
  package static func queue(
    of agency: AgencyID, in states: [StateName], after key: (dueOn: String, id: CaseID)?,
    limit: Int, connection: Connection
  ) throws(Fault) -> [(row: CaseRow, applicant: String)] {
    let key = key ?? (dueOn: "", id: firstID)
    // One index range for each state; `due_on` of undated cases sorts as a day that never comes.
    return try connection.rows(
      """
      SELECT * FROM cases
       WHERE agency = \(agency)
         AND state IN (\(list: states.map(\.rawValue)))
         AND (COALESCE(due_on, '9999-12-31'), id) > (\(key.dueOn), \(key.id))
       ORDER BY COALESCE(due_on, '9999-12-31'), id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in (try CaseRow(restoring: row), try row.text("applicant")) }
  }

  private static var firstID: CaseID {
    guard let id = CaseID(String(repeating: "0", count: 26)) else {
      preconditionFailure("26 zeros are an id")
    }
    return id
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

package import CaseFile
package import Vocabulary

/// One line of the register of bodies' requests: who asks and by when; nothing of the person.
package struct BodyRequestRow: Equatable, Sendable {
  package let id: BodyRequestID
  package let agency: AgencyID
  package let number: String
  /// `BodiesMayAsk.Body`, `CertificateKind` and the urgency, as the form has them.
  package let body: String
  package let bodyName: String
  package let kind: String
  package let urgency: String
  package let state: State
  package let version: Int
  package let receivedAt: Instant
  package let dueAt: Instant
  /// Until when the letter must have followed; nil where it came with the request.
  package let letterDue: CivilDate?
  package let letterAt: Instant?
  package let receivedBy: OfficerID
  package let foundBy: OfficerID?
  package let decidedBy: OfficerID?
  package let closedAt: Instant?

  package enum State: String, Sendable, CaseIterable {
    case received, found, answered, refused
  }

  package init(
    id: BodyRequestID, agency: AgencyID, number: String, body: String, bodyName: String,
    kind: String, urgency: String, state: State, version: Int = 1, receivedAt: Instant,
    dueAt: Instant, letterDue: CivilDate?, letterAt: Instant?, receivedBy: OfficerID,
    foundBy: OfficerID? = nil, decidedBy: OfficerID? = nil, closedAt: Instant? = nil
  ) {
    self.id = id
    self.agency = agency
    self.number = number
    self.body = body
    self.bodyName = bodyName
    self.kind = kind
    self.urgency = urgency
    self.state = state
    self.version = version
    self.receivedAt = receivedAt
    self.dueAt = dueAt
    self.letterDue = letterDue
    self.letterAt = letterAt
    self.receivedBy = receivedBy
    self.foundBy = foundBy
    self.decidedBy = decidedBy
    self.closedAt = closedAt
  }

  init(restoring row: Row) throws(Fault) {
    guard let id = BodyRequestID(try row.text("id")), let agency = AgencyID(try row.text("agency")),
      let state = State(rawValue: try row.text("state")),
      let receiver = OfficerID(try row.text("received_by"))
    else { throw Fault("reading a body's request", cause: "a column holds an impossible value") }
    self.init(
      id: id, agency: agency, number: try row.text("number"), body: try row.text("body"),
      bodyName: try row.text("body_name"), kind: try row.text("kind"),
      urgency: try row.text("urgency"), state: state, version: try row.int("version"),
      receivedAt: try row.instant("received_at"), dueAt: try row.instant("due_at"),
      letterDue: try row.textOrNil("letter_due").flatMap { CivilDate(iso: $0) },
      letterAt: try row.instantOrNil("letter_at"), receivedBy: receiver,
      foundBy: try row.textOrNil("found_by").flatMap { OfficerID($0) },
      decidedBy: try row.textOrNil("decided_by").flatMap { OfficerID($0) },
      closedAt: try row.instantOrNil("closed_at"))
  }
}

/// Tables `body_requests` and `body_request_events`.
package enum BodyRequests {
  package static func insert(_ row: BodyRequestRow, in transaction: Transaction) throws {
    try transaction.run(
      """
      INSERT INTO body_requests (id, agency, number, body, body_name, kind, urgency, state, version,
                                 received_at, due_at, letter_due, letter_at, received_by,
                                 decided_by, closed_at)
      VALUES (\(row.id), \(row.agency), \(row.number), \(row.body), \(row.bodyName), \(row.kind),
              \(row.urgency), \(row.state.rawValue), 1, \(row.receivedAt), \(row.dueAt),
              \(row.letterDue), \(row.letterAt), \(row.receivedBy), \(row.decidedBy),
              \(row.closedAt))
      """)
  }

  /// Writes where it stands now. False where somebody else changed it since it was read.
  package static func update(
    _ row: BodyRequestRow, state: BodyRequestRow.State, letterAt: Instant?, foundBy: OfficerID?,
    decidedBy: OfficerID?, closedAt: Instant?, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE body_requests
         SET state = \(state.rawValue), version = \(row.version + 1), letter_at = \(letterAt),
             found_by = \(foundBy), decided_by = \(decidedBy), closed_at = \(closedAt)
       WHERE id = \(row.id) AND version = \(row.version)
      """) == 1
  }

  package static func row(
    _ id: BodyRequestID, in connection: Connection
  ) throws(Fault) -> BodyRequestRow? {
    try connection.row("SELECT * FROM body_requests WHERE id = \(id)")
      .map { row throws(Fault) in try BodyRequestRow(restoring: row) }
  }

  /// Those that wait, by when they are due.
  package static func open(
    at agency: AgencyID, after key: (dueAt: Instant, id: BodyRequestID)?, limit: Int,
    in connection: Connection
  ) throws(Fault) -> [BodyRequestRow] {
    let due = key?.dueAt ?? Instant(milliseconds: 0)
    let id = key?.id.text ?? ""
    return try connection.rows(
      """
      SELECT * FROM body_requests
       WHERE agency = \(agency) AND closed_at IS NULL AND (due_at, id) > (\(due), \(id))
       ORDER BY due_at, id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try BodyRequestRow(restoring: row) }
  }

  /// Urgent ones whose letter has not followed in time. None is waited for where the request was
  /// refused.
  package static func withoutLetter(
    at agency: AgencyID, on today: CivilDate, limit: Int, in connection: Connection
  ) throws(Fault) -> [BodyRequestRow] {
    try connection.rows(withoutLetter(at: agency, on: today, limit: limit))
      .map { row throws(Fault) in try BodyRequestRow(restoring: row) }
  }

  static func withoutLetter(at agency: AgencyID, on today: CivilDate, limit: Int) -> SQL {
    """
    SELECT * FROM body_requests
     WHERE agency = \(agency) AND letter_at IS NULL AND state <> 'refused'
       AND letter_due < \(today)
     ORDER BY letter_due, id
     LIMIT \(limit)
    """
  }

  /// The latest that ended.
  package static func closed(
    at agency: AgencyID, limit: Int, in connection: Connection
  ) throws(Fault) -> [BodyRequestRow] {
    try connection.rows(
      """
      SELECT * FROM body_requests
       WHERE agency = \(agency) AND closed_at IS NOT NULL
       ORDER BY closed_at DESC, id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try BodyRequestRow(restoring: row) }
  }

  /// Appends an event of a request and binds it to the request in order.
  ///
  /// - Parameter principal: the officer on leave for whom it was done.
  package static func tell(
    _ event: BodyRequestEvent, payload: [UInt8]?, of agency: AgencyID, by officer: OfficerID,
    onBehalf principal: OfficerID? = nil, at now: Instant, in transaction: Transaction
  ) throws {
    let sealed = payload.map { Journal.seal($0) }
    let id = try Journal.append(
      HouseEntry(
        event: .bodyRequest(event), caseID: nil, seq: nil, agency: agency,
        actor: .officer(officer), at: now, payload: sealed?.commitment, onBehalf: principal),
      payload: sealed, in: transaction)
    try transaction.run(
      """
      INSERT INTO body_request_events (event_id, request)
      VALUES (\(id), \(event.request))
      """)
  }

  /// What the journal tells of a request, in order, with the payloads that are still there.
  package static func story(
    of id: BodyRequestID, in connection: Connection
  ) throws -> [(entry: HouseEntry, payload: [UInt8]?)] {
    try connection.rows(
      """
      SELECT events.body AS body, payloads.bytes AS payload
        FROM body_request_events
        JOIN events ON events.id = body_request_events.event_id
        LEFT JOIN payloads ON payloads.event_id = events.id
       WHERE body_request_events.request = \(id)
       ORDER BY body_request_events.event_id
       LIMIT 10000
      """
    ).map { row in
      (
        try JournalCodec.value(HouseEntry.self, from: try row.bytes("body")),
        try row.bytesOrNil("payload")
      )
    }
  }
}

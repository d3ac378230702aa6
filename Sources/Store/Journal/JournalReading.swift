package import CaseFile
package import Vocabulary

/// What an auditor looks for in the journal of an agency.
package struct JournalFilter: Equatable, Sendable {
  package var from: Instant?
  /// Not included.
  package var until: Instant?
  /// An event's own name.
  package var kind: String?
  package var caseID: CaseID?
  package var actor: OfficerID?

  package init(
    from: Instant? = nil, until: Instant? = nil, kind: String? = nil, caseID: CaseID? = nil,
    actor: OfficerID? = nil
  ) {
    self.from = from
    self.until = until
    self.kind = kind
    self.caseID = caseID
    self.actor = actor
  }
}

/// A place in the journal as it is read, the newest first.
package struct JournalPlace: Equatable, Sendable {
  package let at: Instant
  package let id: Int64

  package init(at: Instant, id: Int64) {
    self.at = at
    self.id = id
  }
}

/// One event as an auditor reads it: who, when, what; never the payload of a person.
package struct JournalReadingRow: Equatable, Sendable {
  package let place: JournalPlace
  package let kind: String
  package let actor: Actor
  package let onBehalf: OfficerID?
  package let caseID: CaseID?
  package let caseNumber: String?
  package let why: String?
  /// Why a file was opened that was not the officer's work.
  package let look: (reason: LookReason, words: String?)?
  /// Its place in the tree; nil while it waits for the sequencer.
  package let leafIndex: Int?
  /// Whether its own bytes lead to the root of the checkpoint; nil where it is not covered yet.
  package let isProven: Bool?

  package static func == (left: JournalReadingRow, right: JournalReadingRow) -> Bool {
    left.place == right.place && left.kind == right.kind && left.isProven == right.isProven
  }
}

extension Journal {
  /// A page of an agency's journal, each event checked against the checkpoint.
  package static func page(
    of agency: AgencyID, _ filter: JournalFilter, before place: JournalPlace?, limit: Int,
    checkpoint: CheckpointRow?, in connection: Connection
  ) throws -> [JournalReadingRow] {
    try connection.rows(query(of: agency, filter, before: place, limit: limit))
      .map { try reading($0, checkpoint, in: connection) }
  }

  /// The events of a case, or of an officer, are few beside those of an agency: they are found by
  /// the case, or by the officer, and the rest is looked at one by one. The text that is added
  /// keeps the engines from walking the agency's journal instead.
  static func query(
    of agency: AgencyID, _ filter: JournalFilter, before place: JournalPlace?, limit: Int
  ) -> SQL {
    let whose: SQL =
      filter.caseID == nil && filter.actor == nil ? "events.agency" : "(events.agency || '')"
    let who: SQL = filter.caseID == nil ? "events.actor" : "(events.actor || '')"
    var sql: SQL = """
      SELECT events.id AS id, events.at AS at, events.kind AS kind, events.actor AS actor,
             events.salt AS salt, events.body AS body, events.case_id AS case_id,
             cases.number AS number, payloads.bytes AS payload, leaves.leaf_index AS leaf_index
        FROM events LEFT JOIN cases ON cases.id = events.case_id
             LEFT JOIN leaves ON leaves.event_id = events.id
             LEFT JOIN payloads ON payloads.event_id = events.id
                   AND events.kind = 'caseLookedAt'
       WHERE \(sql: whose) = \(agency)
      """
    if let from = filter.from { sql = "\(sql: sql) AND events.at >= \(from)" }
    if let until = filter.until { sql = "\(sql: sql) AND events.at < \(until)" }
    if let kind = filter.kind { sql = "\(sql: sql) AND events.kind = \(kind)" }
    if let id = filter.caseID { sql = "\(sql: sql) AND \(sql: about(id))" }
    if let actor = filter.actor {
      sql = "\(sql: sql) AND \(sql: who) = \(Actor.officer(actor).description)"
    }
    if let place {
      sql = "\(sql: sql) AND (events.at, events.id) < (\(place.at), \(place.id))"
    }
    return "\(sql: sql) ORDER BY events.at DESC, events.id DESC LIMIT \(limit)"
  }

  /// Events of the case, and looks at it.
  private static func about(_ id: CaseID) -> SQL {
    """
    events.id IN (SELECT own.id FROM events AS own WHERE own.case_id = \(id)
                   UNION ALL
                  SELECT event_id FROM case_looks WHERE case_looks.case_id = \(id))
    """
  }

  private static func reading(
    _ row: Row, _ checkpoint: CheckpointRow?, in connection: Connection
  ) throws -> JournalReadingRow {
    let body = try row.bytes("body")
    guard let actor = Actor(try row.text("actor")) else {
      throw Fault("reading the journal", cause: "an event has an impossible actor")
    }
    let said = try JournalCodec.value(ReadEntry.self, from: body)
    let index = try row.intOrNil("leaf_index")
    var isProven: Bool?
    if let index, let checkpoint, index < checkpoint.size {
      isProven = try TreeNodes.inclusion(of: index, size: checkpoint.size, in: connection)
        .verifies(leaf: TreeHash(leaf: try row.bytes("salt") + body), root: checkpoint.root)
    }
    let kind = try row.text("kind")
    let number = try row.textOrNil("number")
    return JournalReadingRow(
      place: JournalPlace(at: try row.instant("at"), id: try row.int64("id")), kind: kind,
      actor: actor, onBehalf: said.onBehalf,
      caseID: try row.textOrNil("case_id").flatMap { CaseID($0) }, caseNumber: number,
      why: said.why, look: try look(kind, body, try row.bytesOrNil("payload")),
      leafIndex: index, isProven: isProven)
  }

  private static func look(
    _ kind: String, _ body: [UInt8], _ payload: [UInt8]?
  ) throws -> (reason: LookReason, words: String?)? {
    guard kind == "caseLookedAt",
      case .caseLookedAt(_, let reason?) =
        try JournalCodec.value(HouseEntry.self, from: body).event
    else { return nil }
    return (reason, try payload.map { try JournalCodec.value(String.self, from: $0) })
  }

  /// What is read of any entry, whatever its event is.
  private struct ReadEntry: Codable {
    let why: String?
    let onBehalf: OfficerID?
  }
}

package import CaseFile
package import Vocabulary

/// Tables `events`, `payloads`, `purges`: what happened, in the transaction in which it happened.
///
/// An event waits in `pending_leaves` until the sequencer gives it its place in the tree, so that
/// writers do not queue behind it.
package enum Journal {
  /// A payload with its salt and the commitment that goes into the event's body.
  package struct Sealed: Equatable, Sendable {
    package let salt: [UInt8]
    package let bytes: [UInt8]
    /// Lower-case hex; see `PayloadCommitment`.
    package let commitment: String
  }

  /// Seals a payload with 16 bytes of chance.
  package static func seal(
    _ payload: [UInt8], random generator: inout some RandomNumberGenerator
  ) -> Sealed {
    let salt = salt(random: &generator)
    return Sealed(
      salt: salt, bytes: payload,
      commitment: PayloadCommitment.make(salt: salt, payload: payload))
  }

  /// Seals a payload with the system's own chance.
  package static func seal(_ payload: [UInt8]) -> Sealed {
    var generator = SystemRandomNumberGenerator()
    return seal(payload, random: &generator)
  }

  /// Appends an entry and returns the event's id. The entry's `payload` is the sealed payload's
  /// commitment. Throws `DatabaseConflict` where the case already has an event of this number.
  @discardableResult
  package static func append<Event>(
    _ entry: Entry<Event>, payload: Sealed? = nil, in transaction: Transaction
  ) throws -> Int64 {
    precondition(
      entry.payload == payload?.commitment, "the entry commits to the payload beside it")
    return try append(line(of: entry), payload: payload, in: transaction)
  }

  /// The line that an entry becomes, with 16 bytes of chance as its salt.
  package static func line<Event>(of entry: Entry<Event>) -> JournalLine {
    var generator = SystemRandomNumberGenerator()
    let (body, kind) = JournalCodec.stored(entry)
    return JournalLine(
      caseID: entry.caseID, seq: entry.seq, agency: entry.agency, kind: kind, at: entry.at,
      actor: entry.actor.description, body: body, salt: salt(random: &generator))
  }

  /// Appends a line whose bytes are made already.
  package static func append(
    _ line: JournalLine, payload: Sealed?, in transaction: Transaction
  ) throws -> Int64 {
    let rows = try transaction.returning(
      """
      INSERT INTO events (case_id, case_seq, agency, kind, at, actor, salt, body)
      VALUES (\(line.caseID), \(line.seq), \(line.agency), \(line.kind), \(line.at), \(line.actor),
              \(line.salt), \(line.body))
      RETURNING id
      """)
    guard let id = try rows.first?.int64("id") else {
      throw Fault("appending an event", cause: "the database gave it no id")
    }
    if let payload {
      try transaction.run(
        """
        INSERT INTO payloads (event_id, salt, bytes)
        VALUES (\(id), \(payload.salt), \(payload.bytes))
        """)
    }
    return id
  }

  /// Deletes the payload of an event for good and appends the event that says so. The leaf stays.
  /// False, with nothing written, where there is no payload any more.
  ///
  /// `entry.event` is the purge, naming the purged event.
  package static func purge(
    payloadOf event: Int64, recording entry: HouseEntry, in transaction: Transaction
  ) throws -> Bool {
    let held = try transaction.row("SELECT event_id FROM payloads WHERE event_id = \(event)")
    guard held != nil else { return false }
    let purge = try append(entry, in: transaction)
    try transaction.run(
      "INSERT INTO purges (event_id, purge_event) VALUES (\(event), \(purge))")
    return try transaction.run("DELETE FROM payloads WHERE event_id = \(event)") == 1
  }

  package static func salt(random generator: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < PayloadCommitment.saltLength {
      withUnsafeBytes(of: generator.next()) { bytes += $0 }
    }
    return bytes
  }
}

/// One row of `events` before it has its id.
package struct JournalLine: Sendable {
  package let caseID: CaseID?
  package let seq: Int?
  package let agency: AgencyID
  package let kind: String
  package let at: Instant
  package let actor: String
  /// The stored bytes: never encoded again.
  package let body: [UInt8]
  package let salt: [UInt8]

  package init(
    caseID: CaseID?, seq: Int?, agency: AgencyID, kind: String, at: Instant, actor: String,
    body: [UInt8], salt: [UInt8]
  ) {
    self.caseID = caseID
    self.seq = seq
    self.agency = agency
    self.kind = kind
    self.at = at
    self.actor = actor
    self.body = body
    self.salt = salt
  }
}

package import CaseFile
package import Vocabulary

/// One look of an officer at the file of a case.
package struct CaseLook: Equatable, Sendable {
  package let at: Instant
  package let agency: AgencyID
  package let actor: Actor
  /// Nil where the file was the officer's work.
  package let reason: LookReason?
}

/// Table `case_looks`: which events of the journal were looks at a case.
package enum CaseLooks {
  /// Appends the look to the journal and to the index; why, where it was not the officer's work,
  /// in a kind that the person reads and in words that are payload.
  package static func note(
    _ id: CaseID, of agency: AgencyID, by officer: OfficerID,
    because why: (reason: LookReason, words: String)? = nil, at now: Instant,
    in transaction: Transaction
  ) throws {
    let sealed = why.map { Journal.seal(JournalCodec.bytes(of: $0.words)) }
    let entry = HouseEntry(
      event: .caseLookedAt(id, reason: why?.reason), caseID: nil, seq: nil, agency: agency,
      actor: .officer(officer), at: now, payload: sealed?.commitment)
    let event = try Journal.append(entry, payload: sealed, in: transaction)
    _ = try transaction.run(
      "INSERT INTO case_looks (event_id, case_id) VALUES (\(event), \(id))")
  }

  /// The latest looks, the newest first.
  package static func of(
    _ id: CaseID, limit: Int, in connection: Connection
  ) throws -> [CaseLook] {
    let rows = try connection.rows(
      """
      SELECT events.body AS body
        FROM case_looks JOIN events ON events.id = case_looks.event_id
       WHERE case_looks.case_id = \(id)
       ORDER BY case_looks.event_id DESC
       LIMIT \(limit)
      """)
    return try rows.map { row in
      let entry = try JournalCodec.value(HouseEntry.self, from: try row.bytes("body"))
      guard case .caseLookedAt(_, let reason) = entry.event else {
        throw Fault("reading a look", cause: "its event is another")
      }
      return CaseLook(
        at: entry.at, agency: entry.agency, actor: entry.actor, reason: reason)
    }
  }
}

package import CaseFile
package import Vocabulary

/// One look of an officer at the file of a case.
package struct CaseLook: Equatable, Sendable {
  package let at: Instant
  package let agency: AgencyID
  package let actor: Actor
}

/// Table `case_looks`: which events of the journal were looks at a case.
package enum CaseLooks {
  /// Appends the look to the journal and to the index.
  package static func note(
    _ id: CaseID, of agency: AgencyID, by officer: OfficerID, at now: Instant,
    in transaction: Transaction
  ) throws {
    let entry = HouseEntry(
      event: .caseLookedAt(id), caseID: nil, seq: nil, agency: agency, actor: .officer(officer),
      at: now)
    let event = try Journal.append(entry, in: transaction)
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
      return CaseLook(at: entry.at, agency: entry.agency, actor: entry.actor)
    }
  }
}

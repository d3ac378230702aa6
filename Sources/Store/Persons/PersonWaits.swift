package import Vocabulary

/// A case in which somebody has to look who a person is.
package struct PersonWaitRow: Equatable, Sendable {
  package let caseID: CaseID
  package let number: String
  package let applicant: String
  package let kind: Kind
  package let step: Step
  package let since: Instant

  package enum Kind: String, Sendable, CaseIterable {
    case candidate, dispute
  }

  /// Whom it waits for. Whether a first or a second officer is never told: a second must not learn
  /// from it what the first said.
  package enum Step: String, Sendable, CaseIterable {
    case officer, leader
  }
}

/// Table `person_waits`. An index to the journals.
package enum PersonWaits {
  /// Nil where nothing waits any more.
  package static func set(
    _ step: PersonWaitRow.Step?, _ kind: PersonWaitRow.Kind, of caseID: CaseID, agency: AgencyID,
    at now: Instant, in transaction: Transaction
  ) throws {
    guard let step else {
      try transaction.run(
        "DELETE FROM person_waits WHERE case_id = \(caseID) AND kind = \(kind.rawValue)")
      return
    }
    try transaction.run(
      """
      INSERT INTO person_waits (case_id, kind, agency, step, since)
      VALUES (\(caseID), \(kind.rawValue), \(agency), \(step.rawValue), \(now))
      ON CONFLICT (case_id, kind) DO UPDATE SET step = excluded.step, agency = excluded.agency
      """)
  }

  /// The longest waiting first.
  package static func of(
    _ agency: AgencyID, limit: Int, in connection: Connection
  ) throws(Fault) -> [PersonWaitRow] {
    try connection.rows(
      """
      SELECT person_waits.case_id AS case_id, cases.number AS number,
             cases.applicant AS applicant, person_waits.kind AS kind, person_waits.step AS step,
             person_waits.since AS since
        FROM person_waits JOIN cases ON cases.id = person_waits.case_id
       WHERE person_waits.agency = \(agency)
       ORDER BY person_waits.since, person_waits.case_id, person_waits.kind
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in
      guard let id = CaseID(try row.text("case_id")),
        let kind = PersonWaitRow.Kind(rawValue: try row.text("kind")),
        let step = PersonWaitRow.Step(rawValue: try row.text("step"))
      else { throw Fault("reading what waits", cause: "a column holds an impossible value") }
      return PersonWaitRow(
        caseID: id, number: try row.text("number"), applicant: try row.text("applicant"),
        kind: kind, step: step, since: Instant(milliseconds: try row.int64("since")))
    }
  }
}

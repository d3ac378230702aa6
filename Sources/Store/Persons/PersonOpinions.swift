package import Records
package import Vocabulary

/// Table `case_opinions`: who decided on a pair, so that the database itself holds that they are
/// two people. What they said is in the journal.
package enum PersonOpinions {
  /// What an opinion is about.
  package enum Subject: Equatable, Sendable {
    case candidate(RecordID, edition: Int)
    case dispute

    fileprivate var number: Int64 {
      switch self {
      case .candidate(let record, _): record.number
      case .dispute: 0
      }
    }

    fileprivate var edition: Int {
      switch self {
      case .candidate(_, let edition): edition
      case .dispute: 1
      }
    }
  }

  package enum Place: Int, Sendable {
    case first = 1
    case second = 2
    case leader = 3
  }

  /// Throws `DatabaseConflict` where the officer has decided on it already, or the place is taken.
  package static func add(
    on subject: Subject, of caseID: CaseID, place: Place, by officer: OfficerID, at now: Instant,
    in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      INSERT INTO case_opinions (case_id, subject, edition, place, officer, decided_at)
      VALUES (\(caseID), \(subject.number), \(subject.edition), \(place.rawValue), \(officer),
              \(now))
      """)
  }

  /// How many different officers decided on a pair.
  package static func count(
    on subject: Subject, of caseID: CaseID, in connection: Connection
  ) throws(Fault) -> Int {
    try connection.row(
      """
      SELECT count(*) AS number FROM case_opinions
       WHERE case_id = \(caseID) AND subject = \(subject.number) AND edition = \(subject.edition)
      """
    ).map { row throws(Fault) in try row.int("number") } ?? 0
  }
}

package import Law
package import Vocabulary

/// One question to one body about one case. The answer itself is in the journal.
package struct InquiryRow: Equatable, Sendable {
  package let id: InquiryID
  package let caseID: CaseID
  package let agency: AgencyID
  package let body: AgencyBody
  package let sentAt: Instant?
  package let answeredAt: Instant?
  /// Why the last message could not be used; nil if none failed.
  package let lastProblem: String?

  init(restoring row: Row) throws(Fault) {
    guard let id = InquiryID(try row.text("id")), let caseID = CaseID(try row.text("case_id")),
      let agency = AgencyID(try row.text("agency")),
      let body = AgencyBody(rawValue: try row.text("body"))
    else { throw Fault("reading an inquiry", cause: "a column holds an impossible value") }
    self.id = id
    self.caseID = caseID
    self.agency = agency
    self.body = body
    self.sentAt = try row.int64OrNil("sent_at").map { Instant(milliseconds: $0) }
    self.answeredAt = try row.int64OrNil("answered_at").map { Instant(milliseconds: $0) }
    self.lastProblem = try row.textOrNil("last_problem")
  }
}

/// Table `inquiries`.
package enum Inquiries {
  package static func open(
    _ id: InquiryID, of caseID: CaseID, agency: AgencyID, body: AgencyBody, at now: Instant,
    in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      INSERT INTO inquiries (id, case_id, agency, body, created_at)
      VALUES (\(id), \(caseID), \(agency), \(body.rawValue), \(now))
      """)
  }

  package static func row(
    _ id: InquiryID, in connection: Connection
  ) throws(Fault) -> InquiryRow? {
    try connection.row("SELECT * FROM inquiries WHERE id = \(id)")
      .map { row throws(Fault) in try InquiryRow(restoring: row) }
  }

  /// A case's questions, in the order of the bodies.
  package static func of(
    _ caseID: CaseID, in connection: Connection
  ) throws(Fault) -> [InquiryRow] {
    try connection.rows(
      "SELECT * FROM inquiries WHERE case_id = \(caseID) ORDER BY body, id LIMIT 100"
    ).map { row throws(Fault) in try InquiryRow(restoring: row) }
  }

  package static func markSent(
    _ id: InquiryID, at now: Instant, in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      UPDATE inquiries SET sent_at = \(now), last_problem = NULL
       WHERE id = \(id) AND sent_at IS NULL
      """)
  }

  package static func answer(
    _ id: InquiryID, at now: Instant, in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      UPDATE inquiries SET answered_at = \(now), last_problem = NULL
       WHERE id = \(id) AND answered_at IS NULL
      """)
  }

  package static func fail(
    _ id: InquiryID, problem: String, in transaction: Transaction
  ) throws {
    _ = try transaction.run(
      """
      UPDATE inquiries SET last_problem = \(problem)
       WHERE id = \(id) AND answered_at IS NULL
      """)
  }
}

extension Inquiries {
  /// How many questions each case has, and how many of them are answered.
  package static func counts(
    of cases: [CaseID], in connection: Connection
  ) throws(Fault) -> [CaseID: (asked: Int, answered: Int)] {
    guard !cases.isEmpty else { return [:] }
    let rows = try connection.rows(
      """
      SELECT case_id, COUNT(*) AS asked, COUNT(answered_at) AS answered
        FROM inquiries
       WHERE case_id IN (\(list: cases))
       GROUP BY case_id
       ORDER BY case_id
       LIMIT \(cases.count)
      """)
    var counts: [CaseID: (asked: Int, answered: Int)] = [:]
    for row in rows {
      guard let id = CaseID(try row.text("case_id")) else { continue }
      counts[id] = (try row.int("asked"), try row.int("answered"))
    }
    return counts
  }
}

package import Law
package import Vocabulary

/// One question about one fact of one judgment. What was asked and answered is in the journal.
package struct FactInquiryRow: Equatable, Sendable {
  package let id: InquiryID
  package let caseID: CaseID
  package let agency: AgencyID
  package let holder: FactHolder
  /// The conviction's id within the case.
  package let conviction: String
  package let part: FactPart
  package let createdAt: Instant
  package let sentAt: Instant?
  package let answeredAt: Instant?
  package let takenAt: Instant?
  /// Why the last message could not be used; nil if none failed.
  package let lastProblem: String?

  init(restoring row: Row) throws(Fault) {
    guard let id = InquiryID(try row.text("id")), let caseID = CaseID(try row.text("case_id")),
      let agency = AgencyID(try row.text("agency")),
      let holder = FactHolder(rawValue: try row.text("holder")),
      let part = FactPart(try row.text("part"))
    else { throw Fault("reading a question", cause: "a column holds an impossible value") }
    self.id = id
    self.caseID = caseID
    self.agency = agency
    self.holder = holder
    self.conviction = try row.text("conviction")
    self.part = part
    self.createdAt = Instant(milliseconds: try row.int64("created_at"))
    self.sentAt = try row.int64OrNil("sent_at").map { Instant(milliseconds: $0) }
    self.answeredAt = try row.int64OrNil("answered_at").map { Instant(milliseconds: $0) }
    self.takenAt = try row.int64OrNil("taken_at").map { Instant(milliseconds: $0) }
    self.lastProblem = try row.textOrNil("last_problem")
  }
}

/// Table `fact_inquiries`.
package enum FactInquiries {
  /// False where the same fact is asked already and not answered: then nothing is done.
  package static func open(
    _ id: InquiryID, of caseID: CaseID, agency: AgencyID, holder: FactHolder, conviction: String,
    part: FactPart, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      INSERT INTO fact_inquiries (id, case_id, agency, holder, conviction, part, created_at)
      VALUES (\(id), \(caseID), \(agency), \(holder.rawValue), \(conviction), \(part.text), \(now))
      ON CONFLICT DO NOTHING
      """) == 1
  }

  package static func row(
    _ id: InquiryID, in connection: Connection
  ) throws(Fault) -> FactInquiryRow? {
    try connection.row("SELECT * FROM fact_inquiries WHERE id = \(id)")
      .map { row throws(Fault) in try FactInquiryRow(restoring: row) }
  }

  /// A case's questions, in the order in which they were asked.
  package static func of(
    _ caseID: CaseID, in connection: Connection
  ) throws(Fault) -> [FactInquiryRow] {
    try connection.rows(
      """
      SELECT * FROM fact_inquiries WHERE case_id = \(caseID) ORDER BY created_at, id LIMIT 200
      """
    ).map { row throws(Fault) in try FactInquiryRow(restoring: row) }
  }

  package static func markSent(
    _ id: InquiryID, at now: Instant, in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      UPDATE fact_inquiries SET sent_at = \(now), last_problem = NULL
       WHERE id = \(id) AND sent_at IS NULL
      """)
  }

  /// False where it was answered before: the first answer stands.
  package static func answer(
    _ id: InquiryID, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE fact_inquiries SET answered_at = \(now), last_problem = NULL
       WHERE id = \(id) AND answered_at IS NULL
      """) == 1
  }

  /// False where it was taken over before, or has no answer.
  package static func take(
    _ id: InquiryID, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE fact_inquiries SET taken_at = \(now)
       WHERE id = \(id) AND answered_at IS NOT NULL AND taken_at IS NULL
      """) == 1
  }

  package static func fail(
    _ id: InquiryID, problem: String, in transaction: Transaction
  ) throws {
    try transaction.run(
      """
      UPDATE fact_inquiries SET last_problem = \(problem)
       WHERE id = \(id) AND answered_at IS NULL
      """)
  }
}

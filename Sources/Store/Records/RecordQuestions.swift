package import Records
package import Vocabulary

/// One question to an officer: documents that cannot all be right.
package struct RecordQuestion: Equatable, Sendable {
  package let id: Int64
  package let record: RecordID
  package let subject: String
  package let documents: [DocumentID]
  package let askedAt: Instant
  package let closedAt: Instant?

  init(restoring row: Row) throws(Fault) {
    self.id = try row.int64("id")
    self.record = RecordID(try row.int64("record"))
    self.subject = try row.text("subject")
    self.documents = try row.text("documents").split(separator: ",")
      .compactMap { DocumentID(text: String($0)) }
    self.askedAt = try row.instant("asked_at")
    self.closedAt = try row.instantOrNil("closed_at")
  }
}

/// Tables `record_questions` and `record_answers`.
package enum RecordQuestions {
  /// The open questions of an agency, the oldest first.
  package static func open(
    of agency: AgencyID, after id: Int64, limit: Int, in connection: Connection
  ) throws(Fault) -> [RecordQuestion] {
    try connection.rows(
      """
      SELECT * FROM record_questions
       WHERE agency = \(agency) AND closed_at IS NULL AND id > \(id)
       ORDER BY id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in try RecordQuestion(restoring: row) }
  }

  package static func question(
    _ id: Int64, of agency: AgencyID, in connection: Connection
  ) throws(Fault) -> RecordQuestion? {
    try connection.row(
      "SELECT * FROM record_questions WHERE id = \(id) AND agency = \(agency)"
    ).map { row throws(Fault) in try RecordQuestion(restoring: row) }
  }

  /// All questions of a record, closed ones too.
  package static func of(
    _ record: RecordID, in connection: Connection
  ) throws(Fault) -> [RecordQuestion] {
    try connection.rows(
      """
      SELECT * FROM record_questions
       WHERE record = \(record.number)
       ORDER BY id
       LIMIT 1000
      """
    ).map { row throws(Fault) in try RecordQuestion(restoring: row) }
  }

  static func answers(
    of ids: [RecordID], in connection: Connection
  ) throws(Fault) -> [RecordID: [QuestionAnswer]] {
    let rows = try connection.rows(
      """
      SELECT record, subject, documents, verdict, document, officer, record_answers.at AS at
        FROM record_questions JOIN record_answers ON question = record_questions.id
       WHERE record IN (\(list: ids.map(\.number)))
       ORDER BY question
       LIMIT 100000
      """)
    var found: [RecordID: [QuestionAnswer]] = [:]
    for row in rows {
      found[RecordID(try row.int64("record")), default: []].append(try answer(row))
    }
    return found
  }

  private static func answer(_ row: Row) throws(Fault) -> QuestionAnswer {
    let document = DocumentID(try row.int64("document"))
    guard let officer = OfficerID(try row.text("officer")) else {
      throw Fault("reading an answer", cause: "its officer is impossible")
    }
    let verdict: QuestionAnswer.Verdict
    switch try row.text("verdict") {
    case "stands": verdict = .stands(document)
    case "setAside": verdict = .setAside(document)
    default: throw Fault("reading an answer", cause: "its verdict is impossible")
    }
    return QuestionAnswer(
      subject: try row.text("subject"),
      documents: try row.text("documents").split(separator: ",")
        .compactMap { DocumentID(text: String($0)) },
      verdict: verdict, by: officer, at: try row.instant("at"))
  }
}

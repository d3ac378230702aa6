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

  /// What officers answered about these documents, by the record that holds the document: an answer
  /// follows its document into another record.
  static func answers(
    of documents: [RecordID: [FiledDocument]], in connection: Connection
  ) throws(Fault) -> [RecordID: [QuestionAnswer]] {
    var holders: [DocumentID: RecordID] = [:]
    for (record, held) in documents {
      for document in held { holders[document.id] = record }
    }
    var found: [RecordID: [QuestionAnswer]] = [:]
    for part in JudicialRecords.slices(of: holders.keys.sorted()) {
      let rows = try connection.rows(
        """
        SELECT subject, documents, verdict, document, officer, record_answers.at AS at
          FROM record_answers JOIN record_questions ON question = record_questions.id
         WHERE document IN (\(list: part.map(\.number)))
         ORDER BY question
         LIMIT 100000
        """)
      for row in rows {
        let answer = try answer(row)
        guard let record = holders[answer.verdict.document] else { continue }
        found[record, default: []].append(answer)
      }
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

extension RecordQuestions {
  /// Opens a question for each contradiction that has none, and closes those whose contradiction
  /// is gone. Returns how many were opened.
  static func settle(
    _ contradictions: [RecordID: [Contradiction]], of agency: AgencyID, at now: Instant,
    in transaction: Transaction
  ) throws -> Int {
    var opened = 0
    for part in JudicialRecords.slices(of: contradictions.keys.sorted()) {
      let rows = try transaction.rows(
        """
        SELECT * FROM record_questions
         WHERE record IN (\(list: part.map(\.number))) AND closed_at IS NULL
         ORDER BY id
         LIMIT 100000
        """
      ).map { row throws(Fault) in try RecordQuestion(restoring: row) }
      let open = Dictionary(grouping: rows, by: \.record)
      for id in part {
        opened += try settle(
          contradictions[id] ?? [], open[id] ?? [], of: id, agency, at: now, in: transaction)
      }
    }
    return opened
  }

  private static func settle(
    _ contradictions: [Contradiction], _ open: [RecordQuestion], of record: RecordID,
    _ agency: AgencyID, at now: Instant, in transaction: Transaction
  ) throws -> Int {
    let wanted = Set(contradictions.map(\.key))
    for question in open where !wanted.contains(question.key) {
      try transaction.run(
        "UPDATE record_questions SET closed_at = \(now) WHERE id = \(question.id)")
    }
    let asked = Set(open.map(\.key))
    var opened = 0
    for contradiction in contradictions where !asked.contains(contradiction.key) {
      let latest = try transaction.row("SELECT MAX(id) AS latest FROM record_questions")
      let id = (try latest?.int64OrNil("latest") ?? 0) + 1
      let documents = contradiction.documents.map(\.description).joined(separator: ",")
      try transaction.run(
        """
        INSERT INTO record_questions (id, record, agency, subject, documents, asked_at)
        VALUES (\(id), \(record.number), \(agency), \(contradiction.subject), \(documents), \(now))
        """)
      opened += 1
    }
    return opened
  }
}

extension RecordQuestion {
  /// As `Contradiction.key` writes it.
  package var key: String {
    "\(subject)#\(documents.map(\.description).joined(separator: ","))"
  }
}

import CaseFile
package import Records
package import Vocabulary

/// An officer's answer to a question: stored, journalled, and folded into the record at once.
package enum RecordAnswering {
  /// Why an answer was not taken.
  package enum Refusal: Error, Equatable, Sendable {
    /// There is no such question, or it is closed.
    case notOpen
    /// The verdict names a document that the question is not about.
    case otherDocument
  }

  /// - Parameters:
  ///   - verdict: names one of the question's documents.
  ///   - reason: the officer's words, which become the event's payload.
  package static func answer(
    _ id: Int64, _ verdict: QuestionAnswer.Verdict, reason: String, of agency: AgencyID,
    by officer: OfficerID, at now: Instant, in transaction: Transaction
  ) throws {
    try RecordTurn.take(in: transaction)
    guard let question = try RecordQuestions.question(id, of: agency, in: transaction),
      question.closedAt == nil
    else { throw Refusal.notOpen }
    guard question.documents.contains(verdict.document) else { throw Refusal.otherDocument }
    let before = try JudicialRecords.record(question.record, of: agency, in: transaction)
    let payload = Journal.seal(JournalCodec.bytes(of: reason))
    let entry = HouseEntry(
      event: .recordQuestionAnswered(
        question: id, document: verdict.document, verdict: verdict.column),
      caseID: nil, seq: nil, agency: agency, actor: .officer(officer), at: now,
      payload: payload.commitment)
    let event = try Journal.append(entry, payload: payload, in: transaction)
    try transaction.run(
      """
      INSERT INTO record_answers (question, verdict, document, officer, at, event_id)
      VALUES (\(id), \(verdict.column), \(verdict.document.number), \(officer), \(now), \(event))
      """)
    guard let after = try JudicialRecords.record(question.record, of: agency, in: transaction)
    else { throw Fault("answering a question", cause: "its record has no documents") }
    var changes = IndexChanges(agency: agency)
    changes.turn(question.record, from: before, to: after)
    try changes.writeLine(of: question.record, in: transaction)
    try changes.write(in: transaction)
    _ = try RecordQuestions.settle(changes.questions, of: agency, at: now, in: transaction)
  }

  /// The reason that was given; nil where there is no answer, or the reason was purged.
  package static func reason(
    of question: Int64, in connection: Connection
  ) throws -> String? {
    let row = try connection.row(
      """
      SELECT bytes FROM record_answers JOIN payloads ON payloads.event_id = record_answers.event_id
       WHERE question = \(question)
      """)
    return try row.map { try JournalCodec.value(String.self, from: try $0.bytes("bytes")) }
  }
}

extension QuestionAnswer.Verdict {
  package var document: DocumentID {
    switch self {
    case .stands(let document), .setAside(let document): document
    }
  }

  var column: String {
    switch self {
    case .stands: "stands"
    case .setAside: "setAside"
    }
  }
}

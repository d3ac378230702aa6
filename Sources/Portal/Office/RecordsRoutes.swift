import Desk
import Hummingbird
import Records
import Vocabulary
import Words

extension Portal {
  /// Numbers and names are posted, never written into an address.
  var recordRoutes: [Route] {
    [
      .officer(.get, "/office/records", records),
      .officer(.post, "/office/records", searchRecords),
      .officer(.get, "/office/records/questions", recordQuestions),
      .officer(.post, "/office/records/questions", answerRecordQuestion),
      .officer(.get, "/office/records/late", lateSuppliers),
      .officer(.get, "/office/records/documents", documentForm),
      .officer(
        .post, "/office/records/documents", limitBytes: BoundedBody.declarationBytes,
        enterDocument),
      .officer(.get, "/office/records/:id", askWhy),
      .officer(.post, "/office/records/:id", openRecord),
    ]
  }

  /// /office/records: look for a person.
  @Sendable func records(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try mustAssess(officer)
    return try visit.answer(RecordsPage(found: nil, filed: visit.query("filed"), in: visit))
  }

  /// POST /office/records
  @Sendable func searchRecords(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let query = RecordQuery(
      number: visit.form["number"], name: visit.form["name"],
      birthYear: Int(visit.form["birthYear"]))
    let found = try await desk.findRecords(query, by: officer)
    return try visit.answer(RecordsPage(found: found, filed: "", in: visit))
  }

  /// /office/records/:id: a record opens only for a case or a reason.
  @Sendable func askWhy(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try mustAssess(officer)
    return try visit.answer(
      RecordPage(try visit.recordID(), view: nil, error: nil, in: visit))
  }

  /// POST /office/records/:id: opens it, as it is or as it was on a day. Each look is journalled.
  @Sendable func openRecord(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let id = try visit.recordID()
    let typed = visit.form["asOf"]
    let day = typed.isEmpty ? nil : CivilDate(typed: typed)
    guard typed.isEmpty || day != nil else {
      return try visit.answer(
        RecordPage(id, view: nil, error: visit.words["records.noDay"], in: visit),
        status: .unprocessableContent)
    }
    let look = RecordLook(
      caseNumber: visit.form["case"], reason: try visit.words(at: "reason"))
    do {
      let view = try await desk.record(id, asOf: day, look: look, by: officer)
      return try visit.answer(RecordPage(id, view: view, error: nil, in: visit))
    } catch let refused as RecordRefused {
      return try visit.answer(
        RecordPage(id, view: nil, error: visit.sentence(refused), in: visit),
        status: .unprocessableContent)
    }
  }

  /// /office/records/questions: what documents say against each other.
  @Sendable func recordQuestions(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    let open = try await desk.recordQuestions(by: officer)
    return try visit.answer(RecordQuestionsPage(open, error: nil, in: visit))
  }

  /// POST /office/records/questions
  @Sendable func answerRecordQuestion(
    _ visit: Visit, _ officer: ActingOfficer
  ) async throws -> Response {
    let parts = visit.form["verdict"].split(separator: "-").map(String.init)
    guard let id = Int64(visit.form["question"]), parts.count == 2,
      let document = DocumentID(text: parts[1])
    else { throw HTTPRefusal.bodyUnreadable }
    let verdict: QuestionAnswer.Verdict =
      parts[0] == "stands" ? .stands(document) : .setAside(document)
    do {
      try await desk.answerQuestion(
        id, verdict, reason: try visit.words(at: "reason"), by: officer)
      return visit.seeOther("/office/records/questions")
    } catch let refused as RecordRefused {
      let open = try await desk.recordQuestions(by: officer)
      return try visit.answer(
        RecordQuestionsPage(open, error: visit.sentence(refused), in: visit),
        status: .unprocessableContent)
    }
  }

  /// /office/records/late
  @Sendable func lateSuppliers(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try visit.answer(
      RecordsLatePage(try await desk.lateSuppliers(by: officer), in: visit))
  }

  /// /office/records/documents: choose a kind, then fill in its form.
  @Sendable func documentForm(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try mustAssess(officer)
    let kind = DocumentKind(rawValue: visit.query("kind"))
    return try visit.answer(RecordDocumentPage(kind, in: visit))
  }

  /// POST /office/records/documents: files it, adds a row to the form, or shows the form again
  /// with everything typed and every field named that is not right.
  @Sendable func enterDocument(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    guard let kind = DocumentKind(rawValue: visit.form["kind"]) else {
      throw HTTPRefusal.bodyUnreadable
    }
    let typed = TypedDocument(kind: kind, values: visit.form.dictionary)
    let action = visit.form["action"]
    if let list = DocumentRows.List.allCases.first(where: { action == "add-\($0.rawValue)" }) {
      var rows = typed.rows
      rows.add(to: list)
      try mustAssess(officer)
      return try visit.answer(RecordDocumentPage(kind, rows: rows, in: visit))
    }
    let wrong = typed.refusals(today: visit.now.civilDate)
    guard wrong.isEmpty else {
      try mustAssess(officer)
      return try visit.answer(
        RecordDocumentPage(kind, rows: typed.rows, wrong: wrong, in: visit),
        status: .unprocessableContent)
    }
    do {
      let record = try await desk.enterDocument(
        typed.bytes, attachment: RecordAttachment(typed: visit.form["attachment"]), by: officer)
      return visit.seeOther("/office/records?filed=\(record)")
    } catch let refused as RecordRefused {
      return try visit.answer(
        RecordDocumentPage(kind, rows: typed.rows, said: refused, in: visit),
        status: .unprocessableContent)
    }
  }

  private func mustAssess(_ officer: ActingOfficer) throws(Refused) {
    guard officer.roles.contains(.assessor) else { throw .roleMissing(.assessor) }
  }
}

extension Visit {
  func recordID() throws(HTTPRefusal) -> RecordID {
    guard let id = RecordID(text: context.parameters.get("id") ?? "") else { throw .notFound }
    return id
  }
}

extension RecordAttachment {
  /// `new`, the number of a record, or nothing.
  init(typed: String) {
    if typed == "new" {
      self = .newRecord
    } else if let record = RecordID(text: typed) {
      self = .to(record)
    } else {
      self = .byNumber
    }
  }
}

import CaseFile
import Law
package import Records
import Store
package import Vocabulary

extension Desk {
  /// Records that fit. A number is looked for as it stands (old ones too), and where nobody has it
  /// with its likely errors; a name by the matching engine, and by its beginning. Each search is
  /// journalled.
  package func findRecords(
    _ query: RecordQuery, by officer: ActingOfficer
  ) async throws -> FoundRecords {
    try mayRead(officer)
    guard !query.number.isEmpty || !query.name.isEmpty else { return FoundRecords(lines: []) }
    let found = try await fitting(query, of: officer.agency)
    let now = surroundings.now()
    try await database.write { transaction in
      try RecordLooks.noteSearch(
        for: nil, shown: found.lines.map(\.id), of: officer.agency, by: officer.id, at: now,
        in: transaction)
    }
    return found
  }

  private func fitting(_ query: RecordQuery, of agency: AgencyID) async throws -> FoundRecords {
    if !query.number.isEmpty {
      let exact = try await database.read { connection in
        let ids = try RecordSearch.records(number: query.number, of: agency, in: connection)
        let lines = try RecordSearch.lines(ids, of: agency, in: connection)
        return ids.compactMap { lines[$0] }
      }
      if !exact.isEmpty { return FoundRecords(lines: exact) }
    }
    let search = try await finder.look(for: query.sought, of: agency)
    let ids = search.candidates.map(\.record)
    return try await database.read { connection in
      let lines = try RecordSearch.lines(ids, of: agency, in: connection)
      let found = ids.compactMap { lines[$0] }
      guard query.number.isEmpty else {
        return FoundRecords(lines: found, isPart: search.isCapped)
      }
      let most = 50
      let beginning = try RecordSearch.records(
        name: query.name, birthYear: query.birthYear, of: agency, limit: most, in: connection)
      return FoundRecords(
        lines: found + beginning.filter { !ids.contains($0.id) },
        isPart: search.isCapped || beginning.count == most)
    }
  }

  /// A record as it stands, or as it stood at the end of a day. Each look is journalled.
  package func record(
    _ id: RecordID, asOf day: CivilDate?, look: RecordLook, by officer: ActingOfficer
  ) async throws -> RecordView {
    try mayRead(officer)
    guard !look.reason.isEmpty || !look.caseNumber.isEmpty else {
      throw RecordRefused.lookReasonMissing
    }
    let agency = officer.agency
    let moment = day.map {
      Instant(milliseconds: Instant($0.adding(days: 1), hour: 0, minute: 0).milliseconds - 1)
    }
    let now = surroundings.now()
    return try await database.write { transaction in
      let caseID = try Cases.id(number: look.caseNumber, of: agency, in: transaction)
      if caseID == nil, !look.caseNumber.isEmpty { throw RecordRefused.noSuchCase }
      guard try RecordSearch.line(id, of: agency, in: transaction) != nil else {
        throw Refused.notFound
      }
      try RecordLooks.note(
        id, for: caseID, reason: look.reason, of: agency, by: officer.id, at: now,
        in: transaction)
      let record =
        try JudicialRecords.record(id, of: agency, asOf: moment, in: transaction)
        ?? RecordFold.record(id, of: agency, documents: [])
      var view = try view(of: record, in: transaction)
      view.moves = try RecordMoves.touching(id, of: agency, in: transaction)
        .map { try moveView(of: $0, for: officer, in: transaction) }
      if record.documents.isEmpty {
        view.successor = try RecordMoves.successor(of: id, in: transaction)
      }
      return view
    }
  }

  /// Files a document that an officer typed, in the format of docs/records.md.
  package func enterDocument(
    _ bytes: [UInt8], attachment: RecordAttachment, by officer: ActingOfficer
  ) async throws -> RecordID {
    try mayRead(officer)
    let now = surroundings.now()
    let document: SupplierDocument
    do {
      document = try DocumentReader.read(bytes, today: now.civilDate)
    } catch {
      throw RecordRefused.document(error)
    }
    let incoming = IncomingDocument(document, bytes: bytes, attachment: attachment)
    return try await database.write { transaction in
      let outcome = try RecordFiling.file(
        [incoming], of: officer.agency, source: .hand(officer.id), by: .officer(officer.id),
        at: now, in: transaction)
      switch outcome.results[0] {
      case .filed(let record, _), .known(let record, _): return record
      case .refused(let refusal):
        let candidates = try RecordSearch.records(
          name: document.person.name, birthYear: document.person.born?.year, of: officer.agency,
          limit: 20, in: transaction)
        throw RecordRefused.filing(refusal, candidates: candidates)
      }
    }
  }

  package func recordQuestions(by officer: ActingOfficer) async throws -> [RecordQuestionView] {
    try mayRead(officer)
    return try await database.read { connection in
      let open = try RecordQuestions.open(
        of: officer.agency, after: 0, limit: 50, in: connection)
      return try open.compactMap { question in
        try JudicialRecords.record(question.record, of: officer.agency, in: connection)
          .map { try view(of: question, in: $0, connection) }
      }
    }
  }

  package func answerQuestion(
    _ id: Int64, _ verdict: QuestionAnswer.Verdict, reason: String, by officer: ActingOfficer
  ) async throws {
    try mayRead(officer)
    guard !reason.isEmpty else { throw RecordRefused.answerReasonMissing }
    let now = surroundings.now()
    try await database.write { transaction in
      do {
        try RecordAnswering.answer(
          id, verdict, reason: reason, of: officer.agency, by: officer.id, at: now,
          in: transaction)
      } catch is RecordAnswering.Refusal {
        throw RecordRefused.questionClosed
      }
    }
  }

  package func lateSuppliers(by officer: ActingOfficer) async throws -> LateSuppliersView {
    try mayRead(officer)
    try await freshRules()
    let office = try office(of: officer.agency)
    let term = try office.shelf.edition()
      .supplyTerm(on: office.profile.legalDay(on: surroundings.now().civilDate))
    return try await database.read { connection in
      LateSuppliersView(
        issuers: try RecordLate.issuers(of: officer.agency, limit: 100, in: connection),
        worst: try RecordLate.worst(of: officer.agency, limit: 20, in: connection), term: term)
    }
  }

  /// Records are joined and parted by two assessors in their own right: nobody is stood in for, so
  /// that two names are two pairs of eyes.
  func mayMove(_ officer: ActingOfficer) throws(Refused) {
    try mayRead(officer)
    guard officer.principals[.assessor] == nil else { throw .roleMissing(.assessor) }
  }

  func mayRead(_ officer: ActingOfficer) throws(Refused) {
    guard officer.roles.contains(.assessor) else { throw .roleMissing(.assessor) }
  }
}

extension RecordQuery {
  /// With a number, only the number is looked for.
  fileprivate var sought: SoughtPerson {
    number.isEmpty
      ? SoughtPerson(names: [name], born: birthYear.map { .year($0) })
      : SoughtPerson(names: [], numbers: [number])
  }
}

private func view(of record: JudicialRecord, in connection: Connection) throws -> RecordView {
  let questions = try RecordQuestions.of(record.id, in: connection)
    .map { try view(of: $0, in: record, connection) }
  var officers: [OfficerID: String] = [:]
  for document in record.documents {
    guard case .hand(let id) = document.source, officers[id] == nil else { continue }
    officers[id] = try Officers.name(of: id, in: connection)?.name
  }
  return RecordView(record: record, questions: questions, officers: officers)
}

private func view(
  of question: RecordQuestion, in record: JudicialRecord, _ connection: Connection
) throws -> RecordQuestionView {
  RecordQuestionView(
    id: question.id, record: question.record, personName: record.identity.name?.value ?? "",
    subject: question.subject, documents: question.documents.compactMap { record.document($0) },
    askedAt: question.askedAt, closedAt: question.closedAt,
    reason: try RecordAnswering.reason(of: question.id, in: connection))
}

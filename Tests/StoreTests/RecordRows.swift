import CaseFile
import Law
import Records
import Testing
import Vocabulary

@testable import Store

/// Invented documents, and the ways in which tests file them.
enum RecordRows {
  static let officer: OfficerID = {
    var dice = TestDice(state: 7)
    return OfficerID(random: &dice)
  }()

  static func number(_ seed: Int) -> String { "092090" + padded(seed, to: 6) }

  static func person(_ seed: Int) -> DocumentPerson {
    DocumentPerson(
      name: "Nguyễn Văn Mẫu", born: .day(CivilDate(1990, 3, 12)), numbers: [number(seed)])
  }

  static func extract(_ seed: Int, months: Int = 9) -> SupplierDocument {
    SupplierDocument(
      kind: .firstInstanceJudgment, issuer: "Tòa án nhân dân quận Mẫu", number: "47/2023/HS-ST",
      issuedOn: CivilDate(2023, 5, 16), effectiveOn: CivilDate(2023, 6, 16),
      receivedOn: CivilDate(2023, 6, 20), person: person(seed),
      content: .judgment(
        JudgmentExtract(
          number: "47/2023/HS-ST", court: "Tòa án nhân dân quận Mẫu",
          pronouncedOn: CivilDate(2023, 5, 16),
          offences: [
            ExtractedOffence(
              words: "Trộm cắp tài sản", code: .code2015, article: 173, clause: 1,
              gravity: .lessSerious, fault: .intentional, committedOn: CivilDate(2023, 1, 5))
          ],
          principal: ExtractedPrincipal(
            kind: .imprisonment, months: months, words: "\(months) tháng tù"),
          supplementary: [], obligations: [])))
  }

  static func release(_ seed: Int) -> SupplierDocument {
    SupplierDocument(
      kind: .prisonRelease, issuer: "Trại giam Mẫu", number: "15/GCN",
      issuedOn: CivilDate(2024, 2, 20), receivedOn: CivilDate(2024, 2, 25), person: person(seed),
      content: .execution(
        of: [JudgmentReference(number: "47/2023/HS-ST", court: "Tòa án nhân dân quận Mẫu")],
        parts: [ExecutedPart(part: .principal, state: .on(CivilDate(2024, 2, 20)))]))
  }

  static func file(
    _ documents: [SupplierDocument], attachment: RecordAttachment = .byNumber,
    at now: Instant = TestDatabase.now, in database: Database
  ) async throws -> FilingOutcome {
    let incoming = documents.map {
      IncomingDocument($0, bytes: DocumentWriter.bytes(of: $0), attachment: attachment)
    }
    return try await database.write { transaction in
      try RecordFiling.file(
        incoming, of: TestDatabase.agency, source: .planted, by: .system("test"), at: now,
        in: transaction)
    }
  }

  static func openQuestions(_ database: Database) async throws -> [RecordQuestion] {
    try await database.read { connection in
      try RecordQuestions.open(of: TestDatabase.agency, after: 0, limit: 10, in: connection)
    }
  }

  static func makeOfficer(in database: Database) async throws {
    try await database.write { transaction in
      try Officers.insert(
        OfficerRow(
          id: officer, agency: TestDatabase.agency, username: "mau", name: "Mẫu",
          title: "Chuyên viên", roles: [.assessor], passwordHash: "x"),
        at: TestDatabase.now, in: transaction)
    }
  }

  static func expectSound(
    _ database: Database, at place: SourceLocation = #_sourceLocation
  ) async throws {
    for invariant in try await RecordCheck.run(on: database) where !invariant.holds {
      Issue.record("\(invariant.name): \(invariant.failures)", sourceLocation: place)
    }
  }

  static func counts(_ database: Database) async throws -> [Int] {
    try await database.read { connection in
      var found: [Int] = []
      for query: SQL in [
        "SELECT COUNT(*) AS n FROM records", "SELECT COUNT(*) AS n FROM record_documents",
        "SELECT COUNT(*) AS n FROM record_names", "SELECT COUNT(*) AS n FROM record_numbers",
        "SELECT COUNT(*) AS n FROM record_batches", "SELECT COUNT(*) AS n FROM events",
        "SELECT COUNT(*) AS n FROM record_questions",
      ] {
        found.append(try connection.row(query)?.int("n") ?? -1)
      }
      return found
    }
  }
}

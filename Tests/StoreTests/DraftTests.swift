import CaseFile
import Foundation
import Testing
import Vocabulary

@testable import Store

@Suite("A draft keeps what was known and takes what was typed")
struct DraftTests {
  private struct Written: Sendable {
    let id: DraftID
    let citizen: CitizenID
  }

  private static func write(in transaction: Transaction) throws -> Written {
    var dice = TestDice(state: 7)
    let citizen = try Citizens.findOrMake(
      try NationalID("092190000000"), name: try PersonName("Nguyễn Thị Mẫu"),
      birthDate: .day(CivilDate(1990, 9, 2)), id: CitizenID(random: &dice),
      at: TestDatabase.now, in: transaction)
    let id = DraftID(random: &dice)
    try Drafts.insert(
      DraftRow(
        id: id, citizen: citizen, agency: TestDatabase.agency, fields: "{\"đã biết\":1}\n{}\n",
        version: 1, lodgedCase: nil, createdAt: TestDatabase.now, updatedAt: TestDatabase.now),
      in: transaction)
    return Written(id: id, citizen: citizen)
  }

  @Test(arguments: TestEngine.allCases)
  func `a draft left alone is reminded of once, then deleted with its event`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      _ = try await database.write { try Self.write(in: $0) }
      let later = TestDatabase.now.adding(seconds: 86_400)
      func idle(_ moment: Instant) async throws -> [IdleDraft] {
        try await database.read { connection in
          try Drafts.idle(since: moment, after: "", limit: 10, in: connection)
        }
      }
      #expect(try await idle(TestDatabase.now.adding(seconds: -1)).isEmpty)
      let draft = try #require(try await idle(TestDatabase.now).first)
      #expect(draft.remindedAt == nil)
      #expect(try await database.write { try Drafts.remind(draft, at: later, in: $0) })
      #expect(try await !database.write { try Drafts.remind(draft, at: later, in: $0) })
      #expect(try await idle(TestDatabase.now).first?.remindedAt == later)
      let gone = try await database.write { transaction in
        try Drafts.purge(
          draft, files: FileStore(root: URL(filePath: "/nonexistent")), by: .system("worker"),
          at: later, in: transaction)
      }
      #expect(gone)
      #expect(try await idle(later).isEmpty)
      let events = try await database.read { connection in
        try connection.rows(
          "SELECT id FROM events WHERE kind = 'draftPurged' ORDER BY id LIMIT 2")
      }
      #expect(events.count == 1)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `saving replaces the second line, once a version`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let draft = try await database.write { try Self.write(in: $0) }
      func save(
        from version: Int, by citizen: CitizenID, at agency: AgencyID = TestDatabase.agency
      ) async throws -> Bool {
        let entry = HouseEntry(
          event: .draftSaved(draft.id), caseID: nil, seq: nil, agency: agency,
          actor: .citizen(citizen), at: TestDatabase.now)
        return try await Drafts.save(
          draft.id, of: citizen, from: version, typed: "{\"tên\":\"Mẫu\"}\n",
          recording: Journal.line(of: entry), in: database)
      }
      #expect(try await save(from: 1, by: draft.citizen))
      #expect(try await !save(from: 1, by: draft.citizen))
      let other = try #require(AgencyID("stp-khac"))
      #expect(try await !save(from: 2, by: draft.citizen, at: other))
      var dice = TestDice(state: 8)
      let stranger = CitizenID(random: &dice)
      #expect(try await !save(from: 2, by: stranger))
      let row = try await database.look { connection in
        try Drafts.row(draft.id, of: draft.citizen, in: connection)
      }
      #expect(row?.fields == "{\"đã biết\":1}\n{\"tên\":\"Mẫu\"}\n")
      #expect(row?.version == 2)
      let lines = try await database.read { connection in
        try connection.rows(
          """
          SELECT e.kind, p.event_id FROM events e JOIN pending_leaves p ON p.event_id = e.id
           ORDER BY e.id LIMIT 10
          """)
      }
      #expect(try lines.map { try $0.text("kind") } == ["draftSaved"])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a draft of one line, as it was saved before, becomes one of two`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      let steps = try MigrationFile.all(for: database.dialect)
      let step = try #require(steps.first { $0.name == "drafts" })
      let draft = try await database.write { try Self.write(in: $0) }
      let old = #"{"form":{"tên":"Mẫu"},"prefill":{"a":[1,null]},"register":"down"}"#
      try await database.write { transaction in
        try transaction.run("UPDATE drafts SET fields = \(old) WHERE id = \(draft.id)")
        try transaction.run(SQL(stringLiteral: step.sql))
      }
      let row = try await database.look { connection in
        try Drafts.row(draft.id, of: draft.citizen, in: connection)
      }
      let lines = (row?.fields ?? "").split(separator: "\n").map { $0.filter { $0 != " " } }
      #expect(
        lines == [#"{"prefill":{"a":[1,null]},"register":"down"}"#, #"{"tên":"Mẫu"}"#])
    }
  }
}

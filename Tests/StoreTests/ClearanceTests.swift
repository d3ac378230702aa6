import Records
import Testing
import Vocabulary

@testable import Store

@Suite("What the nightly walk found stands until a later walk finds something else")
struct ClearanceTests {
  private static let day = CivilDate(2026, 11, 21)

  private static func row(
    _ record: Int64, _ conviction: String, _ found: ClearanceRow.Found, on day: CivilDate = day
  ) -> ClearanceRow {
    ClearanceRow(
      record: RecordID(record), conviction: conviction, found: found, notedOn: day)
  }

  private static func replace(
    _ rows: [ClearanceRow], in database: Database
  ) async throws -> Int {
    try await database.write { transaction in
      try Clearances.replace(
        rows, of: [RecordID(1)], agency: TestDatabase.agency, in: transaction)
    }
  }

  private static func page(
    _ kind: ClearanceKind, after key: ClearanceKey? = nil, limit: Int = 10, in database: Database
  ) async throws -> [ClearanceRow] {
    try await database.read { connection in
      try Clearances.page(
        kind, of: TestDatabase.agency, after: key, limit: limit, in: connection)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `walking twice changes nothing, and the first day stays`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      _ = try await RecordRows.file([RecordRows.extract(1)], in: database)
      let cleared = ClearanceRow.Found.cleared(from: CivilDate(2022, 6, 2))
      let lacking = ClearanceRow.Found.lacking("principal.completed", holder: "court")
      let rows = [Self.row(1, "1", cleared), Self.row(1, "2", lacking)]
      #expect(try await Self.replace(rows, in: database) == 1)
      let next = CivilDate(2026, 11, 22)
      let again = [Self.row(1, "1", cleared, on: next), Self.row(1, "2", lacking, on: next)]
      #expect(try await Self.replace(again, in: database) == 0)
      #expect(try await Self.page(.cleared, in: database) == [rows[0]])
      #expect(try await Self.page(.lacking, in: database) == [rows[1]])
      #expect(try await Self.replace([], in: database) == 0)
      #expect(try await Self.page(.cleared, in: database).isEmpty)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a list is read page by page`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      _ = try await RecordRows.file([RecordRows.extract(1)], in: database)
      let rows = (1...5).map { place in
        Self.row(1, "\(place)", .lacking("obligations[0].completed", holder: "commune"))
      }
      _ = try await Self.replace(rows, in: database)
      let first = try await Self.page(.lacking, limit: 3, in: database)
      #expect(first == Array(rows.prefix(3)))
      let rest = try await Self.page(
        .lacking, after: first.last.map { ClearanceKey($0) }, limit: 3, in: database)
      #expect(rest == Array(rows.suffix(2)))
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a walk goes on from where it was, and ends once`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let now = TestDatabase.now
      try await database.write { transaction in
        var run = try ClearanceRuns.begun(
          on: Self.day, of: TestDatabase.agency, in: transaction)
        run.lastRecord = RecordID(40)
        run.records = 40
        try ClearanceRuns.save(run, of: TestDatabase.agency, in: transaction)
        var again = try ClearanceRuns.begun(
          on: Self.day, of: TestDatabase.agency, in: transaction)
        #expect(again == run)
        again.finishedAt = now
        try ClearanceRuns.save(again, of: TestDatabase.agency, in: transaction)
        again.records = 99
        try ClearanceRuns.save(again, of: TestDatabase.agency, in: transaction)
      }
      let latest = try await database.read {
        try ClearanceRuns.latestFinished(of: TestDatabase.agency, in: $0)
      }
      #expect(latest?.records == 40 && latest?.finishedAt == now)
    }
  }
}

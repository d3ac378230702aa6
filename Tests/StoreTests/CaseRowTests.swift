import CaseFile
import Testing
import Vocabulary

@testable import Store

@Suite("A case's row moves with its journal")
struct CaseRowTests {
  @Test(arguments: TestEngine.allCases)
  func `a forwarded case leaves one agency's queue for the other's`(
    engine: TestEngine
  ) async throws {
    let other = try #require(AgencyID("ca-hanoi"))
    try await TestDatabase.with(engine) { database in
      let id = try await database.write { transaction in
        try transaction.run(
          """
          INSERT INTO agencies (id, name, created_at)
          VALUES (\(other), 'Công an Mẫu', \(TestDatabase.now))
          """)
        return try TestRows.makeCase(1, version: 2, in: transaction)
      }
      #expect(try await Self.queue(of: TestDatabase.agency, in: database) == [id])
      let changed = try await database.write { transaction in
        try Cases.update(
          id, from: 2, to: 3, agency: other, state: .lodged, dueOn: nil, closedAt: nil,
          in: transaction)
      }
      #expect(changed == 1)
      #expect(try await Self.queue(of: TestDatabase.agency, in: database).isEmpty)
      #expect(try await Self.queue(of: other, in: database) == [id])
      let stale = try await database.write { transaction in
        try Cases.update(
          id, from: 2, to: 3, agency: TestDatabase.agency, state: .lodged, dueOn: nil,
          closedAt: nil, in: transaction)
      }
      #expect(stale == 0)
    }
  }

  private static func queue(of agency: AgencyID, in database: Database) async throws -> [CaseID] {
    try await database.read { connection in
      try CaseQueue.page(
        QueueSelection(states: [.lodged]), of: agency, .first, limit: 9, in: connection
      ).map(\.row.id)
    }
  }
}

import Testing
import Vocabulary

@testable import Store

@Suite("The schema itself keeps the journal and the books")
struct GuardTests {
  private static let seeds: [SQL] = [
    "INSERT INTO leaves (leaf_index, event_id, hash) SELECT 0, id, \(bytes) FROM events",
    "INSERT INTO tree_nodes (level, position, hash) VALUES (1, 0, \(bytes))",
    "INSERT INTO checkpoints (size, root, note, at) VALUES (1, \(bytes), 'n', 1)",
    "INSERT INTO ledger_accounts (agency, code) VALUES ('stp-mau', 'suspense')",
    "INSERT INTO ledger_batches (agency, at) VALUES ('stp-mau', 1)",
    """
    INSERT INTO ledger_entries (batch, line, agency, account, debit, credit)
    SELECT id, 1, 'stp-mau', 'suspense', 5, 0 FROM ledger_batches
    """,
    """
    INSERT INTO installation (only_row, mode, profile, origin, installed_at)
    VALUES (1, 'demo', 'p', 'o', 1)
    """,
    "INSERT INTO sequences (agency, kind, scope, latest) VALUES ('stp-mau', 'case', 'd', 5)",
  ]

  private static let bytes = [UInt8](repeating: 1, count: 32)

  private static let forbidden: [SQL] = [
    "UPDATE events SET actor = 'x'", "DELETE FROM events", "UPDATE leaves SET leaf_index = 7",
    "DELETE FROM leaves", "UPDATE tree_nodes SET position = 9", "DELETE FROM tree_nodes",
    "UPDATE checkpoints SET note = 'x'", "DELETE FROM checkpoints",
    "UPDATE payloads SET bytes = salt", "DELETE FROM payloads",
    "UPDATE ledger_batches SET at = 2", "DELETE FROM ledger_batches",
    "UPDATE ledger_entries SET debit = 6", "DELETE FROM ledger_entries",
    "UPDATE installation SET mode = 'real'", "DELETE FROM installation",
    "UPDATE sequences SET latest = 5", "UPDATE sequences SET latest = 4", "DELETE FROM sequences",
  ]

  private func withSeeds(
    _ engine: TestEngine, _ body: @Sendable (Database) async throws -> Void
  ) async throws {
    try await TestDatabase.with(engine) { database in
      try await database.write { transaction in
        let line = TestRows.line(nil, seq: nil, body: "{}")
        _ = try Journal.append(line, payload: Journal.seal([1]), in: transaction)
        for sql in Self.seeds { try transaction.run(sql) }
      }
      try await body(database)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `what is written is neither changed nor deleted`(engine: TestEngine) async throws {
    try await withSeeds(engine) { database in
      for sql in Self.forbidden {
        let conflict = await #expect(throws: DatabaseConflict.self, "\(sql.pieces)") {
          try await database.write { try $0.run(sql) }
        }
        #expect(conflict?.kind == .forbidden, "\(sql.pieces)")
      }
    }
  }

  @Test func `PostgreSQL's TRUNCATE is refused too`() async throws {
    try await withSeeds(.postgres) { database in
      for table in ["events", "leaves", "checkpoints", "payloads", "ledger_entries"] {
        await #expect(throws: DatabaseConflict.self) {
          try await database.write {
            try $0.run(SQL(stringLiteral: "TRUNCATE \(table) CASCADE"))
          }
        }
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `every event waits for its leaf from its first moment`(engine: TestEngine) async throws {
    try await withSeeds(engine) { database in
      let count = try await database.read {
        try $0.row("SELECT COUNT(*) AS n FROM pending_leaves")?.int("n")
      }
      #expect(count == 1)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a line of the books has one side`(engine: TestEngine) async throws {
    try await withSeeds(engine) { database in
      for sides in ["0, 0", "5, 5", "-5, 0"] {
        await #expect(throws: DatabaseConflict.self) {
          try await database.write {
            try $0.run(
              SQL(
                stringLiteral: """
                  INSERT INTO ledger_entries (batch, line, agency, account, debit, credit)
                  SELECT id, 2, 'stp-mau', 'suspense', \(sides) FROM ledger_batches
                  """))
          }
        }
      }
    }
  }
}

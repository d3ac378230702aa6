import Testing

@testable import Store

/// What somebody with the database in hand could do: take a guard away, change, put it back.
enum TestTampering {
  static func change(_ database: Database, _ sql: SQL) async throws {
    try await database.write { transaction in
      switch transaction.dialect {
      case .sqlite:
        let guards = try transaction.rows(
          "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name LIMIT 100")
        for one in guards {
          try transaction.script("DROP TRIGGER \(try one.text("name"))")
        }
        try transaction.run(sql)
        for one in guards { try transaction.script(try one.text("sql")) }
      case .postgres:
        for table in Self.guarded {
          try transaction.script("ALTER TABLE \(table) DISABLE TRIGGER USER")
        }
        try transaction.run(sql)
        // What waits for the commit is checked now: a table with open checks cannot be altered.
        try transaction.script("SET CONSTRAINTS ALL IMMEDIATE")
        for table in Self.guarded {
          try transaction.script("ALTER TABLE \(table) ENABLE TRIGGER USER")
        }
      }
    }
  }

  private static let guarded = [
    "events", "leaves", "tree_nodes", "checkpoints", "payloads", "purges", "ledger_entries",
    "ledger_batches", "record_documents", "supply_messages",
  ]
}

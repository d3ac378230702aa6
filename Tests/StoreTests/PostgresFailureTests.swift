import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import Store

@Suite("PostgreSQL may fail and nothing is lost")
struct PostgresFailureTests {
  private static let table: SQL = "CREATE TABLE pairs (id BIGINT NOT NULL PRIMARY KEY, n BIGINT)"

  private func withPairs(
    _ body: @Sendable (Database) async throws -> Void
  ) async throws {
    try await TestDatabase.withEmpty(.postgres) { test in
      guard case .postgres(let uri) = test.location else { return }
      // A name of its own, by which a test finds its own connections among those of others.
      let named = DatabaseLocation.postgres(uri: uri + "&application_name=\(UUID().uuidString)")
      let database = try Database.open(named, connections: 4)
      defer { database.close() }
      try await database.write { transaction in
        try transaction.run(Self.table)
        try transaction.run("INSERT INTO pairs (id, n) VALUES (1, 0), (2, 0)")
      }
      try await body(database)
    }
  }

  @Test func `transactions that lock each other out are begun again`() async throws {
    try await withPairs { database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<4 {
          group.addTask {
            for _ in 0..<8 {
              let order = task % 2 == 0 ? [1, 2] : [2, 1]
              try await database.write { transaction in
                for id in order {
                  try transaction.run("UPDATE pairs SET n = n + 1 WHERE id = \(id)")
                }
              }
            }
          }
        }
        try await group.waitForAll()
      }
      let sums = try await database.read { connection in
        try connection.rows("SELECT n FROM pairs ORDER BY id LIMIT 2").map { try $0.int("n") }
      }
      #expect(sums == [32, 32])
    }
  }

  @Test func `no statement calls other processes to help or is compiled`() async throws {
    try await withPairs { database in
      let settings = try await database.read { connection in
        try ["max_parallel_workers_per_gather", "jit"].map { name in
          try connection.row("SELECT current_setting(\(name)) AS value")?.text("value")
        }
      }
      #expect(settings == ["0", "off"])
    }
  }

  @Test func `a connection that is cut before the commit is made again, and the work too`()
    async throws
  {
    try await withPairs { database in
      let runs = Mutex(0)
      try await database.write { transaction in
        try transaction.run("UPDATE pairs SET n = n + 1 WHERE id = 1")
        let isFirst = runs.withLock { count in
          count += 1
          return count == 1
        }
        if isFirst { _ = try transaction.rows("SELECT pg_terminate_backend(pg_backend_pid())") }
      }
      #expect(runs.withLock { $0 } == 2)
      let row = try await database.read { try $0.row("SELECT n FROM pairs WHERE id = 1") }
      #expect(try row?.int("n") == 1)
    }
  }

  @Test func `connections that were cut while idle are made again`() async throws {
    try await withPairs { database in
      for _ in 0..<8 {
        try await database.write { transaction in
          _ = try transaction.rows(
            """
            SELECT pg_terminate_backend(pid) AS gone FROM pg_stat_activity
             WHERE application_name = current_setting('application_name')
               AND pid <> pg_backend_pid()
            """)
        }
        let row = try await database.read { try $0.row("SELECT n FROM pairs WHERE id = 2") }
        #expect(try row?.int("n") == 0)
      }
    }
  }

  @Test func `a migration beside us does not disturb statements that are prepared`() async throws {
    try await withPairs { database in
      func columns() async throws -> Int {
        try await database.read { connection in
          try connection.row("SELECT * FROM pairs WHERE id = 1")?.columns.names.count ?? 0
        }
      }
      for expected in 2..<6 {
        // Often enough that every connection has prepared it.
        for _ in 0..<8 { #expect(try await columns() == expected) }
        try await database.write {
          try $0.script("ALTER TABLE pairs ADD COLUMN c\(expected) BIGINT")
        }
      }
    }
  }

  @Test func `a value is not quoted in a fault`() async throws {
    try await withPairs { database in
      let fault = await #expect(throws: Fault.self) {
        try await database.write {
          try $0.run("UPDATE pairs SET n = CAST(\("secret words") AS BIGINT)")
        }
      }
      let words = fault.map { "\($0)" } ?? "secret"
      #expect(!words.contains("secret"))
    }
  }
}

import Foundation
import Testing
import Vocabulary

@testable import Store

@Suite("A commit is on the disk")
struct DurabilityTests {
  @Test func `SQLite's writer syncs fully, in WAL, with foreign keys`() async throws {
    try await TestDatabase.withEmpty(.sqlite) { test in
      guard case .sqlite(let path) = test.location else { return }
      let engine = try SQLiteEngine(path: path)
      defer { engine.close() }
      // It stays so after a change of the schema.
      for change: SQL in ["SELECT 1", "CREATE TABLE t (id BIGINT)"] {
        let found = try await engine.write { transaction in
          try transaction.run(change)
          return try SQLiteEngine.durable.keys.map { name in
            (name, try SQLiteEngine.pragma(name, on: transaction))
          }
        }
        #expect(Dictionary(uniqueKeysWithValues: found) == SQLiteEngine.durable)
      }
    }
  }

  @Test func `what commits leave in SQLite's log comes into its file`() async throws {
    try await TestDatabase.withEmpty(.sqlite) { test in
      guard case .sqlite(let path) = test.location else { return }
      let engine = try SQLiteEngine(path: path)
      defer { engine.close() }
      _ = try await engine.alone("CREATE TABLE t (id BIGINT, bytes BLOB)")
      func write(_ ids: ClosedRange<Int64>) async throws {
        for id in ids {
          _ = try await engine.alone(
            "INSERT INTO t VALUES (\(id), \([UInt8](repeating: 7, count: 1 << 20)))")
        }
      }
      func size() throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
      }
      // More than the longest log, so that the writer has a part in it too.
      try await write(1...80)
      let deadline = ContinuousClock.now + .seconds(20)
      while try size() < 60 << 20, ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(try size() >= 60 << 20)
      let count = try await engine.read { connection in
        try connection.rows("SELECT id FROM t ORDER BY id LIMIT 1000").count
      }
      #expect(count == 80)
    }
  }

  @Test func `SQLite keeps every column to its type`() async throws {
    try await TestDatabase.with(.sqlite) { database in
      let loose = try await database.read { connection in
        try connection.rows(
          """
          SELECT name FROM pragma_table_list
           WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%' AND name <> 'migrations'
           ORDER BY name
           LIMIT 100
          """
        ).map { try $0.text("name") }
      }
      #expect(loose == [])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `writes that wait together neither help nor harm each other`(
    engine: TestEngine
  ) async throws {
    struct Odd: Error {}
    try await TestDatabase.with(engine, connections: 8) { database in
      let good = await withTaskGroup(of: Int.self) { group in
        for number in 0..<200 {
          group.addTask {
            do {
              try await database.write { transaction in
                try Outbox.put(
                  kind: "k", payload: "\(number)", agency: TestDatabase.agency, caseID: nil,
                  dueAt: TestDatabase.now, in: transaction)
                if number % 3 == 1 { throw Odd() }
                if number % 3 == 2 { try transaction.run("INSERT INTO outbox (id) VALUES (NULL)") }
              }
              return 1
            } catch {
              return 0
            }
          }
        }
        return await group.reduce(0, +)
      }
      #expect(good == 67)
      let kept = try await database.read { connection in
        try connection.rows("SELECT payload FROM outbox ORDER BY id LIMIT 1000")
          .map { try $0.text("payload") }
      }
      #expect(Set(kept) == Set((0..<200).filter { $0 % 3 == 0 }.map(String.init)))
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `statements that are alone neither help nor harm each other`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      let results = await withTaskGroup(of: Int64?.self) { group in
        for number in 0..<200 {
          group.addTask {
            let agency = number % 3 == 1 ? "nobody's" : TestDatabase.agency.description
            do {
              let rows = try await database.alone(
                """
                INSERT INTO events (agency, kind, at, actor, salt, body)
                VALUES (\(agency), 'k', \(number), 'a', \([UInt8](repeating: 1, count: 16)),
                        \([UInt8]("{}".utf8)))
                RETURNING at
                """)
              return try rows.first?.int64("at")
            } catch {
              #expect(error is DatabaseConflict)
              return nil
            }
          }
        }
        return await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
      }
      let good = (0..<200).filter { $0 % 3 != 1 }.map(Int64.init)
      #expect(results.sorted() == good)
      let kept = try await database.read { connection in
        try connection.rows("SELECT at FROM events ORDER BY at LIMIT 1000")
          .map { try $0.int64("at") }
      }
      #expect(kept == good)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a promise checked at the commit spoils only its own transaction`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine, connections: 8) { database in
      let results = await withTaskGroup(of: Bool.self) { group in
        for number in 0..<40 {
          group.addTask {
            do {
              try await database.write { transaction in
                var dice = TestDice(state: UInt64(number + 500))
                let nobody = CaseID(random: &dice)
                let caseID = try TestRows.makeCase(UInt64(number + 1), in: transaction)
                // The foreign key of an event waits for the commit.
                let line = TestRows.line(number % 4 == 0 ? nobody : caseID, seq: 1, body: "{}")
                _ = try Journal.append(line, payload: nil, in: transaction)
              }
              return true
            } catch {
              return false
            }
          }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(results == 30)
    }
  }
}

import Testing
import Vocabulary

@testable import Store

@Suite("Both engines answer alike")
struct EngineTests {
  private struct Mine: Error, Equatable {
    let words: String
  }

  private static let table: SQL = """
    CREATE TABLE things (id BIGINT NOT NULL PRIMARY KEY, name TEXT, amount BIGINT)
    """

  @discardableResult
  private func withThings<Result: Sendable>(
    _ engine: TestEngine, _ body: @Sendable (Database) async throws -> Result
  ) async throws -> Result {
    try await TestDatabase.withEmpty(engine) { test in
      let database = try Database.open(test.location, connections: 4)
      defer { database.close() }
      try await database.write { try $0.run(Self.table) }
      return try await body(database)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `every kind of value comes back as it was`(engine: TestEngine) async throws {
    let bytes = (UInt8.min...UInt8.max).map { $0 }
    try await TestDatabase.with(engine) { database in
      try await database.write { transaction in
        let id = try TestRows.makeCase(1, in: transaction)
        let line = JournalLine(
          caseID: id, seq: 1, agency: TestDatabase.agency, kind: "k", at: TestDatabase.now,
          actor: "Đặng ' \" \\ ? $1 :x 👩🏽‍⚖️", body: bytes, salt: Array(bytes.prefix(16)))
        let event = try Journal.append(line, payload: nil, in: transaction)
        let row = try #require(
          try transaction.row("SELECT * FROM events WHERE id = \(event)"))
        #expect(try row.text("actor") == line.actor)
        #expect(try row.bytes("body") == bytes)
        #expect(try row.text("case_id") == id.text)
        #expect(try row.int("case_seq") == 1)
        #expect(try row.instant("at") == TestDatabase.now)
        let empty = try #require(
          try transaction.row("SELECT due_on, closed_at FROM cases WHERE id = \(id)"))
        #expect(try empty.dateOrNil("due_on") == nil)
        #expect(try empty.instantOrNil("closed_at") == nil)
        #expect(throws: Fault.self) { try empty.date("due_on") }
        #expect(throws: Fault.self) { try empty.text("no_such_column") }
        #expect(throws: Fault.self) { try row.text("case_seq") }
      }
    }
  }

  @Test(arguments: TestEngine.allCases, [Int64.min, -1, 0, 1, 9_007_199_254_740_993, Int64.max])
  func `integers keep their 64 bits`(engine: TestEngine, number: Int64) async throws {
    try await withThings(engine) { database in
      let read = try await database.write { transaction in
        try transaction.run("INSERT INTO things (id, amount) VALUES (1, \(number))")
        return try transaction.row("SELECT amount FROM things WHERE id = 1")?.int64("amount")
      }
      #expect(read == number)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `values go to their places, whatever the order of appearance`(
    engine: TestEngine
  ) async throws {
    try await withThings(engine) { database in
      let row = try await database.write { transaction in
        try transaction.run("INSERT INTO things (id, name, amount) VALUES (1, 'a', 10)")
        let changed = try transaction.run(
          "UPDATE things SET amount = \(20), name = \("b") WHERE id = \(1) AND amount = \(10)")
        #expect(changed == 1)
        return try transaction.row("SELECT name, amount FROM things WHERE id = 1")
      }
      #expect(try row?.text("name") == "b")
      #expect(try row?.int("amount") == 20)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `typed text is never SQL`(engine: TestEngine) async throws {
    let typed = "'; DROP TABLE things; --"
    try await withThings(engine) { database in
      try await database.write { transaction in
        try transaction.run("INSERT INTO things (id, name) VALUES (1, \(typed))")
      }
      let rows = try await database.read { connection in
        try connection.rows("SELECT name FROM things WHERE name = \(typed) ORDER BY id LIMIT 2")
      }
      #expect(try rows.map { try $0.text("name") } == [typed])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a placeholder written by hand is refused`(engine: TestEngine) async throws {
    try await withThings(engine) { database in
      let sign = engine == .sqlite ? "?1" : "$1"
      await #expect(throws: Fault.self) {
        try await database.read { connection in
          try connection.rows(SQL(stringLiteral: "SELECT id FROM things WHERE id = \(sign)"))
        }
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a list matches its members, an empty one nothing`(engine: TestEngine) async throws {
    try await withThings(engine) { database in
      let (some, none) = try await database.write { transaction in
        let rows: [[SQLValue]] = (1...5).map { [$0.sqlValue, "n\($0)".sqlValue] }
        try transaction.run("INSERT INTO things (id, name) VALUES \(rows: rows)")
        let part: SQL = "SELECT id FROM things WHERE name IN (\(list: ["n2", "n4", "x"]))"
        let some = try transaction.rows("\(sql: part) AND id < \(9) ORDER BY id LIMIT 9")
        let none = try transaction.rows(
          "SELECT id FROM things WHERE id IN (\(list: [Int]())) ORDER BY id LIMIT 9")
        return (try some.map { try $0.int("id") }, none.count)
      }
      #expect(some == [2, 4])
      #expect(none == 0)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `sums of integers are integers and averages are not`(engine: TestEngine) async throws {
    try await withThings(engine) { database in
      let row = try await database.write { transaction in
        try transaction.run("INSERT INTO things (id, amount) VALUES (1, 1), (2, 2)")
        return try transaction.row(
          "SELECT SUM(amount) AS total, AVG(amount * 1.0) AS middle, COUNT(*) AS n FROM things")
      }
      #expect(try row?.int("total") == 3)
      #expect(try row?.real("middle") == 1.5)
      #expect(try row?.int("n") == 2)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `an error of the closure undoes everything and comes out as it is`(
    engine: TestEngine
  ) async throws {
    try await withThings(engine) { database in
      await #expect(throws: Mine(words: "mine")) {
        try await database.write { transaction in
          try transaction.run("INSERT INTO things (id) VALUES (1)")
          throw Mine(words: "mine")
        }
      }
      let count = try await database.read { try $0.rows("SELECT id FROM things LIMIT 9").count }
      #expect(count == 0)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a conflict names its table and columns, and no value`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let conflict = await #expect(throws: DatabaseConflict.self) {
        try await database.write { transaction in
          let id = try TestRows.makeCase(1, in: transaction)
          let line = TestRows.line(id, seq: 1, body: "secret")
          _ = try Journal.append(line, payload: nil, in: transaction)
          _ = try Journal.append(line, payload: nil, in: transaction)
        }
      }
      #expect(conflict?.kind == .unique)
      #expect(conflict?.table == "events")
      #expect(conflict?.columns == ["case_id", "case_seq"])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `other conflicts are told apart`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      func kind(_ sql: SQL) async -> DatabaseConflict.Kind? {
        do {
          _ = try await database.write { try $0.run(sql) }
          return nil
        } catch {
          return (error as? DatabaseConflict)?.kind
        }
      }
      let outbox = "INSERT INTO outbox (agency, kind, payload, due_at, attempts) VALUES "
      #expect(await kind(SQL(stringLiteral: outbox + "('nobody', 'k', 'p', 1, 0)")) == .reference)
      #expect(await kind(SQL(stringLiteral: outbox + "('stp-mau', 'k', 'p', 1, -1)")) == .check)
      #expect(await kind(SQL(stringLiteral: outbox + "('stp-mau', NULL, 'p', 1, 0)")) == .check)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `after a failure nothing of the transaction is kept, even where it is swallowed`(
    engine: TestEngine
  ) async throws {
    try await withThings(engine) { database in
      await #expect(throws: Fault.self) {
        try await database.write { transaction in
          try transaction.run("INSERT INTO things (id) VALUES (1)")
          do {
            try transaction.run("INSERT INTO things (id) VALUES (1)")
          } catch is DatabaseConflict {
            // Swallowed: the engine must not commit the first.
            return
          }
        }
      }
      let count = try await database.read { try $0.rows("SELECT id FROM things LIMIT 9").count }
      #expect(count == 0)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a read cannot write`(engine: TestEngine) async throws {
    try await withThings(engine) { database in
      await #expect(throws: Fault.self) {
        try await database.read { try $0.rows("INSERT INTO things (id) VALUES (1) RETURNING id") }
      }
      let count = try await database.read { try $0.rows("SELECT id FROM things LIMIT 9").count }
      #expect(count == 0)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a look sees what is committed, and its errors come out`(
    engine: TestEngine
  ) async throws {
    try await withThings(engine) { database in
      try await database.write { try $0.run("INSERT INTO things (id, name) VALUES (1, 'a')") }
      let name = try await database.look { connection in
        try connection.row("SELECT name FROM things WHERE id = \(1)")?.text("name")
      }
      #expect(name == "a")
      await #expect(throws: Fault.self) {
        try await database.look { try $0.row("SELECT nothing FROM nowhere") }
      }
      await #expect(throws: Mine(words: "mine")) {
        try await database.look { _ in throw Mine(words: "mine") }
      }
      let count = try await database.look { try $0.rows("SELECT id FROM things LIMIT 9").count }
      #expect(count == 1)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a lookup sees what is committed, and its errors come out`(
    engine: TestEngine
  ) async throws {
    try await withThings(engine) { database in
      try await database.write { try $0.run("INSERT INTO things (id, name) VALUES (1, 'a')") }
      #expect(try await database.look(name(of: 1)) == "a")
      #expect(try await database.look(name(of: 2)) == nil)
      await #expect(throws: Fault.self) {
        try await database.look(text("nothing", by: "SELECT nothing FROM nowhere"))
      }
      await #expect(throws: Fault.self) {
        try await database.look(text("other", by: "SELECT name FROM things WHERE id = 1"))
      }
      #expect(try await database.look(name(of: 1)) == "a")
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `lookups that wait together each get their own answer`(engine: TestEngine) async throws {
    try await withThings(engine) { database in
      try await database.write { transaction in
        for id in 0..<100 {
          try transaction.run("INSERT INTO things (id, name) VALUES (\(id), \("n\(id)"))")
        }
      }
      let wrong = await withTaskGroup(of: Bool.self) { group in
        for id in 0..<300 {
          group.addTask {
            do {
              // Every seventh is refused by the engine, and none of the others suffers from it.
              guard id % 7 > 0 else {
                _ = try await database.look(text("x", by: "SELECT 1 / (\(id) * 0) AS x FROM no"))
                return true
              }
              return try await database.look(name(of: id)) != (id < 100 ? "n\(id)" : nil)
            } catch {
              return id % 7 > 0
            }
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(wrong == 0)
    }
  }

  private func name(of id: Int) -> Lookup<String?> {
    text("name", by: "SELECT name FROM things WHERE id = \(id)")
  }

  private func text(_ column: String, by query: SQL) -> Lookup<String?> {
    .row(query) { row throws(Fault) in try row.text(column) }
  }

  @Test(arguments: TestEngine.allCases)
  func `a NUL in a text is refused`(engine: TestEngine) async throws {
    try await withThings(engine) { database in
      await #expect(throws: Fault.self) {
        try await database.write {
          try $0.run("INSERT INTO things (id, name) VALUES (1, \("a\u{0}b"))")
        }
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `two rows are not one row`(engine: TestEngine) async throws {
    try await withThings(engine) { database in
      await #expect(throws: Fault.self) {
        try await database.write { transaction in
          try transaction.run("INSERT INTO things (id) VALUES (1), (2)")
          _ = try transaction.row("SELECT id FROM things ORDER BY id LIMIT 2")
        }
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a read sees one moment while others write`(engine: TestEngine) async throws {
    try await withThings(engine) { database in
      let gate = TestGate()
      let counts = Task(executorPreference: TestThreads()) {
        try await database.read { connection in
          let before = try connection.rows("SELECT id FROM things LIMIT 9").count
          gate.open("read")
          gate.wait(for: "written")
          return [before, try connection.rows("SELECT id FROM things ORDER BY id LIMIT 9").count]
        }
      }
      await gate.reached("read")
      try await database.write { try $0.run("INSERT INTO things (id) VALUES (1)") }
      gate.open("written")
      #expect(try await counts.value == [0, 0])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a closed database refuses`(engine: TestEngine) async throws {
    try await TestDatabase.withEmpty(engine) { test in
      let database = try Database.open(test.location, connections: 1)
      database.close()
      await #expect(throws: Fault.self) { try await database.read { _ in 1 } }
      await #expect(throws: Fault.self) { try await database.write { _ in 1 } }
    }
  }
}

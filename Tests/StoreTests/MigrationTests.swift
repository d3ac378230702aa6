import Testing
import Vocabulary

@testable import Store

@Suite("The schema is made by migrations and by nothing else")
struct MigrationTests {
  @Test(arguments: TestEngine.allCases)
  func `an empty database takes every step once`(engine: TestEngine) async throws {
    try await TestDatabase.withEmpty(engine) { test in
      let database = try Database.open(test.location, connections: 2)
      defer { database.close() }
      await #expect(throws: MigrationRefusal.behind(1, "tables")) {
        try await Migrations.verify(database)
      }
      let taken = try await Migrations.apply(to: database, at: TestDatabase.now)
      #expect(taken.map(\.number) == (try MigrationFile.all(for: .sqlite).map(\.number)))
      #expect(try await Migrations.apply(to: database, at: TestDatabase.now).isEmpty)
      try await Migrations.verify(database)
      #expect(try await SchemaCheck.differences(in: database) == [])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `programs that start together take turns`(engine: TestEngine) async throws {
    try await TestDatabase.withEmpty(engine) { test in
      let taken = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<4 {
          group.addTask {
            let database = try Database.open(test.location, connections: 1)
            defer { database.close() }
            return try await Migrations.apply(to: database, at: TestDatabase.now).count
          }
        }
        return try await group.reduce(0, +)
      }
      #expect(taken == (try MigrationFile.all(for: .sqlite).count))
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `an edited migration is refused`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      try await database.write {
        try $0.run("UPDATE migrations SET sha256 = 'other' WHERE number = 1")
      }
      await #expect(throws: MigrationRefusal.edited(1, "tables")) {
        try await Migrations.apply(to: database, at: TestDatabase.now)
      }
      await #expect(throws: MigrationRefusal.edited(1, "tables")) {
        try await Migrations.verify(database)
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a newer program's migration is refused`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let last = try #require(try MigrationFile.all(for: database.dialect).last)
      let next = last.number + 1
      try await database.write {
        try $0.run(
          "INSERT INTO migrations (number, name, sha256, at) VALUES (\(next), 'later', 'x', 1)")
      }
      await #expect(throws: MigrationRefusal.newer(next, "later")) {
        try await Migrations.apply(to: database, at: TestDatabase.now)
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `whatever was changed by hand is named`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      try await database.write { transaction in
        try transaction.run("DROP INDEX cases_by_citizen")
        try transaction.run("CREATE TABLE smuggled (id BIGINT)")
        try transaction.run("ALTER TABLE citizens ADD COLUMN note TEXT")
        switch engine {
        case .sqlite: try transaction.run("DROP TRIGGER events_no_delete")
        case .postgres: try transaction.run("DROP TRIGGER events_no_change ON events")
        }
      }
      let found = try await SchemaCheck.differences(in: database).joined(separator: "\n")
      #expect(found.contains("index cases_by_citizen is missing"))
      #expect(found.contains("smuggled"))
      #expect(found.contains("citizens"))
      #expect(found.contains(engine == .sqlite ? "events_no_delete" : "events_no_change"))
    }
  }

  @Test(arguments: [
    "tables.sql", "0001.sql", "1_tables.sql", "0001_tables.mysql.sql", "0001_tables",
    "0001_tables.sqlite.more.sql",
  ])
  func `a file whose name says nothing is refused`(name: String) {
    #expect(throws: Fault.self) { try MigrationFile(file: name, bytes: [], for: .sqlite) }
  }

  @Test func `a file of the other engine is passed over`() throws {
    #expect(try MigrationFile(file: "0001_a.postgres.sql", bytes: [], for: .sqlite) == nil)
    #expect(try MigrationFile(file: "0001_a.sqlite.sql", bytes: [], for: .sqlite)?.number == 1)
  }

  @Test func `both engines take the same steps`() throws {
    let steps = try Dialect.allCases.map { try MigrationFile.all(for: $0).map(\.name) }
    #expect(steps[0] == steps[1])
  }
}

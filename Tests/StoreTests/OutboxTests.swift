import Testing
import Vocabulary

@testable import Store

@Suite("A note is carried until it is done, dead or revived")
struct OutboxTests {
  private static func put(_ payload: String, dueIn seconds: Int = 0, _ database: Database)
    async throws -> Int64
  {
    try await database.write { transaction in
      try Outbox.put(
        kind: "mail", payload: payload, agency: TestDatabase.agency, caseID: nil,
        dueAt: TestDatabase.now.adding(seconds: seconds), in: transaction)
    }
  }

  private static func claim(
    _ holder: String, limit: Int = 10, after seconds: Int = 0, _ database: Database
  ) async throws -> [OutboxNote] {
    try await database.write { transaction in
      try Outbox.claim(
        limit: limit, by: holder, leaseSeconds: 30,
        at: TestDatabase.now.adding(seconds: seconds), in: transaction)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `due notes are taken in order, once, until the lease runs out`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      let first = try await Self.put("a", database)
      let second = try await Self.put("b", database)
      _ = try await Self.put("later", dueIn: 60, database)
      let taken = try await Self.claim("one", limit: 1, database)
      #expect(taken.map(\.id) == [first])
      #expect(taken.map(\.attempts) == [1])
      #expect(try await Self.claim("two", database).map(\.id) == [second])
      #expect(try await Self.claim("three", database).isEmpty)
      let again = try await Self.claim("three", after: 30, database)
      #expect(again.map(\.id) == [first, second])
      #expect(again.map(\.attempts) == [2, 2])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a note that is done never comes again`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let id = try await Self.put("a", database)
      _ = try await Self.claim("one", database)
      let now = TestDatabase.now
      try await database.write { try Outbox.done(id, at: now, in: $0) }
      #expect(try await Self.claim("one", after: 1000, database).isEmpty)
      #expect(try await database.read { try Outbox.openCount(in: $0) } == 0)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `waiting is not failing`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let id = try await Self.put("a", database)
      for round in 0..<3 {
        #expect(try await Self.claim("one", after: round * 10, database).map(\.attempts) == [1])
        let due = TestDatabase.now.adding(seconds: round * 10 + 10)
        try await database.write { try Outbox.wait(id, until: due, in: $0) }
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a note that fails to the end stays visible and can be revived`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      let id = try await Self.put("a", database)
      let now = TestDatabase.now
      _ = try await Self.claim("one", database)
      try await database.write {
        try Outbox.failed(
          id, error: "away", retryAt: now.adding(seconds: 5), at: now, in: $0)
      }
      #expect(try await Self.claim("one", after: 4, database).isEmpty)
      #expect(try await Self.claim("one", after: 5, database).map(\.lastError) == ["away"])
      try await database.write {
        try Outbox.failed(id, error: "gone", retryAt: nil, at: now, in: $0)
      }
      #expect(try await Self.claim("one", after: 1000, database).isEmpty)
      let dead = try await database.read { try Outbox.dead(limit: 10, in: $0) }
      #expect(dead.map(\.id) == [id])
      #expect(dead.map(\.lastError) == ["gone"])
      let revived = try await database.write { transaction in
        [
          try Outbox.revive(id, at: now, in: transaction),
          try Outbox.revive(id, at: now, in: transaction),
        ]
      }
      #expect(revived == [true, false])
      #expect(try await database.read { try Outbox.dueCount(at: now, in: $0) } == 1)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `workers that claim at once never hold the same note`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine, connections: 8) { database in
      for number in 0..<120 { _ = try await Self.put("\(number)", database) }
      let held = try await withThrowingTaskGroup(of: [Int64].self) { group in
        for worker in 0..<6 {
          group.addTask {
            var mine: [Int64] = []
            for _ in 0..<30 {
              mine += try await Self.claim("w\(worker)", limit: 3, database).map(\.id)
            }
            return mine
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(held.count == 120)
      #expect(Set(held).count == 120)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a lease is one holder's until it ends or is given back`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      func take(_ holder: String, after seconds: Int) async throws -> Bool {
        let now = TestDatabase.now.adding(seconds: seconds)
        return try await database.write {
          try Leases.take("x", by: holder, until: now.adding(seconds: 10), at: now, in: $0)
        }
      }
      #expect(try await take("one", after: 0))
      #expect(try await take("one", after: 5))
      #expect(try await !take("two", after: 14))
      #expect(try await take("two", after: 15))
      #expect(try await !take("one", after: 16))
      try await database.write { try Leases.release("x", by: "one", in: $0) }
      #expect(try await !take("one", after: 17))
      try await database.write { try Leases.release("x", by: "two", in: $0) }
      #expect(try await take("one", after: 18))
    }
  }

  /// Twenty seconds at a time.
  private func hold(
    _ holder: String, after seconds: Int, on database: Database
  ) async throws -> Bool {
    try await Leases.hold(
      "x", by: holder, seconds: 20, at: TestDatabase.now.adding(seconds: seconds), on: database)
  }

  private func runs(until seconds: Int, on database: Database) async throws -> Bool {
    let moment = TestDatabase.now.adding(seconds: seconds)
    return try await database.read { try Leases.isHeld("x", by: "one", until: moment, in: $0) }
  }

  @Test(arguments: TestEngine.allCases)
  func `a lease of a long walk is renewed when half of it is over`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database async throws in
      #expect(try await hold("one", after: 0, on: database))
      #expect(try await !hold("two", after: 1, on: database))
      #expect(try await hold("one", after: 10, on: database))
      #expect(try await !runs(until: 21, on: database))
      #expect(try await hold("one", after: 11, on: database))
      #expect(try await runs(until: 31, on: database))
      #expect(try await !hold("two", after: 30, on: database))
      #expect(try await hold("two", after: 31, on: database))
      #expect(try await !hold("one", after: 32, on: database))
    }
  }
}

import Testing
import Vocabulary

@testable import Store

@Suite("Numbers have neither gaps nor doubles", .serialized)
struct SequenceTests {
  private struct GaveUp: Error {}

  @Test(arguments: TestEngine.allCases)
  func `numbers count per agency, kind and scope`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let taken = try await database.write { transaction in
        try [
          ("case", "2026-11-21"), ("case", "2026-11-21"), ("case", "2026-11-22"),
          ("receipt", "2026-11-21"), ("case", "2026-11-21"),
        ]
        .map { kind, scope in
          try Sequences.next(
            agency: TestDatabase.agency, kind: kind, scope: scope, in: transaction)
        }
      }
      #expect(taken == [1, 2, 1, 1, 3])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a number that was not committed is taken by the next`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      await #expect(throws: GaveUp.self) {
        try await database.write { transaction in
          _ = try Self.next(in: transaction)
          throw GaveUp()
        }
      }
      let number = try await database.write { try Self.next(in: $0) }
      #expect(number == 1)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `eight at once take 1600 numbers, each once`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine, connections: 8) { database in
      let numbers = try await withThrowingTaskGroup(of: [Int].self) { group in
        for task in 0..<8 {
          group.addTask { try await Self.take(200, failingEvery: 20 + task, from: database) }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(numbers.sorted() == Array(1...1600))
    }
  }

  /// Takes numbers one by one; now and then a transaction fails after it took one.
  private static func take(
    _ count: Int, failingEvery step: Int, from database: Database
  ) async throws -> [Int] {
    var taken: [Int] = []
    for attempt in 1...count {
      if attempt % step == 0 {
        await #expect(throws: GaveUp.self) {
          try await database.write { transaction in
            _ = try next(in: transaction)
            throw GaveUp()
          }
        }
      }
      taken.append(try await database.write { try next(in: $0) })
    }
    return taken
  }

  private static func next(in transaction: Transaction) throws -> Int {
    try Sequences.next(
      agency: TestDatabase.agency, kind: "case", scope: "2026-11-21", in: transaction)
  }
}

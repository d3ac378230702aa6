import CaseFile
import Testing
import Vocabulary

@testable import Store

/// Each change that somebody with the database in hand could make, and the invariant that tells.
struct Tampering: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let sql: SQL
  let told: String

  static let zeros = [UInt8](repeating: 0, count: 32)

  static let all: [Tampering] = [
    Tampering(
      testDescription: "another body", sql: "UPDATE events SET body = \(Array("{}".utf8 + [32]))",
      told: "every leaf is the hash of its event's salt and bytes"),
    Tampering(
      testDescription: "another salt",
      sql: "UPDATE events SET salt = \([UInt8](repeating: 0, count: 16))",
      told: "every leaf is the hash of its event's salt and bytes"),
    Tampering(
      testDescription: "another leaf", sql: "UPDATE leaves SET hash = \(zeros)",
      told: "every leaf is the hash of its event's salt and bytes"),
    Tampering(
      testDescription: "another payload", sql: "UPDATE payloads SET bytes = \([UInt8(200)])",
      told: "every payload is what its event committed to, or was purged"),
    Tampering(
      testDescription: "a payload gone in silence", sql: "DELETE FROM payloads",
      told: "every payload is what its event committed to, or was purged"),
    Tampering(
      testDescription: "a payload that nobody promised",
      sql: """
        INSERT INTO payloads (event_id, salt, bytes)
        SELECT id, salt, body FROM events WHERE id NOT IN (SELECT event_id FROM payloads)
        """,
      told: "every payload is what its event committed to, or was purged"),
    Tampering(
      testDescription: "another node", sql: "UPDATE tree_nodes SET hash = \(zeros) WHERE level = 2",
      told: "every node of the tree is the hash of its halves"),
    Tampering(
      testDescription: "a node gone", sql: "DELETE FROM tree_nodes WHERE level = 1",
      told: "every node of the tree is the hash of its halves"),
    Tampering(
      testDescription: "a node too many",
      sql: "INSERT INTO tree_nodes (level, position, hash) VALUES (9, 9, \(zeros))",
      told: "every node of the tree is the hash of its halves"),
    Tampering(
      testDescription: "a leaf gone", sql: "DELETE FROM leaves WHERE leaf_index = 3",
      told: "leaves are numbered from 0 without a gap"),
    Tampering(
      testDescription: "the last leaf gone", sql: "DELETE FROM leaves WHERE leaf_index = 9",
      told: "every checkpoint has the root that its leaves give"),
    Tampering(
      testDescription: "another root", sql: "UPDATE checkpoints SET root = \(zeros)",
      told: "every checkpoint has the root that its leaves give"),
    Tampering(
      testDescription: "another note",
      sql: "UPDATE checkpoints SET note = REPLACE(note, 'example', 'Example')",
      told: "every checkpoint is signed by the journal's key"),
    Tampering(
      testDescription: "no checkpoint", sql: "DELETE FROM checkpoints",
      told: "the last checkpoint covers every leaf"),
    Tampering(
      testDescription: "an event without a leaf",
      sql: "DELETE FROM leaves WHERE leaf_index = 9",
      told: "every event has its leaf within 60 s"),
  ]
}

@Suite("A changed journal is told")
struct JournalCheckTests {
  @Test(arguments: TestEngine.allCases, Tampering.all)
  func `every change is told by its invariant`(
    engine: TestEngine, tampering: Tampering
  ) async throws {
    let journal = try TestJournal()
    try await TestDatabase.with(engine, connections: 1) { database in
      _ = try await TestJournal.fill(database, 0..<5)
      try await journal.settle(database)
      _ = try await TestJournal.fill(database, 5..<10)
      try await journal.settle(database)
      #expect(try await journal.failing(database) == [])
      try await TestTampering.change(database, tampering.sql)
      #expect(try await journal.failing(database).contains(tampering.told))
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `another key or another origin is not ours`(engine: TestEngine) async throws {
    let (journal, other) = (try TestJournal(), try TestJournal(seed: 8))
    try await TestDatabase.with(engine) { database in
      _ = try await TestJournal.fill(database, 0..<2)
      try await journal.settle(database)
      let wanted = ["every checkpoint is signed by the journal's key"]
      #expect(try await other.failing(database) == wanted)
      let elsewhere = JournalCheck(verifier: journal.signer.verifier, origin: "elsewhere")
      let found = try await elsewhere.run(on: database, at: TestDatabase.now)
      #expect(found.filter { !$0.holds }.map(\.name) == wanted)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `an event may wait a minute and no more`(engine: TestEngine) async throws {
    let journal = try TestJournal()
    try await TestDatabase.with(engine) { database in
      _ = try await TestJournal.fill(database, 0..<2)
      #expect(try await journal.failing(database, at: TestDatabase.now.adding(seconds: 60)) == [])
      #expect(
        try await journal.failing(database, at: TestDatabase.now.adding(seconds: 61))
          == ["every event has its leaf within 60 s"])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a case's gap and a version that is not its events are told`(
    engine: TestEngine
  ) async throws {
    let journal = try TestJournal()
    try await TestDatabase.with(engine) { database in
      let ids = try await database.write { transaction in
        try (1...3).map { seed in
          let id = try TestRows.makeCase(UInt64(seed), version: 2, in: transaction)
          for seq in seed == 2 ? [1, 3] : [1, 2] {
            let line = TestRows.line(id, seq: seq, body: "{}")
            _ = try Journal.append(line, payload: nil, in: transaction)
          }
          if seed == 3 { try transaction.run("UPDATE cases SET version = 5 WHERE id = \(id)") }
          return id
        }
      }
      let found = try await journal.check.run(on: database, at: TestDatabase.now)
      let failures = found.filter { !$0.holds }
      #expect(failures.map(\.failures) == [["case \(ids[1])"], ["case \(ids[2])"]])
    }
  }

  @Test func `an empty journal checks`() async throws {
    let journal = try TestJournal()
    let failing = try await TestDatabase.with(.sqlite) { try await journal.failing($0) }
    #expect(failing == [])
  }
}

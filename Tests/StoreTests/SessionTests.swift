import Testing
import Vocabulary

@testable import Store

@Suite("Sessions and request keys")
struct SessionTests {
  private static func session(_ token: String, _ kind: SessionRow.Kind, of subject: String?)
    -> SessionRow
  {
    SessionRow(
      tokenHash: token, kind: kind, subject: subject, agency: TestDatabase.agency, csrf: "c",
      data: "{}", createdAt: TestDatabase.now, seenAt: TestDatabase.now,
      expiresAt: TestDatabase.now.adding(seconds: 60))
  }

  @Test(arguments: TestEngine.allCases)
  func `a session lives until it ends or is closed`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let now = TestDatabase.now
      var row = Self.session("a", .citizen, of: "someone")
      try await database.write { [row] in try Sessions.open(row, in: $0) }
      row.data = #"{"step":2}"#
      row.seenAt = now.adding(seconds: 5)
      let changed = try await database.write { [row] in try Sessions.update(row, in: $0) }
      #expect(changed == 1)
      let (found, late) = try await database.read { connection in
        (
          try Sessions.row(tokenHash: "a", at: now, in: connection),
          try Sessions.row(tokenHash: "a", at: now.adding(seconds: 60), in: connection)
        )
      }
      #expect(found == row)
      #expect(late == nil)
      try await database.write { try Sessions.close(tokenHash: "a", in: $0) }
      #expect(try await database.read { try Sessions.row(tokenHash: "a", at: now, in: $0) } == nil)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `all sessions of one officer end together`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let ended = try await database.write { transaction in
        try Sessions.open(Self.session("a", .officer, of: "x"), in: transaction)
        try Sessions.open(Self.session("b", .officer, of: "x"), in: transaction)
        try Sessions.open(Self.session("c", .officer, of: "y"), in: transaction)
        try Sessions.open(Self.session("d", .citizen, of: "x"), in: transaction)
        return try Sessions.closeAll(of: "x", kind: .officer, in: transaction)
      }
      #expect(ended == 2)
      let later = TestDatabase.now.adding(seconds: 60)
      #expect(try await database.write { try Sessions.sweep(at: later, in: $0) } == 2)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `somebody who signed in has a name, a stranger has none`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      for row in [
        Self.session("a", .citizen, of: nil), Self.session("b", .anonymous, of: "someone"),
      ] {
        await #expect(throws: DatabaseConflict.self) {
          try await database.write { try Sessions.open(row, in: $0) }
        }
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a request that comes twice gets its first answer`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let now = TestDatabase.now
      let kept = try await database.write { transaction in
        [
          try RequestKeys.keep("k", result: "first", at: now, in: transaction),
          try RequestKeys.keep("k", result: "second", at: now, in: transaction),
        ]
      }
      #expect(kept == [true, false])
      #expect(try await database.read { try RequestKeys.result(of: "k", in: $0) } == "first")
      let later = now.adding(seconds: 1)
      #expect(try await database.write { try RequestKeys.forget(before: later, in: $0) } == 1)
      #expect(try await database.read { try RequestKeys.result(of: "k", in: $0) } == nil)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `an installation is what it was first`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let demo = Installation(
        mode: .demo, profile: "p", origin: "o", installedAt: TestDatabase.now)
      let real = Installation(
        mode: .real, profile: "p", origin: "o", installedAt: TestDatabase.now)
      let kept = try await database.write { transaction in
        [try demo.keep(in: transaction), try real.keep(in: transaction)]
      }
      let stored = try await database.read { try Installation.stored(in: $0) }
      #expect(kept == [demo, demo])
      #expect(stored == demo)
    }
  }
}

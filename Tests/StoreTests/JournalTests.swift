import CaseFile
import Testing
import Vocabulary

@testable import Store

/// A journal with its key, and ways to fill it.
struct TestJournal: Sendable {
  static let origin = "example.test/journal"

  let signer: NoteSigner

  init(seed: UInt8 = 7) throws {
    signer = try #require(
      NoteSigner(name: "example.test/journal", seed: [UInt8](repeating: seed, count: 32)))
  }

  func sequencer(_ holder: String = "first") -> Sequencer {
    Sequencer(origin: Self.origin, signer: signer, holder: holder)
  }

  var check: JournalCheck {
    JournalCheck(verifier: signer.verifier, origin: Self.origin)
  }

  /// Appends events outside any case, each with a payload where its number is even.
  static func fill(_ database: Database, _ numbers: Range<Int>) async throws -> [Int64] {
    try await database.write { transaction in
      try numbers.map { number in
        let sealed = number % 2 == 0 ? Journal.seal([UInt8(number % 251)]) : nil
        let body = sealed.map { #"{"n":\#(number),"payload":"\#($0.commitment)"}"# } ?? "{}"
        return try Journal.append(
          TestRows.line(nil, seq: nil, body: body), payload: sealed, in: transaction)
      }
    }
  }

  /// Runs the sequencer until nothing waits.
  func settle(_ database: Database, at now: Instant = TestDatabase.now) async throws {
    while true {
      switch try await sequencer().round(on: database, at: now) {
      case .idle: return
      case .leased, .signed: continue
      }
    }
  }

  func failing(_ database: Database, at now: Instant = TestDatabase.now) async throws -> [String] {
    try await check.run(on: database, at: now).filter { !$0.holds }.map(\.name)
  }
}

@Suite("The journal keeps what happened, and proves it")
struct JournalTests {
  @Test(arguments: TestEngine.allCases)
  func `an entry is stored as its own bytes, beside its payload`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      var dice = TestDice(state: 3)
      let draft = DraftID(random: &dice)
      let sealed = Journal.seal(Array("tên".utf8), random: &dice)
      let entry = HouseEntry(
        event: .draftSaved(draft), caseID: nil, seq: nil, agency: TestDatabase.agency,
        actor: .system("test"), at: TestDatabase.now, payload: sealed.commitment)
      let row = try await database.write { transaction in
        let id = try Journal.append(entry, payload: sealed, in: transaction)
        return try transaction.row(
          """
          SELECT kind, body, events.salt AS salt, payloads.bytes AS bytes
            FROM events JOIN payloads ON payloads.event_id = events.id
           WHERE events.id = \(id)
          """)
      }
      #expect(try row?.text("kind") == "draftSaved")
      #expect(try row?.bytes("body") == JournalCodec.bytes(of: entry))
      #expect(try row?.bytes("bytes") == Array("tên".utf8))
      #expect(try row?.bytes("salt") != sealed.salt)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `every event gets its leaf, a checkpoint its signature, and all of it checks`(
    engine: TestEngine
  ) async throws {
    let journal = try TestJournal()
    try await TestDatabase.with(engine) { database in
      for range in [0..<1, 1..<8, 8..<30, 30..<700] {
        _ = try await TestJournal.fill(database, range)
        try await journal.settle(database)
      }
      #expect(try await journal.sequencer().round(on: database, at: TestDatabase.now) == .idle)
      let found = try await journal.check.run(on: database, at: TestDatabase.now)
      #expect(found.filter { !$0.holds } == [])
      #expect(found[0].figure == 700)
      let latest = try #require(try await database.read { try Checkpoints.latest(in: $0) })
      let note = try #require(SignedNote(latest.note))
      #expect(note.isSigned(by: journal.signer.verifier))
      #expect(Checkpoint(text: note.text)?.size == 700)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `proofs from the stored nodes verify against the signed roots`(
    engine: TestEngine
  ) async throws {
    let journal = try TestJournal()
    try await TestDatabase.with(engine) { database in
      let events = try await TestJournal.fill(database, 0..<13)
      try await journal.settle(database)
      _ = try await TestJournal.fill(database, 13..<37)
      try await journal.settle(database)
      try await database.read { connection in
        let old = try #require(try Checkpoints.row(size: 13, in: connection))
        let new = try #require(try Checkpoints.latest(in: connection))
        let consistency = try TreeNodes.consistency(from: 13, to: new.size, in: connection)
        #expect(consistency.verifies(firstRoot: old.root, secondRoot: new.root))
        for event in events {
          let index = try #require(try Checkpoints.leafIndex(ofEvent: event, in: connection))
          let row = try #require(
            try connection.row("SELECT salt, body FROM events WHERE id = \(event)"))
          let leaf = TreeHash(leaf: try row.bytes("salt") + (try row.bytes("body")))
          let proof = try TreeNodes.inclusion(of: index, size: new.size, in: connection)
          #expect(proof.verifies(leaf: leaf, root: new.root))
          #expect(!proof.verifies(leaf: leaf, root: old.root))
          #expect(try Checkpoints.covering(leaf: index, in: connection)?.size == 13)
        }
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a purged payload is gone, and the journal still checks`(
    engine: TestEngine
  ) async throws {
    let journal = try TestJournal()
    try await TestDatabase.with(engine) { database in
      let events = try await TestJournal.fill(database, 0..<6)
      try await journal.settle(database)
      let purges = try await database.write { transaction in
        try [events[2], events[2], events[1]].map { event in
          try Journal.purge(
            payloadOf: event,
            recording: HouseEntry(
              event: .payloadPurged(event: event), caseID: nil, seq: nil,
              agency: TestDatabase.agency, actor: .system("test"), at: TestDatabase.now),
            in: transaction)
        }
      }
      // The second time and without a payload there is nothing to purge.
      #expect(purges == [true, false, false])
      try await journal.settle(database)
      #expect(try await journal.failing(database) == [])
      let kept = try await database.read { connection in
        try connection.rows("SELECT event_id FROM payloads ORDER BY event_id LIMIT 9")
          .map { try $0.int64("event_id") }
      }
      #expect(kept == [events[0], events[4]])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `two sequencers that race make one tree`(engine: TestEngine) async throws {
    let journal = try TestJournal()
    try await TestDatabase.with(engine, connections: 8) { database in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<3 {
          group.addTask {
            for step in 0..<20 {
              let start = writer * 1000 + step * 7
              _ = try await TestJournal.fill(database, start..<start + 7)
            }
          }
        }
        for rival in ["first", "second", "third"] {
          group.addTask {
            // A lease that is over at once: only the locks and keys keep them apart.
            let sequencer = Sequencer(
              origin: TestJournal.origin, signer: journal.signer, holder: rival, leaseSeconds: 0)
            for _ in 0..<25 { _ = try await sequencer.round(on: database, at: TestDatabase.now) }
          }
        }
        try await group.waitForAll()
      }
      try await journal.settle(database)
      let found = try await journal.check.run(on: database, at: TestDatabase.now)
      #expect(found.filter { !$0.holds } == [])
      #expect(found[0].figure == 420)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a sequencer whose lease another holds does nothing`(engine: TestEngine) async throws {
    let journal = try TestJournal()
    try await TestDatabase.with(engine) { database in
      _ = try await TestJournal.fill(database, 0..<2)
      let now = TestDatabase.now
      #expect(
        try await journal.sequencer("first").round(on: database, at: now)
          == .signed(size: 2, isBehind: false))
      _ = try await TestJournal.fill(database, 2..<4)
      #expect(try await journal.sequencer("second").round(on: database, at: now) == .leased)
      let later = now.adding(seconds: 11)
      #expect(
        try await journal.sequencer("second").round(on: database, at: later)
          == .signed(size: 4, isBehind: false))
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a tree that is not the signed one is not continued`(engine: TestEngine) async throws {
    let journal = try TestJournal()
    try await TestDatabase.with(engine) { database in
      _ = try await TestJournal.fill(database, 0..<4)
      try await journal.settle(database)
      let other = [UInt8](repeating: 9, count: 32)
      try await TestTampering.change(
        database, "UPDATE tree_nodes SET hash = \(other) WHERE level = 2")
      _ = try await TestJournal.fill(database, 4..<6)
      await #expect(throws: Fault.self) { try await journal.settle(database) }
    }
  }
}

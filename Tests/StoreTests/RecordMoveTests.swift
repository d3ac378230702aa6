import CaseFile
import Law
import Records
import Testing
import Vocabulary

@testable import Store

@Suite("Records of one person become one, and are taken apart")
struct RecordMoveTests {
  typealias Sample = RecordRows

  static let second: OfficerID = {
    var dice = TestDice(state: 8)
    return OfficerID(random: &dice)
  }()
  static let filed = TestDatabase.now
  static let later = filed.adding(seconds: 3600)
  static let latest = filed.adding(seconds: 7200)

  private func officers(in database: Database) async throws {
    try await Sample.makeOfficer(in: database)
    try await database.write { transaction in
      try Officers.insert(
        OfficerRow(
          id: Self.second, agency: TestDatabase.agency, username: "mau2", name: "Mẫu Hai",
          title: "Chuyên viên", roles: [.assessor], passwordHash: "x"),
        at: Self.filed, in: transaction)
    }
  }

  private func propose(_ wish: RecordMoveWish, in database: Database) async throws -> Int64 {
    try await database.write { transaction in
      try RecordMoving.propose(
        wish, reason: "cùng một người", of: TestDatabase.agency, by: Sample.officer,
        at: Self.later, in: transaction)
    }
  }

  private func confirm(
    _ move: Int64, by officer: OfficerID = second, at now: Instant = later, in database: Database
  ) async throws -> RecordID {
    try await database.write { transaction in
      try RecordMoving.confirm(
        move, of: TestDatabase.agency, by: officer, at: now, in: transaction)
    }
  }

  private func documents(
    _ record: Int64, asOf moment: Instant? = nil, in database: Database
  ) async throws -> [Int64] {
    try await database.read { connection in
      try JudicialRecords.record(
        RecordID(record), of: TestDatabase.agency, asOf: moment, in: connection)?
        .documents.map(\.id.number) ?? []
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a merge moves documents, numbers and names, and what was known then stays true`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      try await officers(in: database)
      _ = try await Sample.file([Sample.extract(1), Sample.extract(2)], in: database)
      let move = try await propose(.merge(RecordID(2), into: RecordID(1)), in: database)
      #expect(try await documents(1, in: database) == [1])
      let holder = try await confirm(move, in: database)
      #expect(holder == RecordID(1))
      #expect(try await documents(1, in: database) == [1, 2])
      #expect(try await documents(2, in: database).isEmpty)
      #expect(try await documents(1, asOf: Self.filed, in: database) == [1])
      #expect(try await documents(2, asOf: Self.filed, in: database) == [2])
      try await database.read { connection in
        let found = try RecordSearch.record(
          number: Sample.number(2), of: TestDatabase.agency, in: connection)
        #expect(found == RecordID(1))
        #expect(try RecordMoves.successor(of: RecordID(2), in: connection) == RecordID(1))
        let holders = try RecordHolders.holders(
          of: [DocumentID(2)], agency: TestDatabase.agency, in: connection)
        #expect(holders == [DocumentID(2): RecordID(1)])
        // Who read either record before sees that something moved.
        for record in [RecordID(1), RecordID(2)] {
          #expect(try RecordMoves.count(touching: [record], in: connection) == 1)
        }
        #expect(try RecordMoves.count(touching: [RecordID(3)], in: connection) == 0)
      }
      // What comes later for the second number belongs to the first record.
      let filed = try await Sample.file([Sample.release(2)], in: database)
      #expect(filed.results == [.filed(RecordID(1), DocumentID(3))])
      try await Sample.expectSound(database)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a merge is undone by a split into the emptied record`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      try await officers(in: database)
      _ = try await Sample.file([Sample.extract(1), Sample.extract(2, months: 7)], in: database)
      let merge = try await propose(.merge(RecordID(2), into: RecordID(1)), in: database)
      _ = try await confirm(merge, in: database)
      // One judgment with two penalties: a question.
      #expect(try await Sample.openQuestions(database).map(\.record) == [RecordID(1)])
      let split = try await propose(
        .split(RecordID(1), [DocumentID(2)], into: RecordID(2)), in: database)
      _ = try await confirm(split, at: Self.latest, in: database)
      #expect(try await documents(1, in: database) == [1])
      #expect(try await documents(2, in: database) == [2])
      #expect(try await documents(1, asOf: Self.later, in: database) == [1, 2])
      #expect(try await Sample.openQuestions(database).isEmpty)
      try await Sample.expectSound(database)
      // The same document again is known where it is, and another edition finds a place.
      let again = try await Sample.file(
        [Sample.extract(2, months: 7), Sample.extract(2, months: 8)], in: database)
      #expect(again.results[0] == .known(RecordID(2), DocumentID(2)))
      #expect(again.results[1] == .filed(RecordID(2), DocumentID(3)))
      try await Sample.expectSound(database)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `two persons with one number are parted, and later documents need an officer`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      try await officers(in: database)
      _ = try await Sample.file([Sample.extract(1), Sample.release(1)], in: database)
      let split = try await propose(.split(RecordID(1), [DocumentID(2)], into: nil), in: database)
      let fresh = try await confirm(split, in: database)
      #expect(fresh == RecordID(2))
      try await database.read { connection in
        let both = try RecordSearch.records(
          number: Sample.number(1), of: TestDatabase.agency, in: connection)
        #expect(both == [RecordID(1), RecordID(2)])
      }
      let unclear = try await Sample.file([Sample.extract(1, months: 3)], in: database)
      #expect(unclear.results == [.refused(.numbersOfTwoRecords)])
      let attached = try await Sample.file(
        [Sample.extract(1, months: 3)], attachment: .to(RecordID(1)), in: database)
      #expect(attached.results == [.filed(RecordID(1), DocumentID(3))])
      try await Sample.expectSound(database)
    }
  }

  @Test func `what cannot be moved is refused with its reason`() async throws {
    try await TestDatabase.with(.sqlite) { database in
      try await officers(in: database)
      _ = try await Sample.file(
        [Sample.extract(1), Sample.release(1), Sample.extract(2)], in: database)
      for (wish, refusal) in [
        (RecordMoveWish.merge(RecordID(1), into: RecordID(1)), RecordMoveRefusal.sameRecord),
        (.merge(RecordID(1), into: RecordID(9)), .noSuchRecord),
        (.split(RecordID(1), [], into: nil), .notAPart),
        (.split(RecordID(1), [DocumentID(1), DocumentID(2)], into: nil), .notAPart),
        (.split(RecordID(1), [DocumentID(3)], into: nil), .notAPart),
      ] {
        await #expect(throws: refusal) { try await propose(wish, in: database) }
      }
      let move = try await propose(.merge(RecordID(2), into: RecordID(1)), in: database)
      await #expect(throws: RecordMoveRefusal.alreadyProposed) {
        try await propose(.split(RecordID(1), [DocumentID(1)], into: nil), in: database)
      }
      await #expect(throws: RecordMoveRefusal.sameOfficer) {
        try await confirm(move, by: Sample.officer, in: database)
      }
      try await database.write { transaction in
        try RecordMoving.decline(
          move, reason: "khác mẹ", of: TestDatabase.agency, by: Sample.officer, at: Self.later,
          in: transaction)
      }
      await #expect(throws: RecordMoveRefusal.notOpen) {
        try await confirm(move, in: database)
      }
      #expect(try await documents(1, in: database) == [1, 2])
      try await Sample.expectSound(database)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the check sees a document that was moved behind the journal's back`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      try await officers(in: database)
      _ = try await Sample.file(
        [Sample.extract(1), Sample.extract(2), Sample.extract(3)], in: database)
      let move = try await propose(.merge(RecordID(2), into: RecordID(1)), in: database)
      _ = try await confirm(move, in: database)
      try await database.write { transaction in
        try transaction.run(
          """
          INSERT INTO record_moved (document, move, source, target, at)
          VALUES (3, \(move), 3, 1, \(Self.later))
          """)
      }
      let failed = try await RecordCheck.run(on: database).filter { !$0.holds }
      #expect(
        failed.map(\.name).contains(
          "every move of documents is as two officers' events tell it"))
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a declined pair comes back only with new documents`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      try await officers(in: database)
      _ = try await Sample.file([Sample.extract(1), Sample.extract(2)], in: database)
      let pair = RecordPair(
        low: RecordID(1), high: RecordID(2), weight: 1200, foundAt: Self.filed)
      func note(_ high: Int64) async throws -> Bool {
        try await database.write { transaction in
          try RecordPairs.note(
            pair, lastDocuments: (DocumentID(1), DocumentID(high)), of: TestDatabase.agency,
            in: transaction)
        }
      }
      #expect(try await note(2))
      #expect(try await !note(2))
      let isDeclined = try await database.write { transaction in
        try RecordPairs.decline(
          RecordID(1), RecordID(2), reason: "sinh đôi", of: TestDatabase.agency,
          by: Sample.officer, at: Self.later, in: transaction)
      }
      #expect(isDeclined)
      #expect(try await !note(2))
      #expect(try await note(3))
      let open = try await database.read { connection in
        try RecordPairs.open(of: TestDatabase.agency, limit: 10, in: connection)
      }
      #expect(open == [pair])
    }
  }
}

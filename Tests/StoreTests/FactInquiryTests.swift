import Law
import Testing
import Vocabulary

@testable import Store

@Suite("A question about a fact is asked once, answered once, taken over once")
struct FactInquiryTests {
  private static func id(_ seed: UInt64) -> InquiryID {
    var dice = TestDice(state: seed)
    return InquiryID(random: &dice)
  }

  private static func open(
    _ id: InquiryID, of caseID: CaseID, _ part: FactPart = .principal, in database: Database
  ) async throws -> Bool {
    try await database.write { transaction in
      try FactInquiries.open(
        id, of: caseID, agency: TestDatabase.agency, holder: .criminalEnforcement,
        conviction: "12", part: part, at: TestDatabase.now, in: transaction)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `an open question is not asked again, an answered one may be`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      let caseID = try await database.write { try TestRows.makeCase(1, in: $0) }
      #expect(try await Self.open(Self.id(1), of: caseID, in: database))
      #expect(try await Self.open(Self.id(2), of: caseID, in: database) == false)
      #expect(try await Self.open(Self.id(3), of: caseID, .obligation(0), in: database))
      let now = TestDatabase.now
      let answered = try await database.write {
        try FactInquiries.answer(Self.id(1), at: now, in: $0)
      }
      #expect(answered)
      #expect(try await Self.open(Self.id(2), of: caseID, in: database))
      let rows = try await database.read { try FactInquiries.of(caseID, in: $0) }
      #expect(Set(rows.map(\.part)) == [.principal, .obligation(0)])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the first answer stands, and only an answer is taken over, once`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      let caseID = try await database.write { try TestRows.makeCase(1, in: $0) }
      _ = try await Self.open(Self.id(1), of: caseID, in: database)
      let now = TestDatabase.now
      let outcomes = try await database.write { transaction in
        [
          try FactInquiries.take(Self.id(1), at: now, in: transaction),
          try FactInquiries.answer(Self.id(1), at: now, in: transaction),
          try FactInquiries.answer(Self.id(1), at: now, in: transaction),
          try FactInquiries.take(Self.id(1), at: now, in: transaction),
          try FactInquiries.take(Self.id(1), at: now, in: transaction),
        ]
      }
      #expect(outcomes == [false, true, false, true, false])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a problem is kept until the answer comes`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      let caseID = try await database.write { try TestRows.makeCase(1, in: $0) }
      _ = try await Self.open(Self.id(1), of: caseID, in: database)
      let now = TestDatabase.now
      try await database.write { transaction in
        try FactInquiries.markSent(Self.id(1), at: now, in: transaction)
        try FactInquiries.fail(Self.id(1), problem: "status 409", in: transaction)
      }
      let failed = try await database.read { try FactInquiries.row(Self.id(1), in: $0) }
      #expect(failed?.lastProblem == "status 409" && failed?.sentAt == now)
      _ = try await database.write { try FactInquiries.answer(Self.id(1), at: now, in: $0) }
      let answered = try await database.read { try FactInquiries.row(Self.id(1), in: $0) }
      #expect(answered?.lastProblem == nil && answered?.answeredAt == now)
    }
  }
}

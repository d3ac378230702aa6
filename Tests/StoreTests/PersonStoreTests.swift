import Records
import Testing
import Vocabulary

@testable import Store

@Suite("Store: who decided on whom")
struct PersonStoreTests {
  private static let record = RecordID(12)
  private static let now = TestDatabase.now

  /// A case and three officers.
  private func with(
    _ engine: TestEngine,
    _ body: @Sendable @escaping (Transaction, CaseID, [OfficerID]) throws -> Void
  ) async throws {
    try await TestDatabase.with(engine) { database in
      try await database.write { transaction in
        let caseID = try TestRows.makeCase(1, in: transaction)
        var dice = TestDice(state: 7)
        let officers = (0..<3).map { _ in OfficerID(random: &dice) }
        for (place, officer) in officers.enumerated() {
          try Officers.insert(
            OfficerRow(
              id: officer, agency: TestDatabase.agency, username: "o\(place)", name: "Mẫu",
              title: "", roles: [.assessor], passwordHash: "x"), at: Self.now, in: transaction)
        }
        try body(transaction, caseID, officers)
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `an officer decides on a pair once, and each place is one person's`(
    engine: TestEngine
  ) async throws {
    let subject = PersonOpinions.Subject.candidate(Self.record, edition: 1)
    for second in [true, false] {
      await #expect(throws: DatabaseConflict.self) {
        try await with(engine) { transaction, caseID, officers in
          try PersonOpinions.add(
            on: subject, of: caseID, place: .first, by: officers[0], at: Self.now,
            in: transaction)
          try PersonOpinions.add(
            on: subject, of: caseID, place: second ? .second : .first,
            by: second ? officers[0] : officers[1], at: Self.now, in: transaction)
        }
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `other data, another dispute and another officer are other rows`(
    engine: TestEngine
  ) async throws {
    try await with(engine) { transaction, caseID, officers in
      for (subject, place, officer) in [
        (PersonOpinions.Subject.candidate(Self.record, edition: 1), PersonOpinions.Place.first, 0),
        (.candidate(Self.record, edition: 1), .second, 1),
        (.candidate(Self.record, edition: 1), .leader, 2),
        (.candidate(Self.record, edition: 2), .first, 0), (.dispute, .first, 0),
      ] {
        try PersonOpinions.add(
          on: subject, of: caseID, place: place, by: officers[officer], at: Self.now,
          in: transaction)
      }
      #expect(
        try PersonOpinions.count(
          on: .candidate(Self.record, edition: 1), of: caseID, in: transaction) == 3)
      #expect(try PersonOpinions.count(on: .dispute, of: caseID, in: transaction) == 1)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `who decided is never changed or removed`(engine: TestEngine) async throws {
    let changes: [SQL] = ["UPDATE case_opinions SET place = 2", "DELETE FROM case_opinions"]
    for change in changes {
      await #expect(throws: DatabaseConflict.self) {
        try await with(engine) { transaction, caseID, officers in
          try PersonOpinions.add(
            on: .dispute, of: caseID, place: .first, by: officers[0], at: Self.now,
            in: transaction)
          try transaction.run(change)
        }
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the latest decision on a pair is remembered`(engine: TestEngine) async throws {
    try await with(engine) { transaction, caseID, _ in
      let citizen = try #require(try Cases.row(caseID, lock: .none, in: transaction)).citizen
      func decision(_ isSame: Bool, _ digest: String) -> PersonDecisionRow {
        PersonDecisionRow(
          citizen: citizen, record: Self.record, digest: String(repeating: digest, count: 64),
          isSame: isSame, caseID: caseID, decidedAt: Self.now)
      }
      for row in [decision(true, "a"), decision(false, "b")] {
        try PersonDecisions.remember(row, of: TestDatabase.agency, in: transaction)
      }
      #expect(
        try PersonDecisions.of(citizen, agency: TestDatabase.agency, in: transaction)
          == [decision(false, "b")])
      #expect(
        try PersonDecisions.page(
          of: TestDatabase.agency, after: ("", 0), limit: 5, in: transaction
        ).count == 1)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `what waits is listed until nothing does`(engine: TestEngine) async throws {
    try await with(engine) { transaction, caseID, _ in
      func waits() throws -> [PersonWaitRow] {
        try PersonWaits.of(TestDatabase.agency, limit: 10, in: transaction)
      }
      for step in [PersonWaitRow.Step.officer, .leader] {
        try PersonWaits.set(
          step, .candidate, of: caseID, agency: TestDatabase.agency, at: Self.now,
          in: transaction)
        #expect(try waits().map(\.step) == [step])
      }
      try PersonWaits.set(
        nil, .candidate, of: caseID, agency: TestDatabase.agency, at: Self.now, in: transaction)
      #expect(try waits().isEmpty)
      #expect(try LatestDocument.number(in: transaction) == 0)
    }
  }
}

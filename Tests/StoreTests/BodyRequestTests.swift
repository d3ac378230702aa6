import Testing
import Vocabulary

@testable import Store

@Suite("The register of bodies' requests")
struct BodyRequestTests {
  @Test(arguments: TestEngine.allCases)
  func `a letter is waited for until it comes, or the request is refused`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      let now = TestDatabase.now
      let due = now.civilDate.adding(days: 2)
      let requests = try await database.write { transaction -> [BodyRequestRow] in
        var dice = TestDice(state: 81)
        let officer = OfficerID(random: &dice)
        try Officers.insert(
          OfficerRow(
            id: officer, agency: TestDatabase.agency, username: "taker", name: "taker",
            title: "", roles: [.intake], passwordHash: "x"), at: now, in: transaction)
        return try (1...2).map { number in
          let row = BodyRequestRow(
            id: BodyRequestID(random: &dice), agency: TestDatabase.agency, number: "\(number)",
            body: "court", bodyName: "Tòa án Mẫu", kind: "number1", urgency: "urgent",
            state: .received, receivedAt: now, dueAt: now, letterDue: due, letterAt: nil,
            receivedBy: officer)
          try BodyRequests.insert(row, in: transaction)
          return row
        }
      }
      func late(on day: CivilDate) async throws -> [BodyRequestID] {
        try await database.read {
          try BodyRequests.withoutLetter(at: TestDatabase.agency, on: day, limit: 9, in: $0)
        }.map(\.id)
      }
      let after = due.adding(days: 1)
      #expect(try await late(on: due).isEmpty)
      #expect(try await Set(late(on: after)) == Set(requests.map(\.id)))
      func end(_ row: BodyRequestRow, _ letterAt: Instant?) async throws {
        let isChanged = try await database.write { transaction in
          try BodyRequests.update(
            row, state: .refused, letterAt: letterAt, foundBy: nil, decidedBy: row.receivedBy,
            closedAt: now, in: transaction)
        }
        #expect(isChanged)
      }
      try await end(requests[0], nil)
      #expect(try await late(on: after) == [requests[1].id])
      try await end(requests[1], now)
      #expect(try await late(on: after).isEmpty)
    }
  }
}

import CaseFile
import Decision
import Store
import Testing
import Vocabulary

@testable import Desk

@Suite("Two people answer a body, and a substitute is no second one")
struct BodyEyesTests {
  private static let id: BodyRequestID = {
    guard let id = BodyRequestID(padded(7, to: 26)) else { preconditionFailure("an id") }
    return id
  }()

  private static func officer(
    _ number: Int, for principals: [Role: Int] = [:]
  ) -> ActingOfficer {
    func id(_ number: Int) -> OfficerID {
      guard let id = OfficerID(padded(number, to: 26)) else { preconditionFailure("an id") }
      return id
    }
    return ActingOfficer(
      id: id(number), agency: DeskDatabase.agency, roles: [.assessor, .leader],
      name: "Cán bộ \(number)", title: "", principals: principals.mapValues(id))
  }

  /// A request that this officer found something for, as its events tell it.
  private static func found(
    by finder: ActingOfficer, in database: Database
  ) async throws -> BodyRequestFacts {
    try await database.write { transaction in
      for one in (1...4).map({ officer($0) }) {
        try Officers.insert(
          OfficerRow(
            id: one.id, agency: one.agency, username: one.name, name: one.name, title: "",
            roles: one.roles, passwordHash: "-"), at: DeskDatabase.now, in: transaction)
      }
      let row = BodyRequestRow(
        id: id, agency: DeskDatabase.agency, number: "YC-1", body: "procedural",
        bodyName: "Cơ quan Mẫu", kind: "number2", urgency: "ordinary", state: .received,
        receivedAt: DeskDatabase.now, dueAt: DeskDatabase.now, letterDue: nil,
        letterAt: DeskDatabase.now, receivedBy: officer(4).id)
      try BodyRequests.insert(row, in: transaction)
      let change = BodyRequestChange(
        row: row, officer: finder, role: .assessor, now: DeskDatabase.now,
        transaction: transaction)
      let finding = BodyFinding(candidates: [], entries: 0, reason: "Không có ai")
      try change.tell(.found(id), payload: JournalCodec.bytes(of: finding))
      try change.update(state: .found, foundBy: finder.id)
      let stored = try #require(try BodyRequests.row(id, in: transaction))
      return try BodyRequestFacts(stored, in: transaction)
    }
  }

  @Test(arguments: DeskDatabase.allCases)
  func `who found does not answer, nor does who stands in for them`(
    engine: DeskDatabase
  ) async throws {
    try await engine.with { database in
      let facts = try await Self.found(by: Self.officer(1), in: database)
      #expect(!facts.isNew(to: Self.officer(1)))
      #expect(!facts.isNew(to: Self.officer(2, for: [.leader: 1])))
      #expect(throws: Refused.decision(.sameOfficer)) {
        try facts.mustBeNew(to: Self.officer(2, for: [.leader: 1]))
      }
      #expect(facts.isNew(to: Self.officer(2)))
      #expect(facts.isNew(to: Self.officer(2, for: [.leader: 3])))
      // In whose name they assess is not in whose name they decide.
      #expect(facts.isNew(to: Self.officer(2, for: [.assessor: 1])))
    }
  }

  @Test(arguments: DeskDatabase.allCases)
  func `in whose name it was found does not answer, nor does anybody for them`(
    engine: DeskDatabase
  ) async throws {
    try await engine.with { database in
      let facts = try await Self.found(
        by: Self.officer(1, for: [.assessor: 2]), in: database)
      #expect(!facts.isNew(to: Self.officer(1)))
      #expect(!facts.isNew(to: Self.officer(2)))
      #expect(!facts.isNew(to: Self.officer(3, for: [.leader: 2])))
      #expect(!facts.isNew(to: Self.officer(3, for: [.leader: 1])))
      #expect(facts.isNew(to: Self.officer(3)))
      let entries = try await database.read { connection in
        try BodyRequests.story(of: Self.id, in: connection).map(\.entry)
      }
      #expect(entries.map(\.onBehalf) == [Self.officer(2).id])
    }
  }
}

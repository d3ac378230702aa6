import CaseFile
import Law
import Testing
import Vocabulary

@testable import Store

@Suite("Changes of the rules are proposed by one and decided by another")
struct RuleProposalTests {
  private static let change = RuleChange(
    table: .limits, profile: nil,
    act: .end(name: "2026-07-01", lastDay: CivilDate(2026, 12, 31)))

  private static func id<Tag>(_ letter: String) -> OpaqueID<Tag> {
    guard let id = OpaqueID<Tag>(String(repeating: letter, count: 26)) else {
      preconditionFailure("26 letters are an id")
    }
    return id
  }

  private static func proposal(_ letter: String) -> RuleProposalRow {
    RuleProposalRow(
      id: id(letter), agency: TestDatabase.agency, changes: [change], reason: "vì",
      proposedBy: id("a"), proposedAt: TestDatabase.now, decision: nil)
  }

  private func withProposals(
    _ engine: TestEngine, _ body: @Sendable (Database) async throws -> Void
  ) async throws {
    try await TestDatabase.with(engine) { database in
      try await database.write { transaction in
        for letter in ["a", "b"] {
          try Officers.insert(
            OfficerRow(
              id: Self.id(letter), agency: TestDatabase.agency, username: letter, name: letter,
              title: "", roles: [.administrator], passwordHash: "-"),
            at: TestDatabase.now, in: transaction)
        }
        for letter in ["p", "q"] {
          try RuleProposals.insert(Self.proposal(letter), in: transaction)
        }
      }
      try await body(database)
    }
  }

  private static func decision(
    _ number: Int?, by letter: String = "b"
  ) -> SecondDecision {
    .init(number: number, reason: "đúng", by: id(letter), at: TestDatabase.now)
  }

  @Test(arguments: TestEngine.allCases)
  func `an approved change is read back as it was proposed, in its order`(
    engine: TestEngine
  ) async throws {
    try await withProposals(engine) { database in
      #expect(try await database.read { try RuleProposals.latest(in: $0) } == 0)
      #expect(
        try await database.read { try RuleProposals.waiting(limit: 9, in: $0) }.count == 2)
      try await database.write { transaction in
        try RuleProposals.decide(Self.proposal("q"), Self.decision(1), in: transaction)
        try RuleProposals.decide(Self.proposal("p"), Self.decision(nil), in: transaction)
      }
      let found = try await database.read { connection in
        (
          try RuleProposals.latest(in: connection),
          try RuleProposals.approved(after: 0, in: connection),
          try RuleProposals.approved(after: 1, in: connection),
          try RuleProposals.row(Self.id("p"), in: connection),
          try RuleProposals.newest(limit: 9, in: connection)
        )
      }
      #expect(found.0 == 1)
      #expect(
        found.1 == [
          ApprovedChange(number: 1, approvedAt: TestDatabase.now, changes: [Self.change])
        ])
      #expect(found.2.isEmpty)
      #expect(found.3?.decision == Self.decision(nil))
      #expect(found.4.count == 2)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the schema itself refuses the proposer, a second decision and a number twice`(
    engine: TestEngine
  ) async throws {
    try await withProposals(engine) { database in
      await #expect(throws: DatabaseConflict.self) {
        try await database.write {
          try RuleProposals.decide(Self.proposal("p"), Self.decision(1, by: "a"), in: $0)
        }
      }
      try await database.write {
        try RuleProposals.decide(Self.proposal("p"), Self.decision(1), in: $0)
      }
      for (letter, number) in [("p", 2), ("q", 1)] {
        await #expect(throws: DatabaseConflict.self) {
          try await database.write {
            try RuleProposals.decide(Self.proposal(letter), Self.decision(number), in: $0)
          }
        }
      }
      for sql: SQL in [
        "UPDATE rule_proposals SET reason = 'x'", "DELETE FROM rule_proposals",
        "UPDATE rule_decisions SET reason = 'x'", "DELETE FROM rule_decisions",
      ] {
        let conflict = await #expect(throws: DatabaseConflict.self) {
          try await database.write { try $0.run(sql) }
        }
        #expect(conflict?.kind == .forbidden)
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the check finds a change that the journal does not tell so`(
    engine: TestEngine
  ) async throws {
    try await withProposals(engine) { database in
      #expect(try await RuleCheck.run(on: database).failureCount == 2)
      let digest = RuleProposals.digest(of: [Self.change])
      for letter in ["p", "q"] {
        try await Self.tell(.ruleChangeProposed(Self.id(letter), digest: digest), in: database)
      }
      #expect(try await RuleCheck.run(on: database).holds)
      try await database.write { transaction in
        try RuleProposals.decide(Self.proposal("p"), Self.decision(1), in: transaction)
      }
      #expect(try await RuleCheck.run(on: database).failures == ["proposal \(Self.text("p"))"])
      try await Self.tell(.ruleChangeApproved(Self.id("p"), number: 1), in: database)
      let sound = try await RuleCheck.run(on: database)
      #expect(sound.holds && sound.figure == 2)
      let other = String(repeating: "0", count: 64)
      try await Self.tell(.ruleChangeProposed(Self.id("q"), digest: other), in: database)
      #expect(try await RuleCheck.run(on: database).failures == ["proposal \(Self.text("q"))"])
    }
  }

  private static func text(_ letter: String) -> String { String(repeating: letter, count: 26) }

  private static func tell(_ event: HouseEvent, in database: Database) async throws {
    try await database.write { transaction in
      try Journal.append(
        HouseEntry(
          event: event, caseID: nil, seq: nil, agency: TestDatabase.agency,
          actor: .officer(id("a")), at: TestDatabase.now),
        in: transaction)
    }
  }
}

import Assessment
import CaseFile
import Handover
import Law
import Testing
import Vocabulary

@testable import Desk
@testable import Store

@Suite("A revocation of the time before cases cited certificates is shown and finished")
struct OldRevocationTests {
  @Test(arguments: DeskDatabase.allCases, RevocationChoice.allCases)
  func `the released program's database is opened, shows it, and lets two people end it`(
    engine: DeskDatabase, verdict: RevocationChoice
  ) async throws {
    try await engine.released { database in
      let old = try OldCase()
      try await database.write { try old.write(in: $0) }
      try await Migrations.apply(to: database, at: DeskDatabase.now)
      try await Migrations.verify(database)
      try await Self.isShown(old, in: database)
      try await Self.isEnded(old, verdict, in: database)
    }
  }

  private static func isShown(_ old: OldCase, in database: Database) async throws {
    let waits = try await database.read {
      try Revocations.waiting(of: DeskDatabase.agency, limit: 9, in: $0)
    }
    #expect(waits.map(\.caseID) == [old.id] && waits.map(\.ground) == [.wrongContent])
    let (facts, row) = try await old.stored(in: database)
    #expect(facts.history.state.name == .handedOver && row.state == .handedOver)
    #expect(facts.history.revocation?.standing == .proposed)
    let seen = try await old.view(by: old.leader, in: database)
    #expect(seen.proceeding?.reason == OldCase.reason && seen.proceeding?.outcome == nil)
    #expect(seen.proceeding?.proposer == old.proposer.name)
    #expect(seen.can == [.revoke, .decline] && seen.corrections.isEmpty)
    #expect(try await old.view(by: old.proposer, in: database).can == [.decline])
    #expect(try await old.findings(in: database) == [])
    // No case about the same certificate is opened beside it.
    await #expect(throws: Refused.revocation(.proposedAlready)) {
      try await old.correct(in: database)
    }
  }

  private static func isEnded(
    _ old: OldCase, _ verdict: RevocationChoice, in database: Database
  ) async throws {
    await #expect(throws: Refused.self, "who proposed is no leader, and not another") {
      try await old.decide(.revoked, by: old.proposer, in: database)
    }
    try await old.decide(verdict, by: old.leader, in: database)
    let (facts, row) = try await old.stored(in: database)
    let certificate = try await database.read { try Certificates.row(of: old.id, in: $0) }
    let waits = try await database.read {
      try Revocations.waiting(of: DeskDatabase.agency, limit: 9, in: $0)
    }
    #expect(waits.isEmpty)
    let seen = try await old.view(by: old.leader, in: database)
    #expect(seen.proceeding?.outcome?.verdict == verdict)
    #expect(seen.proceeding?.outcome?.by == old.leader.name)
    switch verdict {
    case .revoked:
      #expect(row.state == .revoked && certificate?.state == .revoked && seen.can.isEmpty)
      #expect(facts.history.correctedBy == nil && certificate?.replacedBy == nil)
    case .declined:
      #expect(row.state == .handedOver && certificate?.state == .issued)
      #expect(seen.can == [.correct, .propose])
      try await old.correct(in: database)
    }
    #expect(try await old.findings(in: database) == [])
  }
}

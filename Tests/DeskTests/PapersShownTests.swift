import CaseFile
import Foundation
import Testing
import Vocabulary

@testable import Desk
@testable import Store

@Suite("Whose papers the holder sees on a case that corrects their certificate")
struct PapersShownTests {
  @Test(arguments: DeskDatabase.allCases)
  func `their own they see and open, an officer's is not there for them`(
    engine: DeskDatabase
  ) async throws {
    try await engine.released { database in
      let old = try await OldCase.standing(in: database)
      let opened = try await old.correct(in: database)
      let own = try Self.paper(1, of: old, on: opened)
      let office = try Self.paper(2, of: old, on: opened)
      try await Self.attach(own, by: .citizen(old.citizen), in: database)
      try await Self.attach(office, by: .officer(old.proposer.id), in: database)
      try await database.read { connection in
        let facts = try Cases.facts(of: opened, in: connection)
        #expect(try facts.papersShown(in: connection).map(\.id) == [own.id])
        #expect(try own.isShown(to: old.citizen, in: connection))
        #expect(try !office.isShown(to: old.citizen, in: connection))
        let stranger = try #require(CitizenID(padded(7, to: 26)))
        #expect(try !own.isShown(to: stranger, in: connection))
        // The officers' page lists every paper of the case.
        #expect(try Papers.of(opened, in: connection).map(\.id) == [own.id, office.id])
      }
    }
  }

  private static func paper(
    _ number: Int, of old: OldCase, on caseID: CaseID
  ) throws -> PaperRow {
    PaperRow(
      id: try #require(PaperID(padded(number, to: 26))), citizen: old.citizen, draft: nil,
      caseID: caseID, purpose: .correction, format: .png,
      digest: String(repeating: "\(number)", count: 64), size: 3, pages: nil, width: 2,
      height: 2, name: "giay.png", addedAt: DeskDatabase.now, scan: .waiting)
  }

  private static func attach(
    _ row: PaperRow, by actor: Actor, in database: Database
  ) async throws {
    let files = FileStore(root: FileManager.default.temporaryDirectory)
    let place = try #require(row.caseID)
    try await database.write { transaction in
      try files.register(
        row.digest, size: row.size, kind: "paper", agency: DeskDatabase.agency, at: row.addedAt,
        in: transaction)
      try Papers.insert(row, in: transaction)
      var step = try CaseStep(
        on: place, version: nil, in: transaction, by: actor, at: DeskDatabase.now)
      try step.attach(row)
      try step.close()
    }
  }
}

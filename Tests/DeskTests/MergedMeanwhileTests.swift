import Assessment
import CaseFile
import Foundation
import Intake
import Records
import Testing
import Vocabulary

@testable import Desk
@testable import Store

@Suite("Whoever was found is not lost when records are merged beside the search")
struct MergedMeanwhileTests {
  @Test(arguments: DeskDatabase.allCases)
  func `a candidate whose record is gone ends the search, and never makes it clear`(
    engine: DeskDatabase
  ) async throws {
    try await engine.released { database in
      let (facts, _) = try await OldCase.standing(in: database).stored(in: database)
      try await Self.fileRecord(in: database)
      var found = try await Self.search(for: facts, in: database)
      let record = try #require(found.candidates.first).record
      #expect(try await Self.listed(found, of: facts, in: database) == [record])
      // As a merge leaves it that is committed between the two: its documents are another's.
      found.candidates[0].record = RecordID(record.number + 1)
      let fault = await #expect(throws: Fault.self) {
        try await Self.listed(found, of: facts, in: database)
      }
      #expect(fault?.retry == .later)
    }
  }

  private static func fileRecord(in database: Database) async throws {
    let documents = FullRecord.uncleared.map {
      IncomingDocument($0, bytes: DocumentWriter.bytes(of: $0), attachment: .byNumber)
    }
    try await database.write { transaction in
      _ = try RecordFiling.file(
        documents, of: DeskDatabase.agency, source: .planted, by: .system("test"),
        at: DeskDatabase.now, in: transaction)
    }
  }

  private static func search(
    for facts: CaseFacts, in database: Database
  ) async throws -> PersonSearch {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let register = RegisterIndex(
      database: database, folder: folder.path, weights: try Weights.standard())
    let found = try await PersonFinder(database: database, register: register)
      .find(SoughtPerson(try facts.lodged().declaration), of: facts.agency)
    try FileManager.default.removeItem(at: folder)
    return found
  }

  @discardableResult
  private static func listed(
    _ found: PersonSearch, of facts: CaseFacts, in database: Database
  ) async throws -> [RecordID] {
    let applicant = ComparedPerson(try facts.lodged().declaration, identity: nil)
    return try await database.read { connection in
      try CandidateListing(applicant, of: facts, in: connection).entries(of: found)
        .map(\.pair.record)
    }
  }
}

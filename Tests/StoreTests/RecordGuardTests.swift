import CaseFile
import Records
import Testing
import Vocabulary

@testable import Store

@Suite("Nobody changes a filed document unseen")
struct RecordGuardTests {
  typealias Sample = RecordRows

  @Test(arguments: TestEngine.allCases)
  func `the schema refuses to change or delete documents`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      _ = try await Sample.file([Sample.extract(1)], in: database)
      for statement: SQL in [
        "UPDATE record_documents SET line = 7", "DELETE FROM record_documents",
        "UPDATE record_batches SET documents = 2", "DELETE FROM records",
      ] {
        await #expect(throws: DatabaseConflict.self) {
          try await database.write { try $0.run(statement) }
        }
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the check sees a document that was changed behind the schema's back`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      _ = try await Sample.file([Sample.extract(1), Sample.extract(2)], in: database)
      try await Sample.expectSound(database)
      let forged = DocumentWriter.bytes(of: Sample.extract(2, months: 1))
      try await TestTampering.change(
        database, "UPDATE record_documents SET body = \(forged) WHERE id = 2")
      let failed = try await RecordCheck.run(on: database).filter { !$0.holds }
      #expect(failed.map(\.name) == ["every batch of documents has the hash that its event names"])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the check sees a record whose index says something else`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      _ = try await Sample.file([Sample.extract(1), Sample.release(1)], in: database)
      try await database.write { transaction in
        try transaction.run("DELETE FROM record_numbers")
        try transaction.run("UPDATE record_questions SET closed_at = 1")
      }
      let failed = try await RecordCheck.run(on: database).filter { !$0.holds }
      #expect(failed.map(\.name) == ["every record is the fold of its documents"])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a contradiction without its question is seen`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      _ = try await Sample.file([Sample.release(1)], in: database)
      try await database.write { transaction in
        try transaction.run("UPDATE record_questions SET closed_at = 1")
      }
      let failed = try await RecordCheck.run(on: database).filter { !$0.holds }
      #expect(failed.map(\.name) == ["every contradiction of a record has its open question"])
    }
  }
}

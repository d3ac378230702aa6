import CaseFile
import Foundation
import Testing
import Vocabulary

@testable import Store

@Suite("Attached papers")
struct PaperTests {
  private struct Desk: Sendable {
    let citizen: CitizenID
    let draft: DraftID
    let files: FileStore
  }

  private func with(
    _ engine: TestEngine, _ body: @Sendable (Database, Desk) async throws -> Void
  ) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "lylich-papers-\(UUID())")
    try await TestDatabase.with(engine) { database in
      let desk = try await database.write { transaction in
        var dice = TestDice(state: 41)
        let citizen = try Citizens.findOrMake(
          try NationalID("092190000000"), name: try PersonName("Nguyễn Thị Mẫu"),
          birthDate: .day(CivilDate(1990, 9, 2)), id: CitizenID(random: &dice),
          at: TestDatabase.now, in: transaction)
        let draft = DraftID(random: &dice)
        try Drafts.insert(
          DraftRow(
            id: draft, citizen: citizen, agency: TestDatabase.agency, fields: "{}\n{}\n",
            version: 1, lodgedCase: nil, createdAt: TestDatabase.now,
            updatedAt: TestDatabase.now),
          in: transaction)
        return Desk(citizen: citizen, draft: draft, files: FileStore(root: root))
      }
      try await body(database, desk)
    }
    try FileManager.default.removeItem(at: root)
  }

  private func row(_ seed: UInt64, _ digest: String, of desk: Desk) -> PaperRow {
    var dice = TestDice(state: seed)
    return PaperRow(
      id: PaperID(random: &dice), citizen: desk.citizen, draft: desk.draft, caseID: nil,
      purpose: .feeGroup, format: .png, digest: digest, size: 3, pages: nil, width: 2, height: 2,
      name: "ảnh thẻ.png", addedAt: TestDatabase.now, scan: .waiting)
  }

  private func keep(_ bytes: [UInt8], in files: FileStore) throws -> String {
    let file = try files.receive()
    for byte in bytes { try file.append([byte]) }
    return try files.keep(file)
  }

  private func add(
    _ row: PaperRow, _ desk: Desk, in database: Database
  ) async throws {
    try await database.write { transaction in
      try desk.files.register(
        row.digest, size: row.size, kind: "paper", agency: TestDatabase.agency,
        at: TestDatabase.now, in: transaction)
      try Papers.insert(row, in: transaction)
    }
  }

  @Test func `a file that came in pieces lies under its hash; one that is dropped leaves nothing`()
    throws
  {
    let root = FileManager.default.temporaryDirectory.appending(path: "lylich-papers-\(UUID())")
    let files = FileStore(root: root)
    let digest = try keep([1, 2, 3], in: files)
    #expect(digest == FileStore.digest(of: [1, 2, 3]))
    #expect(try files.read(digest) == [1, 2, 3])
    #expect(try files.verified(digest).lastPathComponent == String(digest.dropFirst(2)))
    do {
      let dropped = try files.receive()
      try dropped.append([9])
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: root.path)
    #expect(left == [String(digest.prefix(2))])
    try Data([9]).write(to: try files.verified(digest))
    #expect(throws: Fault.self) { try files.verified(digest) }
    try FileManager.default.removeItem(at: root)
  }

  @Test(arguments: TestEngine.allCases)
  func `a paper goes with its draft into the case`(engine: TestEngine) async throws {
    try await with(engine) { database, desk in
      let row = row(1, try keep([1, 2, 3], in: desk.files), of: desk)
      try await add(row, desk, in: database)
      let caseID = try await database.write { try TestRows.makeCase(77, in: $0) }
      try await database.write { transaction in
        let held = try Papers.hold(desk.draft, of: desk.citizen, in: transaction)
        #expect(held?.id == desk.draft)
        #expect(try Papers.agency(of: row, in: transaction) == TestDatabase.agency)
        try Papers.move(from: desk.draft, to: caseID, in: transaction)
      }
      let found = try await database.read { try Papers.of(caseID, in: $0) }
      #expect(found.map(\.id) == [row.id] && found.first?.name == "ảnh thẻ.png")
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the scanner's first word stands`(engine: TestEngine) async throws {
    try await with(engine) { database, desk in
      let row = row(2, try keep([1], in: desk.files), of: desk)
      try await add(row, desk, in: database)
      let infected = PaperScan.infected(at: TestDatabase.now, threat: "Thử")
      let first = try await database.write { try Papers.settle(row.id, as: infected, in: $0) }
      let second = try await database.write {
        try Papers.settle(row.id, as: .clean(at: TestDatabase.now), in: $0)
      }
      #expect(first && !second)
      #expect(try await database.read { try Papers.row(row.id, in: $0) }?.scan == infected)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the bytes go with the last paper that has them`(engine: TestEngine) async throws {
    try await with(engine) { database, desk in
      let digest = try keep([5, 5], in: desk.files)
      let (one, two) = (row(3, digest, of: desk), row(4, digest, of: desk))
      try await add(one, desk, in: database)
      try await add(two, desk, in: database)
      try await database.write { try Papers.remove(one, files: desk.files, in: $0) }
      #expect(desk.files.isHere(digest))
      try await database.write { try Papers.remove(two, files: desk.files, in: $0) }
      #expect(!desk.files.isHere(digest))
      #expect(try await database.read { try Papers.of(desk.draft, in: $0) }.isEmpty)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `bytes whose row was never written are forgotten, and others are not`(
    engine: TestEngine
  ) async throws {
    try await with(engine) { database, desk in
      let known = row(5, try keep([6], in: desk.files), of: desk)
      try await add(known, desk, in: database)
      let stray = try keep([7], in: desk.files)
      try await database.write { transaction in
        try Papers.forget(stray, files: desk.files, in: transaction)
        try Papers.forget(known.digest, files: desk.files, in: transaction)
      }
      #expect(!desk.files.isHere(stray) && desk.files.isHere(known.digest))
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the schema holds what the desk must not forget`(engine: TestEngine) async throws {
    try await with(engine) { database, desk in
      let row = row(6, try keep([8], in: desk.files), of: desk)
      try await add(row, desk, in: database)
      for change: SQL in [
        "UPDATE papers SET scan = 'clean' WHERE id = \(row.id)",
        "UPDATE papers SET scan = 'infected', scanned_at = 1 WHERE id = \(row.id)",
        "UPDATE papers SET draft = NULL WHERE id = \(row.id)",
        "UPDATE papers SET format = 'gif' WHERE id = \(row.id)",
      ] {
        await #expect(throws: (any Error).self) {
          try await database.write { _ = try $0.run(change) }
        }
      }
    }
  }
}

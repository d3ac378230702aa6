import Foundation
import Records
import Testing
import Vocabulary

@testable import Store

@Suite("The register's index finds what was filed")
struct RegisterIndexTests {
  typealias Sample = RecordRows

  /// A database with its register's folder, and a second process's view of both.
  struct Bench: Sendable {
    let database: Database
    let folder: String
    let other: Database

    func register(_ database: Database? = nil) throws -> RegisterIndex {
      RegisterIndex(
        database: database ?? self.database, folder: folder, weights: try Weights.standard())
    }

    static func with(
      _ engine: TestEngine, _ body: @Sendable (Bench) async throws -> Void
    ) async throws {
      try await TestDatabase.withEmpty(engine) { test in
        let database = try Database.open(test.location, connections: 4)
        defer { database.close() }
        try await Migrations.apply(to: database, at: TestDatabase.now)
        try await database.write { transaction in
          try transaction.run(
            """
            INSERT INTO agencies (id, name, created_at)
            VALUES (\(TestDatabase.agency), 'Sở Mẫu', \(TestDatabase.now))
            """)
        }
        let other = try Database.open(test.location, connections: 2)
        defer { other.close() }
        try await body(
          Bench(
            database: database, folder: test.folder.appending(path: "register").path,
            other: other))
      }
    }
  }

  private func found(
    _ register: RegisterIndex, _ seed: Int, of agency: AgencyID = TestDatabase.agency
  ) async throws -> [String] {
    let finding = try await register.find(SoughtPerson(Sample.person(seed)), of: agency)
    // The samples have one name and one birth; their numbers, near each other, tell them apart.
    return finding.found.documents.filter {
      $0.weight >= finding.thresholds.match
        && ($0.levels.paper == .same || $0.levels.paper == .sameOld)
    }.compactMap { FilingPlace(text: $0.id)?.document.description }
  }

  @Test(arguments: TestEngine.allCases)
  func `a document is found by another process as soon as it is filed`(
    engine: TestEngine
  ) async throws {
    try await Bench.with(engine) { bench in
      let elsewhere = try bench.register(bench.other)
      #expect(try await found(elsewhere, 1).isEmpty)
      for seed in 1...20 {
        _ = try await Sample.file([Sample.extract(seed)], in: bench.database)
        #expect(try await found(elsewhere, seed) == [String(seed)])
      }
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `what was filed before there was an index is in it`(engine: TestEngine) async throws {
    try await Bench.with(engine) { bench in
      _ = try await Sample.file((1...50).map { Sample.extract($0) }, in: bench.database)
      let register = try bench.register()
      let size = try await register.rebuild(TestDatabase.agency, at: TestDatabase.now)
      #expect(size.documents == 50)
      #expect(try await found(register, 37) == ["37"])
      let finding = try await register.find(
        SoughtPerson(Sample.person(37)), of: TestDatabase.agency)
      #expect(finding.version.document == 50)
      #expect(finding.version == size.version)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the version searched is the last document and its batch's hash`(
    engine: TestEngine
  ) async throws {
    try await Bench.with(engine) { bench in
      let register = try bench.register()
      let before = try await register.find(
        SoughtPerson(Sample.person(1)), of: TestDatabase.agency)
      #expect(before.version == .empty)
      _ = try await Sample.file([Sample.extract(1), Sample.extract(2)], in: bench.database)
      let after = try await register.find(SoughtPerson(Sample.person(1)), of: TestDatabase.agency)
      let digest = try await bench.database.read { connection in
        try connection.row("SELECT digest FROM record_batches WHERE id = 1")?.bytes("digest")
      }
      #expect(after.version == RegisterVersion(document: 2, batchDigest: hex(digest ?? [])))
      // Another process, and an index built later, name the same state.
      let elsewhere = try bench.register(bench.other)
      _ = try await elsewhere.rebuild(TestDatabase.agency, at: TestDatabase.now)
      let again = try await elsewhere.find(
        SoughtPerson(Sample.person(1)), of: TestDatabase.agency)
      #expect(again.version == after.version)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `another agency's documents are not found`(engine: TestEngine) async throws {
    try await Bench.with(engine) { bench in
      _ = try await Sample.file([Sample.extract(1)], in: bench.database)
      let other = try #require(AgencyID("ca-mau"))
      #expect(try await found(try bench.register(), 1, of: other).isEmpty)
    }
  }

  @Test func `a damaged index is built anew, never believed`() async throws {
    try await Bench.with(.sqlite) { bench in
      _ = try await Sample.file((1...30).map { Sample.extract($0) }, in: bench.database)
      _ = try await bench.register().rebuild(TestDatabase.agency, at: TestDatabase.now)
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: bench.folder).first)
      let path = "\(bench.folder)/\(name)/base.idx"
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(try await !bench.register().isOverdue(TestDatabase.agency))
      bytes[5000] ^= 0x40
      try bytes.write(to: URL(fileURLWithPath: path))
      #expect(try await bench.register().isOverdue(TestDatabase.agency))
      #expect(try await found(try bench.register(), 17) == ["17"])
    }
  }

  @Test func `an index of another version of the program is due to be built anew`() async throws {
    try await Bench.with(.sqlite) { bench in
      _ = try await Sample.file((1...30).map { Sample.extract($0) }, in: bench.database)
      let register = try bench.register()
      _ = try await register.rebuild(TestDatabase.agency, at: TestDatabase.now)
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: bench.folder).first)
      // As that version left it: whole, and with the sum of its own bytes.
      let base = "\(bench.folder)/\(name)/base.idx"
      var bytes = try Data(contentsOf: URL(fileURLWithPath: base))
      bytes[8] = 4
      try bytes.write(to: URL(fileURLWithPath: base))
      let note = URL(fileURLWithPath: "\(bench.folder)/\(name)/register.json")
      var manifest = try JSONDecoder().decode(
        RegisterManifest.self, from: try Data(contentsOf: note))
      manifest.sum = String(try IndexFolder.sum("\(bench.folder)/\(name)"), radix: 16)
      try JSONEncoder().encode(manifest).write(to: note)
      #expect(try await !register.isOverdue(TestDatabase.agency))
      #expect(try await bench.register().isOverdue(TestDatabase.agency))
    }
  }

  @Test func `what a crash left of a rebuild is not opened, and goes in time`() async throws {
    try await Bench.with(.sqlite) { bench in
      _ = try await Sample.file([Sample.extract(1)], in: bench.database)
      let half = "\(bench.folder)/building.stp-mau.half"
      try FileManager.default.createDirectory(
        atPath: half, withIntermediateDirectories: true)
      try Data("half".utf8).write(to: URL(fileURLWithPath: half + "/base.idx"))
      let register = try bench.register()
      #expect(try await found(register, 1) == ["1"])
      let later = Instant.now(of: half).adding(seconds: 7200)
      _ = try await register.rebuild(TestDatabase.agency, at: later)
      let names = try FileManager.default.contentsOfDirectory(atPath: bench.folder)
      #expect(names.count == 1)
    }
  }

  @Test func `an index of another copy of the database is not believed`() async throws {
    try await Bench.with(.sqlite) { bench in
      _ = try await Sample.file((1...9).map { Sample.extract($0) }, in: bench.database)
      _ = try await bench.register().rebuild(TestDatabase.agency, at: TestDatabase.now)
      try await TestDatabase.with(.sqlite) { restored in
        _ = try await Sample.file([Sample.extract(77)], in: restored)
        let register = try bench.register(restored)
        #expect(try await register.isOverdue(TestDatabase.agency))
        #expect(try await found(register, 77) == ["1"])
        #expect(try await found(register, 5).isEmpty)
      }
    }
  }

  @Test func `names, numbers and residences of one document are all found`() async throws {
    try await Bench.with(.sqlite) { bench in
      var document = Sample.extract(1)
      document.person = DocumentPerson(
        name: "Trần Thị Bông", otherNames: ["Nguyễn Ngọc Hoa Mai"],
        born: .day(CivilDate(1971, 4, 9)), numbers: ["361234567", "092171000009"])
      _ = try await Sample.file([document], in: bench.database)
      let register = try bench.register()
      for sought in [
        SoughtPerson(names: ["Nguyen Ngoc Hoa Mai"], born: .year(1971)),
        SoughtPerson(names: ["TRẦN THỊ BÔNG"], born: .day(CivilDate(1971, 9, 4))),
        SoughtPerson(names: [], numbers: ["361234567"]),
        SoughtPerson(names: ["Bông"], numbers: ["092171000009"]),
        SoughtPerson(names: ["tran thi bong"]),
      ] {
        let finding = try await register.find(sought, of: TestDatabase.agency)
        #expect(finding.found.documents.map(\.id) == ["1/1"])
      }
    }
  }
}

extension Instant {
  /// When a file was last changed.
  fileprivate static func now(of path: String) -> Instant {
    var status = stat()
    guard stat(path, &status) == 0 else { return TestDatabase.now }
    return Instant(milliseconds: Int64(status.st_mtim.tv_sec) * 1000)
  }
}

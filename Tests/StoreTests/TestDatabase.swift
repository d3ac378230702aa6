import Foundation
import Vocabulary

@testable import Store

/// Every test of the store runs on both.
enum TestEngine: String, CaseIterable, Sendable {
  case sqlite, postgres
}

/// Why a test has no database. A missing server is a failure, never a skip.
struct NoTestServer: Error, CustomStringConvertible {
  let description = """
    LYLICH_TEST_POSTGRES is not set. These tests need a PostgreSQL server of their own:
      export LYLICH_TEST_POSTGRES=$(scripts/test-postgres start /tmp/lylich-postgres)
      swift test --filter StoreTests
      scripts/test-postgres stop /tmp/lylich-postgres
    `make test` does this by itself.
    """
}

/// A database that exists for one test: a file in a folder of its own, or a schema of its own.
struct TestDatabase: Sendable {
  let location: DatabaseLocation
  let folder: URL

  static let now = Instant(CivilDate(2026, 11, 21), hour: 9, minute: 0)
  static let agency: AgencyID = {
    guard let id = AgencyID("stp-mau") else { preconditionFailure("stp-mau is a code") }
    return id
  }()

  /// Runs `body` with a fresh, migrated database.
  static func with<Result: Sendable>(
    _ engine: TestEngine, connections: Int = 4,
    _ body: @Sendable (Database) async throws -> Result
  ) async throws -> Result {
    try await withEmpty(engine) { test in
      let database = try Database.open(test.location, connections: connections)
      defer { database.close() }
      try await Migrations.apply(to: database, at: now)
      try await database.write { transaction in
        try transaction.run(
          "INSERT INTO agencies (id, name, created_at) VALUES (\(agency), 'Sở Mẫu', \(now))")
      }
      return try await body(database)
    }
  }

  /// Runs `body` with a place for a database, without tables.
  static func withEmpty<Result: Sendable>(
    _ engine: TestEngine, _ body: @Sendable (TestDatabase) async throws -> Result
  ) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "lylich-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      do {
        try FileManager.default.removeItem(at: folder)
      } catch {
        preconditionFailure("the test's own folder can be removed: \(error)")
      }
    }
    switch engine {
    case .sqlite:
      let path = folder.appending(path: "test.sqlite").path
      return try await body(TestDatabase(location: .sqlite(path: path), folder: folder))
    case .postgres:
      return try await withSchema(folder, body)
    }
  }

  private static func withSchema<Result: Sendable>(
    _ folder: URL, _ body: @Sendable (TestDatabase) async throws -> Result
  ) async throws -> Result {
    let server = try serverURI()
    let schema = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
    try await script("CREATE SCHEMA \(schema)", on: server)
    let mark = server.contains("?") ? "&" : "?"
    let uri = "\(server)\(mark)options=-csearch_path%3D\(schema)"
    let outcome: Swift.Result<Result, any Error>
    do {
      outcome = .success(
        try await body(TestDatabase(location: .postgres(uri: uri), folder: folder)))
    } catch {
      outcome = .failure(error)
    }
    try await script("DROP SCHEMA \(schema) CASCADE", on: server)
    return try outcome.get()
  }

  static func serverURI() throws -> String {
    guard let uri = ProcessInfo.processInfo.environment["LYLICH_TEST_POSTGRES"] else {
      throw NoTestServer()
    }
    return uri
  }

  private static func script(_ text: String, on uri: String) async throws {
    let database = try Database.open(.postgres(uri: uri), connections: 1)
    defer { database.close() }
    try await database.write { try $0.script(text) }
  }
}

/// A known series of chance, the same for the same seed.
struct TestDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Rows that others point at.
enum TestRows {
  /// A citizen and a case, both invented; returns the case.
  static func makeCase(
    _ seed: UInt64, version: Int = 0, in transaction: Transaction
  ) throws -> CaseID {
    var dice = TestDice(state: seed)
    let citizen = CitizenID(random: &dice)
    let id = CaseID(random: &dice)
    try transaction.run(
      """
      INSERT INTO citizens (id, national_id, name, birth_date, created_at)
      VALUES (\(citizen), \(padded(Int(seed), to: 12)), 'Nguyễn Văn Mẫu', '1990-01-01',
              \(TestDatabase.now))
      """)
    try transaction.run(
      """
      INSERT INTO cases (id, agency, number, citizen, certificate_kind, procedure, state, version,
                         lodged_at, applicant, search_name, sort_name)
      VALUES (\(id), \(TestDatabase.agency), \("H13-261121-\(padded(Int(seed), to: 4))"),
              \(citizen), 'number1', '1.001', 'lodged', \(version), \(TestDatabase.now),
              'Nguyễn Văn Mẫu', 'nguyen van mau', 'mau van nguyen')
      """)
    return id
  }

  static func line(
    _ caseID: CaseID?, seq: Int?, body: String, at: Instant = TestDatabase.now
  ) -> JournalLine {
    var dice = TestDice(state: UInt64(seq ?? 0) &+ 99)
    return JournalLine(
      caseID: caseID, seq: seq, agency: TestDatabase.agency, kind: "tested", at: at,
      actor: "system:test", body: Array(body.utf8), salt: Journal.salt(random: &dice))
  }
}

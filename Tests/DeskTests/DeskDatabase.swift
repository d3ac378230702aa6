import Foundation
import Vocabulary

@testable import Store

/// A migrated database for one test, on either engine, with one agency.
enum DeskDatabase: String, CaseIterable, Sendable {
  case sqlite, postgres

  static let now = Instant(CivilDate(2026, 11, 24), hour: 9, minute: 0)
  static let agency: AgencyID = {
    guard let id = AgencyID("stp-mau") else { preconditionFailure("stp-mau is a code") }
    return id
  }()

  struct NoServer: Error {}

  func with<Result: Sendable>(
    _ body: @Sendable (Database) async throws -> Result
  ) async throws -> Result {
    try await place { database in
      try await Migrations.apply(to: database, at: DeskDatabase.now)
      try await addAgency(to: database)
      return try await body(database)
    }
  }

  /// As the first release left it: with its fifteen steps of the schema, and no other.
  func released<Result: Sendable>(
    _ body: @Sendable (Database) async throws -> Result
  ) async throws -> Result {
    try await place { database in
      try await database.write { transaction in
        try transaction.script(
          """
          CREATE TABLE migrations (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL,
                                   sha256 TEXT NOT NULL, at BIGINT NOT NULL);
          """)
        for file in try MigrationFile.all(for: transaction.dialect) where file.number <= 15 {
          try transaction.script(file.sql)
          try transaction.run(
            """
            INSERT INTO migrations (number, name, sha256, at)
            VALUES (\(file.number), \(file.name), \(file.sha256), \(DeskDatabase.now))
            """)
        }
      }
      try await addAgency(to: database)
      return try await body(database)
    }
  }

  private func addAgency(to database: Database) async throws {
    try await database.write { transaction in
      try transaction.run(
        """
        INSERT INTO agencies (id, name, created_at)
        VALUES (\(DeskDatabase.agency), 'Sở Mẫu', \(DeskDatabase.now))
        """)
    }
  }

  private func place<Result: Sendable>(
    _ body: @Sendable (Database) async throws -> Result
  ) async throws -> Result {
    let name = "d" + UUID().uuidString.lowercased().replacing("-", with: "")
    switch self {
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory.appending(path: name)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let result = try await open(
        .sqlite(path: folder.appending(path: "test.sqlite").path), body)
      try FileManager.default.removeItem(at: folder)
      return result
    case .postgres:
      guard let server = ProcessInfo.processInfo.environment["LYLICH_TEST_POSTGRES"] else {
        throw NoServer()
      }
      try await script("CREATE SCHEMA \(name)", on: server)
      let mark = server.contains("?") ? "&" : "?"
      let result = try await open(
        .postgres(uri: "\(server)\(mark)options=-csearch_path%3D\(name)"), body)
      try await script("DROP SCHEMA \(name) CASCADE", on: server)
      return result
    }
  }

  private func open<Result: Sendable>(
    _ location: DatabaseLocation, _ body: @Sendable (Database) async throws -> Result
  ) async throws -> Result {
    let database = try Database.open(location, connections: 4)
    defer { database.close() }
    return try await body(database)
  }

  private func script(_ text: String, on uri: String) async throws {
    let database = try Database.open(.postgres(uri: uri), connections: 1)
    defer { database.close() }
    try await database.write { try $0.script(text) }
  }
}

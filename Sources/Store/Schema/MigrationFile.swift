import Crypto
import Foundation
package import Vocabulary

/// One step of the schema, as it lies in `Migrations/`: `0001_tables.sql` for both engines, or
/// `0002_guards.sqlite.sql` beside `0002_guards.postgres.sql` where they must differ.
package struct MigrationFile: Equatable, Sendable {
  package let number: Int
  package let name: String
  /// The statements for one engine.
  let sql: String
  /// Lower-case hex SHA-256 of the file's bytes.
  package let sha256: String

  /// Nil where the file is another engine's. Throws where the name says nothing.
  init?(file: String, bytes: [UInt8], for dialect: Dialect) throws(Fault) {
    var parts = file.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, parts.removeLast() == "sql", parts.count <= 2 else {
      throw Fault("reading the migrations", cause: "\(file) is not named 0001_name[.engine].sql")
    }
    if parts.count == 2 {
      guard let engine = Dialect(rawValue: parts[1]) else {
        throw Fault("reading the migrations", cause: "\(file) names no engine")
      }
      guard engine == dialect else { return nil }
    }
    let words = parts[0].split(separator: "_", maxSplits: 1).map(String.init)
    guard words.count == 2, words[0].utf8.count == 4, let number = Int(words[0]) else {
      throw Fault("reading the migrations", cause: "\(file) has no number of four digits")
    }
    self.number = number
    self.name = words[1]
    self.sql = Self.spoken(String(decoding: bytes, as: UTF8.self), in: dialect)
    self.sha256 = hex(Array(SHA256.hash(data: bytes)))
  }

  /// Replaces the words for types that differ between the engines.
  private static func spoken(_ text: String, in dialect: Dialect) -> String {
    let words: KeyValuePairs<String, String> =
      switch dialect {
      case .sqlite:
        [
          "@int": "INTEGER", "@text": "TEXT", "@bytes": "BLOB", "@strict": "STRICT",
          "@id": "INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT",
        ]
      case .postgres:
        [
          "@int": "BIGINT", "@text": "TEXT COLLATE \"C\"", "@bytes": "BYTEA", "@strict": "",
          "@id": "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
        ]
      }
    return words.reduce(text) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
  }

  /// All steps for one engine, in order. Numbers are reserved before the steps are written, so a
  /// number may be missing; none is there twice.
  package static func all(for dialect: Dialect) throws(Fault) -> [MigrationFile] {
    guard let folder = Bundle.module.url(forResource: "Migrations", withExtension: nil) else {
      throw Fault(
        "reading the migrations", cause: "the program's resources are not beside it; build again")
    }
    var files: [MigrationFile] = []
    for (name, bytes) in try contents(of: folder) {
      if let file = try MigrationFile(file: name, bytes: bytes, for: dialect) {
        files.append(file)
      }
    }
    guard zip(files, files.dropFirst()).allSatisfy({ $0.number < $1.number }) else {
      throw Fault("reading the migrations", cause: "two steps have one number")
    }
    return files
  }

  private static func contents(
    of folder: URL
  ) throws(Fault) -> [(name: String, bytes: [UInt8])] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".sql") }
        .sorted()
        .map { ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0)))) }
    } catch {
      throw Fault("reading the migrations", cause: "\(folder.path) cannot be read")
    }
  }
}

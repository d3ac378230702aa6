import Foundation
import Vocabulary

/// A schema of its own in a PostgreSQL database, made and dropped with psql.
struct Schema: Sendable {
  let name: String
  /// The database's address, with this schema as the only one that is looked into.
  let uri: String
  private let database: String
  private static let prefix = "lylich_bench_"

  init(in database: String) throws(Fault) {
    let id: CaseID = newID()
    self.name = Self.prefix + "\(Maker.mark)_\(id.text.prefix(10))"
    self.database = database
    let mark = database.contains("?") ? "&" : "?"
    self.uri = "\(database)\(mark)options=-csearch_path%3D\(name)"
    try run("CREATE SCHEMA \(name)")
  }

  func drop() {
    do {
      try run("DROP SCHEMA \(name) CASCADE")
    } catch {
      complain("Could not drop the schema \(name): \(error)")
    }
  }

  /// Drops those of measurements that were killed.
  static func dropOrphans(in database: String) throws(Fault) {
    let names = try ask("SELECT nspname FROM pg_namespace ORDER BY nspname", of: database)
    for name in names.split(separator: "\n").map(String.init)
    where Maker.isGone(name, prefix: prefix) {
      _ = try ask("DROP SCHEMA \(name) CASCADE", of: database)
    }
  }

  private func run(_ statement: String) throws(Fault) {
    _ = try Self.ask(statement, of: database)
  }

  private static func ask(_ statement: String, of database: String) throws(Fault) -> String {
    try Tool.output(
      of: "psql",
      [
        database, "--no-psqlrc", "--quiet", "--tuples-only", "--no-align",
        "--set=ON_ERROR_STOP=1", "--command", statement,
      ],
      environment: ["PGOPTIONS": "-cclient_min_messages=warning"])
  }
}

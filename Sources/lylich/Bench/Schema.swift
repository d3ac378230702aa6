import Foundation
import Vocabulary

/// A schema of its own in a PostgreSQL database, made and dropped with psql.
struct Schema {
  let name: String
  /// The database's address, with this schema as the only one that is looked into.
  let uri: String
  private let database: String

  init(in database: String) throws(Fault) {
    let id: CaseID = newID()
    self.name = "lylich_bench_\(id.text.prefix(10))"
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

  private func run(_ statement: String) throws(Fault) {
    _ = try Tool.output(
      of: "psql",
      [database, "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--command", statement],
      environment: ["PGOPTIONS": "-cclient_min_messages=warning"])
  }
}

import ArgumentParser
import Foundation
import Law
import Records
import Store
import Vocabulary

struct MatchRebuilding: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Builds the index of the installation's judicial records anew.",
    discussion: """
      Searches go on meanwhile, with the old index and what was filed since. A worker does the \
      same by itself when a tenth was added, or when there is no index.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "How many threads.")
  var threads: Int = 2

  func run() async throws {
    try await reporting {
      let place = try await common.place()
      let database = try Database.open(place.database, connections: 2)
      defer { database.close() }
      try await Migrations.verify(database)
      let installed = try await database.read { try Installation.stored(in: $0) }
      guard let installed, let profile = try Profiles.named(installed.profile) else {
        throw Fault("indexing", cause: "this is not an installation; run lylich migrate first")
      }
      let register = RegisterIndex(
        database: database, folder: DataFolder(root: place.data).register.path,
        weights: try Weights.standard())
      let size = try await register.rebuild(
        profile.agency, threads: threads, at: Instant.now,
        progress: { complain("… \($0) of \($1) documents") })
      say(
        "Indexed \(size.documents) documents as \(size.entries) entries; "
          + "register version \(size.version).")
    }
  }
}

import ArgumentParser
import Desk
import Foundation
import Law
import Store
import Vocabulary

struct MatchPairs: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Writes the pairs that officers decided as files that 'match learn' takes.",
    discussion: """
      The folder gets register.csv (for 'match index'), queries.csv and truth.csv (for 'match \
      learn'). They hold names and numbers of people: only their owner may read them; remove them \
      when they were learnt from.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The folder to write to; it is made where there is none.")
  var output: String

  func run() async throws {
    try await reporting {
      let place = try await common.place()
      let database = try Database.open(place.database, connections: 1)
      defer { database.close() }
      try await Migrations.verify(database)
      let installed = try await database.read { try Installation.stored(in: $0) }
      guard let installed, let profile = try Profiles.named(installed.profile) else {
        throw Fault(
          "exporting pairs", cause: "this is not an installation; run lylich migrate first")
      }
      let export = try await PairExport.run(of: profile.agency, in: database)
      try write(export.register, "register.csv")
      try write(export.queries, "queries.csv")
      try write(export.truth, "truth.csv")
      say("\(export.count) decided pairs; \(export.purged) of purged cases are left out.")
    }
  }

  private func write(_ lines: [String], _ name: String) throws {
    let folder = URL(filePath: output)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let file = folder.appending(path: name)
    guard
      FileManager.default.createFile(
        atPath: file.path, contents: Data((lines.joined(separator: "\n") + "\n").utf8),
        attributes: [.posixPermissions: 0o600])
    else { throw Fault("exporting pairs", cause: "\(name) cannot be written") }
  }
}

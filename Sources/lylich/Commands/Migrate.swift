import ArgumentParser
import Foundation
import Law
import Store
import Vocabulary

struct Migrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make or bring up to date the tables of an installation.",
    discussion: """
      On an empty database it also writes down what the installation is (real, its profile, the
      journal's origin) and makes the journal's key in the data folder. Running it again changes
      nothing. It goes forward only.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The issuer profile of a new installation.")
  var profile: String?

  func run() async throws {
    try await reporting {
      let place = try await common.place()
      let folder = DataFolder(root: place.data)
      try folder.make()
      let database = try Database.open(place.database)
      try await Migrations.apply(to: database, at: Instant.now)
      try await install(profile, mode: folder.isDemo ? .demo : .real, in: database, folder)
      say("The tables are up to date.")
      database.close()
    }
  }
}

/// Writes down what a new installation is; an old one keeps what it is.
func install(
  _ profile: String?, mode: Installation.Mode, in database: Database, _ folder: DataFolder
) async throws {
  let stored = try await database.read { connection in
    try Installation.stored(in: connection)
  }
  guard stored == nil else { return }
  let profiles = try Profiles.load()
  guard let home = profiles.first(where: { $0.id == profile }) else {
    throw SettingsProblem(
      key: "profile", value: profile, source: "the command line (--profile)",
      wants: "one of \(profiles.map(\.id).joined(separator: ", "))",
      example: "--profile \(profiles.first?.id ?? "")")
  }
  let now = Instant.now
  let agencies = try profiles.map {
    (id: $0.agency, name: try $0.rules(on: now.civilDate).names.name.vi)
  }
  let origin = "lylich-\(mode.rawValue)/\(home.agency)"
  _ = try folder.secret("journal.seed", byteCount: 32)
  try await database.write { transaction in
    for agency in agencies {
      try Agencies.keep(agency.id, name: agency.name, at: now, in: transaction)
    }
    _ = try Installation(
      mode: mode, profile: home.id, origin: origin, installedAt: now
    ).keep(in: transaction)
  }
}

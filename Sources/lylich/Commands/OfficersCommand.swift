import ArgumentParser
import Desk
import Foundation
import Law
import Store
import Vocabulary

struct OfficersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "officers",
    abstract: "Let in the first two administrators of an installation.",
    subcommands: [InstallAdministrator.self])
}

struct InstallAdministrator: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Make an administrator, or give one a new beginning.",
    discussion: """
      Prints a password that works once, within seven days: signing in with it, the administrator
      chooses a password and sets up the second factor. Refused while two other administrators
      serve: then two of them settle it on the pages (/office/officers). Each use is in the journal.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The name under which the administrator signs in.")
  var username: String

  @Option(help: "As printed, such as \"Nguyễn Thị Mẫu\".")
  var name = ""

  @Option(help: "The officer's title.")
  var title = "Quản trị"

  func run() async throws {
    try await reporting {
      let place = try await common.place()
      let folder = DataFolder(root: place.data)
      let database = try Database.open(place.database)
      defer { database.close() }
      try await Migrations.verify(database)
      let stored = try await database.read { connection in
        try Installation.stored(in: connection)
      }
      guard let stored, let home = try Profiles.load().first(where: { $0.id == stored.profile })
      else {
        throw Fault(
          "letting in an administrator",
          cause: "this database is not an installation yet; run lylich migrate first")
      }
      let roster = Roster(
        database: database, home: home.agency,
        surroundings: Surroundings(now: { Instant.now }, secretBytes: secretBytes),
        box: try folder.officerBox())
      do {
        let password = try await roster.installAdministrator(
          username: username, name: name.isEmpty ? username : name, title: title)
        say("User name: \(username)\nPassword, once and for seven days: \(password)")
      } catch Refused.officer(let refusal) {
        throw Fault(
          "letting in an administrator",
          cause: refusal == .decided
            ? "two others serve already: they settle it at /office/officers"
            : "that user name belongs to somebody who is no administrator")
      }
    }
  }
}

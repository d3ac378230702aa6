import ArgumentParser
import Desk
import Foundation
import Law
import Store
import Vocabulary
import Words

struct CalendarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "The working calendar's yearly schedule.",
    subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a year's schedule and write a proposal file.",
      discussion: """
        The sheet has four columns: what,day,worked,source (docs/administrator). Nothing
        changes: an administrator pastes the file at /office/rules/import, another approves.
        """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "The sheet.")
    var file: String

    @Option(help: "Where the proposal file goes. Default: beside the sheet, .proposal.json.")
    var out: String?

    func run() async throws {
      try await reporting {
        guard let data = FileManager.default.contents(atPath: file) else {
          throw Fault("reading the sheet", cause: "\(file) cannot be read")
        }
        let edition = try await known()
        switch CalendarSheet.read(String(decoding: data, as: UTF8.self), over: edition) {
        case .lacking(let lacks):
          for lack in lacks { complain(RuleChangeWords.sentence(lack, in: .vietnamese)) }
          throw ExitCode(1)
        case .changes(let changes):
          let place = out ?? URL(filePath: file).deletingPathExtension().path + ".proposal.json"
          let bytes = RuleProposals.bytes(of: changes)
          guard FileManager.default.createFile(atPath: place, contents: Data(bytes)) else {
            throw Fault("writing the proposal", cause: "\(place) cannot be made")
          }
          say("\(changes.count) changes: \(place)")
        }
      }
    }

    /// The rules of the installation, approved changes included.
    private func known() async throws -> LawEdition {
      let place = try await common.place()
      let database = try Database.open(place.database, connections: 2)
      defer { database.close() }
      try await Migrations.verify(database)
      let approved = try await database.read { connection in
        try RuleProposals.approved(after: 0, in: connection)
      }
      let book = try LawBook.bundled().with(approved)
      return try book.edition(knowing: book.latest)
    }
  }
}

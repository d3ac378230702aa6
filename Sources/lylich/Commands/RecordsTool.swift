import ArgumentParser
import Desk
import Foundation
import Law
import Store
import Vocabulary

struct RecordsTool: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "The judicial records: bring suppliers' documents in.",
    subcommands: [RecordsImport.self, RecordsWatch.self])
}

struct RecordsImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "File suppliers' documents from a file, one JSON document a line.",
    discussion: """
      docs/records.md describes the format. A document that is there already changes nothing; one \
      that contradicts others is filed and becomes a question for an officer. The import may be \
      cut off and goes on where it was. Exits 2 where a line was refused: each refused line is \
      named with its field and the reason, never with what it holds.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The file, one document a line.")
  var file: String

  @Flag(help: "Check every line and change nothing.")
  var dryRun = false

  @Option(help: "Where the refused lines are named. Default: the terminal.")
  var report: String?

  func run() async throws {
    try await reporting {
      let place = try await common.place()
      let database = try Database.open(place.database, connections: 2)
      defer { database.close() }
      try await Migrations.verify(database)
      let agency = try await installedAgency(in: database)
      let refusals = try RefusalReport(path: report)
      let job = RecordImport(
        into: database, of: agency, mode: dryRun ? .dryRun : .filing)
      let done = try await job.run(
        file: file, now: { Instant.now },
        progress: { complain("… \($0.lines) lines, \($0.refused) refused") },
        refused: { refusals.add($0) })
      tell(done)
      if done.refused > 0 { throw ExitCode(2) }
    }
  }

  private func tell(_ done: RecordImport.Report) {
    if done.doneBefore > 0 { say("\(done.doneBefore) lines had been done before.") }
    say(
      """
      \(dryRun ? "Would file" : "Filed") \(done.filed) documents \
      (\(done.newRecords) new records, \(done.questionsOpened) questions), \
      \(done.known) were there already, \(done.refused) refused.
      """)
  }
}

/// The agency whose records an installation keeps.
func installedAgency(in database: Database) async throws -> AgencyID {
  let installed = try await database.read { try Installation.stored(in: $0) }
  guard let installed, let profile = try Profiles.named(installed.profile) else {
    throw Fault("importing", cause: "this is not an installation; run lylich migrate first")
  }
  return profile.agency
}

/// The list of refused lines, in a file or on the terminal.
private struct RefusalReport {
  private let handle: FileHandle

  init(path: String?) throws(Fault) {
    guard let path else {
      handle = .standardError
      return
    }
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw Fault("writing the report \(path)", cause: "it cannot be made") }
    self.handle = handle
  }

  func add(_ refused: LeftOutLine) {
    handle.write(Data("line \(refused.line)\t\(refused.place)\t\(refused.reason)\n".utf8))
  }
}

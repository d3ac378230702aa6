import ArgumentParser
import Desk
import Foundation
import Store
import Vocabulary

struct ListClearances: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clearances",
    abstract: "Walk over the records now: who became cleared, what is lacking to say so.",
    discussion: """
      The worker does this once a day by itself; /office/clearances shows what it found. Here the
      walk of today is begun, or carried to its end, and its figures are printed. Exit status 1
      where another process holds it.
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: "The issuer profile whose agency's records are walked over.")
  var profile: String?

  func run() async throws {
    try await reporting {
      let assembly = try await assemble(common, profile: profile, port: nil)
      let holder = "clearances-\(ProcessInfo.processInfo.processIdentifier)"
      var isHeldElsewhere = false
      while true {
        let agency = assembly.desk.home
        guard let walk = try await assembly.desk.walkClearances(of: agency, by: holder) else {
          isHeldElsewhere = true
          break
        }
        guard walk.finishedAt != nil else { continue }
        say(
          "\(walk.day.iso) \(agency.code): \(walk.records) records, "
            + "\(walk.newlyCleared) newly cleared, \(walk.lacking) facts lacking")
        break
      }
      try await assembly.close()
      if isHeldElsewhere {
        complain("Another process walks over these records now; ask again later.")
        throw ExitCode(1)
      }
    }
  }
}

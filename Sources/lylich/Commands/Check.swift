import ArgumentParser
import CaseFile
import Desk
import Foundation
import Store
import Vocabulary

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Recompute the journal and every invariant; exit 1 where one does not hold.",
    discussion: """
      Looks at every leaf, checkpoint, case, certificate, payment and file, and states each
      invariant with its figure. It changes nothing and may run beside a live installation.
      """)

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reporting {
      let place = try await common.place()
      let folder = DataFolder(root: place.data)
      let database = try Database.open(place.database, connections: 2)
      try await Migrations.verify(database)
      let installed = try await database.read { connection in
        try Installation.stored(in: connection)
      }
      guard let installed,
        let seed = decoded(hex: try folder.secret("journal.seed", byteCount: 32)),
        let signer = NoteSigner(name: installed.origin, seed: seed)
      else {
        throw Fault("checking", cause: "this is not an installation; run lylich migrate first")
      }
      let check = InstallationCheck(
        database: database, files: FileStore(root: folder.files),
        journal: JournalCheck(verifier: signer.verifier, origin: installed.origin))
      let differences = try await SchemaCheck.differences(in: database)
      let schema = Invariant(
        "the schema is the expected one", figure: 1, failures: differences)
      let found = try await check.run(at: Instant.now) { what, count in
        if count > 0, count.isMultiple(of: 10_000) { complain("… \(count) \(what)") }
      }
      report([schema] + found)
      database.close()
      guard ([schema] + found).allSatisfy(\.holds) else { throw ExitCode(1) }
    }
  }

  private func report(_ invariants: [Invariant]) {
    for invariant in invariants {
      say("\(invariant.holds ? "ok  " : "FAIL") \(invariant.name): \(invariant.figure)")
      for failure in invariant.failures { say("       \(failure)") }
      if invariant.failureCount > invariant.failures.count {
        say("       … \(invariant.failureCount) in all")
      }
    }
  }
}

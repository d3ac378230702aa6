import ArgumentParser
import Desk
import Foundation
import Store
import SystemPackage
import Vocabulary

struct RecordsWatch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Import every file that is laid into a folder, until it is stopped.",
    discussion: """
      For offices without an interface. A file NAME.jsonl (one document a line) or NAME.json that \
      has not changed for two seconds is imported and moved to done/, or to refused/ where a line \
      was not taken, with NAME.jsonl.report.txt beside it. Killed at any moment it goes on where \
      it was. A worker with the setting records.folder does the same.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The folder.")
  var folder: String

  @Flag(help: "Look once and end. Exits 2 where a file had a refused line.")
  var once = false

  func run() async throws {
    try await reporting {
      let place = try await common.place()
      let database = try Database.open(place.database, connections: 2)
      defer { database.close() }
      try await Migrations.verify(database)
      let turn = try FolderTurn(folder: folder)
      defer { turn.end() }
      let watched = try WatchedFolder(
        path: folder,
        job: RecordImport(
          into: database, of: try await installedAgency(in: database), mode: .filing))
      while true {
        let outcomes = try await watched.round(now: { Instant.now })
        for outcome in outcomes { tell(outcome) }
        if once {
          if outcomes.contains(where: { $0.report.refused > 0 }) { throw ExitCode(2) }
          return
        }
        try await Task.sleep(for: .seconds(2))
      }
    }
  }

  private func tell(_ outcome: WatchedFolder.Outcome) {
    let report = outcome.report
    say(
      "\(outcome.name): \(report.filed) filed, \(report.known) there already, "
        + "\(report.refused) refused.")
  }
}

/// One process at a time looks into a folder: the lock ends with the process, however it ends.
struct FolderTurn {
  private let lock: FileDescriptor

  init(folder: String) throws {
    let file = URL(fileURLWithPath: folder, isDirectory: true).appending(path: ".watched")
    do {
      lock = try FileDescriptor.open(
        FilePath(file.path), .readWrite, options: .create, permissions: .ownerReadWrite)
    } catch {
      throw Fault("watching the folder", cause: "\(folder) is not there, or is not ours to write")
    }
    guard flock(lock.rawValue, LOCK_EX | LOCK_NB) == 0 else {
      try lock.close()
      throw Fault("watching the folder", cause: "another process watches \(folder)")
    }
  }

  func end() {
    do {
      try lock.close()
    } catch {
      complain("lylich: the lock of the folder could not be closed")
    }
  }
}

import Desk
import Logging
import ServiceLifecycle
import Vocabulary

/// Imports what offices lay into the folder of the setting `records.folder`, beside the worker.
/// Where another process watches it already, this one waits for its turn.
struct FolderWatch: Service {
  let assembly: Assembly
  let folder: String

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await watch()
        } catch is CancellationError {
          return
        } catch {
          let cause = (error as? Fault)?.description ?? "\(type(of: error))"
          assembly.log.error(
            "The folder of documents is not watched", metadata: ["cause": "\(cause)"])
        }
        do {
          try await Task.sleep(for: .seconds(30))
        } catch {
          return
        }
      }
    }
  }

  private func watch() async throws {
    let turn = try FolderTurn(folder: folder)
    defer { turn.end() }
    let watched = try WatchedFolder(
      path: folder,
      job: RecordImport(into: assembly.database, of: assembly.desk.home, mode: .filing))
    while true {
      for outcome in try await watched.round(now: { Instant.now }) {
        assembly.log.info(
          "A file of documents was imported",
          metadata: [
            "filed": "\(outcome.report.filed)", "known": "\(outcome.report.known)",
            "refused": "\(outcome.report.refused)",
          ])
      }
      try await Task.sleep(for: .seconds(2))
    }
  }
}

import Desk
import Logging
import ServiceLifecycle
import Vocabulary

/// Learns rule changes and notices that another process wrote, each second, so that pages need not
/// ask.
struct RuleWatch: Service {
  let assembly: Assembly

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await assembly.desk.freshRules()
          try await assembly.desk.roster.refresh(assembly.desk.noticeBoard)
        } catch {
          assembly.log.error(
            "The rules and notices could not be refreshed",
            metadata: ["cause": "\(type(of: error))"])
        }
        do {
          try await Task.sleep(for: .seconds(1))
        } catch {
          return
        }
      }
    }
  }
}

import Foundation
import Testing

@testable import Desk

@Suite("Work that nobody waits for")
struct QuietExecutorTests {
  /// Of the thread that asks.
  private func niceness() -> Int32 {
    getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0)
  }

  @Test func `leaves the cores to others, also after it waited`() async {
    let before = niceness()
    let quiet = await withTaskExecutorPreference(QuietExecutor.shared) {
      let first = niceness()
      await Task.yield()
      return [first, niceness()]
    }
    #expect(quiet == [before + 10, before + 10].map { min($0, 19) })
    #expect(niceness() == before)
  }
}

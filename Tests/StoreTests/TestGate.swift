import Foundation

/// Lets threads of a test wait for one another by name.
final class TestGate: @unchecked Sendable {
  // Touched only while `condition` is held.
  private let condition = NSCondition()
  private var opened: Set<String> = []

  func open(_ name: String) {
    condition.lock()
    opened.insert(name)
    condition.broadcast()
    condition.unlock()
  }

  /// Returns when the gate is open. A gate that stays shut for a minute is a broken test.
  func wait(for name: String) {
    let limit = Foundation.Date(timeIntervalSinceNow: 60)
    condition.lock()
    defer { condition.unlock() }
    while !opened.contains(name) {
      precondition(condition.wait(until: limit), "nobody opened \(name)")
    }
  }

  /// Like `wait`, for tasks: theirs are few threads, and one that blocked could stop all tests.
  func reached(_ name: String) async {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        self.wait(for: name)
        continuation.resume()
      }
    }
  }
}

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

/// Runs each piece of a task on a thread of its own. SQLite reads where it is asked, so a reading
/// that waits at a gate must not hold one of the few threads that all tests share.
final class TestThreads: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedTaskExecutor()
    Thread.detachNewThread { job.runSynchronously(on: executor) }
  }
}

import Foundation

/// Work for a fixed crew of threads. A database call blocks its thread; it must never block one
/// of the few threads on which Swift runs its tasks.
package final class JobQueue<Job: Sendable>: @unchecked Sendable {
  // Everything below is touched only while `condition` is held.
  private let condition = NSCondition()
  private var waiting: [Job] = []
  private var head = 0
  private var isClosed = false
  private var threads = 0

  package init() {}

  /// False when the queue is closed and the job will never run.
  package func add(_ job: Job) -> Bool {
    condition.lock()
    let isTaken = !isClosed
    if isTaken { waiting.append(job) }
    condition.unlock()
    // Whoever wakes up finds the lock free.
    condition.signal()
    return isTaken
  }

  /// Waits for work and takes up to `most` jobs at once; nil when the queue is closed and empty.
  package func take(most: Int) -> [Job]? {
    condition.lock()
    defer { condition.unlock() }
    while head == waiting.count {
      if isClosed { return nil }
      condition.wait()
    }
    let end = min(head + most, waiting.count)
    let taken = Array(waiting[head..<end])
    head = end
    if head == waiting.count {
      waiting.removeAll(keepingCapacity: true)
      head = 0
    } else if head > 1024 {
      waiting.removeFirst(head)
      head = 0
    }
    return taken
  }

  /// Starts a thread of the crew. `body` returns when `take` gives nil.
  package func start(named name: String, _ body: @escaping @Sendable () -> Void) {
    condition.lock()
    threads += 1
    condition.unlock()
    let thread = Thread {
      body()
      self.threadEnded()
    }
    thread.name = name
    thread.stackSize = 4 << 20
    thread.start()
  }

  /// Takes no more work, lets what waits run, and returns when the crew has gone home.
  func close() {
    condition.lock()
    defer { condition.unlock() }
    isClosed = true
    condition.broadcast()
    while threads > 0 { condition.wait() }
  }

  private func threadEnded() {
    condition.lock()
    threads -= 1
    condition.broadcast()
    condition.unlock()
  }
}

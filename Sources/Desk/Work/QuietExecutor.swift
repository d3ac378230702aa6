import Foundation
import Store

/// One thread for work that nobody waits for. The system gives it what others leave, so that a
/// page which somebody waits for gets its core at once.
///
/// It holds locks for moments that others need, too: so it is given a tenth of a busy core, and not
/// only idle ones, where it might stand still with a lock for as long as others are busy.
final class QuietExecutor: TaskExecutor {
  static let shared = QuietExecutor()

  /// Nine times less than others get, as the system counts it (`nice`).
  private static let niceness: Int32 = 10

  private let jobs = JobQueue<UnownedJob>()

  private init() {
    jobs.start(named: "quiet") { [self] in
      // A wish; of this thread alone, as Linux has it.
      _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
      while let waiting = jobs.take(most: 1) {
        for job in waiting { job.runSynchronously(on: asUnownedTaskExecutor()) }
      }
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    // It is never closed, so that every job is taken.
    _ = jobs.add(UnownedJob(job))
  }
}

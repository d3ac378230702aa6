import NIOCore
import NIOPosix

/// Runs tasks on the threads that carry the connections.
///
/// A request then goes from the socket to the handler and back on one thread. On Swift's own pool
/// it would change threads twice, and on a small machine waking a thread costs more than the rest
/// of a page.
final class LoopExecutor: TaskExecutor {
  private let loops: MultiThreadedEventLoopGroup

  init(_ loops: MultiThreadedEventLoopGroup) {
    self.loops = loops
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    // The loop we are on, if we are on one.
    loops.any().execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// Work that takes long, such as a password's hash or a document's drawing, leaves the loops: the
/// connections they carry would wait for it.
func awayFromLoops<Value: Sendable>(
  _ work: @Sendable () async throws -> Value
) async throws -> Value {
  try await withTaskExecutorPreference(globalConcurrentExecutor) { try await work() }
}

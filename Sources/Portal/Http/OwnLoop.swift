import HummingbirdCore
import Logging
import NIOCore

/// Runs a connection's requests on the thread that carries the connection.
///
/// A request then goes from the socket to the handler and back on one thread, and what a database's
/// thread has found comes back to that very thread. On Swift's own pool it would change threads at
/// each of these steps, and on a small machine waking a thread costs more than the rest of a page.
struct OwnLoop: ServerChildChannel {
  let http: HTTP1Channel

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
    http.setup(channel: channel, logger: logger).flatMapThrowing { value in
      try BodyWatch.join(channel)
      return value
    }
  }

  func handle(value: HTTP1Channel.Value, logger: Logger) async {
    await withTaskExecutorPreference(LoopExecutor(value.channel.eventLoop)) {
      await http.handle(value: value, logger: logger)
    }
  }
}

/// Runs tasks on one event loop.
private final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(_ loop: any EventLoop) {
    self.loop = loop
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

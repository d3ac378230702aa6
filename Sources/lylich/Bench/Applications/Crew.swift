import Foundation
import Synchronization

/// Threads that work until they are told to stop, or find nothing more to do.
final class Crew: Sendable {
  private let state = Mutex((goesOn: true, atWork: 0))

  var isAtWork: Bool { state.withLock { $0.atWork > 0 } }

  func employ(_ work: @escaping @Sendable (_ goesOn: () -> Bool) -> Void) {
    state.withLock { $0.atWork += 1 }
    Thread.detachNewThread { [self] in
      work { self.state.withLock { $0.goesOn } }
      state.withLock { $0.atWork -= 1 }
    }
  }

  func stop() {
    state.withLock { $0.goesOn = false }
  }
}

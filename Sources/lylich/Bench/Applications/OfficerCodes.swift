import Desk
import Foundation
import Synchronization
import Vocabulary

/// The codes of one simulated officer's telephone. Each is entered once.
final class OfficerCodes: Sendable {
  let secret: [UInt8]
  private let last = Mutex<Int64>(0)

  init() {
    self.secret = secretBytes(OneTimeCode.secretLength)
  }

  /// A code that was not entered before: the next one is taken a step early, and the one after
  /// that is waited for.
  func fresh() -> String {
    let step = last.withLock { last in
      last = max(last + 1, OneTimeCode.step(at: Instant.now))
      return last
    }
    while OneTimeCode.step(at: Instant.now) + 1 < step { usleep(100_000) }
    return OneTimeCode.code(of: secret, step: step)
  }
}

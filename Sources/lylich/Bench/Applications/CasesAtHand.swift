import Foundation
import Synchronization

/// Which cases the officers of the load have in hand, so that two of them do not open the same
/// one: as colleagues who sit in one room do.
final class CasesAtHand: Sendable {
  private let clock = ContinuousClock()
  private let taken = Mutex<[String: ContinuousClock.Instant]>([:])
  private let onApproval: @Sendable (String) -> Void

  /// How long a case that was done may still stand on a colleague's page.
  private static let doneSeconds = 5
  /// After this an officer looks again at a case that could not be done.
  private static let againMilliseconds = 1_000

  init(onApproval: @escaping @Sendable (String) -> Void) {
    self.onApproval = onApproval
  }

  /// False where a colleague has it.
  func take(_ id: String, for duty: OfficerAtWork.Duty) -> Bool {
    let now = clock.now
    return taken.withLock { taken in
      if let until = taken["\(duty) \(id)"], until > now { return false }
      taken["\(duty) \(id)"] = now + .seconds(60)
      if taken.count > 20_000 { taken = taken.filter { $0.value > now } }
      return true
    }
  }

  func lay(aside id: String, for duty: OfficerAtWork.Duty, isDone: Bool) {
    let until =
      clock.now
      + (isDone ? .seconds(Self.doneSeconds) : .milliseconds(Self.againMilliseconds))
    taken.withLock { $0["\(duty) \(id)"] = until }
  }

  func approved(_ id: String) { onApproval(id) }
}

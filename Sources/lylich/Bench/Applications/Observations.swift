import Foundation
import Synchronization
import Vocabulary

/// What visitors saw, from every thread: times, answers that should not have been, cases.
final class Observations: Sendable {
  struct Sample {
    let step: LoadStep
    /// Seconds after the load's beginning.
    let at: Double
    let milliseconds: Double
  }

  /// Everything at one moment.
  struct Seen {
    var samples: [Sample] = []
    /// Answers of 500 and above, by route.
    var serverErrors: [String: Int] = [:]
    /// Other answers that were not the expected one, and connections that broke.
    var surprises: [String: Int] = [:]
    /// Officers who came to a case that a colleague had done: no mistake, and counted.
    var tooLate = 0
    var personsDecided = 0
    /// Seconds after the beginning at which citizens had their case, and their certificate.
    var lodgedAt: [Double] = []
    var issuedAt: [Double] = []
    /// By how much the latest citizen of the plan came too late, in seconds.
    var lateness = 0.0
    var certificates: [[UInt8]] = []
  }

  private let clock = ContinuousClock()
  private let begin: ContinuousClock.Instant
  private let state = Mutex(Seen())

  init(begin: ContinuousClock.Instant) {
    self.begin = begin
  }

  var seen: Seen { state.withLock { $0 } }
  var seconds: Double { (clock.now - begin) / .seconds(1) }

  func change(_ change: (inout Seen) -> Void) {
    state.withLock { change(&$0) }
  }

  /// Times one click, and looks at its answer's status.
  func click(
    _ step: LoadStep, expecting statuses: Set<Int> = [200],
    _ act: () throws(Fault) -> LoopbackBrowser.Page
  ) throws(Fault) -> LoopbackBrowser.Page {
    let start = clock.now
    let page = try act()
    let sample = Sample(
      step: step, at: (start - begin) / .seconds(1),
      milliseconds: (clock.now - start) / .milliseconds(1))
    state.withLock { $0.samples.append(sample) }
    guard statuses.contains(page.status) else {
      throw unexpected("\(page.status) at \(page.place.route)", status: page.status)
    }
    return page
  }

  /// Counts an answer that should not have been, and says so.
  func unexpected(_ what: String, status: Int = 0) -> Fault {
    state.withLock {
      if status >= 500 {
        $0.serverErrors[what, default: 0] += 1
      } else {
        $0.surprises[what, default: 0] += 1
      }
    }
    return Fault("walking through an application", cause: what)
  }

  /// Counts a connection that broke; what was counted already is left.
  func note(_ fault: Fault) {
    guard fault.doing != "walking through an application" else { return }
    state.withLock { $0.surprises["\(fault)", default: 0] += 1 }
  }
}

import Foundation

/// Who comes to the portal when: new citizens by the plan, so many a second whatever the portal
/// does, and those whose case was approved, a moment later.
///
/// Every field is held by the lock; a walk is in one thread's hands at a time.
final class Visits: @unchecked Sendable {
  enum Visit {
    case arrival(Int)
    case comingBack(CitizenWalk)
  }

  private let lock = NSCondition()
  private let perSecond: Double
  private let count: Int
  private let seen: Observations
  private var arrived = 0
  private var busy = 0
  private var isStopped = false
  /// Citizens whose case is with the office, by the case.
  private var waiting: [String: CitizenWalk] = [:]
  /// Cases that were approved before their citizen's page had come.
  private var early: Set<String> = []
  private var returns: [(due: Double, walk: CitizenWalk)] = []

  /// From the approval to the citizen's first look, and between two looks.
  private static let returnSeconds = 2.0

  init(perSecond: Double, seconds: Int, _ seen: Observations) {
    self.perSecond = perSecond
    self.count = Int(perSecond * Double(seconds))
    self.seen = seen
  }

  /// The next visit, once it is due; nil where none comes any more.
  func next() -> Visit? {
    lock.lock()
    defer { lock.unlock() }
    while !isStopped {
      let now = seen.seconds
      if let first = returns.first, first.due <= now {
        busy += 1
        return .comingBack(returns.removeFirst().walk)
      }
      let planned = Double(arrived) / perSecond
      if arrived < count, planned <= now {
        arrived += 1
        busy += 1
        seen.change { $0.lateness = max($0.lateness, now - planned) }
        return .arrival(arrived)
      }
      if arrived == count, busy == 0, waiting.isEmpty, returns.isEmpty { return nil }
      _ = lock.wait(until: Date(timeIntervalSinceNow: 0.02))
    }
    return nil
  }

  /// The citizen's case is with the office now.
  func lodged(_ walk: CitizenWalk) {
    lock.lock()
    defer { lock.unlock() }
    busy -= 1
    guard let id = walk.caseID else { return }
    if early.remove(id) != nil {
      returns.append((seen.seconds + Self.returnSeconds, walk))
    } else {
      waiting[id] = walk
    }
  }

  func approved(_ id: String) {
    lock.lock()
    defer { lock.unlock() }
    guard let walk = waiting.removeValue(forKey: id) else {
      early.insert(id)
      return
    }
    returns.append((seen.seconds + Self.returnSeconds, walk))
  }

  /// It is not signed yet: the citizen comes again.
  func later(_ walk: CitizenWalk) {
    lock.lock()
    defer { lock.unlock() }
    busy -= 1
    returns.append((seen.seconds + Self.returnSeconds, walk))
  }

  /// The citizen has the certificate, or gave up.
  func over() {
    lock.lock()
    busy -= 1
    lock.unlock()
  }

  /// Nobody comes any more.
  func stop() {
    lock.lock()
    isStopped = true
    lock.unlock()
  }
}

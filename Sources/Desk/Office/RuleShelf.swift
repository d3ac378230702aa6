import Law
import Synchronization
import Vocabulary

/// The rule sets that an office has used, by day: pages ask for the same one again and again, and
/// putting it together from its dated rows is work. A profile does not change while the process
/// runs, so nothing here goes stale.
final class RuleShelf: Sendable {
  private static let most = 400
  private let kept = Mutex<[CivilDate: RuleSet]>([:])

  func rules(of profile: IssuerProfile, on day: CivilDate) throws(Fault) -> RuleSet {
    if let found = kept.withLock({ $0[day] }) { return found }
    let fresh = try profile.rules(on: day)
    kept.withLock { kept in
      if kept.count >= RuleShelf.most { kept.removeAll() }
      kept[day] = fresh
    }
    return fresh
  }
}

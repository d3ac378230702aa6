import Synchronization
import Vocabulary

/// The site's facts of one day, in memory: they stand on every page and change only by day and
/// by rule change.
final class SiteMemory: Sendable {
  private struct Known {
    let day: CivilDate
    let rules: Int
    let facts: SiteFacts
  }

  private let known = Mutex<[Language: Known]>([:])

  func facts(
    in language: Language, on day: CivilDate, rules: Int, or ask: () -> SiteFacts
  ) -> SiteFacts {
    if let known = known.withLock({ $0[language] }), known.day == day, known.rules == rules {
      return known.facts
    }
    let facts = ask()
    known.withLock { $0[language] = Known(day: day, rules: rules, facts: facts) }
    return facts
  }
}

import Law
import Vocabulary

/// What the tests of rules take from the program's own files.
enum Fixtures {
  static func rules(_ profile: String, on day: CivilDate) throws -> RuleSet {
    guard let found = try Profiles.named(profile) else { throw Missing(profile: profile) }
    return try found.rules(on: day)
  }

  static func office2023() throws -> RuleSet {
    try rules("stp-cantho-2023", on: CivilDate(2026, 11, 21))
  }

  static func police2026() throws -> RuleSet {
    try rules("cahanoi-2026", on: CivilDate(2026, 11, 21))
  }

  struct Missing: Error {
    let profile: String
  }
}

import Vocabulary

/// How long an application that is begun and not lodged is kept, counted from the last saving.
///
/// Dated rows of `Resources/keeping.json`. Interpretation: no law sets a number; what a person
/// typed and never sent serves nobody after a while, so it is deleted, and the person is told
/// once before.
package struct DraftKeeping: Hashable, Sendable, Codable {
  package let remindAfterDays: Int
  /// Later than the reminder by the days that the person then has.
  package let purgeAfterDays: Int
}

struct KeepingFile: Equatable, Sendable, Codable {
  let drafts: [Dated<DraftKeeping>]
  let supplements: [Dated<SupplementTime>]
  let steps: [Dated<StepLimit>]
}

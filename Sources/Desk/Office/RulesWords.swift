import Assessment
import Law
import Words

extension ExpungementRun {
  /// The sentences that an officer reads and signs.
  func explanation(of place: Int) -> Bilingual? { nil }
}

/// The answer of the rules as a line of `lylich expungement --explain`, to be stored.
func answerLine(of conclusions: Conclusions) -> String { "" }

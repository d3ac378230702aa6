import Assessment
import Law
import Vocabulary
import Words

extension ExpungementRun {
  /// The sentences that an officer reads and signs; nil where what is not settled keeps the rules'
  /// own conclusion from standing.
  func explanation(of place: Int) -> Bilingual? {
    let conclusion = answer.convictions[place]
    guard uncounted.isEmpty || conclusion.status != .needsVerification else { return nil }
    func words(_ language: Language) -> String {
      ExplanationWords.explanation(
        of: conclusion, at: place, in: history, asOf: asOf, in: language)
    }
    return Bilingual(vi: words(.vietnamese), en: words(.english))
  }
}

/// The answer of the rules as a line of `lylich expungement --explain`, to be stored: each single
/// fact that would change a conclusion stands in its trace.
func answerLine(of conclusions: Conclusions) -> String {
  let run: ExpungementRun
  do {
    run = try ExpungementRun(
      conclusions.facts, uncounted: conclusions.uncounted, asOf: conclusions.asOf)
  } catch {
    // The facts were judged a moment ago, or by rules that have changed since.
    return ""
  }
  return AnswerWords.line(to: run.question, run.answer, .added)
}

import Assessment
import Law
import Vocabulary

/// What the rules concluded, as it is stored: the facts are one line of the format of
/// `lylich expungement`, so that anybody can ask the rules again.
struct StoredConclusions: Codable {
  let facts: String
  let uncounted: [String]
  let versions: Conclusions.Versions
  let judgments: [ConcludedJudgment]
  /// Nil where none was answered, as in every finding that is older than this field.
  let answeredBans: [String]?

  init(_ conclusions: Conclusions) {
    self.facts =
      ExpungementQuestion(id: "case", asOf: conclusions.asOf, history: conclusions.facts).line
    self.uncounted = conclusions.uncounted
    self.versions = conclusions.versions
    self.judgments = conclusions.judgments
    self.answeredBans = conclusions.answeredBans.isEmpty ? nil : conclusions.answeredBans
  }

  /// - Throws: `JournalUnreadable` where the line is none that the rules can read.
  func conclusions() throws(JournalUnreadable) -> Conclusions {
    let question: ExpungementQuestion
    do {
      question = try ExpungementQuestion(line: facts)
    } catch {
      throw JournalUnreadable(type: "facts of a finding: \(error.flaw.field)")
    }
    return Conclusions(
      asOf: question.asOf, facts: question.history, uncounted: uncounted, versions: versions,
      judgments: judgments, answeredBans: answeredBans ?? [])
  }
}

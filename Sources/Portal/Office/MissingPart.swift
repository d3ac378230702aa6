import Desk
import Law
import Records
import Vocabulary
import Words

extension Visit {
  /// Everything that the assessment of a case still waits for: bodies that have not answered,
  /// candidates on whom nobody decided, facts that the rules lack.
  func missing(in view: OfficeCaseView, _ conclusions: ConclusionsView?) -> [String] {
    let silent = view.inquiries.filter { $0.answer == nil }.map { inquiry in
      "\(words["body", inquiry.body.rawValue]): \(words["missing.answer"])"
    }
    let person: [String] =
      switch view.person.state {
      case .notSearched: [words["missing.search"]]
      case .toDecide: ["\(words["missing.candidates"]) \(view.person.open)"]
      case .clear, .decided: []
      }
    let facts = (conclusions?.judgments ?? []).flatMap { judgment in
      judgment.missing.map { "\(judgment.words.number): \($0.words[language])" }
    }
    return silent + person + facts
  }
}

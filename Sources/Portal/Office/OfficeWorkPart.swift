import Desk
import Vocabulary
import Words

extension Visit {
  /// What the case's page says of the work on it, beside what the case is.
  func work(
    on view: OfficeCaseView, _ conclusions: ConclusionsView?, _ choices: CaseChoices,
    said: OfficeSaid?
  ) -> Parts {
    let lacking = view.can.contains(.assess) ? missing(in: view, conclusions) : []
    return Parts([
      "nextHref": "/office/next?after=\(view.line.id)",
      // Number 2 is asked for by the person alone, and demanded by nobody.
      "isNumber2": view.line.kind == .number2, "hasMissing": !lacking.isEmpty,
      "missing": lacking, "changes": changes(in: view, choices, since: said), "kept": kept,
      "choices": choices.parts,
      "assignment": parts(of: view.assignment), "approval": approval(of: view),
    ])
  }

  /// For a leader who may approve it with others.
  private func approval(of view: OfficeCaseView) -> Parts? {
    switch view.approval {
    case nil, .alone, .own: nil
    case .toOpen, .changed: Parts(["isMarked": false])
    case .marked: Parts(["isMarked": true])
    }
  }
}

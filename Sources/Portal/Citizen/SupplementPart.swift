import Desk
import Intake
import Vocabulary
import Words

/// One request for a supplement: what, why, until when, what the clock does, and the answer.
struct SupplementPart: MustacheParent, Sendable {
  private let parts: Parts
  /// Why the answer could not be taken; nil where none was sent.
  let mistake: Link?

  /// - Parameters:
  ///   - newPapers: how many papers came since the request.
  ///   - place: the case's address, where it is the person who looks and may answer.
  ///   - typed: the answer as it was posted, where it could not be taken.
  init(
    _ view: SupplementView, newPapers: Int = 0, at place: String? = nil, typed: String? = nil,
    in visit: Visit
  ) {
    let words = visit.words
    let mayAnswer = view.standing == .open && place != nil
    let error = typed.map {
      words[$0.isEmpty ? "refused.supplementAnswerEmpty" : "unreadable.text"]
    }
    self.mistake = mayAnswer ? error.map { Link(href: "#answer", text: $0) } : nil
    self.parts = Parts([
      "standing": view.standing.rawValue,
      "state": Tag(words["supplementStanding", view.standing.rawValue], view.tone),
      "askedOn": view.askedAt.civilDate.vietnamese, "answerBy": view.answerBy.vietnamese,
      "reasons": view.reasons.map {
        Parts(["text": words["supplementReason", $0.rawValue]])
      },
      "words": view.words, "clock": visit.words(of: view.clock),
      "answer": view.answer.isEmpty ? nil : view.answer,
      "endedOn": view.endedOn?.vietnamese,
      "hasNewPapers": newPapers > 0,
      "newPapers": "\(words["supplement.newPapers"]): \(newPapers)",
      "action": mayAnswer ? place.map { "\($0)/supplement" } : nil,
      "papersHref": mayAnswer ? place.map { "\($0)/papers" } : nil,
      "typed": typed ?? "",
      "error": error,
    ])
  }

  func child(named name: String) -> Any? { parts.child(named: name) }
}

extension SupplementView {
  fileprivate var tone: Tag.Tone {
    switch standing {
    case .open: .attention
    case .answered: .good
    case .lapsed, .ended: .quiet
    }
  }
}

extension Visit {
  fileprivate func words(of clock: SupplementView.Clock) -> String {
    switch clock {
    case .notRunning: words["supplement.notRunning"]
    case .standing: words["supplement.standing"]
    case .ran(let days):
      "\(words["supplement.leftOut"]) \(days) \(words["supplement.days"])"
    }
  }

  /// The days that were left out of a limit, to stand after it; empty for none.
  func leftOut(by rounds: [SupplementView]) -> String {
    let days = rounds.reduce(0) { sum, round in
      if case .ran(let days) = round.clock { sum + days } else { sum }
    }
    return days == 0 ? "" : " \(words["supplement.leftOut"]) \(days) \(words["supplement.days"])"
  }

  /// What an officer can name as lacking, with what was ticked.
  func supplementChoices() -> [ChoicePart] {
    let ticked = Set(form.pairs.filter { $0.name == "lack" }.map(\.text))
    return SupplementReason.allCases.map { reason in
      ChoicePart(
        id: "lack-\(reason.rawValue)", name: "lack", value: reason.rawValue,
        text: words["supplementReason", reason.rawValue],
        isChosen: ticked.contains(reason.rawValue))
    }
  }
}

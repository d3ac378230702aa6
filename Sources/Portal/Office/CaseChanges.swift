import Desk
import HummingbirdCore
import Vocabulary
import Words

extension Visit {
  /// For who came second: what the others did since this officer's page was read (who, what and
  /// when), and everything that was typed on it, whether or not its form still stands below.
  func changes(
    in view: OfficeCaseView, _ choices: CaseChoices, since said: OfficeSaid?
  ) -> Parts {
    guard case .refused(.stale) = said, let version = Int(form["version"]) else {
      return Parts([:])
    }
    let rows = view.history.dropFirst(max(version, 0)).map { line in
      SummaryRow(
        label: line.at.vietnamese, value: words["event", line.event],
        note: line.officer ?? line.actor)
    }
    let typed = form.pairs.compactMap { pair in
      choices.row(of: pair.name, pair.text, in: self) ?? decided(pair.name, pair.text, in: view)
        ?? words(of: pair)
    }
    return Parts([
      "hasAny": !rows.isEmpty, "rows": Array(rows), "hasTyped": !typed.isEmpty, "typed": typed,
    ])
  }

  /// For who came second on a page that tells by itself what others did: what was typed and chosen.
  ///
  /// - Parameter choices: what each choice that is posted is called, beside the key of its label.
  func typedAgain(
    _ choices: [(key: String, part: ChoicePart)], since said: OfficeSaid?
  ) -> Parts {
    guard case .refused(.stale) = said else { return Parts([:]) }
    let typed = form.pairs.compactMap { pair in
      choices.first { $0.part.name == pair.name && $0.part.value == pair.text }
        .map { SummaryRow(label: words[$0.key], value: $0.part.text) } ?? words(of: pair)
    }
    return Parts(["hasTyped": !typed.isEmpty, "typed": typed])
  }

  /// What was typed into one field; nil for what the form says by itself.
  private func words(of pair: (name: String, text: String)) -> SummaryRow? {
    guard !CaseChanges.ours.contains(pair.name), !pair.name.hasPrefix("verdict-"),
      !pair.text.isEmpty
    else { return nil }
    return SummaryRow(label: label(of: pair.name), value: String(pair.text.prefix(2_000)))
  }

  /// What was typed into a field of the one form that was posted; nil for every other.
  func typed(_ name: String, into form: String) -> String? {
    guard request.uri.path.hasSuffix("/" + form), !self.form[name].isEmpty else { return nil }
    return String(self.form[name].prefix(2_000))
  }

  /// What was typed on a body's request, so that it stands there again.
  var keptForBody: Parts {
    let isBack = form["verdict"] == "sendBack"
    return Parts([
      "letter": request.uri.path.hasSuffix("/letter"),
      "letterNumber": typed("letterNumber", into: "letter"),
      "letterOn": typed("letterOn", into: "letter"),
      "refusal": request.uri.path.hasSuffix("/refusal"), "words": typed("words", into: "refusal"),
      "isBack": isBack, "back": isBack ? typed("reason", into: "decision") : nil,
      "reference": typed("reference", into: "decision"),
      "finding": typed("reason", into: "finding"),
    ])
  }

  /// What was typed into the one form that was posted, so that it stands in it again.
  var kept: Parts {
    Parts([
      "refusal": request.uri.path.hasSuffix("/refusal"),
      "words": typed("words", into: "refusal"), "reason": typed("reason", into: "decision"),
      "answers": request.uri.path.hasSuffix("/answers"),
      "answerReference": typed("reference", into: "answers"),
      "answeredOn": typed("answeredOn", into: "answers"),
      "details": typed("details", into: "answers"),
      "facts": request.uri.path.hasSuffix("/facts"), "value": typed("value", into: "facts"),
      "factReference": typed("reference", into: "facts"),
      "factAnsweredOn": typed("answeredOn", into: "facts"), "note": typed("note", into: "facts"),
      "isSeen": typed("seen", into: "handover") != nil,
      "departureReference": typed("reference", into: "departure"),
    ])
  }
}

private enum CaseChanges {
  /// What a form says by itself.
  static let ours: Set = [
    "csrf", "version", "action", "verdict", "body", "outcome", "ground", "question", "way", "link",
    "lack", "holder", "acknowledge", "seen", "record", "edition",
  ]
}

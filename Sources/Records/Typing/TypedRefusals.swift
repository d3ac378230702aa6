package import Vocabulary

extension TypedDocument {
  /// Every field that the reader does not take, by its path in the form and in the form's order.
  ///
  /// The reader stops at the first. So each field that it names is put right in a copy, with
  /// something that means nothing, and the reader asked again. The copy is thrown away.
  package func refusals(today: CivilDate) -> [DocumentRefusal] {
    var found = refusalsOfLists
    var trial = self
    // Each turn mends one field, or ends.
    for _ in 0..<(fields.count * 2) {
      do {
        _ = try DocumentReader.read(trial.bytes, today: today)
        break
      } catch {
        let refusal = DocumentRefusal(trial.path(of: error.field), error.reason)
        guard !found.contains(where: { $0.field == refusal.field }) else { break }
        found.append(refusal)
        trial.mend(refusal.field, today: today)
      }
    }
    let order = fields.map(\.path)
    return found.sorted {
      (order.firstIndex(of: $0.field) ?? order.count)
        < (order.firstIndex(of: $1.field) ?? order.count)
    }
  }

  /// "There are none" beside rows, and "there are some" without any: whichever were taken, the
  /// other would be lost in silence.
  private var refusalsOfLists: [DocumentRefusal] {
    Self.stated.compactMap { list in
      let isListed = fields.contains {
        $0.path.hasPrefix(list + "[") && !(values[$0.path] ?? "").isEmpty
      }
      switch (values[list], isListed) {
      case ("none", true): return DocumentRefusal(list, .noneAndSome)
      case ("listed", false): return DocumentRefusal(list, .missing)
      default: return nil
      }
    }
  }

  /// The form's field for a place in the JSON: rows that were left empty are no rows there, and a
  /// part that is missing altogether is asked for at the field that it needs.
  private func path(of place: String) -> String {
    let place = place.isEmpty ? "issuer" : inForm(place)
    let paths = fields.map(\.path)
    if paths.contains(place) { return place }
    // `person.numbers[1]` is one field here.
    if let open = place.lastIndex(of: "["), paths.contains(String(place[..<open])) {
      return String(place[..<open])
    }
    return paths.first { $0.hasPrefix(place) && Self.isNeeded($0) }
      ?? paths.first { $0.hasPrefix(place) } ?? place
  }

  /// The same place with the form's number of its row.
  private func inForm(_ place: String) -> String {
    guard let open = place.firstIndex(of: "["), let close = place.firstIndex(of: "]"),
      let list = DocumentRows.List(rawValue: String(place[..<open])),
      let row = Int(place[place.index(after: open)..<close])
    else { return place }
    let filled = filled(list)
    guard filled.indices.contains(row) else { return place }
    return "\(list.rawValue)[\(filled[row])]\(place[place.index(after: close)...])"
  }

  /// Puts something that the reader takes in the place of what it refused.
  private mutating func mend(_ path: String, today: CivilDate) {
    guard let field = fields.first(where: { $0.path == path }),
      Self.isNeeded(path) || path.contains("[")
    else {
      values[path] = nil
      return
    }
    switch field.input {
    case .text, .words: values[path] = "x"
    case .number, .article: values[path] = "1"
    case .day: values[path] = Self.isNeeded(path) ? today.iso : nil
    // `unknown` is the one state that needs no day.
    case .choice(let words): values[path] = words.contains("unknown") ? "unknown" : words.first
    case .several: values[path] = nil
    }
    // A row of execution says a part and a state; the officer is told of the first.
    if path.hasSuffix("].part") {
      let state = path.dropLast(4) + "state"
      if values[String(state)] ?? "" == "" { values[String(state)] = "unknown" }
    }
  }

  /// Whether the format needs the field, or its row does.
  private static func isNeeded(_ path: String) -> Bool {
    [
      "issuer", "number", "receivedOn", "person.name", "judgment.number", "appealOf.number",
      "offences[].words", "principal.words", "supplementary[].kind", "supplementary[].words",
      "obligations[].kind", "obligations[].words", "judgments[].number", "executed[].part",
      "executed[].state", "executed[].on", "on", "outcome", "ban.court", "ban.office", "ban.term",
      "corrects.number",
    ].contains(DocumentField.pattern(of: path))
  }
}

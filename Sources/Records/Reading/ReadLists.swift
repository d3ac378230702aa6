import Law
import Vocabulary

extension JSONReader {
  private enum PartKey: String {
    case kind, words
  }

  mutating func supplementary() throws(DocumentRefusal) -> ExtractedSupplementary {
    var kind: SupplementaryPenalty.Kind?
    var said = ""
    try object { (reader: inout JSONReader, key: PartKey) throws(DocumentRefusal) in
      switch key {
      case .kind: kind = try reader.word(SupplementaryPenalty.Kind.self)
      case .words: said = try reader.filled(limit: 300)
      }
    }
    guard !said.isEmpty else { throw DocumentRefusal("words", .missing) }
    return ExtractedSupplementary(kind: try needed(kind, "kind"), words: said)
  }

  mutating func obligation() throws(DocumentRefusal) -> ExtractedObligation {
    var kind: Obligation.Kind?
    var said = ""
    try object { (reader: inout JSONReader, key: PartKey) throws(DocumentRefusal) in
      switch key {
      case .kind: kind = try reader.word(Obligation.Kind.self)
      case .words: said = try reader.filled(limit: 300)
      }
    }
    guard !said.isEmpty else { throw DocumentRefusal("words", .missing) }
    return ExtractedObligation(kind: try needed(kind, "kind"), words: said)
  }

  private enum ExecutedKey: String {
    case part, state, on, words
  }

  private enum ExecutedState: String {
    case done, notDone, unknown
  }

  mutating func executed() throws(DocumentRefusal) -> ExecutedPart {
    var part: JudgmentPart?
    var state: ExecutedState?
    var on: CivilDate?
    var said = ""
    try object { (reader: inout JSONReader, key: ExecutedKey) throws(DocumentRefusal) in
      switch key {
      case .part:
        part = JudgmentPart(try reader.text())
        guard part != nil else { throw DocumentRefusal("", .unknownWord) }
      case .state: state = try reader.word(ExecutedState.self)
      case .on: on = try reader.day()
      case .words: said = try reader.words(limit: 300)
      }
    }
    let completion: Completion
    switch try needed(state, "state") {
    case .done: completion = .on(try needed(on, "on"))
    case .notDone: completion = .no
    case .unknown: completion = .unknown
    }
    if on != nil, case .on = completion {
    } else if on != nil {
      throw DocumentRefusal("on", .notOfThisKind)
    }
    return ExecutedPart(part: try needed(part, "part"), state: completion, words: said)
  }

  private enum BanKey: String {
    case court, office, term, until
  }

  mutating func ban() throws(DocumentRefusal) -> BankruptcyBan {
    var ban = BankruptcyBan(court: "", office: "", term: "", until: nil)
    try object { (reader: inout JSONReader, key: BanKey) throws(DocumentRefusal) in
      switch key {
      case .court: ban.court = try reader.filled(limit: 200)
      case .office: ban.office = try reader.filled(limit: 300)
      case .term: ban.term = try reader.filled(limit: 300)
      case .until: ban.until = try reader.day()
      }
    }
    for (field, text) in [("court", ban.court), ("office", ban.office), ("term", ban.term)]
    where text.isEmpty {
      throw DocumentRefusal(field, .missing)
    }
    return ban
  }
}

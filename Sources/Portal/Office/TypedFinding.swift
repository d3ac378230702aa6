import Law
import Records
import Vocabulary

/// The record as an assessor types it: rows of judgments, a ban, and the grounds.
struct TypedFinding {
  private(set) var judgments: [[String: String]]
  private(set) var ban: [String: String]
  let grounds: String

  /// The texts of a judgment, in the order in which number 2 prints them.
  static let columns = [
    "number", "pronouncedOn", "court", "offence", "provision", "principalPenalty",
    "supplementaryPenalty", "civilObligations", "courtFees", "execution", "clearedFrom",
  ]
  static let banColumns = ["decisionNumber", "decidedOn", "court", "office", "term", "until"]
  static let judgmentLimit = 60

  init(_ form: TypedForm) {
    let texts = form.dictionary
    var rows: [[String: String]] = []
    for row in 0..<TypedFinding.judgmentLimit {
      let names = TypedFinding.columns.map { ($0, "judgments[\(row)].\($0)") }
      guard names.contains(where: { texts[$0.1] != nil }) else { break }
      rows.append(
        Dictionary(uniqueKeysWithValues: names.map { ($0.0, texts[$0.1] ?? "") }))
    }
    self.judgments = rows
    self.ban = Dictionary(
      uniqueKeysWithValues: TypedFinding.banColumns.map { ($0, texts["ban.\($0)"] ?? "") })
    self.grounds = texts["grounds"] ?? ""
  }

  /// A finding that was made before, to be looked at or corrected.
  init(_ finding: RecordFinding) {
    self.judgments = finding.judgments.map(TypedFinding.texts(of:))
    self.ban = finding.ban.map(TypedFinding.texts(of:)) ?? [:]
    self.grounds = finding.grounds
  }

  /// `add-judgment`, `remove-judgment-2`; anything else changes nothing.
  mutating func change(_ action: String) {
    let parts = action.split(separator: "-")
    if action == "add-judgment", judgments.count < TypedFinding.judgmentLimit {
      judgments.append([:])
    }
    if parts.count == 3, parts[0] == "remove", let row = Int(parts[2]),
      judgments.indices.contains(row)
    {
      judgments.remove(at: row)
    }
  }

  func finding() throws(Unreadable) -> RecordFinding {
    var found: [Judgment] = []
    for (row, texts) in judgments.enumerated() where !texts.values.allSatisfy(\.isEmpty) {
      found.append(try TypedFinding.judgment(texts, at: row))
    }
    let form = TypedForm(
      pairs: ban.map { ("ban.\($0.key)", $0.value) } + [("grounds", grounds)])
    return RecordFinding(
      judgments: found, ban: try TypedFinding.ban(form, isEmpty: ban.values.allSatisfy(\.isEmpty)),
      grounds: try typedText(form, "grounds"))
  }

  private static func judgment(
    _ texts: [String: String], at row: Int
  ) throws(Unreadable) -> Judgment {
    let prefix = "judgments[\(row)]."
    let form = TypedForm(pairs: texts.map { (prefix + $0.key, $0.value) })
    let cleared = form[prefix + "clearedFrom"]
    return Judgment(
      number: try typedText(form, prefix + "number"),
      pronouncedOn: try typedDay(form, prefix + "pronouncedOn"),
      court: try typedText(form, prefix + "court"),
      offence: try typedText(form, prefix + "offence"),
      provision: try typedText(form, prefix + "provision"),
      principalPenalty: try typedText(form, prefix + "principalPenalty"),
      supplementaryPenalty: try typedText(form, prefix + "supplementaryPenalty"),
      civilObligations: try typedText(form, prefix + "civilObligations"),
      courtFees: try typedText(form, prefix + "courtFees"),
      execution: try typedText(form, prefix + "execution"),
      clearance: cleared.isEmpty
        ? .notCleared : .cleared(from: try typedDay(form, prefix + "clearedFrom")))
  }

  private static func ban(_ form: TypedForm, isEmpty: Bool) throws(Unreadable) -> Ban? {
    guard !isEmpty else { return nil }
    return Ban(
      decisionNumber: try typedText(form, "ban.decisionNumber"),
      decidedOn: try typedDay(form, "ban.decidedOn"), court: try typedText(form, "ban.court"),
      office: try typedText(form, "ban.office"), term: try typedText(form, "ban.term"),
      until: form["ban.until"].isEmpty ? nil : try typedDay(form, "ban.until"))
  }

  private static func texts(of judgment: Judgment) -> [String: String] {
    let cleared =
      switch judgment.clearance {
      case .notCleared: ""
      case .cleared(let day): day.vietnamese
      }
    return [
      "number": judgment.number, "pronouncedOn": judgment.pronouncedOn.vietnamese,
      "court": judgment.court, "offence": judgment.offence, "provision": judgment.provision,
      "principalPenalty": judgment.principalPenalty,
      "supplementaryPenalty": judgment.supplementaryPenalty,
      "civilObligations": judgment.civilObligations, "courtFees": judgment.courtFees,
      "execution": judgment.execution, "clearedFrom": cleared,
    ]
  }

  private static func texts(of ban: Ban) -> [String: String] {
    [
      "decisionNumber": ban.decisionNumber, "decidedOn": ban.decidedOn.vietnamese,
      "court": ban.court, "office": ban.office, "term": ban.term,
      "until": ban.until?.vietnamese ?? "",
    ]
  }
}

import Assessment
import Desk
import Law
import Records
import Vocabulary

/// The record as an assessor types it: judgments beside those that are held, what is made of each
/// conclusion, a ban, and the grounds.
struct TypedFinding {
  private(set) var judgments: [[String: String]]
  /// What is made of conclusions on judgments of the record, by the judgment's id.
  private(set) var takings: [String: [String: String]]
  private(set) var ban: [String: String]
  let pendingActs: String
  let grounds: String
  /// Whether anything was typed; what was not is suggested.
  let isTyped: Bool

  static let banColumns = ["decisionNumber", "decidedOn", "court", "office", "term", "until"]
  static let takingColumns = ["taking", "clearedFrom", "reason"]
  static let judgmentLimit = 60

  init(_ texts: [String: String]) {
    var rows: [[String: String]] = []
    for row in 0..<TypedFinding.judgmentLimit {
      let names = TypedJudgment.columns.map { ($0, "judgments[\(row)].\($0)") }
      guard names.contains(where: { texts[$0.1] != nil }) else { break }
      var typed = Dictionary(uniqueKeysWithValues: names.map { ($0.0, texts[$0.1] ?? "") })
      if typed["id"] == "" { typed["id"] = "t\(row + 1)" }
      rows.append(typed)
    }
    self.judgments = rows
    var takings: [String: [String: String]] = [:]
    for (name, text) in texts {
      let parts = name.split(separator: ".").map(String.init)
      guard parts.count == 3, parts[0] == "taking",
        TypedFinding.takingColumns.contains(parts[2])
      else { continue }
      takings[parts[1], default: [:]][parts[2]] = text
    }
    self.takings = takings
    self.ban = Dictionary(
      uniqueKeysWithValues: TypedFinding.banColumns.map { ($0, texts["ban.\($0)"] ?? "") })
    self.pendingActs = texts["pendingActs"] ?? ""
    self.grounds = texts["grounds"] ?? ""
    self.isTyped = !texts.isEmpty
  }

  init(_ form: TypedForm) {
    self.init(form.dictionary)
  }

  /// A finding of the time before the rules concluded, to be looked at or corrected.
  init(_ finding: RecordFinding) {
    self.init([:])
    self.judgments = finding.judgments.enumerated().map { row, judgment in
      TypedJudgment.texts(of: judgment, id: "t\(row + 1)")
    }
    self.ban = finding.ban.map(TypedFinding.texts(of:)) ?? ban
  }

  /// `add-judgment`, `remove-judgment-2`; anything else changes nothing.
  mutating func change(_ action: String, at now: Instant) {
    let parts = action.split(separator: "-")
    if action == "add-judgment", judgments.count < TypedFinding.judgmentLimit {
      // Never an id of a row that was removed: answers about a judgment find it by its id.
      judgments.append(["id": "t\(now.milliseconds)"])
    }
    if parts.count == 3, parts[0] == "remove", let row = Int(parts[2]),
      judgments.indices.contains(row)
    {
      judgments.remove(at: row)
    }
  }

  /// - Parameter texts: everything as typed, to be laid aside.
  func work(texts: [String: String]) throws(Unreadable) -> AssessorsWork {
    var entered: [FoundJudgment] = []
    for (row, texts) in judgments.enumerated() where TypedJudgment.isTyped(texts) {
      entered.append(try TypedJudgment(texts, row: row).judgment())
    }
    var overrulings: [String: Overruling] = [:]
    for (id, texts) in takings {
      let form = TypedForm(pairs: texts.map { ("taking.\(id).\($0.key)", $0.value) })
      overrulings[id] = try TypedJudgment.overruling(in: form, at: "taking.\(id).")
    }
    let form = TypedForm(
      pairs: ban.map { ("ban.\($0.key)", $0.value) } + [("grounds", grounds)])
    return AssessorsWork(
      entered: entered, overrulings: overrulings, pendingActs: try days(of: pendingActs),
      ban: try TypedFinding.ban(form, isEmpty: ban.values.allSatisfy(\.isEmpty)),
      grounds: try typedText(form, "grounds"), texts: texts.filter { $0.key.isKept })
  }

  private func days(of text: String) throws(Unreadable) -> [CivilDate] {
    var days: [CivilDate] = []
    for part in text.split(separator: ";") {
      days.append(
        try typedDay(TypedForm(pairs: [("pendingActs", String(part))]), "pendingActs"))
    }
    return days
  }

  private static func ban(_ form: TypedForm, isEmpty: Bool) throws(Unreadable) -> Ban? {
    guard !isEmpty else { return nil }
    return Ban(
      decisionNumber: try typedText(form, "ban.decisionNumber"),
      decidedOn: try typedDay(form, "ban.decidedOn"), court: try typedText(form, "ban.court"),
      office: try typedText(form, "ban.office"), term: try typedText(form, "ban.term"),
      until: form["ban.until"].isEmpty ? nil : try typedDay(form, "ban.until"))
  }

  static func texts(of ban: Ban) -> [String: String] {
    [
      "decisionNumber": ban.decisionNumber, "decidedOn": ban.decidedOn.vietnamese,
      "court": ban.court, "office": ban.office, "term": ban.term,
      "until": ban.until?.vietnamese ?? "",
    ]
  }
}

extension String {
  /// Fields that are laid aside: those of the record, not the form's own.
  fileprivate var isKept: Bool {
    hasPrefix("judgments[") || hasPrefix("taking.") || hasPrefix("ban.") || self == "grounds"
      || self == "pendingActs"
  }
}

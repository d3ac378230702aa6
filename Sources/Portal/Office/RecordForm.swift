import Assessment
import Desk
import Law
import Records
import Vocabulary
import Words

/// The form in which an assessor takes what the rules conclude, and enters what no record holds.
struct RecordForm: Sendable {
  /// Judgments of this installation's record.
  let held: [ConclusionPart]
  let hasHeld: Bool
  /// Judgments typed by hand.
  let entered: [EnteredRow]
  let hasNone: Bool
  let flaw: Notice?
  /// Why no certificate can be made although the judgments are settled; nil usually.
  let openBan: Notice?
  let ban: [FieldPart]
  let pendingActs: FieldPart
  let grounds: String
  let hasBan: Bool

  init(_ typed: TypedFinding, _ conclusions: ConclusionsView?, in visit: Visit) {
    let words = visit.words
    let judgments = conclusions?.judgments ?? []
    self.held = judgments.filter { $0.origin == .record }.map {
      ConclusionPart($0, mayAsk: true, taking: typed.takings[$0.id] ?? [:], in: visit)
    }
    self.hasHeld = !held.isEmpty
    self.entered = typed.judgments.enumerated().map { row, texts in
      EnteredRow(
        row, texts, judgments.first { $0.origin == .entered && $0.id == texts["id"] }, in: visit)
    }
    self.hasNone = held.isEmpty && entered.isEmpty
    self.flaw = RecordForm.flaw(of: conclusions, in: visit)
    self.openBan = RecordForm.openBan(conclusions?.openBans ?? [], in: visit)
    self.ban = TypedFinding.banColumns.map { column in
      RecordForm.field("ban.\(column)", column, typed.ban[column] ?? "", in: visit)
    }
    self.pendingActs = RecordForm.field(
      "pendingActs", "pendingActs", typed.pendingActs, in: visit)
    self.grounds =
      typed.isTyped ? typed.grounds : RecordForm.suggested(judgments, words["record.suggested"])
    self.hasBan = openBan != nil || !typed.ban.values.allSatisfy(\.isEmpty)
  }

  /// Grounds that an officer can stand by as they are, where the record holds judgments: what was
  /// looked at, and by which articles.
  private static func suggested(_ judgments: [JudgmentView], _ words: String) -> String {
    let held = judgments.filter { $0.origin == .record }
    guard !held.isEmpty else { return "" }
    let lines = held.map { judgment in
      let basis = judgment.basis.map(\.description).joined(separator: "; ")
      return "\(judgment.words.number): \(basis)"
    }
    return words + " " + lines.joined(separator: ". ") + "."
  }

  private static func flaw(of conclusions: ConclusionsView?, in visit: Visit) -> Notice? {
    if let flaw = conclusions?.flaw {
      let place = flaw.conviction.map { "\(visit.words["record.judgment"]) \($0 + 1): " } ?? ""
      return Notice(
        .bad, title: visit.words["record.flaw"], text: "\(place)\(flaw.field)")
    }
    guard conclusions?.isUnsettled == true else { return nil }
    return Notice(
      .attention, title: visit.words["record.unsettled"],
      text: visit.words["record.unsettledText"])
  }

  private static func openBan(_ bans: [UndatedBan], in visit: Visit) -> Notice? {
    guard !bans.isEmpty else { return nil }
    let named = bans.map { "\($0.recorded.decisionNumber) (\($0.recorded.ban.court))" }
    return Notice(
      .attention, title: visit.words["record.openBan"],
      text: "\(named.joined(separator: "; ")). \(visit.words["record.openBanText"])")
  }

  private static let days: Set<String> = [
    "pronouncedOn", "clearedFrom", "decidedOn", "until", "effectiveOn", "limitationExpiredOn",
    "annulledOn", "courtExpungedOn", "generalAmnestyOn", "committedOn",
  ]
  private static let areas: Set<String> = [
    "principalPenalty", "supplementaryPenalty", "civilObligations", "execution",
    "overrulingReason",
  ]
  private static let hinted: Set<String> = ["principalCompleted", "completed", "pendingActs"]
  private static let short: Set<String> = ["months", "article", "clause", "completed"]

  static func field(
    _ name: String, _ column: String, _ value: String,
    choices: [FormChoices.Choice] = [], in visit: Visit
  ) -> FieldPart {
    let id = FieldPart.id(of: name)
    let isDay = days.contains(column)
    let hint =
      hinted.contains(column)
      ? visit.words["recordHint", column] : isDay ? visit.words["hint.day"] : nil
    let isArea = areas.contains(column)
    return FieldPart(
      name: name, id: id, label: visit.words["record", column], hint: hint, origin: nil, error: nil,
      describedBy: hint.map { _ in "\(id)-hint" }, value: value,
      width: isDay || short.contains(column) ? "w-s" : choices.isEmpty ? "w-l" : "w-m",
      inputMode: nil, autocomplete: nil, maxLength: "2000",
      isText: !isArea && choices.isEmpty, isArea: isArea, isSelect: !choices.isEmpty,
      isRadios: false, isTick: false, isChosen: false,
      choices: choices.map {
        ChoicePart(
          id: "\(id)-\($0.code)", name: name, value: $0.code, text: $0.words,
          isChosen: $0.code == value)
      })
  }
}

/// A judgment typed by hand: its words, its facts, and what the rules conclude from them.
struct EnteredRow: Sendable {
  let legend: String
  let idName: String
  let id: String
  let fields: [FieldPart]
  let facts: [FieldPart]
  let offences: [FactRow]
  let parts: [FactRow]
  let hasFacts: Bool
  let conclusion: ConclusionPart?
  let taking: TakingPart
  let removeAction: String

  init(_ row: Int, _ texts: [String: String], _ judgment: JudgmentView?, in visit: Visit) {
    let prefix = "judgments[\(row)]."
    func field(_ name: String, _ column: String? = nil) -> FieldPart {
      let column = column ?? name
      return RecordForm.field(
        prefix + name, column, texts[name] ?? "",
        choices: FactChoices.of(column, in: visit.language), in: visit)
    }
    self.legend = "\(visit.words["record.judgment"]) \(row + 1)"
    self.idName = prefix + "id"
    self.id = texts["id"] ?? ""
    self.fields = TypedJudgment.wordColumns.map { field($0) }
    self.facts = TypedJudgment.factColumns.map { field($0) }
    self.offences = (0..<TypedJudgment.offenceRows).map { place in
      FactRow(
        legend: "\(visit.words["record.offenceRow"]) \(place + 1)",
        fields: TypedJudgment.offenceColumns.map { field("offence\(place).\($0)", $0) })
    }
    self.parts = (0..<TypedJudgment.partRows).map { place in
      FactRow(
        legend: "\(visit.words["record.partRow"]) \(place + 1)",
        fields: TypedJudgment.partColumns.map { field("part\(place).\($0)", $0) })
    }
    let factNames = TypedJudgment.columns.filter {
      !TypedJudgment.wordColumns.contains($0) && $0 != "id"
        && !TypedFinding.takingColumns.contains($0)
    }
    self.hasFacts = factNames.contains { !(texts[$0] ?? "").isEmpty }
    self.conclusion = judgment.map { ConclusionPart($0, mayAsk: true, taking: nil, in: visit) }
    self.taking = TakingPart(prefix: prefix, typed: texts, judgment: judgment, in: visit)
    self.removeAction = "remove-judgment-\(row)"
  }
}

/// A few fields that belong together: one offence, one part of the judgment.
struct FactRow: Sendable {
  let legend: String
  let fields: [FieldPart]
}

/// What can be chosen in the fields of facts.
enum FactChoices {
  static func of(_ column: String, in language: Language) -> [FormChoices.Choice] {
    switch column {
    case "code": PenalCode.allCases.map { .init(code: $0.rawValue, words: PartWords.name($0)) }
    case "gravity": all(Gravity.self) { PartWords.name($0, in: language) }
    case "fault": all(FaultForm.self) { PartWords.name($0, in: language) }
    case "principalKind": all(PrincipalPenalty.Kind.self) { PartWords.name($0, in: language) }
    case "kind":
      SupplementaryPenalty.Kind.allCases.map {
        .init(code: "supplementary.\($0.rawValue)", words: PartWords.name($0, in: language))
      }
        + Obligation.Kind.allCases.map {
          .init(code: "obligation.\($0.rawValue)", words: PartWords.name($0, in: language))
        }
    default: []
    }
  }

  private static func all<Option: CaseIterable & RawRepresentable<String>>(
    _ type: Option.Type, _ words: (Option) -> String
  ) -> [FormChoices.Choice] {
    type.allCases.map { .init(code: $0.rawValue, words: words($0)) }
  }
}

extension RecordForm: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "held": held
    case "hasHeld": hasHeld
    case "entered": entered
    case "hasNone": hasNone
    case "flaw": flaw
    case "openBan": openBan
    case "ban": ban
    case "pendingActs": pendingActs
    case "grounds": grounds
    case "hasBan": hasBan
    default: nil
    }
  }
}

extension EnteredRow: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "legend": legend
    case "idName": idName
    case "id": id
    case "fields": fields
    case "facts": facts
    case "offences": offences
    case "parts": parts
    case "hasFacts": hasFacts
    case "conclusion": conclusion
    case "taking": taking
    case "removeAction": removeAction
    default: nil
    }
  }
}

extension FactRow: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "legend": legend
    case "fields": fields
    default: nil
    }
  }
}

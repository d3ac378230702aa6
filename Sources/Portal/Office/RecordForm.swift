import Records
import Vocabulary
import Words

/// The form in which an assessor enters the record.
struct RecordForm: Sendable {
  let judgments: [FormRow]
  let ban: [FieldPart]
  let grounds: String
  let hasBan: Bool

  init(_ typed: TypedFinding, in visit: Visit) {
    self.judgments = typed.judgments.enumerated().map { row, texts in
      FormRow(
        legend: "\(visit.words["record.judgment"]) \(row + 1)",
        fields: TypedFinding.columns.map { column in
          RecordForm.field(
            "judgments[\(row)].\(column)", column, texts[column] ?? "", in: visit)
        },
        removeAction: "remove-judgment-\(row)")
    }
    self.ban = TypedFinding.banColumns.map { column in
      RecordForm.field("ban.\(column)", column, typed.ban[column] ?? "", in: visit)
    }
    self.grounds = typed.grounds
    self.hasBan = !typed.ban.values.allSatisfy(\.isEmpty)
  }

  private static let days: Set<String> = ["pronouncedOn", "clearedFrom", "decidedOn", "until"]
  private static let areas: Set<String> = [
    "principalPenalty", "supplementaryPenalty", "civilObligations", "execution",
  ]

  private static func field(
    _ name: String, _ column: String, _ value: String, in visit: Visit
  ) -> FieldPart {
    let id = FieldPart.id(of: name)
    let isDay = days.contains(column)
    let hint = isDay ? visit.words["hint.day"] : nil
    return FieldPart(
      name: name, id: id, label: visit.words["record", column], hint: hint, origin: nil, error: nil,
      describedBy: hint.map { _ in "\(id)-hint" }, value: value, width: isDay ? "w-s" : "w-l",
      inputMode: nil, autocomplete: nil, maxLength: "2000",
      isText: !areas.contains(column), isArea: areas.contains(column), isSelect: false,
      isRadios: false, isTick: false, isChosen: false, choices: [])
  }
}

/// A finding as lists, for who decides.
struct FindingSummary {
  let groups: [SummaryGroup]

  init(_ finding: RecordFinding, in visit: Visit) {
    let words = visit.words
    let form = RecordForm(TypedFinding(finding), in: visit)
    let judgments = form.judgments.map { row in
      SummaryGroup(title: row.legend, rows: FindingSummary.rows(row.fields))
    }
    let none = SummaryGroup(
      title: words["record.none"],
      rows: [SummaryRow(label: words["record.conclusion"], value: words["record.noJudgment"])])
    let ban =
      form.hasBan
      ? SummaryGroup(title: words["record.ban"], rows: FindingSummary.rows(form.ban))
      : SummaryGroup(
        title: words["record.ban"],
        rows: [SummaryRow(label: words["record.conclusion"], value: words["record.noBan"])])
    self.groups = (judgments.isEmpty ? [none] : judgments) + [ban]
  }

  private static func rows(_ fields: [FieldPart]) -> [SummaryRow] {
    fields.filter { !$0.value.isEmpty }.map { SummaryRow(label: $0.label, value: $0.value) }
  }
}

extension RecordForm: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "judgments": judgments
    case "ban": ban
    case "grounds": grounds
    case "hasBan": hasBan
    default: nil
    }
  }
}

import Desk
import Law
import Vocabulary
import Words

/// A change of one row while it is typed.
struct RuleDraft: Sendable {
  enum Act: String, Sendable {
    case add, replace, end
  }

  let table: RuleTable
  let act: Act
  /// The name of the row that is replaced or ended, or that a new one is copied from.
  let rowName: String
  /// The row as it would be.
  private(set) var row: JSONValue
  private(set) var lastDay: CivilDate
  /// The row as JSON where it was typed so; empty otherwise.
  private(set) var json = ""
  private let language: Language

  /// Nil where the table has no such row, or the act no such name.
  init?(_ view: RuleTableView, named name: String, act: String, in visit: Visit) {
    guard let act = Act(rawValue: act) else { return nil }
    let found = view.rows.first { $0.name == name } ?? (act == .add ? view.pattern : nil)
    guard let found else { return nil }
    let today = visit.now.civilDate
    // An agency of a past regime stays at its last day: a later row would never apply.
    let tomorrow = view.legalDay < today ? view.legalDay : today.adding(days: 1)
    self.table = view.table
    self.act = act
    self.rowName = found.name
    self.row = found.json
    self.lastDay = visit.now.civilDate
    self.language = visit.language
    guard act != .end else { return }
    // From tomorrow, with a source of its own: what stood there is the older row's.
    row["validFrom"] = .day(max(tomorrow, found.from ?? tomorrow))
    row["validTo"] = .null
    row["source"] = .text("")
  }

  /// Puts what was typed in its places.
  mutating func take(_ form: TypedForm) throws(Unreadable) {
    guard act != .end else {
      lastDay = try typedDay(form, "lastDay")
      return
    }
    json = form["json"]
    if !json.isEmpty {
      guard let typed = JSONValue(typed: json) else { throw .text("json") }
      row = typed
      return
    }
    var texts: [String: String] = [:]
    for leaf in row.leaves where form.has("f.\(leaf.path)") {
      let text = try typedText(form, "f.\(leaf.path)")
      texts[leaf.path] = RuleDraft.isDay(leaf.path) ? RuleDraft.iso(text) : text
    }
    row = row.replacing { texts[$0] }
  }

  func change(of profile: String) -> RuleChange {
    switch act {
    case .add: RuleChange(table: table, profile: profile, act: .add(row: row))
    case .end:
      RuleChange(table: table, profile: profile, act: .end(name: rowName, lastDay: lastDay))
    case .replace:
      RuleChange(
        table: table, profile: profile,
        act: .replace(name: rowName, from: row["validFrom"]?.day ?? lastDay, row: row))
    }
  }

  /// The fields of the form, in the order of the row's leaves.
  func fields(in visit: Visit) -> [FieldPart] {
    row.leaves.filter { if case .object = $0.value { false } else { true } }.map { leaf in
      let choices = RuleTableWords.codes(at: leaf.path, of: table)
      let isLong = leaf.path.hasSuffix("source") || isList(leaf.value)
      return field(
        "f.\(leaf.path)", RuleTableWords.field(leaf.path, in: visit.language),
        value: RuleDraft.isDay(leaf.path)
          ? RuleDraft.vietnamese(leaf.value.typed) : leaf.value.typed,
        hint: hint(at: leaf.path, in: visit), choices: choices, isArea: isLong, in: visit)
    }
  }

  private func hint(at path: String, in visit: Visit) -> String? {
    switch path {
    case "validTo": visit.words["rules.hint.validTo"]
    case "source": visit.words["rules.hint.source"]
    default: RuleDraft.isDay(path) ? visit.words["hint.day"] : nil
    }
  }

  private func isList(_ value: JSONValue) -> Bool {
    if case .list = value { true } else { false }
  }

  func lastDayField(in visit: Visit) -> FieldPart {
    field(
      "lastDay", visit.words["rules.lastDay"], value: lastDay.vietnamese,
      hint: visit.words["hint.day"], choices: nil, isArea: false, in: visit)
  }

  private func field(
    _ name: String, _ label: String, value: String, hint: String?, choices: [String]?,
    isArea: Bool, in visit: Visit
  ) -> FieldPart {
    let id = FieldPart.id(of: name)
    return FieldPart(
      name: name, id: id, label: label, hint: hint, origin: nil, error: nil,
      describedBy: hint.map { _ in "\(id)-hint" }, value: value,
      width: RuleDraft.isDay(name) || Int(value) != nil ? "w-s" : "w-l", inputMode: nil,
      autocomplete: nil, maxLength: "2000", isText: choices == nil && !isArea,
      isArea: choices == nil && isArea, isSelect: choices != nil, isRadios: false, isTick: false,
      isChosen: false,
      choices: (choices ?? []).map { code in
        ChoicePart(
          id: "\(id)-\(code)", name: name, value: code,
          text: RuleTableWords.choice(code, in: visit.language) ?? code, isChosen: code == value)
      })
  }

  private static func isDay(_ path: String) -> Bool {
    ["validFrom", "validTo", "off", "worked", "lastDay"].contains {
      path == $0 || path == "f.\($0)"
    }
  }

  private static func vietnamese(_ text: String) -> String {
    CivilDate(iso: text)?.vietnamese ?? text
  }

  /// `1/7/2027` becomes `2027-07-01`; what is no day stays, and the reader of the row refuses it.
  private static func iso(_ text: String) -> String {
    let form = TypedForm(pairs: [("day", text)])
    do {
      return try typedDay(form, "day").iso
    } catch {
      return text
    }
  }
}

import Desk
import Law
import Vocabulary
import Words

struct RuleBookPage: PartsPage {
  static let template = "rules-book"
  let parts: Parts

  init(_ view: RuleBookView, in visit: Visit) {
    let words = visit.words
    func group(_ breadth: RuleTable.Breadth, _ title: String) -> Parts {
      Parts([
        "groupTitle": title,
        "tables": view.tables.filter { $0.table.breadth == breadth }.map { line in
          Parts([
            "href": "/office/rules/tables/\(line.table.rawValue)",
            "tableName": RuleTableWords.name(of: line.table, in: visit.language),
            "inForce": "\(line.inForce)", "toCome": line.toCome == 0 ? "–" : "\(line.toCome)",
            "doubtful": line.doubtful == 0 ? nil : "\(line.doubtful)",
          ])
        },
      ])
    }
    self.parts = Parts([
      "chrome": visit.chrome(words["rules.title"]),
      "agencyName": view.agencyName[visit.language], "legalDay": view.legalDay.vietnamese,
      "version": view.version.text,
      "groups": [
        group(.national, words["rules.national"]), group(.agency, words["rules.agency"]),
      ],
      "waiting": view.waiting.map { RulePart.proposal($0, in: visit) },
      "hasWaiting": !view.waiting.isEmpty,
      "recent": view.recent.map { RulePart.proposal($0, in: visit) },
      "hasRecent": !view.recent.isEmpty,
    ])
  }
}

struct RuleHistoryPage: PartsPage {
  static let template = "rules-history"
  let parts: Parts

  init(_ lines: [RuleProposalLine], in visit: Visit) {
    self.parts = Parts([
      "chrome": visit.chrome(visit.words["rules.history"]),
      "proposals": lines.map { RulePart.proposal($0, in: visit) },
      "hasNone": lines.isEmpty,
    ])
  }
}

struct RuleTablePage: PartsPage {
  static let template = "rules-table"
  let parts: Parts

  init(_ view: RuleTableView, in visit: Visit) {
    let words = visit.words
    let place = "/office/rules/tables/\(view.table.rawValue)"
    let name = RuleTableWords.name(of: view.table, in: visit.language)
    self.parts = Parts([
      "chrome": visit.chrome(name, path: place), "tableName": name,
      "legalDay": view.legalDay.vietnamese,
      "addHref": view.pattern == nil ? nil : "\(place)/change?act=add",
      "hasNone": view.rows.isEmpty,
      "rows": view.rows.map { row in
        Parts([
          "rowName": row.name,
          "title": RulePart.title(of: row, in: visit),
          "standing": RulePart.standing(of: row, on: view.legalDay, in: visit),
          "period": RulePart.period(row.period, in: visit),
          "confidence": RulePart.confidence(row.confidence, in: visit),
          "source": row.source, "origin": RulePart.origin(of: row, in: visit),
          "values": row.values.filter { if case .object = $0.value { false } else { true } }
            .map {
              SummaryRow(
                label: RuleTableWords.field($0.path, in: visit.language),
                value: RuleTableWords.value($0.value, in: visit.language))
            },
          "replaceHref": "\(place)/change?act=replace&row=\(row.name)",
          "endHref": "\(place)/change?act=end&row=\(row.name)",
          "copyHref": "\(place)/change?act=add&row=\(row.name)",
          "replaceText": words["rules.replace"],
        ])
      },
    ])
  }
}

struct RuleChangePage: PartsPage {
  static let template = "rules-change"
  let parts: Parts

  init(_ draft: RuleDraft, reason: String, trial: RuleTrial?, said: Notice?, in visit: Visit) {
    let words = visit.words
    let name = RuleTableWords.name(of: draft.table, in: visit.language)
    let place = "/office/rules/tables/\(draft.table.rawValue)"
    let title = "\(words["rules.act", draft.act.rawValue]): \(name)"
    self.parts = Parts([
      "chrome": visit.chrome(title, path: place), "tableName": name, "title": title,
      "tableHref": place, "action": "\(place)/change", "act": draft.act.rawValue,
      "rowName": draft.rowName, "said": said,
      "fields": draft.act == .end
        ? [draft.lastDayField(in: visit)] : draft.fields(in: visit),
      "mayTypeJSON": draft.act != .end, "json": draft.json, "isJSONTyped": !draft.json.isEmpty,
      "rowText": draft.row.pretty, "reason": reason,
      "trial": trial.map { RulePart.trial($0, in: visit) },
    ])
  }
}

struct RuleImportPage: PartsPage {
  static let template = "rules-import"
  let parts: Parts

  init(pasted: String, reason: String, trial: RuleTrial?, said: Notice?, in visit: Visit) {
    self.parts = Parts([
      "chrome": visit.chrome(visit.words["rules.import"]), "pasted": pasted, "reason": reason,
      "said": said, "trial": trial.map { RulePart.trial($0, in: visit) },
    ])
  }
}

struct RuleProposalPage: PartsPage {
  static let template = "rules-proposal"
  let parts: Parts

  init(_ view: RuleProposalView, said: Notice?, in visit: Visit) {
    let words = visit.words
    let obstacle = view.obstacle.map {
      Notice(
        .attention, title: words["rules.obstacle"],
        text: RuleChangeWords.sentence($0, in: visit.language))
    }
    self.parts = Parts([
      "chrome": visit.chrome(
        words["rules.proposal"], path: "/office/rules/proposals/\(view.line.id)"),
      "place": "/office/rules/proposals/\(view.line.id)", "said": said, "obstacle": obstacle,
      "proposal": RulePart.proposal(view.line, in: visit),
      "changes": view.changes.map { RulePart.change($0, in: visit) },
      "impact": view.impact.map { RulePart.impact($0, in: visit) },
      "isOwn": view.standing == .own, "mayDecide": view.standing == .mayDecide,
      "mayApprove": view.standing == .mayDecide && view.obstacle == nil,
    ])
  }
}

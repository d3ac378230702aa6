import Desk
import Law
import Vocabulary
import Words

/// The pieces that the pages of rules share.
enum RulePart {
  static func proposal(_ line: RuleProposalLine, in visit: Visit) -> Parts {
    let words = visit.words
    let state: Tag
    var decided: String?
    var decisionReason: String?
    switch line.outcome {
    case .waiting: state = Tag(words["rules.outcome.waiting"], .attention)
    case .approved(let number, let by, let at, let reason):
      state = Tag("\(words["rules.outcome.approved"]) · \(number)", .good)
      (decided, decisionReason) = ("\(by), \(at.vietnamese)", reason)
    case .declined(let by, let at, let reason):
      state = Tag(words["rules.outcome.declined"], .bad)
      (decided, decisionReason) = ("\(by), \(at.vietnamese)", reason)
    }
    return Parts([
      "href": "/office/rules/proposals/\(line.id)",
      "tableNames": line.tables.map { RuleTableWords.name(of: $0, in: visit.language) }
        .joined(separator: ", "),
      "changeCount": "\(line.changes)", "firstDay": line.firstDay?.vietnamese ?? "–",
      "reason": line.reason, "proposer": line.proposer, "proposedAt": line.proposedAt.vietnamese,
      "state": state, "decided": decided ?? "–", "decisionReason": decisionReason,
      "isDecided": decided != nil,
    ])
  }

  static func trial(_ trial: RuleTrial, in visit: Visit) -> Parts {
    Parts([
      "changes": trial.changes.map { change($0, in: visit) },
      "impact": impact(trial.impact, in: visit),
    ])
  }

  /// One change as a table of what was and what becomes.
  static func change(_ view: RuleChangeView, in visit: Visit) -> Parts {
    let words = visit.words
    let language = visit.language
    let act: String
    switch view.change.act {
    case .add: act = words["rules.act.add"]
    case .end: act = words["rules.act.end"]
    case .replace: act = words["rules.act.replace"]
    }
    return Parts([
      "changeTitle":
        "\(act): \(RuleTableWords.name(of: view.change.table, in: language))",
      "from": view.change.firstDay?.vietnamese ?? "–",
      "differences": JSONValue.differences(from: view.before, to: view.after).map { one in
        Parts([
          "field": RuleTableWords.field(one.path, in: language),
          "was": RuleTableWords.value(one.old, in: language),
          "becomes": RuleTableWords.value(one.new, in: language),
        ])
      },
    ])
  }

  static func impact(_ impact: RuleImpact, in visit: Visit) -> Parts {
    let words = visit.words
    let until = impact.until?.vietnamese ?? words["rules.noEnd"]
    return Parts([
      "days": "\(impact.from.vietnamese) – \(until)",
      "count": impact.isMore ? "\(impact.count)+" : "\(impact.count)",
      "hasCases": impact.count > 0,
      "isMoreThanShown": impact.isMore || impact.count > impact.cases.count,
      "cases": impact.cases.map {
        Parts([
          "caseNumber": $0.number.text, "lodgedOn": $0.lodgedOn.vietnamese,
          "dueOn": $0.dueOn?.vietnamese ?? "–",
        ])
      },
    ])
  }

  /// What tells the row apart: its name where it has one, else the days on which it holds.
  static func title(of row: RuleRow, in visit: Visit) -> String {
    let subject = row.table.subject(of: row.json)
    let name = row.json["name"]?[visit.language.rawValue]?.plain
    let words = RuleTableWords.choice(subject, in: visit.language)
    return name ?? words ?? (subject.isEmpty ? period(row.period, in: visit) : subject)
  }

  static func standing(of row: RuleRow, on day: CivilDate, in visit: Visit) -> Tag {
    let words = visit.words
    guard let period = row.period else { return Tag("–", .quiet) }
    if period.contains(day) { return Tag(words["rules.inForce"], .good) }
    return period.from > day
      ? Tag(words["rules.toCome"], .calm) : Tag(words["rules.past"], .quiet)
  }

  static func period(_ period: Period?, in visit: Visit) -> String {
    guard let period else { return "–" }
    let until = period.until?.vietnamese ?? visit.words["rules.noEnd"]
    return "\(period.from.vietnamese) – \(until)"
  }

  static func confidence(_ confidence: Confidence?, in visit: Visit) -> Tag {
    let text = RuleTableWords.choice(confidence?.rawValue ?? "", in: visit.language) ?? "–"
    switch confidence {
    case .sure: return Tag(text, .good)
    case .likely: return Tag(text, .attention)
    case .unsure, nil: return Tag(text, .bad)
    }
  }

  static func origin(of row: RuleRow, in visit: Visit) -> String {
    switch row.origin {
    case .program: visit.words["rules.origin.program"]
    case .change(let number): "\(visit.words["rules.origin.change"]) \(number)"
    }
  }
}

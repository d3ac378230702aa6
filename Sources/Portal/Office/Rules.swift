import Desk
import Hummingbird
import Law
import Vocabulary
import Words

extension Portal {
  var ruleRoutes: [Route] {
    [
      .officer(.get, "/office/rules", ruleBook),
      .officer(.get, "/office/rules/history", ruleHistory),
      .officer(.get, "/office/rules/import", ruleImportForm),
      .officer(.post, "/office/rules/import", importRules),
      .officer(.get, "/office/rules/tables/:table", ruleTable),
      .officer(.get, "/office/rules/tables/:table/change", ruleChangeForm),
      .officer(.post, "/office/rules/tables/:table/change", changeRule),
      .officer(.get, "/office/rules/proposals/:id", ruleProposal),
      .officer(.post, "/office/rules/proposals/:id/decision", proof: .freshCode, decideRule),
    ]
  }

  /// /office/rules: the tables, and what waits for a second person.
  @Sendable func ruleBook(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try visit.answer(RuleBookPage(try await desk.ruleBook(for: officer), in: visit))
  }

  /// /office/rules/history
  @Sendable func ruleHistory(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try visit.answer(RuleHistoryPage(try await desk.ruleHistory(for: officer), in: visit))
  }

  /// /office/rules/tables/:table
  @Sendable func ruleTable(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let view = try await desk.ruleTable(visit.table(), for: officer)
    return try visit.answer(RuleTablePage(view, in: visit))
  }

  /// /office/rules/tables/:table/change: a form for a new row, another in its place, or its end.
  @Sendable func ruleChangeForm(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let view = try await desk.ruleTable(visit.table(), for: officer)
    guard let draft = RuleDraft(view, named: visit.query("row"), act: visit.query("act"), in: visit)
    else { throw HTTPRefusal.notFound }
    return try visit.answer(RuleChangePage(draft, reason: "", trial: nil, said: nil, in: visit))
  }

  /// POST …/change: shows what the change would do, or proposes it.
  @Sendable func changeRule(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let view = try await desk.ruleTable(visit.table(), for: officer)
    guard
      var draft = RuleDraft(view, named: visit.form["row"], act: visit.form["act"], in: visit)
    else { throw HTTPRefusal.notFound }
    let reason = visit.form["reason"]
    do {
      try draft.take(visit.form)
      let change = draft.change(of: try desk.ruleProfile(of: officer))
      if visit.form["action"] == "file" {
        let id = try await desk.proposeRuleChanges(
          [change], reason: try visit.words(at: "reason"), by: officer)
        return visit.seeOther("/office/rules/proposals/\(id)")
      }
      let trial = try await desk.tryRuleChanges([change], by: officer)
      return try visit.answer(
        RuleChangePage(draft, reason: reason, trial: trial, said: nil, in: visit))
    } catch let unreadable as Unreadable {
      return try visit.answer(
        RuleChangePage(
          draft, reason: reason, trial: nil, said: visit.notice(of: .unreadable(unreadable)),
          in: visit), status: .unprocessableContent)
    } catch let refused as Refused where refused.isAboutRules {
      return try visit.answer(
        RuleChangePage(
          draft, reason: reason, trial: nil, said: visit.notice(of: refused), in: visit),
        status: .unprocessableContent)
    }
  }

  /// /office/rules/import: a year's calendar, or a proposal file.
  @Sendable func ruleImportForm(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    _ = try await desk.ruleTable(.swaps, for: officer)
    return try visit.answer(
      RuleImportPage(pasted: "", reason: "", trial: nil, said: nil, in: visit))
  }

  /// POST /office/rules/import
  @Sendable func importRules(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let pasted = visit.form["pasted"]
    let reason = visit.form["reason"]
    do {
      let changes = try await desk.readRuleChanges(pasted: pasted, by: officer)
      if visit.form["action"] == "file" {
        let id = try await desk.proposeRuleChanges(
          changes, reason: try visit.words(at: "reason"), by: officer)
        return visit.seeOther("/office/rules/proposals/\(id)")
      }
      let trial = try await desk.tryRuleChanges(changes, by: officer)
      return try visit.answer(
        RuleImportPage(pasted: pasted, reason: reason, trial: trial, said: nil, in: visit))
    } catch let refused as Refused where refused.isAboutRules {
      return try visit.answer(
        RuleImportPage(
          pasted: pasted, reason: reason, trial: nil, said: visit.notice(of: refused), in: visit),
        status: .unprocessableContent)
    }
  }

  /// /office/rules/proposals/:id
  @Sendable func ruleProposal(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let view = try await desk.ruleProposal(visit.id(), for: officer)
    return try visit.answer(RuleProposalPage(view, said: nil, in: visit))
  }

  /// POST /office/rules/proposals/:id/decision
  @Sendable func decideRule(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let id: RuleProposalID = try visit.id()
    do {
      let reason = try visit.words(at: "reason")
      switch visit.form["verdict"] {
      case "approve": try await desk.approveRuleProposal(id, reason: reason, by: officer)
      case "decline": try await desk.declineRuleProposal(id, reason: reason, by: officer)
      default: throw HTTPRefusal.bodyUnreadable
      }
      return visit.seeOther("/office/rules/proposals/\(id)")
    } catch let unreadable as Unreadable {
      let view = try await desk.ruleProposal(id, for: officer)
      return try visit.answer(
        RuleProposalPage(view, said: visit.notice(of: .unreadable(unreadable)), in: visit),
        status: .unprocessableContent)
    } catch let refused as Refused where refused.isAboutRules {
      let view = try await desk.ruleProposal(id, for: officer)
      return try visit.answer(
        RuleProposalPage(view, said: visit.notice(of: refused), in: visit),
        status: .unprocessableContent)
    }
  }
}

extension Visit {
  func table() throws(HTTPRefusal) -> RuleTable {
    guard let table = context.parameters.get("table").flatMap({ RuleTable(rawValue: $0) }) else {
      throw .notFound
    }
    return table
  }

  /// Why a change of the rules is not made, in a panel.
  func notice(of refused: Refused) -> Notice {
    let text: String
    switch refused {
    case .rules(.change(let refusal)): text = RuleChangeWords.sentence(refusal, in: language)
    case .rules(.sheet(let lacks)):
      text = lacks.map { RuleChangeWords.sentence($0, in: language) }.joined(separator: "; ")
    default: text = words["refused", refused.wordsKey]
    }
    return Notice(.bad, title: words["rules.refused"], text: text)
  }
}

extension Refused {
  /// Whether the administrator can mend it on the same page.
  var isAboutRules: Bool {
    switch self {
    case .rules, .reasonMissing: true
    default: false
    }
  }
}

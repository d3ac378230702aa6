import CaseFile
package import Law
import Store
package import Vocabulary

extension Desk {
  /// Learns the rule changes that were approved since, wherever. One number is compared; only
  /// where it differs is anything read.
  package func freshRules() async throws {
    let shelf = homeOffice.shelf
    let known = shelf.latest
    let fresh = try await database.read { connection -> [ApprovedChange] in
      guard try RuleProposals.latest(in: connection) > known else { return [] }
      return try RuleProposals.approved(after: known, in: connection)
    }
    shelf.learn(fresh)
  }

  /// The number of the latest rule change that this process knows.
  package var rulesVersion: Int { homeOffice.shelf.latest }

  /// The tables, what waits for a second person, and what was decided of late.
  package func ruleBook(for officer: ActingOfficer) async throws -> RuleBookView {
    let office = try await administered(by: officer)
    let today = surroundings.now().civilDate
    let rules = try office.rules(on: today)
    let edition = try office.shelf.edition()
    let lists = try await database.read { connection in
      (
        waiting: try RuleProposals.waiting(limit: 100, in: connection)
          .filter { $0.concerns(officer.agency) }
          .map { try line(of: $0, in: connection) },
        recent: try RuleProposals.newest(limit: 20, in: connection)
          .filter { $0.decision != nil && $0.concerns(officer.agency) }
          .map { try line(of: $0, in: connection) }
      )
    }
    return RuleBookView(
      agencyName: rules.names.name, legalDay: rules.legalDay, version: rules.version,
      tables: RuleTable.allCases.map { table in
        let rows = edition.rows(of: table, profile: office.profile.id)
        let inForce = rows.filter { $0.period?.contains(rules.legalDay) ?? false }
        return RuleTableLine(
          table: table, inForce: inForce.count,
          toCome: rows.count { ($0.from ?? rules.legalDay) > rules.legalDay },
          doubtful: inForce.count { $0.confidence != .sure })
      },
      waiting: lists.waiting, recent: lists.recent)
  }

  /// One table with all its rows, past and to come.
  package func ruleTable(
    _ table: RuleTable, for officer: ActingOfficer
  ) async throws -> RuleTableView {
    let office = try await administered(by: officer)
    let edition = try office.shelf.edition()
    let today = surroundings.now().civilDate
    return RuleTableView(
      table: table, legalDay: office.profile.legalDay(on: today),
      rows: edition.rows(of: table, profile: office.profile.id),
      pattern: edition.pattern(of: table, profile: office.profile.id))
  }

  /// One proposal with what it changes. Another agency's own tables are not found.
  package func ruleProposal(
    _ id: RuleProposalID, for officer: ActingOfficer
  ) async throws -> RuleProposalView {
    let office = try await administered(by: officer)
    let found = try await database.read { connection in
      guard let row = try RuleProposals.row(id, in: connection),
        row.concerns(officer.agency)
      else { throw Refused.notFound }
      return (row: row, line: try line(of: row, in: connection))
    }
    let row = found.row
    guard row.decision == nil else {
      let known = (row.decision?.number).map { $0 - 1 }
      return RuleProposalView(
        line: found.line,
        changes: views(of: row.changes, over: try office.shelf.edition(knowing: known)),
        impact: nil, obstacle: nil, standing: .decided)
    }
    var obstacle: RuleChangeRefusal?
    do {
      _ = try office.shelf.book.trying(row.changes)
    } catch {
      obstacle = error
    }
    return RuleProposalView(
      line: found.line, changes: views(of: row.changes, over: try office.shelf.edition()),
      impact: try await impact(of: row.changes, on: office), obstacle: obstacle,
      standing: row.proposedBy == officer.id ? .own : .mayDecide)
  }

  /// The newest decisions and proposals, decided or not.
  package func ruleHistory(for officer: ActingOfficer) async throws -> [RuleProposalLine] {
    _ = try await administered(by: officer)
    return try await database.read { connection in
      try RuleProposals.newest(limit: 200, in: connection)
        .filter { $0.concerns(officer.agency) }
        .map { try line(of: $0, in: connection) }
    }
  }

  /// The profile whose own tables the officer administers.
  package func ruleProfile(of officer: ActingOfficer) throws -> String {
    try office(of: officer.agency).profile.id
  }

  /// The agency whose rules this officer administers, with every approved change learned.
  func administered(by officer: ActingOfficer) async throws -> Office {
    guard officer.roles.contains(.administrator) else {
      throw Refused.roleMissing(.administrator)
    }
    try await freshRules()
    return try office(of: officer.agency)
  }

  /// The open cases of an agency that were lodged on the days of a change. Counted to a thousand.
  func impact(of changes: [RuleChange], on office: Office) async throws -> RuleImpact {
    let today = surroundings.now().civilDate
    let agency = office.agency
    let first = changes.compactMap(\.firstDay).min() ?? today
    let lasts = changes.map(\.lastDay)
    let end: CivilDate? = lasts.contains(nil) ? nil : lasts.compactMap { $0 }.max()
    // An agency of a past regime handles every later day by its last one.
    let isForGood = end.flatMap { end in office.profile.lawUntil.map { $0 <= end } } ?? false
    let until = isForGood ? nil : end
    let from = Instant(first, hour: 0, minute: 0)
    let close = Instant((until ?? today).adding(days: 1), hour: 0, minute: 0)
    let most = 1_000
    return try await database.read { connection in
      let count = try Cases.openCount(
        of: agency, lodgedFrom: from, until: close, most: most + 1, in: connection)
      let rows = try Cases.openCases(
        of: agency, lodgedFrom: from, until: close, limit: 25, in: connection)
      return RuleImpact(
        from: first, until: until, count: min(count, most), isMore: count > most,
        cases: rows.map {
          .init(number: $0.number, lodgedOn: $0.lodgedAt.civilDate, dueOn: $0.dueOn)
        })
    }
  }

  /// Each change beside the row that it changes.
  func views(of changes: [RuleChange], over edition: LawEdition) -> [RuleChangeView] {
    changes.map { change in
      switch change.act {
      case .add(let row):
        return RuleChangeView(change: change, before: nil, after: row)
      case .end(let name, let lastDay):
        let before = edition.row(name, of: change.table, profile: change.profile ?? "")?.json
        var after = before
        after?["validTo"] = .day(lastDay)
        return RuleChangeView(change: change, before: before, after: after)
      case .replace(let name, _, let row):
        let before = edition.row(name, of: change.table, profile: change.profile ?? "")?.json
        return RuleChangeView(change: change, before: before, after: row)
      }
    }
  }
}

private func line(
  of row: RuleProposalRow, in connection: Connection
) throws -> RuleProposalLine {
  func name(of officer: OfficerID) throws -> String {
    try Officers.name(of: officer, in: connection)?.name ?? "–"
  }
  let outcome: RuleOutcome
  if let decision = row.decision {
    let by = try name(of: decision.by)
    outcome =
      decision.number.map {
        .approved(number: $0, by: by, at: decision.at, reason: decision.reason)
      } ?? .declined(by: by, at: decision.at, reason: decision.reason)
  } else {
    outcome = .waiting
  }
  var tables: [RuleTable] = []
  for change in row.changes where !tables.contains(change.table) { tables.append(change.table) }
  return RuleProposalLine(
    id: row.id, tables: tables, changes: row.changes.count,
    firstDay: row.changes.compactMap(\.firstDay).min(), reason: row.reason,
    proposer: try name(of: row.proposedBy), proposedAt: row.proposedAt, outcome: outcome)
}

extension RuleProposalRow {
  /// National changes concern every agency of the installation, an agency's own only itself.
  func concerns(_ officers: AgencyID) -> Bool {
    agency == officers || changes.allSatisfy { $0.table.breadth == .national }
  }
}

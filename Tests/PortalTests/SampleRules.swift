@testable import Desk
import Law
@testable import Portal
import Vocabulary

// A desk of rules for pages: the program's own rows, one proposal that waits, and one decided.
extension SampleDesk {
  static let proposalID: RuleProposalID = {
    guard let id = RuleProposalID("0123456789abcdefghjkmnpqrs") else {
      preconditionFailure("26 letters are an id")
    }
    return id
  }()

  private var shelf: RuleShelf {
    get throws { RuleShelf(book: try LawBook.bundled()) }
  }

  private static let profile = "cahanoi-2026"

  var rulesVersion: Int { 0 }

  func draftKeeping() throws -> DraftKeeping {
    try shelf.edition().draftKeeping(on: Sample.now.civilDate)
  }

  func workingYear(_ year: Int) throws -> WorkingYearView {
    let calendar = try shelf.calendar(of: Self.profile)
    let rules = try shelf.rules(of: Self.profile, on: Sample.now.civilDate)
    let first = CivilDate(year, 1, 1)
    let length = CivilDate(year + 1, 1, 1).dayNumber - first.dayNumber
    return WorkingYearView(
      year: year, isAnnounced: calendar.isAnnounced(year), agencyName: rules.names.name,
      days: (0..<length).map { first.adding(days: $0) }
        .map { WorkingDayView(day: $0, reason: calendar.reason($0)) },
      holidayNames: try shelf.edition().holidayNames, limits: rules.limits)
  }

  func explainDue(
    received: Instant, difficulty: Difficulty, pauses: [ClockPause]
  ) throws -> DueExplanation {
    let limits = try shelf.rules(of: Self.profile, on: Sample.now.civilDate).limits
    let calendar = try shelf.calendar(of: Self.profile)
    return DueExplanation(
      received: received,
      due: DueDate.reckon(
        received: received, difficulty: difficulty, pauses: pauses, limits: limits,
        calendar: calendar),
      steps: DueDate.steps(
        received: received, difficulty: difficulty, pauses: pauses, limits: limits,
        calendar: calendar))
  }

  private func mustAdminister(_ officer: ActingOfficer) throws {
    if let refusal { throw refusal }
    guard officer.roles.contains(.administrator) else {
      throw Refused.roleMissing(.administrator)
    }
  }

  private func line(_ outcome: RuleOutcome) -> RuleProposalLine {
    RuleProposalLine(
      id: Self.proposalID, tables: [.feeGroups], changes: 1, firstDay: CivilDate(2027, 1, 1),
      reason: "Mức phí mới", proposer: "Hồ Thị Quản Trị", proposedAt: Sample.now,
      outcome: outcome)
  }

  func ruleBook(for officer: ActingOfficer) async throws -> RuleBookView {
    try mustAdminister(officer)
    let rules = try shelf.rules(of: Self.profile, on: Sample.now.civilDate)
    return RuleBookView(
      agencyName: rules.names.name, legalDay: rules.legalDay, version: rules.version,
      tables: RuleTable.allCases.map {
        RuleTableLine(table: $0, inForce: 1, toCome: 0, doubtful: 1)
      },
      waiting: [line(.waiting)],
      recent: [
        line(.approved(number: 1, by: "Bùi Văn Đồng Duyệt", at: Sample.now, reason: "Đúng")),
        line(.declined(by: "Bùi Văn Đồng Duyệt", at: Sample.now, reason: "Chưa đủ căn cứ")),
      ])
  }

  func ruleTable(_ table: RuleTable, for officer: ActingOfficer) async throws -> RuleTableView {
    try mustAdminister(officer)
    let edition = try shelf.edition()
    return RuleTableView(
      table: table, legalDay: Sample.now.civilDate,
      rows: edition.rows(of: table, profile: Self.profile),
      pattern: edition.pattern(of: table, profile: Self.profile))
  }

  func ruleHistory(for officer: ActingOfficer) async throws -> [RuleProposalLine] {
    try mustAdminister(officer)
    return [line(.waiting)]
  }

  private func changes() throws -> [RuleChangeView] {
    let before = try shelf.edition().row("standard@2025-07-01", of: .feeGroups, profile: "")
    var after = before?.json
    after?["amount"] = .number(300_000)
    let change = RuleChange(
      table: .feeGroups, profile: nil, act: .add(row: after ?? .null))
    return [RuleChangeView(change: change, before: before?.json, after: after)]
  }

  private var impact: RuleImpact {
    RuleImpact(
      from: CivilDate(2027, 1, 1), until: nil, count: 1_000, isMore: true,
      cases: [
        .init(
          number: CaseNumber(
            agencyCode: "000.00.60.H26", day: CivilDate(2026, 11, 20), sequence: 7),
          lodgedOn: CivilDate(2026, 11, 20), dueOn: CivilDate(2026, 12, 1))
      ])
  }

  func ruleProposal(
    _ id: RuleProposalID, for officer: ActingOfficer
  ) async throws -> RuleProposalView {
    try mustAdminister(officer)
    guard id == Self.proposalID else { throw Refused.notFound }
    return RuleProposalView(
      line: line(.waiting), changes: try changes(), impact: impact, obstacle: nil,
      standing: .mayDecide)
  }

  func ruleProfile(of officer: ActingOfficer) throws -> String { Self.profile }

  func readRuleChanges(
    pasted text: String, by officer: ActingOfficer
  ) async throws -> [RuleChange] {
    try mustAdminister(officer)
    throw Refused.rules(.sheet([CalendarSheet.Lack(line: 2, reason: .noDay)]))
  }

  func tryRuleChanges(
    _ changes: [RuleChange], by officer: ActingOfficer
  ) async throws -> RuleTrial {
    try mustAdminister(officer)
    return RuleTrial(changes: try self.changes(), impact: impact)
  }

  func proposeRuleChanges(
    _ changes: [RuleChange], reason: String, by officer: ActingOfficer
  ) async throws -> RuleProposalID {
    try mustAdminister(officer)
    return Self.proposalID
  }

  func approveRuleProposal(
    _ id: RuleProposalID, reason: String, by officer: ActingOfficer
  ) async throws {
    try mustAdminister(officer)
  }

  func declineRuleProposal(
    _ id: RuleProposalID, reason: String, by officer: ActingOfficer
  ) async throws {
    try mustAdminister(officer)
  }
}

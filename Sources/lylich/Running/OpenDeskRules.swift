import Desk
import Law
import Portal
import Vocabulary

// Each call goes to the desk as it is.
extension OpenDesk {
  var rulesVersion: Int { desk.rulesVersion }

  func draftKeeping() throws -> DraftKeeping { try desk.draftKeeping() }

  func workingYear(_ year: Int) throws -> WorkingYearView { try desk.workingYear(year) }

  func explainDue(
    received: Instant, difficulty: Difficulty, pauses: [ClockPause]
  ) throws -> DueExplanation {
    try desk.explainDue(received: received, difficulty: difficulty, pauses: pauses)
  }

  func ruleBook(for officer: ActingOfficer) async throws -> RuleBookView {
    try await desk.ruleBook(for: officer)
  }

  func ruleTable(_ table: RuleTable, for officer: ActingOfficer) async throws -> RuleTableView {
    try await desk.ruleTable(table, for: officer)
  }

  func ruleHistory(for officer: ActingOfficer) async throws -> [RuleProposalLine] {
    try await desk.ruleHistory(for: officer)
  }

  func ruleProposal(
    _ id: RuleProposalID, for officer: ActingOfficer
  ) async throws -> RuleProposalView {
    try await desk.ruleProposal(id, for: officer)
  }

  func ruleProfile(of officer: ActingOfficer) throws -> String {
    try desk.ruleProfile(of: officer)
  }

  func readRuleChanges(
    pasted text: String, by officer: ActingOfficer
  ) async throws -> [RuleChange] {
    try await desk.readRuleChanges(pasted: text, by: officer)
  }

  func tryRuleChanges(
    _ changes: [RuleChange], by officer: ActingOfficer
  ) async throws -> RuleTrial {
    try await desk.tryRuleChanges(changes, by: officer)
  }

  func proposeRuleChanges(
    _ changes: [RuleChange], reason: String, by officer: ActingOfficer
  ) async throws -> RuleProposalID {
    try await desk.proposeRuleChanges(changes, reason: reason, by: officer)
  }

  func approveRuleProposal(
    _ id: RuleProposalID, reason: String, by officer: ActingOfficer
  ) async throws {
    try await desk.approveRuleProposal(id, reason: reason, by: officer)
  }

  func declineRuleProposal(
    _ id: RuleProposalID, reason: String, by officer: ActingOfficer
  ) async throws {
    try await desk.declineRuleProposal(id, reason: reason, by: officer)
  }
}

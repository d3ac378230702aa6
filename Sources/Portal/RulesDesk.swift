package import Desk
package import Law
package import Vocabulary

/// What the pages of rules and of the calendar ask of the desk.
package protocol RulesDesk: Sendable {
  /// The number of the latest rule change that this process knows: what is remembered of the
  /// rules is asked again when it moves.
  var rulesVersion: Int { get }
  /// How long drafts are kept, for the page that lists them.
  func draftKeeping() throws -> DraftKeeping
  func workingYear(_ year: Int) throws -> WorkingYearView
  func explainDue(
    received: Instant, difficulty: Difficulty, pauses: [ClockPause]
  ) throws -> DueExplanation

  // For administrators.
  func ruleBook(for officer: ActingOfficer) async throws -> RuleBookView
  func ruleTable(_ table: RuleTable, for officer: ActingOfficer) async throws -> RuleTableView
  func ruleHistory(for officer: ActingOfficer) async throws -> [RuleProposalLine]
  func ruleProposal(
    _ id: RuleProposalID, for officer: ActingOfficer
  ) async throws -> RuleProposalView
  /// The profile whose own tables the officer administers.
  func ruleProfile(of officer: ActingOfficer) throws -> String
  func readRuleChanges(
    pasted text: String, by officer: ActingOfficer
  ) async throws -> [RuleChange]
  func tryRuleChanges(
    _ changes: [RuleChange], by officer: ActingOfficer
  ) async throws -> RuleTrial
  func proposeRuleChanges(
    _ changes: [RuleChange], reason: String, by officer: ActingOfficer
  ) async throws -> RuleProposalID
  func approveRuleProposal(
    _ id: RuleProposalID, reason: String, by officer: ActingOfficer
  ) async throws
  func declineRuleProposal(
    _ id: RuleProposalID, reason: String, by officer: ActingOfficer
  ) async throws
}

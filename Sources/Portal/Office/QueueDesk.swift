package import Desk
package import Vocabulary

/// What the pages of officers' work on many cases ask of the desk.
package protocol QueueDesk: Sendable {
  func queue(
    of officer: ActingOfficer, _ wish: QueueWish, _ turn: QueueTurn, limit: Int
  ) async throws -> QueuePage
  /// The case after another in the officer's work; nil where nothing waits.
  func nextCase(
    after id: CaseID?, _ wish: QueueWish, of officer: ActingOfficer
  ) async throws -> CaseID?
  func findCases(
    _ sought: SoughtCase, after place: SoughtPlace?, limit: Int, by officer: ActingOfficer
  ) async throws -> SoughtCases
  /// Lays the present step of a case on an officer's desk, or takes it off.
  func assign(
    _ id: CaseID, version: Int, to holder: OfficerID?, by officer: ActingOfficer
  ) async throws
  /// What waits for a leader, with how far each case is on its way into one approval of many.
  func approvals(by officer: ActingOfficer, limit: Int) async throws -> ApprovalPage
  func markForApproval(_ id: CaseID, version: Int, by officer: ActingOfficer) async throws
  /// Each for itself; what cannot be approved is left out and named.
  func approveMarked(
    _ cases: [CaseID], by officer: ActingOfficer
  ) async throws -> [ApprovalOutcome]
  /// The certificate as it would be by what is typed; nothing is stored.
  func previewDraft(
    _ id: CaseID, of work: AssessorsWork, by officer: ActingOfficer
  ) async throws -> [UInt8]
  func shareOut(by officer: ActingOfficer, limit: Int) async throws -> SharedOut
}

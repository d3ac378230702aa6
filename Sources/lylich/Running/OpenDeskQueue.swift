import Desk
import Portal
import Vocabulary

// Each call goes to the desk as it is.
extension OpenDesk {
  func queue(
    of officer: ActingOfficer, _ wish: QueueWish, _ turn: QueueTurn, limit: Int
  ) async throws -> QueuePage {
    try await desk.queue(of: officer, wish, turn, limit: limit)
  }

  func nextCase(
    after id: CaseID?, _ wish: QueueWish, of officer: ActingOfficer
  ) async throws -> CaseID? {
    try await desk.nextCase(after: id, wish, of: officer)
  }

  func findCases(
    _ sought: SoughtCase, after place: SoughtPlace?, limit: Int, by officer: ActingOfficer
  ) async throws -> SoughtCases {
    try await desk.findCases(sought, after: place, limit: limit, by: officer)
  }

  func assign(
    _ id: CaseID, version: Int, to holder: OfficerID?, by officer: ActingOfficer
  ) async throws {
    try await desk.assign(id, version: version, to: holder, by: officer)
  }

  func approvals(by officer: ActingOfficer, limit: Int) async throws -> ApprovalPage {
    try await desk.approvals(by: officer, limit: limit)
  }

  func markForApproval(_ id: CaseID, version: Int, by officer: ActingOfficer) async throws {
    try await desk.markForApproval(id, version: version, by: officer)
  }

  func approveMarked(
    _ cases: [CaseID], by officer: ActingOfficer
  ) async throws -> [ApprovalOutcome] {
    try await desk.approveMarked(cases, by: officer)
  }

  func previewDraft(
    _ id: CaseID, of work: AssessorsWork, by officer: ActingOfficer
  ) async throws -> [UInt8] {
    try await awayFromLoops { try await desk.previewDraft(id, of: work, by: officer) }
  }

  func shareOut(by officer: ActingOfficer, limit: Int) async throws -> SharedOut {
    try await desk.shareOut(by: officer, limit: limit)
  }
}

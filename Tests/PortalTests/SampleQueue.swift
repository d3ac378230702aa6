@testable import Desk
@testable import Portal
import Vocabulary

/// Work on many cases. Everybody is invented.
extension SampleDesk {
  private var lines: [QueueLine] {
    [
      QueueLine(
        line: Sample.line(state), applicant: "Nguyễn Thị Mẫu", answered: 1, asked: 2,
        holder: "Trần Văn Thụ Lý", left: .left(WorkingSpan(days: 2, hours: 3, minutes: 5)),
        step: StepLeft(
          time: .over(WorkingSpan(days: 0, hours: 3, minutes: 10)), isWarned: true))
    ]
  }

  private var key: QueueKey {
    QueueKey(dueOn: "2026-12-01", lodgedAt: Sample.now, id: Sample.caseID.text)
  }

  func queue(
    of officer: ActingOfficer, _ wish: QueueWish, _ turn: QueueTurn, limit: Int
  ) async throws -> QueuePage {
    QueuePage(lines: lines, next: key, previous: turn == .first ? nil : key)
  }

  func nextCase(
    after id: CaseID?, _ wish: QueueWish, of officer: ActingOfficer
  ) async throws -> CaseID? { id == nil ? Sample.caseID : nil }

  func findCases(
    _ sought: SoughtCase, after place: SoughtPlace?, limit: Int, by officer: ActingOfficer
  ) async throws -> SoughtCases {
    SoughtCases(
      lines: lines, next: SoughtPlace(lodgedAt: Sample.now, id: Sample.caseID.text))
  }

  func assign(
    _ id: CaseID, version: Int, to holder: OfficerID?, by officer: ActingOfficer
  ) async throws { try act() }

  func approvals(by officer: ActingOfficer, limit: Int) async throws -> ApprovalPage {
    ApprovalPage(
      lines: ApprovalStanding.allCases.map { ApprovalLine(line: lines[0], standing: $0) },
      hasMore: true)
  }

  func markForApproval(_ id: CaseID, version: Int, by officer: ActingOfficer) async throws {
    try act()
  }

  func approveMarked(
    _ cases: [CaseID], by officer: ActingOfficer
  ) async throws -> [ApprovalOutcome] {
    [
      ApprovalOutcome(caseID: Sample.caseID, number: "H13-1", leftOut: nil),
      ApprovalOutcome(caseID: Sample.caseID, number: "H13-2", leftOut: .stale),
    ]
  }

  func previewDraft(
    _ id: CaseID, of work: AssessorsWork, by officer: ActingOfficer
  ) async throws -> [UInt8] {
    try act()
    return Array("%PDF-1.4".utf8)
  }

  func shareOut(by officer: ActingOfficer, limit: Int) async throws -> SharedOut {
    SharedOut(given: [.init(officer: "Trần Văn Thụ Lý", cases: 3)], left: 1)
  }
}

import Desk
import Hummingbird
import Vocabulary
import Words

extension Portal {
  var approvalRoutes: [Route] {
    [
      .officer(.get, "/office/decisions", approvals),
      .officer(.post, "/office/decisions", proof: .freshCode, approveMarked),
      .officer(.post, "/office/cases/:id/mark", mark),
    ]
  }

  /// /office/decisions: clean cases that a leader opens one by one and approves together.
  @Sendable func approvals(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    try await approvalPage(visit, officer, outcomes: nil)
  }

  /// POST /office/decisions: approves those that were opened and marked.
  @Sendable func approveMarked(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let chosen = visit.form.pairs.filter { $0.name == "case" }.compactMap { CaseID($0.text) }
    let outcomes = try await desk.approveMarked(chosen, by: officer)
    return try await approvalPage(visit, officer, outcomes: outcomes)
  }

  /// POST /office/cases/:id/mark: opened and found clean; on to the next, or back to the list.
  @Sendable func mark(_ visit: Visit, _ officer: ActingOfficer) async throws -> Response {
    let done = try await act(visit, officer) { id, version in
      try await desk.markForApproval(id, version: version, by: officer)
    }
    guard done.status == .seeOther else { return done }
    let page = try await desk.approvals(by: officer, limit: Portal.queueLines)
    let next = page.lines.first { [.toOpen, .changed].contains($0.standing) }
    return visit.seeOther(
      next.map { "/office/cases/\($0.line.line.id)" } ?? "/office/decisions")
  }

  private func approvalPage(
    _ visit: Visit, _ officer: ActingOfficer, outcomes: [ApprovalOutcome]?
  ) async throws -> Response {
    let page = try await desk.approvals(by: officer, limit: Portal.queueLines)
    return try visit.answer(ApprovalsPage(page, outcomes: outcomes, in: visit))
  }
}

struct ApprovalsPage: PartsPage {
  static let template = "office-decisions"
  let parts: Parts

  init(_ page: ApprovalPage, outcomes: [ApprovalOutcome]?, in visit: Visit) {
    let words = visit.words
    let toOpen = page.lines.first { [.toOpen, .changed].contains($0.standing) }
    let approved = outcomes?.filter { $0.leftOut == nil } ?? []
    self.parts = Parts([
      "chrome": visit.chrome(words["decisions.title"], path: "/office/decisions"),
      "hasMore": page.hasMore, "isEmpty": page.lines.isEmpty,
      "hasMarked": page.lines.contains { $0.standing == .marked },
      "openHref": toOpen.map { "/office/cases/\($0.line.line.id)" },
      "lines": page.lines.map { ApprovalsPage.row($0, in: visit) },
      "hasOutcomes": outcomes != nil, "approvedCount": "\(approved.count)",
      "approved": approved.map(\.number).joined(separator: " · "),
      "leftOut": outcomes?.compactMap { one in
        one.leftOut.map { refused in
          Parts([
            "number": one.number, "href": "/office/cases/\(one.caseID)",
            "why": visit.notice(of: .refused(refused)).text,
          ])
        }
      },
    ])
  }

  private static func row(_ one: ApprovalLine, in visit: Visit) -> Parts {
    let tone: Tag.Tone =
      switch one.standing {
      case .alone, .own: .quiet
      case .toOpen, .changed: .attention
      case .marked: .good
      }
    return Parts([
      "row": QueueRow(one.line, in: visit), "id": one.line.line.id.text,
      "isMarked": one.standing == .marked,
      "standing": Tag(visit.words["approval", one.standing.rawValue], tone),
    ])
  }
}

import Assessment
import CaseFile
import Decision
import Records
import Store
package import Vocabulary

/// Clean cases that wait for a leader, to be approved together once each of them was opened.
package struct ApprovalPage: Equatable, Sendable {
  package var lines: [ApprovalLine]
  /// Whether more wait than are listed.
  package var hasMore: Bool

  package init(lines: [ApprovalLine], hasMore: Bool) {
    self.lines = lines
    self.hasMore = hasMore
  }
}

package struct ApprovalLine: Equatable, Sendable {
  package var line: QueueLine
  package var standing: ApprovalStanding

  package init(line: QueueLine, standing: ApprovalStanding) {
    self.line = line
    self.standing = standing
  }
}

/// How far a case is on its way into one approval with others.
package enum ApprovalStanding: String, Equatable, Sendable, CaseIterable {
  /// Something was found or overruled: it is decided alone.
  case alone
  /// This leader assessed it.
  case own
  case toOpen
  /// Opened and marked, and unchanged since.
  case marked
  /// Marked, and changed since.
  case changed
}

/// What became of one case of an approval of many.
package struct ApprovalOutcome: Equatable, Sendable {
  package var caseID: CaseID
  package var number: String
  /// Why it was left out; nil where it was approved.
  package var leftOut: Refused?

  package init(caseID: CaseID, number: String, leftOut: Refused?) {
    self.caseID = caseID
    self.number = number
    self.leftOut = leftOut
  }
}

extension Desk {
  /// The cases that wait for a leader's decision, the most urgent first.
  package func approvals(by officer: ActingOfficer, limit: Int) async throws -> ApprovalPage {
    guard officer.roles.contains(.leader) else { throw Refused.roleMissing(.leader) }
    let limit = min(max(limit, 1), 50)
    let clock = try queueClock(of: officer.agency)
    return try await database.read { connection in
      let found = try CaseQueue.page(
        clock.selection(QueueWish(states: [.assessed], holder: .open), of: officer),
        of: officer.agency, .first, limit: limit + 1, in: connection)
      let rows = Array(found.prefix(limit))
      let marks = try ApprovalMarks.of(
        officer.id, on: rows.map(\.row.id), in: connection)
      let lines = try queueLines(rows, clock, in: connection)
      return ApprovalPage(
        lines: try zip(rows, lines).map { row, line in
          let facts = try Cases.facts(of: row.row.id, in: connection)
          return ApprovalLine(
            line: line,
            standing: facts.approvalStanding(for: officer, marked: marks[row.row.id]))
        }, hasMore: found.count > limit)
    }
  }

  /// A leader says to have opened a case and found it clean. It must have been opened since it was
  /// assessed, and be unchanged since the page that was read.
  package func markForApproval(
    _ id: CaseID, version: Int, by officer: ActingOfficer
  ) async throws {
    let now = surroundings.now()
    try await database.write { transaction in
      var step = try CaseStep(
        on: id, version: version, in: transaction, by: .officer(officer.id), at: now)
      try step.belongs(to: officer, as: .leader)
      switch step.facts.approvalStanding(for: officer, marked: nil) {
      case .alone: throw Refused.notClean
      case .own: throw Refused.decision(.sameOfficer)
      case .toOpen, .marked, .changed: break
      }
      guard let assessedAt = step.facts.assessment?.at,
        try CaseLooks.has(officer.id, lookedAt: id, since: assessedAt, in: transaction)
      else { throw Refused.notOpened }
      try ApprovalMarks.put(id, version: version, by: officer.id, at: now, in: transaction)
    }
  }

  /// Approves cases that were opened and marked: each for itself, with its own event and by all
  /// the rules of a single approval. One that cannot be approved, or has changed since it was
  /// marked, is left out and named; the others are not held up by it.
  package func approveMarked(
    _ cases: [CaseID], by officer: ActingOfficer
  ) async throws -> [ApprovalOutcome] {
    guard officer.roles.contains(.leader) else { throw Refused.roleMissing(.leader) }
    let wanted = Array(cases.prefix(50))
    let (rows, marks) = try await database.read { connection in
      (
        try wanted.compactMap { try Cases.row($0, lock: .none, in: connection) }
          .filter { $0.agency == officer.agency },
        try ApprovalMarks.of(officer.id, on: wanted, in: connection)
      )
    }
    var outcomes: [ApprovalOutcome] = []
    for row in rows {
      var outcome = ApprovalOutcome(caseID: row.id, number: row.number.text, leftOut: nil)
      do {
        guard let version = marks[row.id] else { throw Refused.notOpened }
        try await approve(row.id, version: version, acknowledging: [], by: officer)
      } catch let refused as Refused {
        outcome.leftOut = refused
      }
      try await database.write { try ApprovalMarks.remove(row.id, by: officer.id, in: $0) }
      outcomes.append(outcome)
    }
    return outcomes
  }
}

extension CaseFacts {
  /// - Parameter version: at which this leader marked the case; nil where it is not marked.
  func approvalStanding(for officer: ActingOfficer, marked version: Int?) -> ApprovalStanding {
    guard isClean else { return .alone }
    let eyes = Eyes(actor: .officer(officer.id), onBehalf: officer.principals[.leader])
    guard assessment?.by != officer.id,
      !CaseEvent.approved(by: officer.id).sharesEyes(eyes, after: events)
    else { return .own }
    guard let version else { return .toOpen }
    return version == history.length ? .marked : .changed
  }

  /// Every body answered that nothing is recorded, nobody of the register is the person, and
  /// nothing was found, typed or overruled.
  private var isClean: Bool {
    guard case .assessed(_, let overruled) = history.state, overruled == 0, let finding else {
      return false
    }
    return finding.judgments.isEmpty && finding.ban == nil
      && conclusions?.judgments.isEmpty ?? true
      && personSummary.records.isEmpty
      && answers.allSatisfy { $0.outcome == .noRecord }
  }
}

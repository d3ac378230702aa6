import CaseFile
import Handover
import Store
package import Vocabulary

extension CaseFacts {
  /// Whether opening the file is this officer's work: a step of theirs is due, it is not another's
  /// by assignment, or they have a part in it. Anything else is opened for a reason.
  ///
  /// - Parameter assignee: whose the case is among those of the role; nil where it is nobody's.
  package func isOnesWork(
    of officer: ActingOfficer, assignee: OfficerID?, at now: Instant
  ) -> Bool {
    if hasPart(officer.id, at: now) { return true }
    let names = [officer.id] + officer.principals.values
    if let assignee, !names.contains(assignee) { return false }
    return !officer.roles.isDisjoint(with: rolesWithAStepDue)
  }

  /// Who took a step sees how it goes on, and after the case has closed what became of their own
  /// step.
  private func hasPart(_ officer: OfficerID, at now: Instant) -> Bool {
    let mine = events.last { $0.actor == .officer(officer) }
    guard let mine else { return false }
    return !history.state.name.isClosed || now < mine.at.adding(seconds: Desk.reasonSeconds)
  }

  private var rolesWithAStepDue: Set<Role> {
    let isAskedAgain = history.dispute != nil || history.revocation?.standing == .proposed
    let looksAgain: Set<Role> = isAskedAgain ? [.assessor, .leader] : []
    switch history.state.name {
    case .awaitingFee, .lodged: return looksAgain.union([.intake])
    case .awaitingSupplement: return looksAgain.union([.intake, .assessor])
    // A leader says who the applicant is where two officers differ.
    case .inAssessment: return looksAgain.union([.assessor, .leader])
    case .assessed, .approved, .issuing: return looksAgain.union([.leader])
    case .issued: return looksAgain.union([.intake])
    case .handedOver, .revoked, .refused, .sentOutside, .withdrawn: return looksAgain
    }
  }
}

extension Desk {
  /// How long a typed reason opens a file.
  static let reasonSeconds = 15 * 60

  /// Throws `lookReasonNeeded` where the file is not the officer's work and no reason was typed.
  func mustBeOpen(
    _ facts: CaseFacts, to officer: ActingOfficer, in connection: Connection
  ) throws {
    let now = surroundings.now()
    let assignee = try Cases.assignee(of: facts.id, in: connection)
    guard !facts.isOnesWork(of: officer, assignee: assignee, at: now) else { return }
    let since = now.adding(seconds: -Desk.reasonSeconds)
    let isOpen = try CaseLooks.of(facts.id, limit: 100, in: connection).contains {
      $0.actor == .officer(officer.id) && $0.reason != nil && $0.at > since
    }
    guard isOpen else { throw Refused.lookReasonNeeded(facts.id) }
  }

  /// The reason is kept with the look: the person reads its kind, an auditor the words too.
  package func openForReason(
    _ id: CaseID, _ reason: LookReason, words: String, by officer: ActingOfficer
  ) async throws {
    guard officer.handlesCases else { throw Refused.roleMissing(.intake) }
    guard !words.isEmpty else { throw Refused.reasonMissing }
    let now = surroundings.now()
    try await database.write { transaction in
      guard let row = try Cases.row(id, lock: .none, in: transaction),
        row.agency == officer.agency
      else { throw Refused.notFound }
      try CaseLooks.note(
        id, of: officer.agency, by: officer.id, because: (reason, words), at: now,
        in: transaction)
    }
  }
}

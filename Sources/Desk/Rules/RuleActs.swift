import CaseFile
package import Law
import Store
package import Vocabulary

extension Desk {
  /// What changes would do, without anybody having proposed them.
  package func tryRuleChanges(
    _ changes: [RuleChange], by officer: ActingOfficer
  ) async throws -> RuleTrial {
    let office = try await administered(by: officer)
    try mustBeOwn(changes, of: office)
    try mustHold(changes, office.shelf.book)
    return RuleTrial(
      changes: views(of: changes, over: try office.shelf.edition()),
      impact: try await impact(of: changes, on: office))
  }

  /// One administrator proposes, with a reason. Nothing changes until another approves.
  package func proposeRuleChanges(
    _ changes: [RuleChange], reason: String, by officer: ActingOfficer
  ) async throws -> RuleProposalID {
    let office = try await administered(by: officer)
    try mustBeOwn(changes, of: office)
    guard !reason.isEmpty else { throw Refused.reasonMissing }
    try mustHold(changes, office.shelf.book)
    let now = surroundings.now()
    let row = RuleProposalRow(
      id: surroundings.newID(), agency: officer.agency, changes: changes, reason: reason,
      proposedBy: officer.id, proposedAt: now, decision: nil)
    let entry = HouseEntry(
      event: .ruleChangeProposed(row.id, digest: RuleProposals.digest(of: changes)), caseID: nil,
      seq: nil,
      agency: officer.agency, actor: .officer(officer.id), at: now)
    try await database.write { transaction in
      try RuleProposals.insert(row, in: transaction)
      try Journal.append(entry, in: transaction)
    }
    return row.id
  }

  /// Another administrator approves with a reason: from now on every new case has the new rules.
  package func approveRuleProposal(
    _ id: RuleProposalID, reason: String, by officer: ActingOfficer
  ) async throws {
    let office = try await administered(by: officer)
    let known = office.shelf.latest
    let now = surroundings.now()
    let book = office.shelf.book
    try await decide(id, by: officer, reason: reason) { row, transaction in
      // Another change came between the check and here: look at this one again.
      guard try RuleProposals.latest(in: transaction) == known else { throw Refused.stale }
      try mustHold(row.changes, book)
      try RuleProposals.decide(
        row, .init(number: known + 1, reason: reason, by: officer.id, at: now), in: transaction)
      return .ruleChangeApproved(id, number: known + 1)
    }
    try await freshRules()
  }

  package func declineRuleProposal(
    _ id: RuleProposalID, reason: String, by officer: ActingOfficer
  ) async throws {
    _ = try await administered(by: officer)
    let now = surroundings.now()
    try await decide(id, by: officer, reason: reason) { row, transaction in
      try RuleProposals.decide(
        row, .init(number: nil, reason: reason, by: officer.id, at: now), in: transaction)
      return .ruleChangeDeclined(id)
    }
  }

  /// The changes that a pasted sheet or proposal file asks for.
  package func readRuleChanges(
    pasted text: String, by officer: ActingOfficer
  ) async throws -> [RuleChange] {
    let office = try await administered(by: officer)
    if text.drop(while: \.isWhitespace).first == "[" {
      do {
        return try JournalCodec.value([RuleChange].self, from: Array(text.utf8))
      } catch {
        throw Refused.rules(.notAProposal)
      }
    }
    switch CalendarSheet.read(text, over: try office.shelf.edition()) {
    case .changes(let changes): return changes
    case .lacking(let lacks): throw Refused.rules(.sheet(lacks))
    }
  }

  private func decide(
    _ id: RuleProposalID, by officer: ActingOfficer, reason: String,
    _ write: @escaping @Sendable (RuleProposalRow, Transaction) throws -> HouseEvent
  ) async throws {
    guard !reason.isEmpty else { throw Refused.reasonMissing }
    let now = surroundings.now()
    do {
      try await database.write { transaction in
        guard let row = try RuleProposals.row(id, in: transaction),
          row.concerns(officer.agency)
        else { throw Refused.notFound }
        guard row.decision == nil else { throw Refused.rules(.decided) }
        guard row.proposedBy != officer.id else { throw Refused.rules(.samePerson) }
        let event = try write(row, transaction)
        try Journal.append(
          HouseEntry(
            event: event, caseID: nil, seq: nil, agency: officer.agency,
            actor: .officer(officer.id), at: now),
          in: transaction)
      }
    } catch is DatabaseConflict {
      // Two people decided at once, or another change took the number: the first one holds.
      throw Refused.stale
    }
  }

  /// An agency's tables are changed by its own administrators.
  private func mustBeOwn(_ changes: [RuleChange], of office: Office) throws {
    for change in changes where change.table.breadth == .agency {
      guard change.profile == office.profile.id else { throw Refused.notFound }
    }
  }

}

private func mustHold(_ changes: [RuleChange], _ book: LawBook) throws(Refused) {
  do {
    _ = try book.trying(changes)
  } catch {
    throw .rules(.change(error))
  }
}

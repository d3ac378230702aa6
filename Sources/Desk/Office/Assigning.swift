import CaseFile
import Decision
import Store
package import Vocabulary

extension Desk {
  /// Lays the present step of a case on an officer's desk, or takes it off. A leader gives it to
  /// anybody whose work it is; who could be given it may also take it where it is nobody's.
  package func assign(
    _ id: CaseID, version: Int, to holder: OfficerID?, by officer: ActingOfficer
  ) async throws {
    let today = surroundings.now().civilDate
    try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.belongs(to: officer, as: .leader, .assessor, .intake)
      try step.assign(to: holder, by: officer, on: today)
    }
  }

  /// Gives the cases that lie on nobody's desk to those whose work they are: each to who has the
  /// fewest open files, and of those with as many to the first by name. Who is absent is left out.
  package func shareOut(by officer: ActingOfficer, limit: Int) async throws -> SharedOut {
    guard officer.roles.contains(.leader) else { throw Refused.roleMissing(.leader) }
    let today = surroundings.now().civilDate
    var given: [OfficerID: SharedOut.Given] = [:]
    var left = 0
    for share in [FairRotation.Share.acceptance, .assessment] {
      let (waiting, found) = try await database.read { connection in
        (
          try CaseQueue.page(
            QueueSelection(states: [share.state], holders: .nobody), of: officer.agency, .first,
            limit: min(max(limit, 1), 200), in: connection
          ).map(\.row),
          try FairRotation(of: share, at: officer.agency, on: today, in: connection)
        )
      }
      var rotation = found
      for row in waiting {
        guard let holder = rotation.next else {
          left += 1
          continue
        }
        do {
          try await assign(row.id, version: row.version, to: holder.id, by: officer)
        } catch Refused.stale {
          continue
        }
        rotation.give(to: holder.id)
        given[holder.id, default: .init(officer: holder.name, cases: 0)].cases += 1
      }
    }
    return SharedOut(
      given: given.values.sorted { ($0.officer, $0.cases) < ($1.officer, $1.cases) }, left: left)
  }
}

extension CaseStep {
  fileprivate mutating func assign(
    to holder: OfficerID?, by officer: ActingOfficer, on day: CivilDate
  ) throws {
    guard let role = facts.history.state.assignee else {
      throw Refused.caseState(.outOfOrder(at: facts.history.state.name))
    }
    let takesIt =
      holder == officer.id && facts.history.assigned == nil && officer.roles.contains(role)
    let givesItBack = holder == nil && facts.history.assigned == officer.id
    guard officer.roles.contains(.leader) || takesIt || givesItBack else {
      throw Refused.roleMissing(.leader)
    }
    guard facts.history.assigned != holder else { return }
    if let holder {
      guard let row = try Officers.row(holder, in: transaction), row.agency == facts.agency,
        row.profile.roles(on: day).contains(role)
      else { throw Refused.notFound }
      guard facts.assessment?.by != holder else { throw Refused.decision(.sameOfficer) }
    }
    try record(.assigned(to: holder, by: officer.id))
  }
}

/// On whose desk a case lies, and what this officer may do about that.
func assignment(
  of facts: CaseFacts, for officer: ActingOfficer, on day: CivilDate,
  in connection: Connection
) throws -> AssignmentView {
  let holder = try facts.history.assigned.flatMap { try Officers.name(of: $0, in: connection) }
  guard let role = facts.history.state.assignee else { return AssignmentView() }
  var choices: [OfficerName] = []
  if officer.roles.contains(.leader) {
    choices = try Officers.with(role, of: facts.agency, on: day, in: connection)
      .filter { $0.id != facts.assessment?.by }.map { OfficerName($0) }
  }
  let mayTake = holder == nil && officer.roles.contains(role) && facts.assessment?.by != officer.id
  return AssignmentView(
    holder: holder.map { OfficerName($0) }, choices: choices, canTake: mayTake)
}

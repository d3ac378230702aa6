import CaseFile
import Law
package import Vocabulary
import Words

extension Desk {
  /// A leader excuses the agency for a day that is not kept, and names another one. Once a case;
  /// the person is told by mail and has the paper (Mẫu 04) on the case's page.
  package func reappoint(
    _ id: CaseID, version: Int, day: CivilDate, reason: String, by officer: ActingOfficer
  ) async throws {
    guard !reason.isEmpty else { throw Refused.reasonMissing }
    let today = surroundings.now().civilDate
    try await freshRules()
    let calendar = try office(of: officer.agency).calendar
    try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.belongs(to: officer, as: .leader)
      if step.facts.apology != nil { throw Refused.caseState(.reappointedBefore) }
      guard let due = step.facts.history.dueOn else {
        throw Refused.caseState(.outOfOrder(at: step.facts.history.state.name))
      }
      let standing = ReappointOnce.standing(
        of: day, instead: due, on: today, calendar: calendar)
      guard standing == .fits else { throw Refused.newDay(standing) }
      try step.record(.reappointed(by: officer.id, dueOn: day), payload: reason)
      try step.mail(.reappointed)
    }
  }
}

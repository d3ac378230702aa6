import Assessment
import Desk
import Portal
import Records
import Vocabulary

// Each call goes to the desk as it is.
extension OpenDesk {
  func person(_ id: CaseID, by officer: ActingOfficer) async throws -> PersonView {
    try await desk.person(id, by: officer)
  }

  func personWaits(by officer: ActingOfficer) async throws -> [PersonWait] {
    try await desk.personWaits(by: officer)
  }

  func searchPerson(_ id: CaseID, by officer: ActingOfficer) async throws {
    try await desk.searchPerson(id, by: officer)
  }

  func lookByHand(
    _ id: CaseID, for person: SoughtPerson, by officer: ActingOfficer
  ) async throws -> PersonView {
    try await desk.lookByHand(id, for: person, by: officer)
  }

  func addCandidate(
    _ id: CaseID, record: RecordID, by officer: ActingOfficer
  ) async throws {
    try await desk.addCandidate(id, record: record, by: officer)
  }

  func decideCandidate(
    _ id: CaseID, record: RecordID, edition: Int, verdict: PersonVerdict,
    reason: String, by officer: ActingOfficer
  ) async throws {
    try await desk.decideCandidate(
      id, record: record, edition: edition, verdict: verdict, reason: reason,
      by: officer)
  }

  func ruleCandidate(
    _ id: CaseID, record: RecordID, edition: Int, verdict: PersonVerdict,
    reason: String, by officer: ActingOfficer
  ) async throws {
    try await desk.ruleCandidate(
      id, record: record, edition: edition, verdict: verdict, reason: reason,
      by: officer)
  }

  func disputePerson(_ id: CaseID, words: String, of citizen: CitizenID) async throws {
    try await desk.disputePerson(id, words: words, of: citizen)
  }

  func decideDispute(
    _ id: CaseID, verdict: PersonVerdict, reason: String, answer: String,
    by officer: ActingOfficer
  ) async throws {
    try await desk.decideDispute(
      id, verdict: verdict, reason: reason, answer: answer, by: officer)
  }
}

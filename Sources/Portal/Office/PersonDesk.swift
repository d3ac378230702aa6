package import Assessment
package import Desk
package import Records
package import Vocabulary

/// What the pages on who an applicant is ask of the desk.
package protocol PersonDesk: Sendable {
  func person(_ id: CaseID, by officer: ActingOfficer) async throws -> PersonView
  func personWaits(by officer: ActingOfficer) async throws -> [PersonWait]
  func searchPerson(_ id: CaseID, by officer: ActingOfficer) async throws
  /// Looks in the register with another spelling or number. It decides nothing.
  func lookByHand(
    _ id: CaseID, for person: SoughtPerson, by officer: ActingOfficer
  ) async throws -> PersonView
  func addCandidate(
    _ id: CaseID, record: RecordID, by officer: ActingOfficer
  ) async throws
  func decideCandidate(
    _ id: CaseID, record: RecordID, edition: Int, verdict: PersonVerdict,
    reason: String, by officer: ActingOfficer
  ) async throws
  /// A leader decides between two officers who differ.
  func ruleCandidate(
    _ id: CaseID, record: RecordID, edition: Int, verdict: PersonVerdict,
    reason: String, by officer: ActingOfficer
  ) async throws
  /// "This is not me", by the holder of a certificate.
  func disputePerson(_ id: CaseID, words: String, of citizen: CitizenID) async throws
  func decideDispute(
    _ id: CaseID, verdict: PersonVerdict, reason: String, answer: String,
    by officer: ActingOfficer
  ) async throws
}

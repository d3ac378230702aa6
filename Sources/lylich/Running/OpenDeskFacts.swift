import Assessment
import Desk
import Law
import Portal
import Vocabulary

// Each call goes to the desk as it is.
extension OpenDesk {
  func conclusions(
    _ id: CaseID, of work: AssessorsWork, by officer: ActingOfficer
  ) async throws -> ConclusionsView {
    try await desk.conclusions(id, of: work, by: officer)
  }

  func clearances(
    _ list: ClearanceList, after place: ClearancePlace?, limit: Int, by officer: ActingOfficer
  ) async throws -> ClearancePage {
    try await desk.clearances(list, after: place, limit: limit, by: officer)
  }

  func saveWorksheet(
    _ id: CaseID, version: Int, work: AssessorsWork, by officer: ActingOfficer
  ) async throws {
    try await desk.saveWorksheet(id, version: version, work: work, by: officer)
  }

  func askFact(
    _ id: CaseID, version: Int, conviction: String, part: FactPart, work: AssessorsWork,
    by officer: ActingOfficer
  ) async throws {
    try await desk.askFact(
      id, version: version, conviction: conviction, part: part, work: work, by: officer)
  }

  func askFactAgain(_ id: CaseID, inquiry: InquiryID, by officer: ActingOfficer) async throws {
    try await desk.askFactAgain(id, inquiry: inquiry, by: officer)
  }

  func fileFact(
    _ id: CaseID, version: Int, fact: FiledFact, by officer: ActingOfficer
  ) async throws {
    try await desk.fileFact(id, version: version, fact: fact, by: officer)
  }

  func takeFact(
    _ id: CaseID, version: Int, inquiry: InquiryID, work: AssessorsWork,
    by officer: ActingOfficer
  ) async throws {
    try await desk.takeFact(id, version: version, inquiry: inquiry, work: work, by: officer)
  }
}

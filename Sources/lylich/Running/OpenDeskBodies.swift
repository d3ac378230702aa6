import Assessment
import Desk
import Law
import Portal
import Records
import Vocabulary

// Each call goes to the desk as it is.
extension OpenDesk {
  func bodyRequests(
    after key: BodyRequestKey?, by officer: ActingOfficer
  ) async throws -> BodyRequestList {
    try await desk.bodyRequests(after: key, by: officer)
  }

  func bodyRequest(
    _ id: BodyRequestID, by officer: ActingOfficer
  ) async throws -> BodyRequestView {
    try await desk.bodyRequest(id, by: officer)
  }

  func keepBodyRequest(
    _ typed: [String: String], by officer: ActingOfficer
  ) async throws -> BodyRequestID {
    try await desk.keepBodyRequest(typed, by: officer)
  }

  func bodyLetterCame(
    _ id: BodyRequestID, version: Int, letter: BodyLetter, by officer: ActingOfficer
  ) async throws {
    try await desk.bodyLetterCame(id, version: version, letter: letter, by: officer)
  }

  func refuseBodyRequest(
    _ id: BodyRequestID, version: Int, ground: RefusalGround, words: String,
    by officer: ActingOfficer
  ) async throws {
    try await desk.refuseBodyRequest(
      id, version: version, ground: ground, words: words, by: officer)
  }

  func bodyRefusalLetter(
    _ id: BodyRequestID, by officer: ActingOfficer
  ) async throws -> [UInt8] {
    try await desk.bodyRefusalLetter(id, by: officer)
  }

  func searchForBody(
    _ id: BodyRequestID, by officer: ActingOfficer
  ) async throws -> BodySearchView {
    try await desk.searchForBody(id, by: officer)
  }

  func findForBody(
    _ id: BodyRequestID, version: Int, verdicts: [RecordID: PersonVerdict], reason: String,
    by officer: ActingOfficer
  ) async throws {
    try await desk.findForBody(
      id, version: version, verdicts: verdicts, reason: reason, by: officer)
  }

  func sendBackForBody(
    _ id: BodyRequestID, version: Int, reason: String, by officer: ActingOfficer
  ) async throws {
    try await desk.sendBackForBody(id, version: version, reason: reason, by: officer)
  }

  func answerBody(
    _ id: BodyRequestID, version: Int, reference: String, by officer: ActingOfficer
  ) async throws {
    try await desk.answerBody(id, version: version, reference: reference, by: officer)
  }

  func bodyAnswer(_ id: BodyRequestID, by officer: ActingOfficer) async throws -> [UInt8] {
    try await desk.bodyAnswer(id, by: officer)
  }
}

package import Assessment
package import Desk
package import Law
package import Records
package import Vocabulary

/// What the pages of bodies' requests ask of the desk.
package protocol BodyRequestsDesk: Sendable {
  func bodyRequests(
    after key: BodyRequestKey?, by officer: ActingOfficer
  ) async throws -> BodyRequestList
  func bodyRequest(
    _ id: BodyRequestID, by officer: ActingOfficer
  ) async throws -> BodyRequestView
  func keepBodyRequest(
    _ typed: [String: String], by officer: ActingOfficer
  ) async throws -> BodyRequestID
  func bodyLetterCame(
    _ id: BodyRequestID, version: Int, letter: BodyLetter, by officer: ActingOfficer
  ) async throws
  func refuseBodyRequest(
    _ id: BodyRequestID, version: Int, ground: RefusalGround, words: String,
    by officer: ActingOfficer
  ) async throws
  func bodyRefusalLetter(_ id: BodyRequestID, by officer: ActingOfficer) async throws -> [UInt8]
  func searchForBody(
    _ id: BodyRequestID, by officer: ActingOfficer
  ) async throws -> BodySearchView
  func findForBody(
    _ id: BodyRequestID, version: Int, verdicts: [RecordID: PersonVerdict], reason: String,
    by officer: ActingOfficer
  ) async throws
  func sendBackForBody(
    _ id: BodyRequestID, version: Int, reason: String, by officer: ActingOfficer
  ) async throws
  func answerBody(
    _ id: BodyRequestID, version: Int, reference: String, by officer: ActingOfficer
  ) async throws
  func bodyAnswer(_ id: BodyRequestID, by officer: ActingOfficer) async throws -> [UInt8]
}

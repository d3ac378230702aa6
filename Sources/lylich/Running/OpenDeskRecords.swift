import Desk
import Portal
import Records
import Vocabulary

extension OpenDesk {
  func findRecords(
    _ query: RecordQuery, by officer: ActingOfficer
  ) async throws -> FoundRecords {
    try await desk.findRecords(query, by: officer)
  }

  func record(
    _ id: RecordID, asOf day: CivilDate?, look: RecordLook, by officer: ActingOfficer
  ) async throws -> RecordView {
    try await desk.record(id, asOf: day, look: look, by: officer)
  }

  func enterDocument(
    _ bytes: [UInt8], attachment: RecordAttachment, by officer: ActingOfficer
  ) async throws -> RecordID {
    try await desk.enterDocument(bytes, attachment: attachment, by: officer)
  }

  func recordQuestions(by officer: ActingOfficer) async throws -> [RecordQuestionView] {
    try await desk.recordQuestions(by: officer)
  }

  func answerQuestion(
    _ id: Int64, _ verdict: QuestionAnswer.Verdict, reason: String, by officer: ActingOfficer
  ) async throws {
    try await desk.answerQuestion(id, verdict, reason: reason, by: officer)
  }

  func lateSuppliers(by officer: ActingOfficer) async throws -> LateSuppliersView {
    try await desk.lateSuppliers(by: officer)
  }
}

extension OpenDesk {
  func recordPairs(by officer: ActingOfficer) async throws -> RecordPairsView {
    try await desk.recordPairs(by: officer)
  }

  func proposeMove(
    _ wish: RecordMoveWish, reason: String, by officer: ActingOfficer
  ) async throws -> Int64 {
    try await desk.proposeMove(wish, reason: reason, by: officer)
  }

  func confirmMove(_ id: Int64, by officer: ActingOfficer) async throws -> RecordID {
    try await desk.confirmMove(id, by: officer)
  }

  func declineMove(_ id: Int64, reason: String, by officer: ActingOfficer) async throws {
    try await desk.declineMove(id, reason: reason, by: officer)
  }

  func declinePair(
    _ low: RecordID, _ high: RecordID, reason: String, by officer: ActingOfficer
  ) async throws {
    try await desk.declinePair(low, high, reason: reason, by: officer)
  }
}

import Desk
import Portal
import Records
import Vocabulary

extension OpenDesk {
  func findRecords(
    _ query: RecordQuery, by officer: ActingOfficer
  ) async throws -> [RecordLine] {
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

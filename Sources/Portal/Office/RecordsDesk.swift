package import Desk
package import Records
package import Vocabulary

/// What the pages on judicial records ask of the desk.
///
/// Besides `Refused` and `Fault` the calls throw `RecordRefused`, which the officer can mend.
package protocol RecordsDesk: Sendable {
  func findRecords(_ query: RecordQuery, by officer: ActingOfficer) async throws -> FoundRecords
  func record(
    _ id: RecordID, asOf day: CivilDate?, look: RecordLook, by officer: ActingOfficer
  ) async throws -> RecordView
  func enterDocument(
    _ bytes: [UInt8], attachment: RecordAttachment, by officer: ActingOfficer
  ) async throws -> RecordID
  func recordQuestions(by officer: ActingOfficer) async throws -> [RecordQuestionView]
  func answerQuestion(
    _ id: Int64, _ verdict: QuestionAnswer.Verdict, reason: String, by officer: ActingOfficer
  ) async throws
  func lateSuppliers(by officer: ActingOfficer) async throws -> LateSuppliersView
  func recordPairs(by officer: ActingOfficer) async throws -> RecordPairsView
  /// Returns the move's number.
  func proposeMove(
    _ wish: RecordMoveWish, reason: String, by officer: ActingOfficer
  ) async throws -> Int64
  /// Returns the record that holds the documents now.
  func confirmMove(_ id: Int64, by officer: ActingOfficer) async throws -> RecordID
  func declineMove(_ id: Int64, reason: String, by officer: ActingOfficer) async throws
  func declinePair(
    _ low: RecordID, _ high: RecordID, reason: String, by officer: ActingOfficer
  ) async throws
}

@testable import Desk
import Law
import Records
import Vocabulary

extension SampleDesk {
  func findRecords(_ query: RecordQuery, by officer: ActingOfficer) async throws -> [RecordLine] {
    [RecordLine(id: RecordID(7), name: "Nguyễn Văn Mẫu", born: .year(1990))]
  }

  func record(
    _ id: RecordID, asOf day: CivilDate?, look: RecordLook, by officer: ActingOfficer
  ) async throws -> RecordView {
    guard !look.reason.isEmpty || !look.caseNumber.isEmpty else {
      throw RecordRefused.lookReasonMissing
    }
    return RecordView(
      record: RecordFold.record(id, of: officer.agency, documents: []), questions: [],
      officers: [:])
  }

  func enterDocument(
    _ bytes: [UInt8], attachment: RecordAttachment, by officer: ActingOfficer
  ) async throws -> RecordID {
    do {
      _ = try DocumentReader.read(bytes, today: CivilDate(2026, 11, 21))
    } catch {
      throw RecordRefused.document(error)
    }
    return RecordID(7)
  }

  func recordQuestions(by officer: ActingOfficer) async throws -> [RecordQuestionView] { [] }

  func answerQuestion(
    _ id: Int64, _ verdict: QuestionAnswer.Verdict, reason: String, by officer: ActingOfficer
  ) async throws {}

  func lateSuppliers(by officer: ActingOfficer) async throws -> LateSuppliersView {
    LateSuppliersView(issuers: [], worst: [])
  }
}

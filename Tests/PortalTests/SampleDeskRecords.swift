@testable import Desk
import Law
import Records
import Vocabulary

extension SampleDesk {
  func findRecords(_ query: RecordQuery, by officer: ActingOfficer) async throws -> FoundRecords {
    FoundRecords(
      lines: [RecordLine(id: RecordID(7), name: "Nguyễn Văn Mẫu", born: .year(1990))],
      isPart: query.name == "Nguyễn")
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
    LateSuppliersView(
      issuers: [], worst: [],
      term: try LawBook.bundled().edition(knowing: 0).supplyTerm(on: Sample.now.civilDate))
  }
}

extension SampleDesk {
  func recordPairs(by officer: ActingOfficer) async throws -> RecordPairsView {
    func side(_ id: Int64) -> JudicialRecord {
      RecordFold.record(RecordID(id), of: officer.agency, documents: [])
    }
    let pair = RecordPair(
      low: RecordID(7), high: RecordID(9), weight: 1250,
      foundAt: Instant(CivilDate(2026, 11, 21), hour: 9, minute: 0))
    return RecordPairsView(
      waiting: [], pairs: [RecordPairView(pair: pair, low: side(7), high: side(9))])
  }

  func proposeMove(
    _ wish: RecordMoveWish, reason: String, by officer: ActingOfficer
  ) async throws -> Int64 {
    guard !reason.isEmpty else { throw RecordRefused.move(.reasonMissing) }
    return 1
  }

  func confirmMove(_ id: Int64, by officer: ActingOfficer) async throws -> RecordID {
    throw RecordRefused.move(.sameOfficer)
  }

  func declineMove(_ id: Int64, reason: String, by officer: ActingOfficer) async throws {}

  func declinePair(
    _ low: RecordID, _ high: RecordID, reason: String, by officer: ActingOfficer
  ) async throws {}
}

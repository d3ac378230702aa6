import Assessment
import CaseFile
@testable import Desk
import Intake
import Law
import Records
import Vocabulary

@testable import Portal

/// Invented requests of invented bodies about invented people.
extension SampleDesk {
  func bodyRequests(
    after key: BodyRequestKey?, by officer: ActingOfficer
  ) async throws -> BodyRequestList {
    BodyRequestList(
      open: [Sample.bodyLine(.received), Sample.bodyLine(.found)],
      next: BodyRequestKey(dueAt: Sample.now, id: Sample.bodyID),
      withoutLetter: [Sample.bodyLine(.received)],
      closed: [Sample.bodyLine(.answered), Sample.bodyLine(.refused)])
  }

  func bodyRequest(
    _ id: BodyRequestID, by officer: ActingOfficer
  ) async throws -> BodyRequestView {
    BodyRequestView(
      line: Sample.bodyLine(.found), version: 3,
      typed: [
        "body.kind": "procedural", "body.name": "Tòa án <b>Mẫu</b>",
        "letter.urgency": "urgent", "subject.name": "Nguyễn Văn Mẫu",
        "subject.birthDate": "1990", "subject.paper": "092090123456",
        "request.kind": "number2", "request.purpose": "proceedings",
      ],
      letter: BodyLetter(number: "12/CSĐT", on: CivilDate(2026, 11, 20)),
      refusal: BodyRefusal(ground: .notEntitled, words: "Không thuộc <i>Điều 7</i>."),
      finding: BodyFinding(
        candidates: [.init(record: RecordID(7), verdict: .same)], entries: 12,
        reason: "Cùng số."),
      finder: "Phạm Văn Thụ Lý", sentBack: "Xem lại số.", answer: "12/CV", hasData: true,
      history: ["received", "letterCame", "found", "sentBack", "answered", "refused", "looked"]
        .map { OfficeHistoryLine(at: Sample.now, event: $0, actor: "officer:0ff1cer") },
      form: officer.roles.contains(.leader) ? .paper : .data,
      can: Set(BodyRequestView.Act.allCases))
  }

  func keepBodyRequest(
    _ typed: [String: String], by officer: ActingOfficer
  ) async throws -> BodyRequestID {
    guard !(typed["body.name"] ?? "").isEmpty else {
      throw Refused.bodyLacking([BodyLack(at: .bodyName, .missing)])
    }
    return Sample.bodyID
  }

  func bodyLetterCame(
    _ id: BodyRequestID, version: Int, letter: BodyLetter, by officer: ActingOfficer
  ) async throws { try act() }

  func refuseBodyRequest(
    _ id: BodyRequestID, version: Int, ground: RefusalGround, words: String,
    by officer: ActingOfficer
  ) async throws { try act() }

  func bodyRefusalLetter(
    _ id: BodyRequestID, by officer: ActingOfficer
  ) async throws -> [UInt8] { Array("%PDF-1.4 refusal".utf8) }

  func searchForBody(
    _ id: BodyRequestID, by officer: ActingOfficer
  ) async throws -> BodySearchView {
    BodySearchView(
      candidates: [
        .init(record: RecordID(7), name: "Nguyễn Văn <b>Mẫu</b>", born: "1990", judgments: 1)
      ], entries: 12, isCapped: true)
  }

  func findForBody(
    _ id: BodyRequestID, version: Int, verdicts: [RecordID: PersonVerdict], reason: String,
    by officer: ActingOfficer
  ) async throws { try act() }

  func sendBackForBody(
    _ id: BodyRequestID, version: Int, reason: String, by officer: ActingOfficer
  ) async throws { try act() }

  func answerBody(
    _ id: BodyRequestID, version: Int, reference: String, by officer: ActingOfficer
  ) async throws { try act() }

  func bodyAnswer(_ id: BodyRequestID, by officer: ActingOfficer) async throws -> [UInt8] {
    Array("{}".utf8)
  }
}

extension Sample {
  static let bodyID: BodyRequestID = id("b0dy000000000000000000001a")

  static func bodyLine(_ state: BodyRequestState) -> BodyRequestLine {
    BodyRequestLine(
      id: bodyID, number: "stp-cantho/YC-261121-0001", bodyName: "Tòa án <b>Mẫu</b>",
      kind: .number2, urgency: .urgent, state: state, receivedAt: now, dueAt: now,
      isLate: state == .received, letterDue: CivilDate(2026, 11, 24),
      isLetterLate: state == .received)
  }
}

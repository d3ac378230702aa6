import Assessment
import CaseFile
import Intake
import Law
import Records
import Store
import Testing
import Vocabulary

@testable import Desk

/// Law 107/2025/QH15; Law 28/2009/QH12, Articles 42 and 43.
@Suite("The data that answers a body states what its certificate would")
struct BodyAnswerTests {
  private static func answer(
    _ kind: CertificateKind, _ documents: [SupplierDocument],
    asked: BanConfirmation = .notRequested, followedBy letter: BodyLetter? = nil
  ) throws -> BodyAnswer {
    let profile = try #require(try Profiles.named("cahanoi-2026"))
    let book = try LawBook.bundled().edition(knowing: 0)
    let rules = try profile.rules(on: FullRecord.day)
    let isUrgent = letter != nil
    let typed = [
      "body.kind": kind == .number2 ? "procedural" : "state", "body.name": "Cơ quan Mẫu",
      "letter.urgency": isUrgent ? "urgent" : "ordinary",
      "letter.number": isUrgent ? "" : "12/CSĐT", "letter.on": isUrgent ? "" : "20/11/2026",
      "subject.name": "Nguyễn Văn Mẫu", "subject.birthDate": "31/01/1990",
      "subject.paper": "092090000001", "request.kind": kind.rawValue,
      "request.banConfirmation": asked.rawValue,
      "request.purpose": kind == .number2 ? "proceedings" : "personnel",
    ]
    let reading = readBodyRequest(
      typed, receivedAt: FullRecord.now, rules: rules, calendar: book.calendar(of: profile))
    guard case .request(let request, _, _) = reading else { throw FullRecord.Unfinished() }
    let row = BodyRequestRow(
      id: try #require(BodyRequestID(padded(1, to: 26))), agency: DeskDatabase.agency,
      number: "YC-1", body: "state", bodyName: "Cơ quan Mẫu", kind: kind.rawValue,
      urgency: "ordinary", state: .found, receivedAt: FullRecord.now, dueAt: FullRecord.now,
      letterDue: nil, letterAt: nil, receivedBy: try #require(OfficerID(padded(1, to: 26))))
    return try BodyAnswer(
      row, request, letter: letter, HeldRecord(FullRecord.record(of: documents)), by: rules,
      at: FullRecord.now)
  }

  /// The ban's decision without a day, until a day.
  private static func undated(until: CivilDate?) -> SupplierDocument {
    var ban = FullRecord.ban
    ban.until = until
    var document = FullRecord.bankruptcy(ban, number: "6/QĐ-TBPS")
    document.issuedOn = nil
    return document
  }

  @Test func `number 2 states a ban that binds, of whom nothing else is recorded too`() throws {
    let answer = try Self.answer(.number2, FullRecord.bans)
    #expect(answer.criminalRecord == "none" && answer.judgments.isEmpty && answer.bans == "ban")
    #expect(
      answer.ban
        == BodyAnswer.BanLine(
          decisionNumber: "5/2024/QĐ-TBPS", decidedOn: "2024-03-10",
          court: "Tòa án nhân dân thành phố Mẫu", office: "Giám đốc", term: "03 năm",
          until: "2027-03-10"))
    let everything = try Self.answer(
      .number2, FullRecord.cleared + FullRecord.uncleared + FullRecord.bans)
    #expect(everything.judgments.count == 2 && everything.ban == answer.ban)
  }

  @Test func `number 1 states it to whom asks for it`() throws {
    let silent = try Self.answer(.number1, FullRecord.bans)
    #expect(silent.bans == "notStated" && silent.ban == nil)
    let asked = try Self.answer(.number1, FullRecord.bans, asked: .requested)
    #expect(asked.bans == "ban" && asked.ban?.until == "2027-03-10")
    #expect(try Self.answer(.number1, [], asked: .requested).bans == "none")
  }

  @Test func `what is over binds nobody`() throws {
    var ban = FullRecord.ban
    ban.until = FullRecord.day.adding(days: -1)
    let over = FullRecord.bankruptcy(ban, number: "5/2024/QĐ-TBPS")
    for documents in [[over], []] {
      let answer = try Self.answer(.number2, documents)
      #expect(answer.bans == "none" && answer.ban == nil)
    }
  }

  @Test(arguments: [nil, FullRecord.day])
  func `a ban that no document dates and that may bind is not left out in silence`(
    until: CivilDate?
  ) throws {
    for documents in [[Self.undated(until: until)], FullRecord.bans + [Self.undated(until: until)]]
    {
      #expect(throws: Refused.bodyUnsettled) { try Self.answer(.number2, documents) }
      #expect(try Self.answer(.number1, documents).ban == nil)
      #expect(throws: Refused.bodyUnsettled) {
        try Self.answer(.number1, documents, asked: .requested)
      }
    }
    let over = Self.undated(until: FullRecord.day.adding(days: -1))
    #expect(try Self.answer(.number2, [over]).ban == nil)
  }

  @Test func `the letter that followed an urgent request is named`() throws {
    let letter = BodyLetter(number: "13/CSĐT", on: FullRecord.day)
    #expect(try Self.answer(.number2, [], followedBy: letter).letter == "13/CSĐT")
    #expect(try Self.answer(.number2, []).letter == "12/CSĐT")
  }
}

import Law
import Records
import Vocabulary

/// Invented documents of one invented person.
enum RecordSample {
  static let agency: AgencyID = {
    guard let id = AgencyID("stp-mau") else { preconditionFailure("stp-mau is a code") }
    return id
  }()
  static let person = DocumentPerson(
    name: "Nguyễn Văn Mẫu", born: .day(CivilDate(1990, 3, 12)), sex: .male,
    numbers: ["092090000001"])
  static let court = "Tòa án nhân dân quận Mẫu"
  static let reference = JudgmentReference(
    number: "47/2023/HS-ST", court: court, pronouncedOn: CivilDate(2023, 5, 16))
  static let officer: OfficerID = {
    guard let id = OfficerID(String(repeating: "a", count: 26)) else {
      preconditionFailure("26 letters are an id")
    }
    return id
  }()

  static func extract(
    kind: DocumentKind = .firstInstanceJudgment, months: Int = 9,
    on day: CivilDate = CivilDate(2023, 5, 16), effectiveOn: CivilDate? = CivilDate(2023, 6, 16),
    person: DocumentPerson = person, obligations: [ExtractedObligation]? = [courtFee],
    committedOn: CivilDate? = CivilDate(2023, 1, 5)
  ) -> SupplierDocument {
    SupplierDocument(
      kind: kind, issuer: court, number: "47/2023/HS-ST", issuedOn: day,
      effectiveOn: effectiveOn, receivedOn: CivilDate(2023, 6, 20), person: person,
      content: .judgment(
        JudgmentExtract(
          number: "47/2023/HS-ST", court: court, pronouncedOn: day,
          offences: [
            ExtractedOffence(
              words: "Trộm cắp tài sản", code: .code2015, article: 173, clause: 1,
              gravity: .lessSerious, fault: .intentional, committedOn: committedOn)
          ],
          principal: ExtractedPrincipal(
            kind: .imprisonment, months: months, words: "\(months) tháng tù"),
          supplementary: [], obligations: obligations)))
  }

  static let courtFee = ExtractedObligation(
    kind: .courtFee, words: "200.000 đồng án phí hình sự sơ thẩm")

  static func release(
    on day: CivilDate = CivilDate(2024, 2, 20), number: String = "15/GCN",
    of reference: JudgmentReference = reference
  ) -> SupplierDocument {
    SupplierDocument(
      kind: .prisonRelease, issuer: "Trại giam Mẫu", number: number, issuedOn: day,
      receivedOn: CivilDate(2024, 3, 1), person: person,
      content: .execution(
        of: [reference], parts: [ExecutedPart(part: .principal, state: .on(day))]))
  }

  static func feePaid(_ state: Completion, on day: CivilDate) -> SupplierDocument {
    SupplierDocument(
      kind: .civilEnforcementResult, issuer: "Chi cục Thi hành án dân sự quận Mẫu",
      number: "9/KQ-\(day.iso)", issuedOn: day, receivedOn: day.adding(days: 2), person: person,
      content: .execution(
        of: [reference], parts: [ExecutedPart(part: .obligation(.courtFee), state: state)]))
  }

  /// Files documents in this order, one a day from 1 January 2025.
  static func filed(_ documents: [SupplierDocument]) -> [FiledDocument] {
    documents.enumerated().map { index, document in
      FiledDocument(
        id: DocumentID(Int64(index + 1)), document: document, filedAt: moment(index),
        source: .hand(officer), supersedes: nil)
    }
  }

  static func moment(_ day: Int) -> Instant {
    Instant(CivilDate(2025, 1, 1).adding(days: day), hour: 9, minute: 0)
  }

  static func record(
    _ documents: [SupplierDocument], answers: [QuestionAnswer] = [], asOf: Instant? = nil
  ) -> JudicialRecord {
    RecordFold.record(
      RecordID(1), of: agency, documents: filed(documents), answers: answers, asOf: asOf)
  }
}

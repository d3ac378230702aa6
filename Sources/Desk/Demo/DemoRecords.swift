import CaseFile
import Law
import Records
package import Store
package import Vocabulary

/// The judicial records of people of the demo's cast. Two, so that one can see the rules conclude:
/// one lacks the receipt of money that decides, the other has a complicated history. Three under
/// another spelling, so that officers have somebody to look at: one is the applicant's, one is a
/// namesake's, and one may be either.
package enum DemoRecords {
  /// Files the documents that are not there yet. Running it twice changes nothing.
  package static func plant(
    of agency: AgencyID, in database: Database, at now: Instant
  ) async throws {
    let incoming = documents.map {
      IncomingDocument($0, bytes: DocumentWriter.bytes(of: $0))
    }
    try await database.write { transaction in
      _ = try RecordFiling.file(
        incoming, of: agency, source: .planted, by: .system("demo"), at: now, in: transaction)
    }
  }

  private static let hung = DocumentPerson(
    name: "Trần Văn Hùng", born: .day(CivilDate(1985, 11, 2)), numbers: ["092085001364"])
  private static let phong = DocumentPerson(
    name: "Lâm Hoài Phong", born: .day(CivilDate(1975, 1, 19)), numbers: ["092075003806"])

  private static let theft = JudgmentReference(
    number: "47/2023/HS-ST", court: "Tòa án nhân dân quận Ninh Kiều, thành phố Cần Thơ",
    pronouncedOn: CivilDate(2023, 5, 16))
  private static let fraud = JudgmentReference(
    number: "63/2009/HSST", court: "Tòa án nhân dân thành phố Cần Thơ",
    pronouncedOn: CivilDate(2009, 7, 28))
  private static let accident = JudgmentReference(
    number: "21/2022/HS-ST", court: "Tòa án nhân dân quận Ô Môn, thành phố Cần Thơ",
    pronouncedOn: CivilDate(2022, 2, 24))

  /// Typed without marks, day and month exchanged, an old number that nobody else knows.
  private static let nhung = DocumentPerson(
    name: "Le Thi Hong Nhung", born: .year(1988), sex: .female, numbers: [],
    father: "Lê Văn Tài", mother: "Huỳnh Thị Nga", birthPlace: "quận Cái Răng, thành phố Cần Thơ")
  private static let ngan = DocumentPerson(
    name: "Võ Kim Ngân", born: .day(CivilDate(1993, 1, 12)), sex: .female, numbers: [],
    father: "Võ Văn Kiên", mother: "Cao Thị Liễu", birthPlace: "tỉnh Cần Thơ")
  /// Of the same name, born in the same year, and not the applicant.
  private static let nam = DocumentPerson(
    name: "Nguyễn Văn Nam", born: .year(1983), sex: .male, numbers: [],
    father: "Nguyễn Văn Thắng", mother: "", birthPlace: "thành phố Hà Nội")

  private static let gambling = JudgmentReference(
    number: "112/2014/HSST", court: "Tòa án nhân dân quận Cái Răng, thành phố Cần Thơ",
    pronouncedOn: CivilDate(2014, 9, 23))
  private static let snatching = JudgmentReference(
    number: "30/2013/HSST", court: "Tòa án nhân dân huyện Thới Lai, thành phố Cần Thơ",
    pronouncedOn: CivilDate(2013, 6, 12))
  private static let fighting = JudgmentReference(
    number: "88/2011/HSST", court: "Tòa án nhân dân quận Ninh Kiều, thành phố Cần Thơ",
    pronouncedOn: CivilDate(2011, 4, 5))

  private static let documents = [
    fine(gambling, of: nhung, article: 248, "Đánh bạc", on: CivilDate(2014, 5, 2)),
    fine(snatching, of: ngan, article: 104, "Cố ý gây thương tích", on: CivilDate(2013, 2, 8)),
    fine(fighting, of: nam, article: 245, "Gây rối trật tự công cộng", on: CivilDate(2011, 1, 9)),
    extract(
      theft, of: hung, effectiveOn: CivilDate(2023, 6, 16),
      offence: ExtractedOffence(
        words: "Trộm cắp tài sản", code: .code2015, article: 173, clause: 1,
        gravity: .lessSerious, fault: .intentional, committedOn: CivilDate(2023, 1, 8)),
      principal: ExtractedPrincipal(kind: .imprisonment, months: 9, words: "09 tháng tù"),
      supplementary: [],
      obligations: [
        ExtractedObligation(
          kind: .compensation, words: "Bồi thường 6.500.000 đồng cho người bị hại"),
        ExtractedObligation(kind: .courtFee, words: "200.000 đồng án phí hình sự sơ thẩm"),
      ]),
    execution(
      .prisonRelease, "15/GCN-2024", by: "Trại giam Mẫu", on: CivilDate(2024, 2, 20),
      of: theft, hung, [ExecutedPart(part: .principal, state: .on(CivilDate(2024, 2, 20)))]),
    execution(
      .civilEnforcementResult, "88/XN-THADS", by: "Chi cục Thi hành án dân sự quận Ninh Kiều",
      on: CivilDate(2024, 3, 4), of: theft, hung,
      [ExecutedPart(part: .obligation(.compensation), state: .on(CivilDate(2024, 3, 1)))]),
    extract(
      fraud, of: phong, effectiveOn: CivilDate(2009, 8, 28),
      offence: ExtractedOffence(
        words: "Lừa đảo chiếm đoạt tài sản", code: .code1999, article: 139, clause: 2,
        gravity: .serious, fault: .intentional, committedOn: CivilDate(2009, 2, 11)),
      principal: ExtractedPrincipal(kind: .imprisonment, months: 36, words: "03 năm tù"),
      supplementary: [ExtractedSupplementary(kind: .fine, words: "Phạt tiền 5.000.000 đồng")],
      obligations: [
        ExtractedObligation(kind: .compensation, words: "Hoàn trả 42.000.000 đồng"),
        ExtractedObligation(kind: .courtFee, words: "200.000 đồng và 2.100.000 đồng"),
      ]),
    execution(
      .prisonRelease, "7/GCN-2012", by: "Trại giam Mẫu", on: CivilDate(2012, 4, 30),
      of: fraud, phong, [ExecutedPart(part: .principal, state: .on(CivilDate(2012, 4, 30)))]),
    execution(
      .civilEnforcementResult, "120/XN-THADS", by: "Cục Thi hành án dân sự thành phố Cần Thơ",
      on: CivilDate(2013, 6, 20), of: fraud, phong,
      [
        ExecutedPart(part: .supplementary(.fine), state: .on(CivilDate(2013, 6, 18))),
        ExecutedPart(part: .obligation(.compensation), state: .on(CivilDate(2013, 6, 18))),
      ]),
    extract(
      accident, of: phong, effectiveOn: CivilDate(2022, 3, 24),
      offence: ExtractedOffence(
        words: "Vi phạm quy định về tham gia giao thông đường bộ", code: .code2015, article: 260,
        clause: 1, gravity: .serious, fault: .negligent, committedOn: CivilDate(2021, 9, 3)),
      principal: ExtractedPrincipal(
        kind: .suspendedImprisonment, months: 24, probationMonths: 42,
        words: "02 năm tù, cho hưởng án treo, thời gian thử thách 03 năm 06 tháng"),
      supplementary: [
        ExtractedSupplementary(kind: .practiceBan, words: "Cấm hành nghề lái xe 01 năm")
      ],
      obligations: [
        ExtractedObligation(kind: .compensation, words: "Bồi thường 85.000.000 đồng"),
        ExtractedObligation(kind: .courtFee, words: "200.000 đồng và 4.250.000 đồng"),
      ]),
  ]

  /// A small judgment of the code of 1999: a fine, and the court's fee.
  private static func fine(
    _ judgment: JudgmentReference, of person: DocumentPerson, article: Int, _ words: String,
    on day: CivilDate
  ) -> SupplierDocument {
    extract(
      judgment, of: person, effectiveOn: judgment.pronouncedOn?.adding(days: 30) ?? day,
      offence: ExtractedOffence(
        words: words, code: .code1999, article: article, clause: 1, gravity: .lessSerious,
        fault: .intentional, committedOn: day),
      principal: ExtractedPrincipal(kind: .fine, words: "Phạt tiền 10.000.000 đồng"),
      supplementary: [],
      obligations: [ExtractedObligation(kind: .courtFee, words: "200.000 đồng")])
  }

  private static func extract(
    _ judgment: JudgmentReference, of person: DocumentPerson, effectiveOn: CivilDate,
    offence: ExtractedOffence, principal: ExtractedPrincipal,
    supplementary: [ExtractedSupplementary], obligations: [ExtractedObligation]
  ) -> SupplierDocument {
    SupplierDocument(
      kind: .firstInstanceJudgment, issuer: judgment.court, number: judgment.number,
      issuedOn: judgment.pronouncedOn, effectiveOn: effectiveOn,
      receivedOn: effectiveOn.adding(days: 5), person: person,
      content: .judgment(
        JudgmentExtract(
          number: judgment.number, court: judgment.court, pronouncedOn: judgment.pronouncedOn,
          offences: [offence], principal: principal, supplementary: supplementary,
          obligations: obligations)))
  }

  private static func execution(
    _ kind: DocumentKind, _ number: String, by issuer: String, on day: CivilDate,
    of judgment: JudgmentReference, _ person: DocumentPerson, _ parts: [ExecutedPart]
  ) -> SupplierDocument {
    SupplierDocument(
      kind: kind, issuer: issuer, number: number, issuedOn: day,
      receivedOn: day.adding(days: 5), person: person,
      content: .execution(of: [judgment], parts: parts))
  }
}

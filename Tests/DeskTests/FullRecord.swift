import Assessment
import CaseFile
import Decision
import Intake
import Issuance
import Law
import Records
import Vocabulary

@testable import Desk

/// An invented person whose record holds everything that a record can hold, on a case whose other
/// papers speak of everything that no record holds.
enum FullRecord {
  static let day = CivilDate(2026, 11, 21)
  static let now = Instant(day, hour: 9, minute: 30)

  /// What no certificate may ever print, wherever on the case it stands.
  static let pending = "bị khởi tố về tội Cố ý gây thương tích"
  static let sanction = "xử phạt vi phạm hành chính về hành vi đánh bạc"
  static let grounds = "theo trích lục bản án và giấy chứng nhận"

  static let person = DocumentPerson(
    name: "Nguyễn Văn Mẫu", born: .day(CivilDate(1990, 1, 31)), sex: .male,
    numbers: ["092090000001"], father: "Nguyễn Văn Cha", mother: "Trần Thị Mẹ",
    spouse: "Lê Thị Vợ")

  /// Theft: everything done, cleared by law from 2022-06-02.
  static let theft = JudgmentReference(
    number: "11/2018/HS-ST", court: "Tòa án nhân dân quận Mẫu",
    pronouncedOn: CivilDate(2018, 3, 20))
  /// Fraud: prison ended in 2025, the fee is not paid; not cleared.
  static let fraud = JudgmentReference(
    number: "22/2024/HS-ST", court: "Tòa án nhân dân huyện Mẫu",
    pronouncedOn: CivilDate(2024, 5, 10))
  static let ban = BankruptcyBan(
    court: "Tòa án nhân dân thành phố Mẫu", office: "Giám đốc", term: "03 năm",
    until: CivilDate(2027, 3, 10))

  static let cleared: [SupplierDocument] = [
    extract(
      theft, "Trộm cắp tài sản", article: 173, months: 24, committedOn: CivilDate(2018, 1, 2),
      fee: "200.000 đồng án phí"),
    execution(.prisonRelease, theft, .principal, .on(CivilDate(2020, 6, 1)), number: "1/GCN"),
    execution(
      .civilEnforcementResult, theft, .obligation(.courtFee), .on(CivilDate(2020, 5, 1)),
      number: "2/KQ"),
  ]
  static let uncleared: [SupplierDocument] = [
    extract(
      fraud, "Lừa đảo chiếm đoạt tài sản", article: 174, months: 9,
      committedOn: CivilDate(2024, 1, 5), fee: "300.000 đồng án phí"),
    execution(.prisonRelease, fraud, .principal, .on(CivilDate(2025, 2, 20)), number: "3/GCN"),
    execution(
      .civilEnforcementResult, fraud, .obligation(.courtFee), .no, number: "4/KQ"),
  ]
  static let bans: [SupplierDocument] = [bankruptcy(ban, number: "5/2024/QĐ-TBPS")]

  static func bankruptcy(_ ban: BankruptcyBan, number: String) -> SupplierDocument {
    SupplierDocument(
      kind: .bankruptcyDecision, issuer: ban.court, number: number,
      issuedOn: CivilDate(2024, 3, 10), receivedOn: CivilDate(2024, 3, 15), person: person,
      content: .ban(ban))
  }

  private static func extract(
    _ reference: JudgmentReference, _ words: String, article: Int, months: Int,
    committedOn: CivilDate, fee: String
  ) -> SupplierDocument {
    let day = reference.pronouncedOn ?? day
    return SupplierDocument(
      kind: .firstInstanceJudgment, issuer: reference.court, number: reference.number,
      issuedOn: day, effectiveOn: day.adding(days: 31), receivedOn: day.adding(days: 35),
      person: person,
      content: .judgment(
        JudgmentExtract(
          number: reference.number, court: reference.court, pronouncedOn: day,
          offences: [
            ExtractedOffence(
              words: words, code: .code2015, article: article, clause: 1, gravity: .lessSerious,
              fault: .intentional, committedOn: committedOn)
          ],
          principal: ExtractedPrincipal(
            kind: .imprisonment, months: months, words: "\(months) tháng tù"),
          supplementary: [], obligations: [ExtractedObligation(kind: .courtFee, words: fee)])))
  }

  private static func execution(
    _ kind: DocumentKind, _ reference: JudgmentReference, _ part: JudgmentPart,
    _ state: Completion, number: String
  ) -> SupplierDocument {
    let day: CivilDate =
      switch state {
      case .on(let done): done
      case .no, .unknown: CivilDate(2026, 1, 5)
      }
    return SupplierDocument(
      kind: kind, issuer: "Cơ quan thi hành án Mẫu", number: number, issuedOn: day,
      receivedOn: day.adding(days: 3), person: person,
      content: .execution(of: [reference], parts: [ExecutedPart(part: part, state: state)]))
  }
}

extension FullRecord {
  static func record(of documents: [SupplierDocument]) -> JudicialRecord {
    let filed = documents.enumerated().map { index, document in
      FiledDocument(
        id: DocumentID(Int64(index + 1)), document: document, filedAt: now,
        source: .hand(id(2)), supersedes: nil)
    }
    return RecordFold.record(RecordID(12), of: agency, documents: filed)
  }

  /// From the documents to what the certificate states: every step is the program's own.
  ///
  /// - Parameters:
  ///   - typed: the ban that the assessor types.
  ///   - since: documents that come in between finding and approval.
  static func statement(
    _ kind: CertificateKind, _ documents: [SupplierDocument],
    asked: BanConfirmation = .notRequested, typed: Ban? = nil, since: [SupplierDocument] = []
  ) throws -> CertificateStatement {
    let work = AssessorsWork(
      pendingActs: [CivilDate(2026, 10, 1)], ban: typed,
      grounds: "\(grounds); \(pending); \(sanction)")
    let found = HeldRecord(record(of: documents)).found(with: work, taken: [])
    let person = try identified(documents)
    let outcome = try assess(
      try accepted(kind, asked), person: try personFound(person),
      asking: [.recordsCentre, .police],
      answers: [answer(.recordsCentre), answer(.police)], found: found, versions: versions,
      by: officer(2, .assessor), at: now)
    guard case .assessed(let assessed) = outcome else { throw Unfinished() }
    let conclusions = try stored(assessed)
    let known = HeldRecord(record(of: documents + since))
      .found(again: conclusions, assessed.finding, [])
    let again = recheck(assessed, knowing: known, person: person, on: day)
    let decided = try approve(
      assessed, acknowledging: assessed.overruled, recheck: again, by: officer(3, .leader),
      at: now)
    return try compose(decided, number: "1/PLLTP", issuedOn: day, recheck: again)
  }

  /// As the journal of the case gives them back.
  private static func stored(_ assessed: Assessed) throws -> Conclusions {
    let payload = AssessmentPayload(
      finding: assessed.finding, conclusions: assessed.conclusions, answer: nil)
    let read = try JournalCodec.value(AssessmentPayload.self, from: JournalCodec.bytes(of: payload))
    guard let conclusions = read.conclusions else { throw Unfinished() }
    return conclusions
  }

  /// The sheet as the profile's own form lays it out.
  static func sheet(_ statement: CertificateStatement, profile: String) throws -> Sheet {
    guard let rules = try Profiles.named(profile)?.rules(on: day) else { throw Unfinished() }
    let form = IssuerForm(
      number1Form: rules.formCode(.number1), number2Form: rules.formCode(.number2),
      agencyLines: rules.names.letterhead, place: rules.names.place.vi,
      legalBasis: rules.certificate.legalBasis, signatoryTitle: rules.certificate.signatory,
      signatoryName: "Người Ký Mẫu")
    return try CertificateLayout(form).sheet(statement, code: nil)
  }

  private static let agency: AgencyID = {
    guard let agency = AgencyID("stp-cantho") else { preconditionFailure("a code") }
    return agency
  }()

  private static func id<Tag>(_ number: Int) -> OpaqueID<Tag> {
    guard let id = OpaqueID<Tag>(padded(number, to: 26)) else { preconditionFailure("an id") }
    return id
  }

  private static func officer(_ number: Int, _ role: Role) -> ActingOfficer {
    ActingOfficer(
      id: id(number), agency: agency, roles: [role], name: "Cán bộ Mẫu \(number)", title: "")
  }

  private static let versions = Conclusions.Versions(
    ruleSet: "law-2025", rules: RulesEdition.text, recordKnownAt: now, record: "12",
    lastDocument: nil)

  private static func answer(_ body: AgencyBody) -> FiledAnswer {
    FiledAnswer(
      body: body, outcome: .record, reference: "TL-1", details: "\(pending); \(sanction)",
      answeredOn: day, source: .message)
  }

  /// Two officers found the record to be the applicant's; nobody, where there are no documents.
  private static func identified(_ documents: [SupplierDocument]) throws -> Identification {
    var identification = Identification()
    let candidate = SearchedCandidate(
      record: RecordID(12), edition: 1, outcome: .match, weight: 2_000, isDrawn: false,
      remembered: nil)
    identification.add(
      CaseSearch(
        register: "1-0", weights: "sample", entries: 1, compared: 1, review: -400, match: 1_000,
        isCapped: false, candidates: documents.isEmpty ? [] : [candidate]))
    guard !documents.isEmpty else { return identification }
    for number in [2, 3] {
      try identification.add(
        .init(by: id(number), verdict: .same), on: RecordID(12), edition: 1)
    }
    return identification
  }

  private static func accepted(
    _ kind: CertificateKind, _ asked: BanConfirmation
  ) throws -> Accepted {
    let lodged = Lodged(
      caseID: id(5), number: CaseNumber(agencyCode: "000.00.10.H13", day: day, sequence: 7),
      agency: agency, citizen: id(9), declaration: declaration(kind, asked), lodgedAt: now)
    return try Intake.accept(
      lodged, fee: .paid(Dong(200_000), receipt: "1"), dueOn: CivilDate(2026, 12, 7),
      by: officer(1, .intake), at: now)
  }

  static func declaration(
    _ kind: CertificateKind, _ asked: BanConfirmation
  ) -> Declaration {
    Declaration(
      person: DeclaredPerson(
        name: PersonName(restoring: person.name), otherNames: [], sex: .male,
        birthDate: .day(CivilDate(1990, 1, 31)), birthPlace: "Cần Thơ", nationality: "VN",
        ethnicity: "Kinh", permanentResidence: "1 Đường Mẫu, Cần Thơ", temporaryResidence: "",
        paper: IdentityPaper(
          kind: .nationalID, number: "092090000001", issuedOn: CivilDate(2021, 5, 1),
          issuedBy: "Cục CSQLHC về TTXH"),
        phone: "0900000000", email: "mau@example.test"),
      family: Family(
        father: relative(person.father), mother: relative(person.mother),
        spouse: relative(person.spouse)),
      residences: [],
      convictions: [
        DeclaredConviction(
          judgmentNumber: "", judgmentOn: nil, court: "", offence: pending, penalty: sanction,
          execution: "")
      ],
      declaredBan: sanction,
      request: CertificateRequest(
        kind: kind, banConfirmation: asked, purpose: "other", purposeNote: sanction, copies: 1,
        delivery: .electronic, feeGroup: "standard"))
  }

  private static func relative(_ name: String) -> Relative {
    Relative(name: PersonName(restoring: name), birthDate: nil, paperNumber: "")
  }

  struct Unfinished: Error {}
}

import Assessment
import CaseFile
@testable import Desk
import Intake
import Issuance
import Law
@testable import Portal
import Records
import Vocabulary

/// Invented people and cases.
enum Sample {
  static let now = Instant(CivilDate(2026, 11, 21), hour: 9, minute: 30)
  static let token = "abcdefghijklmnopqrstuvwxyz"
  static let caseID = id("0123456789abcdefghjkmnpqrs") as CaseID
  static let draftID = id("zyxwvtsrqpnmkjhgfedcba9876") as DraftID

  static func id<Tag>(_ text: String) -> OpaqueID<Tag> {
    guard let id = OpaqueID<Tag>(text) else { preconditionFailure("\(text) is no id") }
    return id
  }

  static let agency = {
    guard let agency = AgencyID("stp-cantho") else { preconditionFailure("no agency") }
    return agency
  }()

  static let name = made { try PersonName("Nguyễn Thị Mẫu") }
  static let father = made { try PersonName("Nguyễn Văn Mẫu") }
  static let birthDate = BirthDate.day(CivilDate(1990, 9, 2))

  private static func made<Value>(_ make: () throws -> Value) -> Value {
    do { return try make() } catch { preconditionFailure("\(error)") }
  }

  static let citizen = CitizenIdentity(
    id: id("c1t1zen0000000000000000001"), name: name,
    nationalID: made { try NationalID("092190000001") }, birthDate: birthDate)

  static let officer = ActingOfficer(
    id: id("0ff1cer0000000000000000001"), agency: agency, roles: [.assessor],
    name: "Phạm Văn Thụ Lý", title: "Chuyên viên")

  static let intakeOfficer = ActingOfficer(
    id: officer.id, agency: agency, roles: [.intake], name: "Lê Thị Tiếp Nhận",
    title: "Chuyên viên")

  static let administrator = ActingOfficer(
    id: officer.id, agency: agency, roles: [.administrator], name: "Bùi Văn Đồng Duyệt",
    title: "Quản trị quy định")

  static let cast = DemoCast(
    officers: [
      .init(
        role: "intake", username: "tiepnhan", password: "k3jd82hfmq", name: "Lê Thị Tiếp Nhận",
        agency: "stp-cantho", secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", code: "081804"),
      .init(
        role: "leader", username: "lanhdao", password: "p0s8dk2mxa", name: "Trần Văn Lãnh Đạo",
        agency: "stp-cantho", secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJA", code: "050471"),
    ],
    citizens: [
      .init(
        name: "Nguyễn Thị Mẫu", nationalID: "092190000001",
        story: "Không có án tích; mọi cơ quan trả lời ngay.")
    ])

  static let choices = FormChoices(
    purposes: [
      .init(code: "employment", words: "Xin việc làm"),
      .init(code: "abroad", words: "Du học, định cư, thị thực"),
      .init(code: "other", words: "Khác"),
    ],
    feeGroups: [
      .init(code: "standard", words: "Mức thông thường: 200.000 đ"),
      .init(code: "student", words: "Sinh viên: 100.000 đ"),
    ],
    deliveryWays: [.electronic],
    refusalGrounds: [.init(code: "notCompetent", words: "Không thuộc thẩm quyền")])

  static let declaration = Declaration(
    person: DeclaredPerson(
      name: name, otherNames: [], sex: .female, birthDate: birthDate,
      birthPlace: "Phường An Cư, quận Ninh Kiều, thành phố Cần Thơ", nationality: "VN",
      ethnicity: "Kinh", permanentResidence: street, temporaryResidence: "",
      paper: IdentityPaper(
        kind: .nationalID, number: "092190000001", issuedOn: CivilDate(2021, 4, 12),
        issuedBy: "Cục Cảnh sát quản lý hành chính về trật tự xã hội"),
      phone: "0900000001", email: "mau@lylich.example"),
    family: Family(
      father: Relative(name: father, birthDate: nil, paperNumber: ""), mother: nil, spouse: nil),
    residences: [
      Residence(
        from: month("09/2004"), until: nil, place: street, kind: .permanent,
        occupation: "Học sinh, sau là kế toán", workplace: "Công ty Mẫu")
    ],
    convictions: [], declaredBan: "",
    request: CertificateRequest(
      kind: .number1, banConfirmation: .notRequested, purpose: "employment", purposeNote: "",
      copies: 1, delivery: .electronic, feeGroup: "standard"))

  static let street = "Số 1 đường Mẫu, phường An Cư, quận Ninh Kiều, thành phố Cần Thơ"

  private static func month(_ text: String) -> YearMonth {
    guard let month = YearMonth(year: 2004, month: 9) else { preconditionFailure(text) }
    return month
  }

  static let warning = Warning(
    at: FieldName(.personPermanentResidence), .notYourIdentityNumber)

  static let lacks = [
    Lack(at: FieldName(.fatherName), .nameOrUnknown),
    Lack(at: FieldName(.residences), .noHistory(from: month(""), until: month(""))),
    Lack(at: FieldName(.residencePlace, row: 0), .missing),
    Lack(at: FieldName(.requestPurpose), .notChosen),
    Lack(at: FieldName(.oath), .oathMissing),
  ]

  static let fee = FeeQuote(
    amount: Dong(200_000), group: "standard",
    lines: [
      .init(
        vietnamese: "Phí cấp Phiếu, mức thông thường", english: "Certificate, standard",
        amount: Dong(200_000))
    ],
    citations: [Citation("TT 244/2016/TT-BTC", "Điều 4")])

  static var draft: DraftView {
    var form = DeclarationForm()
    form[.personName] = "Nguyễn Thị Mẫu"
    form[.personBirthDate] = "02/09/1990"
    form[.personNationality] = "VN"
    form[.personPermanentResidence] = street
    form.add(.convictions)
    return DraftView(
      id: draftID, version: 3, form: form,
      origins: [
        "person.name": .identity, "person.birthDate": .identity,
        "person.permanentResidence": .populationRegister, "person.nationality": .changed,
      ],
      register: .prefilled, lodgedCase: nil, updatedAt: now,
      registered: [.personPermanentResidence: street, .personNationality: "KR"])
  }

  static func line(_ state: StateName) -> CaseLine {
    CaseLine(
      id: caseID,
      number: CaseNumber(agencyCode: "000.00.10.H13", day: CivilDate(2026, 11, 21), sequence: 7),
      kind: .number1, state: state, lodgedAt: now,
      dueOn: state == .awaitingFee ? nil : CivilDate(2026, 11, 23))
  }

  static let payments = PaymentStateName.allCases.map { state in
    PaymentView(
      reference: "LL\(state.rawValue.uppercased())", amount: Dong(200_000), state: state,
      code: nil, startedAt: now)
  }

  static func feeStanding(at state: StateName) -> FeeStanding {
    state == .awaitingFee
      ? .due(Dong(200_000))
      : .paid(Dong(200_000), payment: id("pay00000000000000000000001"), receipt: "BL-0000123")
  }

  static let elsewhere = ElsewhereView(
    agency: .outside(.province("Thành phố Hà Nội")), reason: .permanentResidence,
    citation: Citation("Luật 28/2009/QH12", "Điều 44 khoản 2"))

  static let forwarded = ForwardedView(
    to: Bilingual(vi: "Công an Mẫu", en: "Sample Police"), on: CivilDate(2026, 11, 20),
    reason: .permanentResidence, citation: elsewhere.citation)

  static func citizenCase(_ state: StateName) -> CitizenCaseView {
    let hasCertificate = [.issued, .handedOver, .revoked].contains(state)
    return CitizenCaseView(
      line: line(state), version: 4, declaration: declaration, fee: feeStanding(at: state),
      payments: payments,
      inquiries: [
        InquiryView(body: .recordsCentre, state: .answered),
        InquiryView(body: .police, state: .sent),
      ],
      history: HistoryKind.allCases.map { HistoryLine(at: now, kind: $0) },
      certificate: hasCertificate
        ? CertificateView(
          number: "0007/STP-LLTP", issuedOn: CivilDate(2026, 11, 24),
          state: state == .revoked ? .revoked : .issued, level: "B-T",
          revoked: state == .revoked
            ? RevokedView(on: CivilDate(2026, 12, 3), ground: .anotherPerson) : nil)
        : nil,
      refusal: state == .refused ? "Tờ khai không thuộc thẩm quyền của Sở." : nil,
      refusalGround: state == .refused ? .notCompetent : nil,
      delay: state == .inAssessment
        ? DelayView(
          reason: .clearanceToVerify, bodies: [.police], holders: [.civilEnforcement],
          since: CivilDate(2026, 11, 20))
        : nil,
      elsewhere: state == .lodged ? elsewhere : nil,
      forwarded: state == .assessed ? forwarded : nil,
      workingDaysLeft: [.lodged: 4, .inAssessment: -2, .assessed: 0][state],
      contact: ContactDetails(phone: "0900000001", email: "mau@lylich.example"),
      looks: state == .awaitingFee
        ? []
        : [
          LookView(
            on: CivilDate(2026, 11, 21), agency: Bilingual(vi: "Sở Mẫu", en: "Sample Agency"),
            times: 3)
        ],
      canCorrectContact: !state.isClosed,
      delivery: DeliveryChoice(way: .electronic, address: ""),
      deliveryOffers: Sample.deliveryOffers, canChooseDelivery: !state.isClosed,
      dispute: nil, canDispute: state == .handedOver, canPay: state == .awaitingFee,
      canWithdraw: [.awaitingFee, .lodged, .inAssessment, .awaitingSupplement, .assessed]
        .contains(state),
      canReceive: state == .issued, disputes: disputes(at: state),
      supplements: supplements(at: state),
      apology: state == .assessed ? apology : nil,
      correction: CorrectionView(canAsk: [.issued, .handedOver].contains(state)))
  }

  static func supplement(_ standing: SupplementView.Standing) -> SupplementView {
    SupplementView(
      askedAt: now, answerBy: CivilDate(2026, 12, 21), reasons: [.paperUnreadable, .tieUnproven],
      words: "Giấy khai sinh bị mờ trang hai; xin chụp lại cả hai trang.", standing: standing,
      answer: standing == .answered ? "Tôi gửi lại bản chụp rõ." : "",
      endedOn: standing == .open ? nil : CivilDate(2026, 11, 25),
      clock: standing == .open ? .standing : .ran(leftOut: 4))
  }

  /// The sample cases that were asked for a supplement.
  static func supplements(at state: StateName) -> [SupplementView] {
    switch state {
    case .awaitingSupplement: [supplement(.open)]
    case .inAssessment: [supplement(.answered)]
    case .refused: [supplement(.lapsed)]
    case .awaitingFee, .lodged, .assessed, .approved, .issuing, .issued, .handedOver,
      .revoked, .sentOutside, .withdrawn:
      []
    }
  }

  static let finding = RecordFinding(
    judgments: [
      Judgment(
        number: "12/2015/HSST", pronouncedOn: CivilDate(2015, 3, 20),
        court: "Tòa án nhân dân quận Ninh Kiều", offence: "Trộm cắp tài sản",
        provision: "Điều 138 khoản 1 Bộ luật Hình sự 1999", principalPenalty: "09 tháng tù",
        supplementaryPenalty: "", civilObligations: "", courtFees: "200.000 đ",
        execution: "Đã chấp hành xong ngày 20/12/2015",
        clearance: .cleared(from: CivilDate(2017, 12, 20)))
    ],
    ban: nil, grounds: "Công văn 45/TTLLTP ngày 20/11/2026.")

  static func officeCase(_ state: StateName, can: Set<OfficeAct>) -> OfficeCaseView {
    OfficeCaseView(
      line: line(state), version: 4, declaration: declaration, fee: feeStanding(at: state),
      payments: payments, inquiries: inquiries,
      finding: [.assessed, .approved, .issued].contains(state) ? finding : nil,
      conclusions: [.assessed, .approved, .issued].contains(state) ? overruled : nil,
      worksheet: nil, reopening: state == .inAssessment ? .conclusionChanged : nil,
      assessor: OfficerName(id: officer.id, name: officer.name, title: officer.title),
      decider: nil, sentBackReason: state == .inAssessment ? "Cần làm rõ ngày xóa án tích." : nil,
      history: eventNames.map { OfficeHistoryLine(at: now, event: $0, actor: "officer:0ff1cer") },
      certificate: nil, elsewhere: state == .lodged ? elsewhere : nil,
      forwarded: state == .assessed ? forwarded : nil,
      delivery: DeliveryChoice(way: .counter, address: ""), person: personSummary, can: can,
      disputes: disputes(at: state), link: state == .lodged ? .open : .register,
      supplements: supplements(at: state),
      apology: state == .assessed ? apology : nil,
      forms: [.receipt, .supplement, .apology, .control])
  }

  static func disputes(at state: StateName) -> [DisputedFieldView] {
    let dispute = FieldDispute(
      field: .personPermanentResidence, registered: street,
      stated: "Số 2 đường Mẫu, phường Cái Răng, thành phố Cần Thơ")
    switch state {
    case .lodged: return [DisputedFieldView(dispute: dispute, verdict: nil)]
    case .inAssessment: return [DisputedFieldView(dispute: dispute, verdict: .register)]
    case .awaitingFee, .awaitingSupplement, .assessed, .approved, .issuing, .issued, .handedOver,
      .refused, .revoked, .sentOutside, .withdrawn:
      return []
    }
  }

  static let eventNames = [
    "lodged", "feeExempted", "paymentBegan", "paymentFailed", "feePaid", "surplusReceived",
    "amountDisputed", "accepted", "refused", "forwarded", "sentOutside",
    "supplementAsked", "supplementAnswered", "supplementLapsed", "linkChecked", "linkConfirmed",
    "fieldDecided",
    "dueLengthened", "reappointed", "withdrawn", "contactCorrected", "deliveryChosen",
    "inquirySent",
    "inquiryAnswered", "answerUnusable", "worksheetSaved", "factAsked", "factAnswered",
    "factUnusable", "factTaken", "paperAttached", "reopened", "assessed", "sentBack", "approved",
    "issuanceIntended", "signatureIntended", "signatureMade", "issued", "handedOver",
    "personSearched", "candidateAdded", "candidateDecided", "candidateRuled", "personDisputed",
    "disputeDecided", "revocationProposed", "revocationDeclined", "revoked", "assigned",
    "looked",
    "refundOwed", "refundAsked", "refundDone", "refundRefused", "refundByHand",
  ]

  static let inquiries = [
    OfficeInquiryView(
      id: id("1nq01ry0000000000000000001"), body: .recordsCentre, state: .answered, sentAt: now,
      answer: FiledAnswer(
        body: .recordsCentre, outcome: .record, reference: "45/TTLLTP",
        details: "Có một bản án năm 2015, đã được xóa án tích.",
        answeredOn: CivilDate(2026, 11, 20), source: .message),
      lastProblem: nil),
    OfficeInquiryView(
      id: id("1nq01ry0000000000000000002"), body: .police, state: .sent, sentAt: now, answer: nil,
      lastProblem: "HTTP 503"),
  ]

  static let certificate = PublicCertificate(
    number: "0007/STP-LLTP", kind: .number1, issuedOn: CivilDate(2026, 11, 24),
    agencyName: "Sở Tư pháp Cần Thơ", maskedName: "N***** T** M**", state: .issued, level: "B-T")

  static let examined = ExaminedFile(
    verdict: .valid, digest: String(repeating: "ab", count: 32),
    signatures: [
      .init(
        signer: "Trần Văn Lãnh Đạo", issuer: "CA Mẫu", at: now, timestampAuthority: "TSA Mẫu",
        coverage: .earlierRevision, standing: .right),
      .init(
        signer: "Sở Tư pháp Cần Thơ", issuer: "CA Mẫu", at: now, timestampAuthority: nil,
        coverage: .wholeFile, standing: .doubtful),
    ],
    registered: certificate)
}

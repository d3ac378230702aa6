import CaseFile
@testable import Desk
import HTTPTypes
import HummingbirdTesting
import Intake
import Testing
import Vocabulary

@testable import Portal

/// A state of a page, and how it is brought about.
struct PageShot: Sendable, CustomTestStringConvertible {
  let name: String
  let path: String
  var desk: @Sendable () -> SampleDesk = { SampleDesk() }
  var who: Who = .stranger
  /// What is posted, with the token of the page `from`; nil for a page that is fetched.
  var form: [(String, String)]?
  var from = "/home"
  var status = 200
  var testDescription: String { name }

  enum Who {
    case stranger, citizen, officer, administrator
    /// The first step of the sign-in is done under this name.
    case pending(String)
    /// An officer whose code is not fresh.
    case tired
  }

  var method: HTTPRequest.Method { form == nil ? .get : .post }

  /// A portal for it, and a visitor who has signed in as needed.
  func take(
    _ language: Language, _ look: @escaping @Sendable (Portal, TestResponse) async throws -> Void
  ) async throws {
    let desk =
      if case .administrator = who { SampleDesk(officer: Sample.administrator) } else { desk() }
    let runner = try Runner(desk)
    try await runner.run { visitor in
      switch who {
      case .stranger: break
      case .citizen: try await visitor.signInAsCitizen()
      case .officer, .administrator: try await visitor.signInAsOfficer()
      case .pending(let username): try await visitor.typePassword(username)
      case .tired:
        try await visitor.signInAsOfficer()
        desk.letCodesGrowOld()
      }
      let mark = path.contains("?") ? "&" : "?"
      let place = "\(path)\(mark)lang=\(language.rawValue)"
      if let form {
        try await look(runner.portal, try await visitor.post(place, form, from: from))
      } else {
        try await look(runner.portal, try await visitor.get(place))
      }
    }
  }

  /// Whether `route` is the one that answers it.
  func isAnswered(by route: Route) -> Bool {
    let asked = path.prefix { $0 != "?" }.split(separator: "/")
    let parts = route.path.split(separator: "/")
    return route.method == method && asked.count == parts.count
      && zip(parts, asked).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
  }
}

extension PageShot {
  /// Every page and every state that looks different.
  static let all =
    anyone + statuses + secondSteps + citizens + officers + queues + administrators + sorries

  static let anyone: [PageShot] = [
    PageShot(
      name: "front-announced", path: "/", desk: { SampleDesk(announced: true) }),
    PageShot(name: "front", path: "/"), PageShot(name: "about", path: "/about"),
    PageShot(
      name: "front-real", path: "/", desk: { SampleDesk(demo: nil) }),
    PageShot(name: "design", path: "/design"), PageShot(name: "offline", path: "/offline"),
    PageShot(name: "calendar", path: "/calendar?year=2026"),
    PageShot(
      name: "calendar-due", path: "/calendar?year=2026&received=20/11/2026&difficulty=ordinary"),
    PageShot(name: "calendar-wrong", path: "/calendar?year=2026&received=32/13/2026"),
    PageShot(name: "verify", path: "/verify"), PageShot(name: "trust", path: "/trust"),
    PageShot(name: "certificate", path: "/v/\(Sample.token)"),
    PageShot(name: "certificate-qr", path: "/V/\(Sample.token)"),
    PageShot(
      name: "certificate-compared", path: "/v/\(Sample.token)", form: [("name", "Trần Văn Khác")],
      from: "/v/\(Sample.token)"),
    PageShot(name: "sign-in", path: "/sign-in"),
    PageShot(name: "payment-return", path: "/payments/return?vnp_ResponseCode=00"),
    PageShot(name: "payment-forged", path: "/payments/return"),
    PageShot(name: "office-sign-in", path: "/office/sign-in"),
    PageShot(
      name: "office-sign-in-wrong", path: "/office/sign-in",
      form: [("username", "thuly"), ("password", "wrong")], from: "/office/sign-in", status: 403),
  ]

  static let secondSteps: [PageShot] = [
    PageShot(name: "office-code", path: "/office/sign-in/code", who: .pending("thuly")),
    PageShot(
      name: "office-code-wrong", path: "/office/sign-in/code", who: .pending("thuly"),
      form: [("code", "000000")], from: "/office/sign-in/code", status: 403),
    PageShot(name: "office-enrolment", path: "/office/sign-in/enrolment", who: .pending("moi")),
    PageShot(
      name: "office-enrolment-password", path: "/office/sign-in/enrolment",
      who: .pending("moivao")),
    PageShot(
      name: "office-enrolment-wrong", path: "/office/sign-in/enrolment", who: .pending("moi"),
      form: [("code", "0")], from: "/office/sign-in/enrolment", status: 422),
    PageShot(
      name: "office-recovery", path: "/office/sign-in/enrolment", who: .pending("moi"),
      form: [("code", SampleDesk.code)], from: "/office/sign-in/enrolment"),
    PageShot(
      name: "office-step-up", path: "/office/cases/\(Sample.caseID)/decision", who: .tired,
      form: [("verdict", "sendBack"), ("reason", "Cần làm rõ.")], from: "/office", status: 403),
  ]

  static let statuses: [PageShot] = [
    PageShot(name: "status", path: "/status"),
    PageShot(
      name: "status-found", path: "/status", desk: { SampleDesk(state: .inAssessment) },
      form: [("number", "000.00.10.H13-261121-0007"), ("secret", "AB23-CD45-EF67")],
      from: "/status"),
    PageShot(
      name: "status-none", path: "/status", form: [("number", "1"), ("secret", "2")],
      from: "/status", status: 404),
  ]

  static let citizens: [PageShot] =
    [
      PageShot(
        name: "case-contact-wrong", path: "/cases/\(Sample.caseID)/contact", who: .citizen,
        form: [("phone", "abc"), ("email", "x")], status: 422),
      PageShot(name: "need", path: "/need"),
      PageShot(name: "need-done", path: "/need?done=1"),
      PageShot(name: "need-number2", path: "/need?purpose=employment&kind=number2"),
      PageShot(
        name: "need-held", path: "/need?purpose=employment&kind=number1", who: .citizen),
      PageShot(
        name: "draft-open", path: "/drafts/\(Sample.draftID)?open=person.permanentResidence",
        who: .citizen),
      PageShot(
        name: "case-delivery-wrong", path: "/cases/\(Sample.caseID)/delivery", who: .citizen,
        form: [("way", "post"), ("address", "Số 1")], status: 422),
      PageShot(name: "home", path: "/home", who: .citizen),
      PageShot(name: "for-another", path: "/for-another", who: .citizen),
      PageShot(
        name: "draft-papers", path: "/drafts/\(Sample.draftID)/papers", who: .citizen),
      PageShot(
        name: "case-papers", path: "/cases/\(Sample.caseID)/papers",
        desk: { SampleDesk(state: .lodged) }, who: .citizen),
      PageShot(name: "draft", path: "/drafts/\(Sample.draftID)", who: .citizen),
      PageShot(name: "draft-saved", path: "/drafts/\(Sample.draftID)?saved=1", who: .citizen),
      PageShot(
        name: "draft-stale", path: "/drafts/\(Sample.draftID)", who: .citizen,
        form: [("version", "1"), ("person.name", "Nguyễn Thị Mẫu")], status: 409),
      PageShot(
        name: "draft-lacking", path: "/drafts/\(Sample.draftID)/review",
        desk: { SampleDesk(lacks: Sample.lacks) }, who: .citizen),
      PageShot(name: "review", path: "/drafts/\(Sample.draftID)/review", who: .citizen),
    ]
    + [
      PageShot(
        name: "correction", path: "/cases/\(Sample.caseID)/correction",
        desk: { SampleDesk(state: .handedOver) }, who: .citizen),
      PageShot(
        name: "correction-wrong", path: "/cases/\(Sample.caseID)/correction",
        desk: { SampleDesk(state: .handedOver) }, who: .citizen,
        form: [("person.birthDate", "31/2/1990"), ("words", "")],
        from: "/cases/\(Sample.caseID)", status: 422),
      PageShot(
        name: "case-supplement-empty", path: "/cases/\(Sample.caseID)/supplement",
        desk: { SampleDesk(state: .awaitingSupplement) }, who: .citizen,
        form: [("answer", "")], from: "/cases/\(Sample.caseID)", status: 422),
    ]
    + StateName.allCases.map { state in
      PageShot(
        name: "case-\(state.rawValue)", path: "/cases/\(Sample.caseID)",
        desk: { SampleDesk(state: state) }, who: .citizen)
    }

  static let officers: [PageShot] = [
    PageShot(name: "office-bodies", path: "/office/bodies", who: .officer),
    PageShot(name: "office-body", path: "/office/bodies/\(Sample.caseID)", who: .officer),
    PageShot(
      name: "office-money", path: "/office/money?day=2026-11-21",
      desk: { SampleDesk(officer: Sample.accountant) }, who: .officer),
    PageShot(
      name: "office-money-table", path: "/office/money/settlement",
      desk: { SampleDesk(refusal: Refused.settlementUnusable, officer: Sample.accountant) },
      who: .officer, form: [("day", "2026-11-21")], from: "/office/money", status: 422),
    PageShot(name: "office-till", path: "/office/till", who: .officer),
    PageShot(
      name: "office-register", path: "/office/register?from=1%2F11%2F2026&to=30%2F11%2F2026",
      who: .officer),
    PageShot(
      name: "office-persons", path: "/office/persons",
      desk: { SampleDesk(state: .inAssessment) }, who: .officer),
    PageShot(
      name: "office-person-look", path: "/office/cases/\(Sample.caseID)/person/look",
      who: .officer, form: [("name", "Nguyễn Thị Mẫu")],
      from: "/office/cases/\(Sample.caseID)/person"),
    PageShot(
      name: "office-person", path: "/office/cases/\(Sample.caseID)/person",
      desk: { SampleDesk(state: .inAssessment) }, who: .officer),
    PageShot(
      name: "office-revocations", path: "/office/revocations",
      desk: { SampleDesk(state: .handedOver) }, who: .officer),
    PageShot(
      name: "office-revocation", path: "/office/cases/\(Sample.caseID)/revocation",
      desk: { SampleDesk(state: .handedOver) }, who: .officer),
    PageShot(
      name: "office-certificate", path: "/office/cases/\(Sample.caseID)/revocation",
      desk: { SampleDesk(state: .issued) }, who: .officer),
    PageShot(
      name: "office-correction", path: "/office/cases/\(Sample.caseID)/correction",
      desk: { SampleDesk(state: .issued) }, who: .officer),
    PageShot(
      name: "office-correction-wrong", path: "/office/cases/\(Sample.caseID)/correction",
      desk: { SampleDesk(state: .issued) }, who: .officer,
      form: [("ground", "wrongContent"), ("person.birthDate", "31/2/1990"), ("words", "")],
      from: "/office/cases/\(Sample.caseID)", status: 422),
    PageShot(name: "office-substitutions", path: "/office/substitutions", who: .officer),
    PageShot(
      name: "office-substitutions-wrong", path: "/office/substitutions", who: .officer,
      form: [("substitute", "x"), ("reason", "Nghỉ phép")], from: "/office/substitutions",
      status: 422),
    PageShot(
      name: "journal", path: "/office/journal?kind=approved",
      desk: { SampleDesk(officer: Sample.auditor) }, who: .officer),
    PageShot(
      name: "office-look", path: "/office/cases/\(Sample.caseID)",
      desk: { SampleDesk(refusal: Refused.lookReasonNeeded(Sample.caseID)) }, who: .officer),
    PageShot(
      name: "office-look-lacking", path: "/office/cases/\(Sample.caseID)/look", who: .officer,
      form: [("reason", "complaint"), ("place", "//evil.example")], from: "/office", status: 422),
    PageShot(name: "office-account", path: "/office/account", who: .officer),
    PageShot(
      name: "office-queue", path: "/office", desk: { SampleDesk(state: .inAssessment) },
      who: .officer),
    PageShot(
      name: "office-counter", path: "/office/cases/\(Sample.caseID)",
      desk: { SampleDesk(state: .issued, can: [.handOver]) }, who: .officer),
    PageShot(name: "office-refunds", path: "/office/refunds", who: .officer),
    PageShot(name: "office-avoided", path: "/office/avoided", who: .officer),
    PageShot(name: "office-cleared", path: "/office/clearances", who: .officer),
    PageShot(name: "office-lacking", path: "/office/clearances?show=lacking", who: .officer),
    PageShot(
      name: "office-intake", path: "/office/cases/\(Sample.caseID)",
      desk: { SampleDesk(state: .lodged, can: [.accept, .refuse, .askSupplement]) },
      who: .officer),
    PageShot(
      name: "office-assessment", path: "/office/cases/\(Sample.caseID)",
      desk: {
        SampleDesk(state: .inAssessment, can: [.fileAnswer, .askAgain, .assess, .refuse])
      }, who: .officer),
    PageShot(
      name: "office-waiting", path: "/office/cases/\(Sample.caseID)",
      desk: { SampleDesk(state: .awaitingSupplement) }, who: .officer),
    PageShot(
      name: "office-supplement-lacking", path: "/office/cases/\(Sample.caseID)/supplement",
      desk: {
        SampleDesk(
          state: .lodged, can: [.accept, .refuse, .askSupplement],
          refusal: Refused.intake(.supplementReasonMissing))
      }, who: .officer, form: [("asked", "Xin gửi giấy khai sinh.")],
      from: "/office/cases/\(Sample.caseID)", status: 422),
    PageShot(
      name: "office-decision", path: "/office/cases/\(Sample.caseID)",
      desk: { SampleDesk(state: .assessed, can: [.approve, .sendBack]) }, who: .officer),
    PageShot(
      name: "body-request", path: "/office/body-request",
      desk: { SampleDesk(officer: Sample.intakeOfficer) }, who: .officer),
    PageShot(name: "records", path: "/office/records", who: .officer),
    PageShot(
      name: "records-found", path: "/office/records", who: .officer, form: [("name", "Mẫu")],
      from: "/office/records"),
    PageShot(
      name: "records-part", path: "/office/records", who: .officer, form: [("name", "Nguyễn")],
      from: "/office/records"),
    PageShot(name: "records-why", path: "/office/records/7", who: .officer),
    PageShot(
      name: "record", path: "/office/records/7", who: .officer, form: [("reason", "Xác minh")],
      from: "/office/records"),
    PageShot(name: "records-questions", path: "/office/records/questions", who: .officer),
    PageShot(name: "records-pairs", path: "/office/records/pairs", who: .officer),
    PageShot(
      name: "records-pairs-refused", path: "/office/records/moves", who: .officer,
      form: [("act", "confirm"), ("move", "1")], from: "/office/records", status: 422),
    PageShot(name: "records-late", path: "/office/records/late", who: .officer),
    PageShot(name: "records-documents", path: "/office/records/documents", who: .officer),
    PageShot(
      name: "records-document", path: "/office/records/documents?kind=firstInstanceJudgment",
      who: .officer),
  ]

  static let administrators: [PageShot] = [
    PageShot(name: "officers", path: "/office/officers", who: .administrator),
    PageShot(name: "officer-new", path: "/office/officers/new", who: .administrator),
    PageShot(
      name: "officer-new-wrong", path: "/office/officers/new", who: .administrator,
      form: [("username", "moi"), ("name", "Lê Văn Mới"), ("holds.intake", "yes")],
      from: "/office/officers/new", status: 422),
    PageShot(
      name: "officer", path: "/office/officers/\(Sample.officer.id)", who: .administrator),
    PageShot(
      name: "officer-change", path: "/office/officers/proposals/\(Sample.officerChanges[0].id)",
      who: .administrator),
    PageShot(
      name: "officer-change-about-them",
      path: "/office/officers/proposals/\(Sample.officerChanges[3].id)", who: .administrator),
    PageShot(
      name: "officer-hand-over",
      path: "/office/officers/proposals/\(Sample.officerChanges[0].id)/decision",
      who: .administrator, form: [("verdict", "approve"), ("reason", "Đã gặp.")],
      from: "/office/officers"),
    PageShot(name: "notices", path: "/office/notices", who: .administrator),
    PageShot(name: "suppliers", path: "/office/suppliers", who: .administrator),
    PageShot(name: "supplier-change", path: "/office/suppliers/change", who: .administrator),
    PageShot(
      name: "supplier-wrong", path: "/office/suppliers/change", who: .administrator,
      form: [("id", "X"), ("act", "grant")], from: "/office/suppliers/change", status: 422),
    PageShot(
      name: "supplier-proposal",
      path: "/office/suppliers/proposals/\(SampleDesk.supplierProposalID)", who: .administrator),
    PageShot(name: "rules", path: "/office/rules", who: .administrator),
    PageShot(name: "rules-history", path: "/office/rules/history", who: .administrator),
    PageShot(name: "rules-import", path: "/office/rules/import", who: .administrator),
    PageShot(name: "rules-table", path: "/office/rules/tables/feeGroups", who: .administrator),
    PageShot(
      name: "rules-change", path: "/office/rules/tables/feeGroups/change?act=add",
      who: .administrator),
    PageShot(
      name: "rules-proposal", path: "/office/rules/proposals/\(SampleDesk.proposalID)",
      who: .administrator),
  ]

  /// Every error page; what brings it about is thrown where a citizen lodges.
  static let sorries: [PageShot] =
    [
      PageShot(name: "sorry-missing", path: "/nowhere", status: 404),
      PageShot(name: "sorry-role", path: "/office/rules", who: .officer, status: 403),
    ]
    + errors.map { name, error, status in
      PageShot(
        name: "sorry-\(name)", path: "/drafts/\(Sample.draftID)/lodging",
        desk: { SampleDesk(refusal: error) }, who: .citizen, form: [], status: status)
    }

  private static let errors: [(String, any Error, Int)] = [
    ("formNotOurs", HTTPRefusal.formNotOurs, 403),
    ("tooLarge", HTTPRefusal.bodyTooLarge(limitBytes: 1), 413),
    ("tooSlow", HTTPRefusal.bodyTooSlow, 408),
    ("unreadable", HTTPRefusal.bodyUnreadable, 400),
    ("method", HTTPRefusal.methodNotAllowed(allowed: ["GET"]), 405),
    ("tooMany", HTTPRefusal.tooManyRequests(retryAfterSeconds: 30), 429),
    ("stale", Refused.stale, 409), ("level", Refused.identityLevelTooLow, 403),
    ("signIn", Refused.signInExpired, 400), ("refused", Refused.feeNotOpen, 422),
    ("fault", Fault("reading a row", cause: "the disk is full"), 500),
  ]
}

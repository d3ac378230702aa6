import CaseFile
@testable import Desk
import Issuance
@testable import Portal
import Synchronization
import Vocabulary

/// The sample officers' sign-in: `thuly` has a second factor, `moi` enrols, and `moivao` chooses a
/// password too.
extension SampleDesk {
  static let code = "123456"

  func checkPassword(
    username: String, password: String, from peer: String
  ) async throws -> PendingOfficer {
    let steps: [String: PendingOfficer.Next] = [
      "thuly": .code, "moi": .enrolment, "moivao": .enrolmentWithPassword,
    ]
    guard let next = steps[username], password == "right" else { throw Refused.credentialsWrong }
    return PendingOfficer(officer: Sample.officer.id, agency: Sample.agency, next: next)
  }

  func signIn(
    _ pending: PendingOfficer, code: String, from peer: String
  ) async throws -> ActingOfficer {
    guard code == SampleDesk.code else { throw Refused.officer(.codeWrong) }
    return officer
  }

  func stepUp(_ officer: ActingOfficer, code: String, from peer: String) async throws {
    guard code == SampleDesk.code else { throw Refused.officer(.codeUsed) }
  }

  func enrolment(of pending: PendingOfficer) async throws -> OfficerEnrolment {
    OfficerEnrolment(
      username: "moi", letters: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
      code: QRModules(size: 21, dark: (0..<441).map { $0 % 3 == 0 }))
  }

  func enrol(
    _ pending: PendingOfficer, code: String, passwords: (String, String), from peer: String
  ) async throws -> EnrolledOfficer {
    guard code == SampleDesk.code else { throw Refused.officer(.codeWrong) }
    return EnrolledOfficer(
      officer: officer, recoveryCodes: try await renewRecoveryCodes(of: officer))
  }

  func renewRecoveryCodes(of officer: ActingOfficer) async throws -> [String] {
    (0..<10).map { "abcd-efgh-ijk\($0)" }
  }

  func recoveryCodesLeft(of officer: ActingOfficer) async throws -> Int { 9 }
  func noteSessionsEnded(_ count: Int, of officer: ActingOfficer) async throws {}

  func officers(for reader: ActingOfficer) async throws -> OfficersView {
    guard reader.roles.contains(.administrator) else { throw Refused.roleMissing(.administrator) }
    return OfficersView(officers: Sample.officers, proposals: Sample.officerChanges)
  }

  func officer(_ id: OfficerID, for reader: ActingOfficer) async throws -> OfficerPageView {
    guard id == Sample.officer.id else { throw Refused.notFound }
    return OfficerPageView(
      officer: Sample.officers[0], history: Sample.officerChanges,
      colleagues: [Sample.colleague])
  }

  func officerChange(
    _ id: OfficerChangeID, for reader: ActingOfficer
  ) async throws -> OfficerChangeView {
    guard let view = Sample.officerChanges.first(where: { $0.id == id }) else {
      throw Refused.notFound
    }
    return view
  }

  func propose(
    _ change: OfficerChange, of officer: OfficerID?, reason: String, by proposer: ActingOfficer
  ) async throws -> OfficerChangeID {
    guard !reason.isEmpty else { throw Refused.reasonMissing }
    return Sample.officerChanges[0].id
  }

  func decide(
    _ id: OfficerChangeID, _ verdict: SupplierVerdict, reason: String, by decider: ActingOfficer
  ) async throws -> DecidedOfficerChange {
    if reason == "chính mình" { throw Refused.officer(.samePerson) }
    return .handOver(username: "moi", password: "abcd-efgh-ijkl-mnop")
  }

  func notices(for officer: ActingOfficer) async throws -> [NoticeView] { [Sample.notice] }

  func announce(
    vietnamese: String, english: String, from: Instant, until: Instant,
    by officer: ActingOfficer
  ) async throws {
    guard !vietnamese.isEmpty else { throw Refused.officer(.noticeEmpty) }
  }

  func withdrawNotice(_ id: NoticeID, by officer: ActingOfficer) async throws {}

  func notices(at now: Instant) -> [NoticeView] { announced ? [Sample.notice] : [] }

  func openForReason(
    _ id: CaseID, _ reason: LookReason, words: String, by officer: ActingOfficer
  ) async throws { lookedFor.withLock { $0.append(reason) } }

  func substitutions(for officer: ActingOfficer) async throws -> SubstitutionsView {
    SubstitutionsView(
      lines: SubstitutionsView.Standing.allCases.enumerated().map { index, standing in
        SubstitutionsView.Line(
          id: Sample.substitutionID, role: .leader, from: CivilDate(2026, 11, 20 + index),
          until: CivilDate(2026, 11, 27), reason: "Nghỉ phép năm", principal: "Trần Văn Lãnh Đạo",
          substitute: "Phạm Văn Thụ Lý", standing: standing, canEnd: standing == .now)
      }, roles: [.assessor], colleagues: [Sample.colleague])
  }

  func nameSubstitute(
    _ wish: SubstitutionWish, reason: String, by officer: ActingOfficer
  ) async throws -> SubstitutionID { Sample.substitutionID }

  func endSubstitution(_ id: SubstitutionID, by officer: ActingOfficer) async throws {}

  func journal(_ wish: JournalWish, for officer: ActingOfficer) async throws -> JournalView {
    guard officer.roles.contains(.auditor) else { throw Refused.roleMissing(.auditor) }
    return Sample.journal
  }
}

extension Sample {
  static let substitutionID = id("s1bst1t1t10n00000000000001") as SubstitutionID
  static let colleague = OfficerName(
    id: id("0ff1cer0000000000000000002"), name: "Võ Thị Kiêm Nhiệm", title: "Phó Trưởng phòng")

  static let auditor = ActingOfficer(
    id: officer.id, agency: agency, roles: [.auditor], name: "Dương Văn Kiểm Tra",
    title: "Thanh tra viên")

  static let profile = OfficerProfile(
    name: "Phạm Văn Thụ Lý", title: "Chuyên viên",
    grants: [
      RoleGrant(.assessor), RoleGrant(.intake, from: CivilDate(2026, 1, 1), until: nil),
    ])

  static let officers = [
    OfficerView(
      id: officer.id, username: "thuly", profile: profile, roles: [.assessor, .intake],
      factor: .enrolled),
    OfficerView(
      id: colleague.id, username: "kiemnhiem",
      profile: OfficerProfile(name: colleague.name, title: colleague.title, grants: []),
      roles: [], factor: .awaited),
    OfficerView(
      id: id("0ff1cer0000000000000000003"), username: "danghi",
      profile: OfficerProfile(
        name: "Lý Văn Nghỉ", title: "Chuyên viên", grants: [], standing: .left),
      roles: [], factor: .enrolled),
  ]

  static let officerChanges: [OfficerChangeView] = {
    let changes: [OfficerChange] = [
      .become(profile), .admit(username: "moi", profile: profile), .resetFactor,
      .substitute(
        by: colleague.id, role: .assessor, from: CivilDate(2026, 12, 1),
        until: CivilDate(2026, 12, 5)),
    ]
    let outcomes: [OfficerChangeView.Outcome] = [
      .waiting(.mayDecide), .waiting(.own),
      .approved(by: "Bùi Văn Đồng Duyệt", at: now, reason: "Đã gặp."),
      .waiting(.aboutThem),
    ]
    return zip(changes, outcomes).enumerated().map { index, pair in
      OfficerChangeView(
        id: id("ch0nge000000000000000000\(index)0"), change: pair.0, name: profile.name,
        current: index == 1 ? nil : profile, substitute: index == 3 ? colleague.name : nil,
        reason: "Theo quyết định phân công.", proposer: "Hồ Thị Quản Trị", proposedAt: now,
        outcome: pair.1)
    }
  }()

  static let notice = NoticeView(
    id: id("n0t1ce00000000000000000001"), vietnamese: "Hệ thống bảo trì từ 22 giờ đến 23 giờ.",
    english: "The system is maintained from 22:00 to 23:00.", from: now,
    until: now.adding(seconds: 3600))

  static let journal = JournalView(
    lines: [
      .init(
        id: 9, at: now, kind: "approved", actor: .officer(officer.id), officer: officer.name,
        onBehalf: "Trần Văn Lãnh Đạo", caseNumber: "000.00.10.H13-261121-0007",
        lookReason: nil, words: nil, proof: .proven),
      .init(
        id: 8, at: now, kind: "caseLookedAt", actor: .officer(officer.id),
        officer: officer.name, onBehalf: nil, caseNumber: nil, lookReason: .complaint,
        words: "Đơn số 12.", proof: .broken),
      .init(
        id: 7, at: now, kind: "lodged", actor: .citizen(citizen.id), officer: nil, onBehalf: nil,
        caseNumber: "000.00.10.H13-261121-0007", lookReason: nil, words: nil, proof: .waiting),
    ],
    next: JournalWish.Place(at: now, id: 7),
    checkpoint: JournalView.Checkpoint(
      size: 42, root: String(repeating: "ab", count: 32), at: now), officers: [colleague])
}

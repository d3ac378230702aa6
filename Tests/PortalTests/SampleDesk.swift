import Assessment
import CaseFile
@testable import Desk
import Intake
import Law
@testable import Portal
import Records
import Synchronization
import Vocabulary

/// A desk of invented cases, for pages. It answers and remembers sessions; it decides nothing.
final class SampleDesk: FrontDesk {
  private let sessions = Mutex<[String: PortalSession]>([:])
  /// How often "I do not need it" was counted.
  let avoidedTimes = Mutex(0)
  /// What the citizen's case and the officer's case show.
  let state: StateName
  let can: Set<OfficeAct>
  let lacks: [Lack]
  /// What the next act answers instead of doing.
  let refusal: (any Error)?
  let demo: DemoCast?
  let officer: ActingOfficer
  /// Why files were opened that are not the officer's work.
  let lookedFor = Mutex<[LookReason]>([])
  /// Whether something is announced.
  let announced: Bool

  init(
    state: StateName = .awaitingFee, can: Set<OfficeAct> = [], lacks: [Lack] = [],
    refusal: (any Error)? = nil, demo: DemoCast? = Sample.cast,
    officer: ActingOfficer = Sample.officer, announced: Bool = false
  ) {
    self.state = state
    self.can = can
    self.lacks = lacks
    self.refusal = refusal
    self.demo = demo
    self.officer = officer
    self.announced = announced
  }

  func openSession(_ session: PortalSession) async throws {
    sessions.withLock { $0[session.tokenHash] = session }
  }

  func session(tokenHash: String) async throws -> PortalSession? {
    sessions.withLock { $0[tokenHash] }
  }

  func touchSession(tokenHash: String, at now: Instant) async throws {
    sessions.withLock { $0[tokenHash]?.seenAt = now }
  }

  func closeSession(tokenHash: String) async throws {
    sessions.withLock { $0[tokenHash] = nil }
  }

  func sessions(of officer: OfficerID) async throws -> [PortalSession] {
    sessions.withLock { all in
      all.values.filter { session in
        if case .officer(officer, _, _) = session.standing { return true }
        return false
      }.sorted { $0.tokenHash < $1.tokenHash }
    }
  }

  /// As if time had passed since every code was entered.
  func letCodesGrowOld() {
    sessions.withLock { all in
      for (hash, session) in all {
        guard case .officer(let id, let agency, var pass) = session.standing else { continue }
        pass.codeAt = pass.codeAt.adding(seconds: -601)
        all[hash]?.standing = .officer(id, agency, pass)
      }
    }
  }

  /// Hashes only: what a thief of the table would have.
  var storedHashes: [String] { sessions.withLock { Array($0.keys) } }

  func site(in language: Language) -> SiteFacts {
    SiteFacts(
      agencyName: language == .vietnamese ? "Sở Tư pháp Cần Thơ" : "Cần Thơ Department of Justice",
      ruleSetName: "STP 2023 · Luật 28/2009/QH12",
      ruleSetNotes: [
        .init(title: "Thời hạn", text: "10 ngày (Điều 48 khoản 1 Luật 28/2009/QH12)"),
        .init(title: "Phí", text: "200.000 đ (TT 244/2016/TT-BTC)"),
      ])
  }

  var demoCast: DemoCast? { demo }

  func formChoices(in language: Language) async throws -> FormChoices { Sample.choices }

  func beginSignIn(language: Language) async throws -> SignInStart {
    SignInStart(
      url: "https://identity.example/authorize?state=state-1",
      pending: PendingSignIn(
        state: "state-1", nonce: "nonce-1", verifier: "verifier-1", startedAt: Sample.now))
  }

  func finishSignIn(
    code: String, state: String, pending: PendingSignIn
  ) async throws -> CitizenIdentity {
    guard code == "good" else { throw Refused.signInExpired }
    return Sample.citizen
  }

  func citizen(_ id: CitizenID) async throws -> CitizenIdentity? {
    id == Sample.citizen.id ? Sample.citizen : nil
  }

  func newDraft(
    for citizen: CitizenIdentity, as role: ApplicantRole, wishing wish: DraftWish
  ) async throws -> DraftID { Sample.draftID }

  func draft(_ id: DraftID, of citizen: CitizenID) async throws -> DraftView {
    guard id == Sample.draftID else { throw Refused.notFound }
    var draft = Sample.draft
    draft.papers = Sample.papers
    return draft
  }

  func drafts(of citizen: CitizenID) async throws -> [DraftView] { [Sample.draft] }

  func earlierForm(
    for form: DeclarationForm, of citizen: CitizenID
  ) async throws -> DeclarationForm? {
    DeclarationForm(["residences[0].place": "Số 1 đường Mẫu", "residences[0].from": "09/2004"])
  }

  func saveDraft(
    _ id: DraftID, of citizen: CitizenID, version: Int, form: DeclarationForm
  ) async throws -> DraftSaving {
    guard id == Sample.draftID else { throw Refused.notFound }
    guard version == Sample.draft.version else { throw Refused.stale }
    return .saved
  }

  func review(_ id: DraftID, of citizen: CitizenIdentity) async throws -> DraftReview {
    guard id == Sample.draftID else { throw Refused.notFound }
    guard lacks.isEmpty else {
      return DraftReview(draft: Sample.draft, outcome: .lacking(lacks), fee: nil)
    }
    return DraftReview(
      draft: Sample.draft,
      outcome: .ready(Sample.declaration, warnings: [Sample.warning]), fee: Sample.fee)
  }

  func lodge(_ id: DraftID, of citizen: CitizenIdentity) async throws -> CaseID {
    if let refusal { throw refusal }
    return Sample.caseID
  }

  func cases(of citizen: CitizenID) async throws -> [CaseLine] { [Sample.line(state)] }

  func citizenCase(_ id: CaseID, of citizen: CitizenID) async throws -> CitizenCaseView {
    guard id == Sample.caseID else { throw Refused.notFound }
    var view = Sample.citizenCase(state)
    if state == .lodged { view.papers = Sample.papers }
    if [.refused, .withdrawn].contains(state) { view.refunds = Sample.refunds }
    return view
  }

  func beginPayment(
    _ id: CaseID, of citizen: CitizenID, ip: String, language: Language
  ) async throws -> String { "https://gateway.example/pay?vnp_TxnRef=LL1" }

  func paymentReturn(rawQuery: String, of citizen: CitizenID?) async throws -> PaymentReturnView {
    let signature: PaymentReturnView.SignatureCheck = rawQuery.isEmpty ? .bad : .good
    return PaymentReturnView(caseID: Sample.caseID, state: .paid, signature: signature, code: "00")
  }

  func notifyPayment(rawQuery: String) async throws -> (code: String, message: String) {
    ("97", "Invalid signature")
  }

  func slip(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8] {
    guard id == Sample.caseID else { throw Refused.notFound }
    return Array("%PDF-1.4".utf8)
  }

  func departureSlip(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8] {
    try await slip(id, of: citizen)
  }

  func receipt(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8] {
    try await slip(id, of: citizen)
  }

  func certificate(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8] {
    try await slip(id, of: citizen)
  }

  func receive(_ id: CaseID, of citizen: CitizenID) async throws {}
  func withdraw(_ id: CaseID, of citizen: CitizenID) async throws {}

  func correctContact(
    _ id: CaseID, of citizen: CitizenID, phone: String, email: String
  ) async throws {
    guard id == Sample.caseID else { throw Refused.notFound }
    if case .lacking(let lacks) = Intake.readContact(phone: phone, email: email) {
      throw Refused.lacking(lacks)
    }
  }

  func answerSupplement(_ id: CaseID, words: String, of citizen: CitizenID) async throws {
    guard id == Sample.caseID else { throw Refused.notFound }
    if words.isEmpty { throw Refused.intake(.supplementAnswerEmpty) }
  }

  func applyAgain(from id: CaseID, of citizen: CitizenIdentity) async throws -> DraftID {
    guard id == Sample.caseID else { throw Refused.notFound }
    return Sample.draftID
  }

  func caseStatus(number: String, secret: String) async throws -> CaseStatusView {
    guard secret == "AB23-CD45-EF67" else { throw Refused.notFound }
    return CaseStatusView(
      number: number, state: state, dueOn: CivilDate(2026, 11, 27), workingDaysLeft: 4)
  }

  func officer(_ id: OfficerID) async throws -> ActingOfficer? {
    id == officer.id ? officer : nil
  }

  func officeCase(_ id: CaseID, by officer: ActingOfficer) async throws -> OfficeCaseView {
    guard id == Sample.caseID else { throw Refused.notFound }
    if case Refused.lookReasonNeeded? = refusal as? Refused, lookedFor.withLock({ $0.isEmpty }) {
      throw Refused.lookReasonNeeded(id)
    }
    var view = Sample.officeCase(state, can: can)
    if state == .lodged { view.papers = Sample.papers }
    return view
  }

  func act() throws { if let refusal { throw refusal } }

  func accept(
    _ id: CaseID, version: Int, checks: AcceptanceChecks, by officer: ActingOfficer
  ) async throws { try act() }
  func forward(_ id: CaseID, version: Int, by officer: ActingOfficer) async throws { try act() }
  func examineBodyRequest(
    _ typed: [String: String], by officer: ActingOfficer
  ) async throws -> BodyRequestReading { .refused(.noSuchBody) }
  func sendOutside(
    _ id: CaseID, version: Int, way: CaseEvent.SendingWay, reference: String,
    by officer: ActingOfficer
  ) async throws { try act() }
  func refuse(
    _ id: CaseID, version: Int, groundCode: String, words: String, by officer: ActingOfficer
  ) async throws { try act() }
  func askSupplement(
    _ id: CaseID, version: Int, reasons: Set<SupplementReason>, words: String,
    by officer: ActingOfficer
  ) async throws { try act() }
  func fileAnswer(
    _ id: CaseID, version: Int, answer: FiledAnswer, by officer: ActingOfficer
  ) async throws { try act() }
  func askAgain(_ id: CaseID, body: AgencyBody, by officer: ActingOfficer) async throws {
    try act()
  }
  func conclusions(
    _ id: CaseID, of work: AssessorsWork, by officer: ActingOfficer
  ) async throws -> ConclusionsView { Sample.conclusions }
  func clearances(
    _ list: ClearanceList, after place: ClearancePlace?, limit: Int, by officer: ActingOfficer
  ) async throws -> ClearancePage { Sample.clearances(list) }
  func saveWorksheet(
    _ id: CaseID, version: Int, work: AssessorsWork, by officer: ActingOfficer
  ) async throws { try act() }
  func askFact(
    _ id: CaseID, version: Int, conviction: String, part: FactPart, work: AssessorsWork,
    by officer: ActingOfficer
  ) async throws { try act() }
  func askFactAgain(_ id: CaseID, inquiry: InquiryID, by officer: ActingOfficer) async throws {
    try act()
  }
  func fileFact(
    _ id: CaseID, version: Int, fact: FiledFact, by officer: ActingOfficer
  ) async throws { try act() }
  func takeFact(
    _ id: CaseID, version: Int, inquiry: InquiryID, work: AssessorsWork,
    by officer: ActingOfficer
  ) async throws { try act() }
  func assess(
    _ id: CaseID, version: Int, work: AssessorsWork, by officer: ActingOfficer
  ) async throws { try act() }
  func approve(
    _ id: CaseID, version: Int, acknowledging seen: Set<String>, by officer: ActingOfficer
  ) async throws { try act() }
  func sendBack(
    _ id: CaseID, version: Int, reason: String, by officer: ActingOfficer
  ) async throws { try act() }
  func preview(_ id: CaseID, by officer: ActingOfficer) async throws -> [UInt8] {
    Array("%PDF-1.4".utf8)
  }

  func need(
    purpose: String, kind: CertificateKind, of citizen: CitizenID?
  ) async throws -> NeedView? {
    guard purpose == "employment" else { return nil }
    return NeedView(
      purpose: purpose, name: Bilingual(vi: "Xin việc làm", en: "Employment"), kind: kind,
      standing: kind == .number2 ? .number2IsNeverDemanded : .demandWithoutBasis,
      citations: ThirdPartyDemand.citations,
      held: citizen == nil
        ? []
        : [
          CertificateView(
            number: "0007/STP-LLTP", issuedOn: CivilDate(2026, 11, 2), state: .issued,
            level: "B-T")
        ])
  }

  func countAvoided(purpose: String, kind: CertificateKind) async throws {
    guard purpose == "employment" else { throw Refused.notFound }
    avoidedTimes.withLock { $0 += 1 }
  }

  func avoided(by officer: ActingOfficer) async throws -> AvoidedView {
    AvoidedView(lines: [
      .init(
        month: "2026-11", purpose: Bilingual(vi: "Xin việc làm", en: "Employment"),
        kind: .number2, times: 17)
    ])
  }

  func publicCertificate(token: String) async throws -> PublicCertificate? {
    token == Sample.token ? Sample.certificate : nil
  }

  func compare(token: String, typed: TypedFromPaper) async throws -> Comparison? {
    guard token == Sample.token else { return nil }
    return Comparison(
      certificate: Sample.certificate, number: .same, name: .different, birthDate: .same,
      outcome: .notTyped)
  }

  func examineFile(_ pdf: [UInt8]) async throws -> ExaminedFile { Sample.examined }

  func trust() async throws -> TrustView {
    TrustView(
      rootPEM: "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
      keysJSON: "{\"keys\":[]}", checkpoint: "lylich.example/journal\n42\nq1w2e3=\n",
      checkpointKey: "lylich.example/journal+1a2b3c4d+AQIDBA==")
  }

  func pulse() async throws {}
}

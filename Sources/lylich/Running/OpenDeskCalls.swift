import Assessment
import CaseFile
import Desk
import Document
import Foundation
import Intake
import Law
import Portal
import Records
import Store
import SwiftASN1
import Vocabulary

// Each call goes to the desk as it is.
extension OpenDesk {
  func beginSignIn(language: Language) async throws -> SignInStart {
    try await desk.beginSignIn(language: language)
  }

  func finishSignIn(
    code: String, state: String, pending: PendingSignIn
  ) async throws -> CitizenIdentity {
    try await desk.finishSignIn(code: code, state: state, pending: pending)
  }

  func citizen(_ id: CitizenID) async throws -> CitizenIdentity? { try await desk.citizen(id) }

  func newDraft(
    for citizen: CitizenIdentity, as role: ApplicantRole, wishing wish: DraftWish
  ) async throws -> DraftID {
    try await desk.newDraft(for: citizen, as: role, wishing: wish)
  }

  func draft(_ id: DraftID, of citizen: CitizenID) async throws -> DraftView {
    try await desk.draft(id, of: citizen)
  }

  func earlierForm(
    for form: DeclarationForm, of citizen: CitizenID
  ) async throws -> DeclarationForm? {
    try await desk.earlierForm(for: form, of: citizen)
  }

  func drafts(of citizen: CitizenID) async throws -> [DraftView] {
    try await desk.drafts(of: citizen)
  }

  func saveDraft(
    _ id: DraftID, of citizen: CitizenID, version: Int, form: DeclarationForm
  ) async throws -> DraftSaving {
    try await desk.saveDraft(id, of: citizen, version: version, form: form)
  }

  func review(_ id: DraftID, of citizen: CitizenIdentity) async throws -> DraftReview {
    try await desk.review(id, of: citizen)
  }

  func lodge(_ id: DraftID, of citizen: CitizenIdentity) async throws -> CaseID {
    try await desk.lodge(id, of: citizen)
  }

  func cases(of citizen: CitizenID) async throws -> [CaseLine] {
    try await desk.cases(of: citizen)
  }

  func citizenCase(_ id: CaseID, of citizen: CitizenID) async throws -> CitizenCaseView {
    try await desk.citizenCase(id, of: citizen)
  }

  func beginPayment(
    _ id: CaseID, of citizen: CitizenID, ip: String, language: Language
  ) async throws -> String {
    try await desk.beginPayment(id, of: citizen, ip: ip, language: language)
  }

  func paymentReturn(rawQuery: String, of citizen: CitizenID?) async throws -> PaymentReturnView {
    try await desk.paymentReturn(rawQuery: rawQuery, of: citizen)
  }

  func notifyPayment(rawQuery: String) async throws -> (code: String, message: String) {
    try await desk.notifyPayment(rawQuery: rawQuery)
  }

  func correctContact(
    _ id: CaseID, of citizen: CitizenID, phone: String, email: String
  ) async throws {
    try await desk.correctContact(id, of: citizen, phone: phone, email: email)
  }

  func answerSupplement(_ id: CaseID, words: String, of citizen: CitizenID) async throws {
    try await desk.answerSupplement(id, words: words, of: citizen)
  }

  func chooseDelivery(
    _ id: CaseID, of citizen: CitizenID, way: String, address: String
  ) async throws {
    try await desk.chooseDelivery(id, of: citizen, way: way, address: address)
  }

  func handOverAtCounter(_ id: CaseID, version: Int, by officer: ActingOfficer) async throws {
    try await desk.handOverAtCounter(id, version: version, by: officer)
  }

  func certificateToHandOver(_ id: CaseID, by officer: ActingOfficer) async throws -> [UInt8] {
    try await desk.certificateToHandOver(id, by: officer)
  }

  func applyAgain(from id: CaseID, of citizen: CitizenIdentity) async throws -> DraftID {
    try await desk.applyAgain(from: id, of: citizen)
  }

  func caseStatus(number: String, secret: String) async throws -> CaseStatusView {
    try await desk.caseStatus(number: number, secret: secret)
  }

  func slip(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8] {
    try await awayFromLoops { try await desk.slip(id, of: citizen) }
  }

  func departureSlip(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8] {
    try await desk.departureSlip(id, of: citizen)
  }

  func receipt(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8] {
    try await awayFromLoops { try await desk.receipt(id, of: citizen) }
  }

  func certificate(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8] {
    try await desk.certificate(id, of: citizen)
  }

  func receive(_ id: CaseID, of citizen: CitizenID) async throws {
    try await desk.receive(id, of: citizen)
  }

  func withdraw(_ id: CaseID, of citizen: CitizenID) async throws {
    try await desk.withdraw(id, of: citizen)
  }

  func officer(_ id: OfficerID) async throws -> ActingOfficer? { try await desk.officer(id) }

  func officeCase(_ id: CaseID, by officer: ActingOfficer) async throws -> OfficeCaseView {
    try await desk.officeCase(id, by: officer)
  }

  func accept(
    _ id: CaseID, version: Int, checks: AcceptanceChecks, by officer: ActingOfficer
  ) async throws {
    try await desk.accept(id, version: version, checks: checks, by: officer)
  }

  func askSupplement(
    _ id: CaseID, version: Int, reasons: Set<SupplementReason>, words: String,
    by officer: ActingOfficer
  ) async throws {
    try await desk.askSupplement(
      id, version: version, reasons: reasons, words: words, by: officer)
  }

  func examineBodyRequest(
    _ typed: [String: String], by officer: ActingOfficer
  ) async throws -> BodyRequestReading {
    try await desk.examineBodyRequest(typed, by: officer)
  }

  func sendOutside(
    _ id: CaseID, version: Int, way: CaseEvent.SendingWay, reference: String,
    by officer: ActingOfficer
  ) async throws {
    try await desk.sendOutside(
      id, version: version, way: way, reference: reference, by: officer)
  }

  func forward(_ id: CaseID, version: Int, by officer: ActingOfficer) async throws {
    try await desk.forward(id, version: version, by: officer)
  }

  func refuse(
    _ id: CaseID, version: Int, groundCode: String, words: String, by officer: ActingOfficer
  ) async throws {
    guard let ground = RefusalGround(rawValue: groundCode) else { throw Refused.reasonMissing }
    try await desk.refuse(id, version: version, ground: ground, words: words, by: officer)
  }

  func fileAnswer(
    _ id: CaseID, version: Int, answer: FiledAnswer, by officer: ActingOfficer
  ) async throws {
    try await desk.fileAnswer(id, version: version, answer: answer, by: officer)
  }

  func askAgain(_ id: CaseID, body: AgencyBody, by officer: ActingOfficer) async throws {
    try await desk.askAgain(id, body: body, by: officer)
  }

  func assess(
    _ id: CaseID, version: Int, work: AssessorsWork, by officer: ActingOfficer
  ) async throws {
    try await desk.assess(id, version: version, work: work, by: officer)
  }

  func approve(
    _ id: CaseID, version: Int, acknowledging seen: Set<String>, by officer: ActingOfficer
  ) async throws {
    try await desk.approve(id, version: version, acknowledging: seen, by: officer)
  }

  func sendBack(
    _ id: CaseID, version: Int, reason: String, by officer: ActingOfficer
  ) async throws {
    try await desk.sendBack(id, version: version, reason: reason, by: officer)
  }

  func preview(_ id: CaseID, by officer: ActingOfficer) async throws -> [UInt8] {
    try await awayFromLoops { try await desk.preview(id, by: officer) }
  }

  func publicCertificate(token: String) async throws -> PublicCertificate? {
    try await desk.publicCertificate(token: token)
  }

  func compare(token: String, typed: TypedFromPaper) async throws -> Comparison? {
    try await desk.compare(token: token, typed: typed)
  }

  func examineFile(_ pdf: [UInt8]) async throws -> ExaminedFile {
    try await awayFromLoops { ExaminedFile(try await desk.examine(pdf: pdf)) }
  }

  func trust() async throws -> TrustView {
    let checkpoint = try await desk.database.read { connection in
      try Checkpoints.latest(in: connection)
    }
    let keys = try desk.offices.values.sorted { $0.agency.code < $1.agency.code }.map {
      try QRKey(of: $0.press.signers.qr, agency: $0.agency)
    }
    return TrustView(
      rootPEM: try desk.trustRoots.map { try $0.certificate.serializeAsPEM().pemString }
        .joined(separator: "\n"),
      keysJSON: String(decoding: try PublishedKeys.json(keys), as: UTF8.self),
      checkpoint: checkpoint?.note, checkpointKey: assembly.verifier.vkey)
  }

  func pulse() async throws {
    _ = try await desk.database.read { connection in
      try Installation.stored(in: connection)
    }
  }
}

extension ExaminedFile {
  init(_ examination: Examination) {
    let report = examination.report
    let verdict: Verdict =
      switch report.verdict {
      case .valid: .valid
      case .unsigned: .unsigned
      case .notValid: report.signatures.isEmpty ? .unreadable : .changed
      }
    self.init(
      verdict: verdict, digest: report.digest, signatures: report.signatures.map { Signed($0) },
      registered: examination.registered)
  }
}

extension ExaminedFile.Signed {
  init(_ report: SignatureReport) {
    let coverage: Coverage =
      switch report.coverage {
      case .wholeFile: .wholeFile
      case .earlierRevision: .earlierRevision
      case .neither: .neither
      }
    self.init(
      signer: words(of: report.signer), issuer: words(of: report.issuer),
      at: report.timestamp?.at ?? report.claimedAt,
      timestampAuthority: report.timestamp?.authority.commonName, coverage: coverage,
      standing: report.doubts.isEmpty ? .right : .doubtful)
  }
}

private func words(of name: CertificateName?) -> String {
  guard let name else { return "" }
  return [name.commonName, name.title, name.organization].filter { !$0.isEmpty }
    .joined(separator: ", ")
}

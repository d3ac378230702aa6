package import Assessment
package import CaseFile
package import Desk
package import Intake
package import Law
package import Vocabulary

/// What the pages ask of the desk. The desk is behind it in the program; in the tests of pages a
/// desk of invented cases is.
///
/// Every call may throw `Refused` (the desk says no, and why) or `Fault` (the world failed).
package protocol FrontDesk: SessionBook, RulesDesk, RecordsDesk, SuppliersDesk,
  PapersDesk, PersonDesk, RefundsDesk, RevocationDesk, FormsDesk, OfficersDesk, MoneyDesk,
  BodyRequestsDesk
{
  // The site.
  func site(in language: Language) -> SiteFacts
  /// The accounts of a demo; nil in a real installation.
  var demoCast: DemoCast? { get }
  func formChoices(in language: Language) async throws -> FormChoices

  // Citizen.
  func beginSignIn(language: Language) async throws -> SignInStart
  func finishSignIn(
    code: String, state: String, pending: PendingSignIn
  ) async throws -> CitizenIdentity
  func citizen(_ id: CitizenID) async throws -> CitizenIdentity?
  /// - Parameter role: who applies, seen from the person whom the certificate is about.
  /// `wish` is what was chosen before.
  func newDraft(
    for citizen: CitizenIdentity, as role: ApplicantRole, wishing wish: DraftWish
  ) async throws -> DraftID
  func draft(_ id: DraftID, of citizen: CitizenID) async throws -> DraftView
  func drafts(of citizen: CitizenID) async throws -> [DraftView]
  func saveDraft(
    _ id: DraftID, of citizen: CitizenID, version: Int, form: DeclarationForm
  ) async throws -> DraftSaving
  func review(_ id: DraftID, of citizen: CitizenIdentity) async throws -> DraftReview
  func lodge(_ id: DraftID, of citizen: CitizenIdentity) async throws -> CaseID
  func cases(of citizen: CitizenID) async throws -> [CaseLine]
  func citizenCase(_ id: CaseID, of citizen: CitizenID) async throws -> CitizenCaseView
  func beginPayment(
    _ id: CaseID, of citizen: CitizenID, ip: String, language: Language
  ) async throws -> String
  func paymentReturn(rawQuery: String, of citizen: CitizenID?) async throws -> PaymentReturnView
  func notifyPayment(rawQuery: String) async throws -> (code: String, message: String)
  func slip(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8]
  /// That the file was sent to a competent agency outside.
  func departureSlip(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8]
  func receipt(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8]
  func certificate(_ id: CaseID, of citizen: CitizenID) async throws -> [UInt8]
  func receive(_ id: CaseID, of citizen: CitizenID) async throws
  func withdraw(_ id: CaseID, of citizen: CitizenID) async throws
  func chooseDelivery(
    _ id: CaseID, of citizen: CitizenID, way: String, address: String
  ) async throws
  func handOverAtCounter(_ id: CaseID, version: Int, by officer: ActingOfficer) async throws
  func certificateToHandOver(_ id: CaseID, by officer: ActingOfficer) async throws -> [UInt8]
  func correctContact(
    _ id: CaseID, of citizen: CitizenID, phone: String, email: String
  ) async throws
  func answerSupplement(_ id: CaseID, words: String, of citizen: CitizenID) async throws
  /// A new draft with what was typed for an earlier case.
  func applyAgain(from id: CaseID, of citizen: CitizenIdentity) async throws -> DraftID

  // Office.
  func officer(_ id: OfficerID) async throws -> ActingOfficer?
  func queue(
    of officer: ActingOfficer, states: [StateName], after key: QueueKey?, limit: Int
  ) async throws -> QueuePage
  func officeCase(_ id: CaseID, by officer: ActingOfficer) async throws -> OfficeCaseView
  func accept(
    _ id: CaseID, version: Int, checks: AcceptanceChecks, by officer: ActingOfficer
  ) async throws
  /// Hands the case on to the agency that is competent.
  func forward(_ id: CaseID, version: Int, by officer: ActingOfficer) async throws
  /// Sends the case to a competent agency outside this installation; here it ends.
  func sendOutside(
    _ id: CaseID, version: Int, way: CaseEvent.SendingWay, reference: String,
    by officer: ActingOfficer
  ) async throws
  /// `ground` is a code of `FormChoices.refusalGrounds`.
  func refuse(
    _ id: CaseID, version: Int, groundCode: String, words: String, by officer: ActingOfficer
  ) async throws
  func askSupplement(
    _ id: CaseID, version: Int, reasons: Set<SupplementReason>, words: String,
    by officer: ActingOfficer
  ) async throws
  func fileAnswer(
    _ id: CaseID, version: Int, answer: FiledAnswer, by officer: ActingOfficer
  ) async throws
  func askAgain(_ id: CaseID, body: AgencyBody, by officer: ActingOfficer) async throws
  /// What the rules conclude now, from the record and from what is typed. Nothing is stored.
  func conclusions(
    _ id: CaseID, of work: AssessorsWork, by officer: ActingOfficer
  ) async throws -> ConclusionsView
  func saveWorksheet(
    _ id: CaseID, version: Int, work: AssessorsWork, by officer: ActingOfficer
  ) async throws
  func askFact(
    _ id: CaseID, version: Int, conviction: String, part: FactPart, work: AssessorsWork,
    by officer: ActingOfficer
  ) async throws
  func askFactAgain(_ id: CaseID, inquiry: InquiryID, by officer: ActingOfficer) async throws
  func fileFact(
    _ id: CaseID, version: Int, fact: FiledFact, by officer: ActingOfficer
  ) async throws
  func takeFact(
    _ id: CaseID, version: Int, inquiry: InquiryID, work: AssessorsWork,
    by officer: ActingOfficer
  ) async throws
  func assess(
    _ id: CaseID, version: Int, work: AssessorsWork, by officer: ActingOfficer
  ) async throws
  func approve(
    _ id: CaseID, version: Int, acknowledging seen: Set<String>, by officer: ActingOfficer
  ) async throws
  func sendBack(
    _ id: CaseID, version: Int, reason: String, by officer: ActingOfficer
  ) async throws
  /// The certificate as it would be, stamped as a draft.
  func preview(_ id: CaseID, by officer: ActingOfficer) async throws -> [UInt8]

  /// What the nightly walk over the records found.
  func clearances(
    _ list: ClearanceList, after place: ClearancePlace?, limit: Int, by officer: ActingOfficer
  ) async throws -> ClearancePage

  /// Whether a body may ask what it asks, and by when it is answered. Nothing is stored.
  func examineBodyRequest(
    _ typed: [String: String], by officer: ActingOfficer
  ) async throws -> BodyRequestReading

  /// How often somebody saw that no certificate was needed.
  func avoided(by officer: ActingOfficer) async throws -> AvoidedView

  // Public.
  /// What the law says of a purpose; nil where there is none of this code.
  func need(
    purpose: String, kind: CertificateKind, of citizen: CitizenID?
  ) async throws -> NeedView?
  func countAvoided(purpose: String, kind: CertificateKind) async throws
  /// How a case stands, by its number and the secret of its slip.
  func caseStatus(number: String, secret: String) async throws -> CaseStatusView
  func publicCertificate(token: String) async throws -> PublicCertificate?
  func compare(token: String, typed: TypedFromPaper) async throws -> Comparison?
  func examineFile(_ pdf: [UInt8]) async throws -> ExaminedFile
  func trust() async throws -> TrustView
  /// Throws where the database cannot be read: `/health` then says 503.
  func pulse() async throws
}

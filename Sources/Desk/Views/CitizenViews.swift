import Assessment
package import CaseFile
package import Intake
import Issuance
package import Law
package import Vocabulary

/// What pages show. Plain values; nothing here can act.

/// The signed-in citizen.
package struct CitizenIdentity: Equatable, Sendable, Codable {
  package var id: CitizenID
  package var name: PersonName
  package var nationalID: NationalID
  package var birthDate: BirthDate
}

/// What is kept between the redirect to the e-identity provider and the return from it.
package struct PendingSignIn: Equatable, Sendable, Codable {
  package var state: String
  package var nonce: String
  package var verifier: String
  package var startedAt: Instant
}

package struct SignInStart: Equatable, Sendable {
  package var url: String
  package var pending: PendingSignIn
}

package struct DraftView: Equatable, Sendable {
  package var id: DraftID
  package var version: Int
  package var form: DeclarationForm
  package var origins: [String: FieldOrigin]
  package var register: RegisterStanding
  /// Set once the draft has become a case: the form is then only to be read.
  package var lodgedCase: CaseID?
  package var updatedAt: Instant
  package var papers: [PaperView] = []
  /// What the population register says, by field: changing it says that the register is wrong.
  package var registered: [FormField: String] = [:]

  /// Whether an earlier application about the same person has residences to copy.
  package var hasEarlierResidences = false

  /// Whether the population register could be asked.
  package enum RegisterStanding: String, Equatable, Sendable, Codable {
    case prefilled
    case noEntry
    /// The register was down or answered nonsense: what is typed is "to be confirmed".
    case unreachable
  }
}

/// What became of saving a draft.
package enum DraftSaving: Equatable, Sendable {
  case saved
  /// It had become a case already, and stays as it was lodged.
  case lodgedBefore(CaseID)
}

/// A checked draft: what would be lodged, and what it costs.
package struct DraftReview: Equatable, Sendable {
  package var draft: DraftView
  package var outcome: Outcome
  package var fee: FeeQuote?
  /// Set where another agency is competent.
  package var elsewhere: ElsewhereView?

  package enum Outcome: Equatable, Sendable {
    case ready(Declaration, warnings: [Warning])
    case lacking([Lack])
  }
}

/// The fee with its reason.
package struct FeeQuote: Equatable, Sendable {
  package var amount: Dong
  /// The code of the fee group that was claimed.
  package var group: String
  package var lines: [Line]
  package var citations: [Citation]

  /// The provisions on one line, as the journal keeps them.
  var basis: String { citations.map(\.description).joined(separator: "; ") }

  package struct Line: Equatable, Sendable {
    package var vietnamese: String
    package var english: String
    package var amount: Dong
  }
}

/// One line of a list of cases.
package struct CaseLine: Equatable, Sendable {
  package var id: CaseID
  package var number: CaseNumber
  package var kind: CertificateKind
  package var state: StateName
  package var lodgedAt: Instant
  package var dueOn: CivilDate?
}

/// A case as its citizen sees it. No outcome of inquiries, no officer's name.
package struct CitizenCaseView: Equatable, Sendable {
  package var line: CaseLine
  package var version: Int
  package var declaration: Declaration
  package var fee: FeeStanding
  /// Which limit holds and why; nil until acceptance.
  package var dueGrounds: DueGrounds?
  package var payments: [PaymentView]
  package var inquiries: [InquiryView]
  package var history: [HistoryLine]
  package var certificate: CertificateView?
  /// The officer's words of a refusal; nil otherwise.
  package var refusal: String?
  /// The ground in law of a refusal.
  package var refusalGround: RefusalGround?
  /// Why the case takes longer, and who is waited for; nil while it goes as usual.
  package var delay: DelayView?
  /// Until acceptance, where another agency is competent.
  package var elsewhere: ElsewhereView?
  package var forwarded: ForwardedView?
  /// From tomorrow to the day of the appointment; negative when that day has passed, by the
  /// working days since. Nil before acceptance and after the end.
  package var workingDaysLeft: Int?
  package var contact: ContactDetails
  package var looks: [LookView]
  package var canCorrectContact: Bool
  package var delivery: DeliveryChoice
  /// Every way with whether the agency offers it now.
  package var deliveryOffers: [DeliveryOffer]
  package var canChooseDelivery: Bool
  /// "This is not me": what the holder said, and what was answered.
  package var dispute: CitizenDispute?
  package var canDispute: Bool
  package var canPay: Bool
  package var canWithdraw: Bool
  package var canReceive: Bool
  package var papers: [PaperView] = []
  package var refunds: [RefundView] = []
  /// Where the person says that a register is wrong, and what was decided.
  package var disputes: [DisputedFieldView] = []
  /// What the person was asked to complete, the latest first.
  package var supplements: [SupplementView] = []
  /// That the agency excused itself for another day; nil where it did not.
  package var apology: ApologyView?
  /// What the case corrects, and what corrects its certificate.
  package var correction = CorrectionView()
}

/// That officers of an agency opened the file on a day, and how often. No officer's name.
package struct LookView: Equatable, Sendable {
  package var on: CivilDate
  package var agency: Bilingual
  package var times: Int
  /// Why it was opened by who did not work on it; each kind once.
  package var reasons: [LookReason] = []
}

/// What the slip's secret opens: the step and the days, and nothing of the person.
package struct CaseStatusView: Equatable, Sendable {
  package var number: String
  package var state: StateName
  package var dueOn: CivilDate?
  package var workingDaysLeft: Int?
}

/// Why a case takes longer. It names bodies and reasons, and no outcome.
package struct DelayView: Equatable, Sendable {
  package var reason: Reason
  /// Bodies that were asked about the record and have not answered.
  package var bodies: [AgencyBody]
  /// Those who hold a fact of a judgment, were asked for it and have not answered.
  package var holders: [FactHolder]
  /// Since when the longest of them is waited for; nil where nobody is.
  package var since: CivilDate?

  package enum Reason: String, Equatable, Sendable, CaseIterable {
    /// Whether a conviction is cleared must be verified (Law 28/2009/QH12, Article 48.1).
    case clearanceToVerify
    /// The appointment has passed and a body has not answered.
    case bodySilent
    /// By the day of the certificate, or by a new document, the conclusion had to be made again.
    case conclusionChanged
  }

  package init(
    reason: Reason, bodies: [AgencyBody], holders: [FactHolder], since: CivilDate?
  ) {
    self.reason = reason
    self.bodies = bodies
    self.holders = holders
    self.since = since
  }
}

package struct PaymentView: Equatable, Sendable {
  package var reference: String
  package var amount: Dong
  package var state: PaymentStateName
  /// The gateway's answer code where it gave one.
  package var code: String?
  package var startedAt: Instant
}

package enum PaymentStateName: String, Equatable, Sendable, Codable, CaseIterable {
  /// Sent to the gateway, no word yet.
  case pending
  case paid
  case failed
  /// The gateway never confirmed and says it knows of no payment.
  case lapsed
  /// Paid although nothing was owed: twice, or after the case ended. To be refunded.
  case surplus
  /// The gateway reports another amount. An accountant must look.
  case disputed
}

package struct InquiryView: Equatable, Sendable {
  package var body: AgencyBody
  package var state: State

  package enum State: String, Equatable, Sendable, Codable, CaseIterable {
    case waitingToBeSent
    case sent
    case answered
  }
}

package struct HistoryLine: Equatable, Sendable {
  package var at: Instant
  package var kind: HistoryKind
}

/// What a citizen may know of an event.
package enum HistoryKind: String, Equatable, Sendable, CaseIterable {
  case lodged, feeExempted, paymentBegan, paymentFailed, feePaid, surplusReceived, amountDisputed
  case accepted, refused, forwarded, withdrawn, inquirySent, inquiryAnswered, assessed, sentBack
  case approved, issued, handedOver, factAsked, factAnswered, reopened, sentOutside, dueLengthened
  case contactCorrected, deliveryChosen, personDisputed, revoked, reappointed
  case paperAttached, paperAttachedByOfficer, supplementAsked, supplementAnswered, supplementLapsed
  case refundOwed, refundAsked, refundDone, refundRefused, refundByHand
}

package struct CertificateView: Equatable, Sendable {
  package var number: String
  package var issuedOn: CivilDate
  package var state: CertificateState
  /// `B-B` or `B-T`.
  package var level: String
  /// When and why it was taken back; nil where it stands.
  package var revoked: RevokedView?
  /// The number of the certificate that took its place; nil where none did.
  package var replacedBy: String?
}

package struct RevokedView: Equatable, Sendable {
  package var on: CivilDate
  package var ground: RevocationGround
}

package enum CertificateState: String, Equatable, Sendable, Codable, CaseIterable {
  case issuing, issued, revoked
}

/// What the page after the gateway's redirect shows. It changes nothing.
package struct PaymentReturnView: Equatable, Sendable {
  package var caseID: CaseID?
  package var state: PaymentStateName?
  package var signature: SignatureCheck
  package var code: String?

  package enum SignatureCheck: Equatable, Sendable {
    case good
    case bad
  }
}

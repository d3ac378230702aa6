package import Assessment
package import Handover
package import Intake
package import Issuance
package import Law
package import Records
package import Vocabulary

/// What can happen to a case. Past facts without personal data: names, declarations, answers and
/// findings are in the event's payload, which the event commits to by hash and a purge can remove.
package enum CaseEvent: Equatable, Sendable, Codable {
  case lodged(Lodging)
  case feeExempted(ground: String)
  case paymentBegan(payment: PaymentID, reference: String, amount: Dong)
  case paymentFailed(payment: PaymentID, code: String)
  case feePaid(payment: PaymentID, amount: Dong, receipt: String)
  /// Money that the case does not owe: paid twice, or after the case had ended. It is owed back.
  case surplusReceived(payment: PaymentID, amount: Dong)
  /// The gateway reports another amount than ours. Held apart until a person has looked.
  case amountDisputed(payment: PaymentID, amount: Dong)
  /// Money that is owed back, one step nearer to its payer.
  case refund(payment: PaymentID, amount: Dong, step: RefundStep)
  case accepted(by: OfficerID, dueOn: CivilDate)
  case refused(by: OfficerID, ground: String)
  /// Handed on with its file, before acceptance, to the agency that is competent.
  case forwarded(by: OfficerID, to: AgencyID)
  /// Sent with its file to a competent agency outside this installation: here it ends.
  case sentOutside(by: OfficerID, way: SendingWay)
  /// The person is asked, until the end of a day, to complete the application; what and why is
  /// the payload.
  case supplementAsked(by: OfficerID, answerBy: CivilDate)
  /// The person answered; the words are the payload. `dueOn`: the appointment, reckoned again
  /// without the days on which the clock stood; absent before acceptance.
  case supplementAnswered(by: CitizenID, dueOn: CivilDate? = nil)
  /// The day of the answer has passed without one: the clock runs on.
  case supplementLapsed(dueOn: CivilDate? = nil)
  /// The population register was asked, at lodging, whether who applies is tied to the person.
  case linkChecked(RegisterLink)
  /// An officer has seen the paper that shows the tie or the authority.
  case linkConfirmed(by: OfficerID)
  /// An officer says who is right about a field, the register or the person.
  case fieldDecided(field: FormField, verdict: FieldVerdict, by: OfficerID)
  case withdrawn(by: CitizenID)
  /// The person says how to be reached from now on; telephone and mail address are the payload.
  case contactCorrected(by: CitizenID)
  /// Another way to receive the result. The payload is the address for the post, where it is one.
  case deliveryChosen(by: CitizenID, way: DeliveryWay)
  case inquirySent(inquiry: InquiryID, body: AgencyBody)
  case inquiryAnswered(inquiry: InquiryID, body: AgencyBody, outcome: FiledAnswer.Outcome)
  /// The body's message could not be used. The inquiry stays open.
  case answerUnusable(inquiry: InquiryID, body: AgencyBody, why: String)
  /// The agency excuses itself and names, once, another day for the result; why is the payload.
  case reappointed(by: OfficerID, dueOn: CivilDate)
  /// The longer limit of Article 48 came to hold after the acceptance.
  case dueLengthened(dueOn: CivilDate)
  /// What the assessor has typed so far, laid aside.
  case worksheetSaved(by: OfficerID)
  /// One fact of one judgment is asked of the body that holds it.
  case factAsked(inquiry: InquiryID, holder: FactHolder)
  case factAnswered(inquiry: InquiryID, holder: FactHolder)
  /// The body's message could not be used. The question stays open.
  case factUnusable(inquiry: InquiryID, holder: FactHolder, why: String)
  /// An officer took an answer over as a fact of the case.
  case factTaken(inquiry: InquiryID, by: OfficerID)
  /// The register was searched for the applicant; both sides are the payload.
  case personSearched(CaseSearch)
  /// An officer found a record by hand that the search did not.
  case candidateAdded(SearchedCandidate, by: OfficerID)
  /// An officer says whether a record is the applicant's; the reason is the payload.
  case candidateDecided(CandidateDecision)
  /// Two officers differ, and a leader decides.
  case candidateRuled(CandidateDecision)
  /// `overruled`: how many conclusions of the rules the assessor overruled; absent for none.
  /// `persons`: how many records were found to be the applicant's; absent in cases of the time
  /// before the register was searched.
  case assessed(by: OfficerID, overruled: Int? = nil, persons: Int? = nil)
  case sentBack(by: OfficerID)
  /// `acknowledged`: how many overrulings the second officer has seen; absent for none.
  case approved(by: OfficerID, acknowledged: Int? = nil)
  /// Before the number was taken, the conclusion no longer held: it must be found again.
  case reopened(why: Reopening)
  case issuanceIntended(Intention)
  /// The exact bytes that are about to be signed, stored before the act.
  case signatureIntended(certificate: CertificateID, step: SigningStep, prepared: String)
  case signatureMade(certificate: CertificateID, step: SigningStep, document: String)
  case issued(certificate: CertificateID, document: String, level: String)
  case handedOver(certificate: CertificateID, to: CitizenID)
  /// A paper became part of the case; its name and hash are payload.
  case paperAttached(paper: PaperID, purpose: PaperPurpose)
  /// "This is not me": the holder says so of the record that a certificate states.
  case personDisputed(by: CitizenID)
  /// An officer says whether it is; the reason, and the words for the citizen, are the payload.
  case disputeDecided(by: OfficerID, verdict: PersonVerdict)
  /// An officer wants the certificate taken back; the reason is the payload.
  case revocationProposed(RevocationProposal)
  /// The certificate is left standing; the reason is the payload.
  case revocationDeclined(certificate: CertificateID, by: OfficerID)
  /// On whose desk the present step of the case lies; nil takes it off again.
  case assigned(to: OfficerID?, by: OfficerID)
  /// A second person took the certificate back; the reason is the payload. `through`: the case
  /// of its own that decided it; absent where it was proposed and decided on this one.
  case revoked(certificate: CertificateID, by: OfficerID, through: CorrectingCase? = nil)
  /// An officer or the citizen opened the file.
  case looked

  package enum Reopening: String, Equatable, Sendable, Codable {
    /// By the day of the certificate, or by a document that came in, the rules conclude
    /// something else than what was found.
    case conclusionChanged
    /// The register now holds somebody who may be the applicant, on whom nobody has decided.
    case personToDecide
  }

  /// What an officer says of one pair, as it was compared.
  package struct CandidateDecision: Equatable, Sendable, Codable {
    package let record: RecordID
    package let edition: Int
    package let verdict: PersonVerdict
    package let by: OfficerID

    package init(record: RecordID, edition: Int, verdict: PersonVerdict, by: OfficerID) {
      self.record = record
      self.edition = edition
      self.verdict = verdict
      self.by = by
    }
  }

  package struct RevocationProposal: Equatable, Sendable, Codable {
    package let certificate: CertificateID
    package let ground: RevocationGround
    package let cause: Revocation.Cause
    package let by: OfficerID

    package init(
      certificate: CertificateID, ground: RevocationGround, cause: Revocation.Cause,
      by officer: OfficerID
    ) {
      self.certificate = certificate
      self.ground = ground
      self.cause = cause
      self.by = officer
    }
  }

  /// How a file leaves the installation.
  package enum SendingWay: String, Equatable, Sendable, Codable, CaseIterable {
    case paper
    case message
  }

  package struct Lodging: Equatable, Sendable, Codable {
    package let number: String
    package let citizen: CitizenID
    package let kind: CertificateKind
    package let procedure: String
    package let fee: Dong
    package let feeBasis: String
    package let ruleSet: String
    /// Which rows of it: `RuleVersion.text`. Nil in cases that are older than rule changes.
    package let ruleVersion: String?
    /// Nil in cases older than this field: they all came online.
    package let channel: LodgingChannel?
    /// The certificate that the case is to correct; nil for an application.
    package let cites: CitedCertificate?

    package init(
      number: String, citizen: CitizenID, kind: CertificateKind, procedure: String, fee: Dong,
      feeBasis: String, ruleSet: String, ruleVersion: String? = nil,
      channel: LodgingChannel? = nil, cites: CitedCertificate? = nil
    ) {
      self.cites = cites
      self.number = number
      self.citizen = citizen
      self.kind = kind
      self.procedure = procedure
      self.fee = fee
      self.feeBasis = feeBasis
      self.ruleSet = ruleSet
      self.ruleVersion = ruleVersion
      self.channel = channel
    }
  }

  package struct Intention: Equatable, Sendable, Codable {
    package let certificate: CertificateID
    package let number: String
    package let issuedOn: CivilDate
    package let assessor: OfficerID
    package let decider: OfficerID

    package init(
      certificate: CertificateID, number: String, issuedOn: CivilDate, assessor: OfficerID,
      decider: OfficerID
    ) {
      self.certificate = certificate
      self.number = number
      self.issuedOn = issuedOn
      self.assessor = assessor
      self.decider = decider
    }
  }
}

extension CaseEvent {
  /// The event's own name, for lists and filters.
  package var name: String {
    switch self {
    case .lodged: "lodged"
    case .feeExempted: "feeExempted"
    case .paymentBegan: "paymentBegan"
    case .paymentFailed: "paymentFailed"
    case .feePaid: "feePaid"
    case .surplusReceived: "surplusReceived"
    case .amountDisputed: "amountDisputed"
    case .refund(_, _, let step): step.name
    case .accepted: "accepted"
    case .refused: "refused"
    case .forwarded: "forwarded"
    case .sentOutside: "sentOutside"
    case .dueLengthened: "dueLengthened"
    case .reappointed: "reappointed"
    case .supplementAsked: "supplementAsked"
    case .supplementAnswered: "supplementAnswered"
    case .supplementLapsed: "supplementLapsed"
    case .linkChecked: "linkChecked"
    case .linkConfirmed: "linkConfirmed"
    case .fieldDecided: "fieldDecided"
    case .withdrawn: "withdrawn"
    case .contactCorrected: "contactCorrected"
    case .deliveryChosen: "deliveryChosen"
    case .inquirySent: "inquirySent"
    case .inquiryAnswered: "inquiryAnswered"
    case .answerUnusable: "answerUnusable"
    case .worksheetSaved: "worksheetSaved"
    case .factAsked: "factAsked"
    case .factAnswered: "factAnswered"
    case .factUnusable: "factUnusable"
    case .factTaken: "factTaken"
    case .personSearched: "personSearched"
    case .candidateAdded: "candidateAdded"
    case .candidateDecided: "candidateDecided"
    case .candidateRuled: "candidateRuled"
    case .assessed: "assessed"
    case .sentBack: "sentBack"
    case .approved: "approved"
    case .reopened: "reopened"
    case .issuanceIntended: "issuanceIntended"
    case .signatureIntended: "signatureIntended"
    case .signatureMade: "signatureMade"
    case .issued: "issued"
    case .handedOver: "handedOver"
    case .paperAttached: "paperAttached"
    case .personDisputed: "personDisputed"
    case .disputeDecided: "disputeDecided"
    case .revocationProposed: "revocationProposed"
    case .revocationDeclined: "revocationDeclined"
    case .revoked: "revoked"
    case .assigned: "assigned"
    case .looked: "looked"
    }
  }
}

import Assessment
import CaseFile
import Handover
import Intake
import Issuance
import Law
import Records
import Vocabulary

/// One case's worth of values for the machine's tests.
enum Sample {
  static let anna: OfficerID = id(1)
  static let binh: OfficerID = id(2)
  static let citizen: CitizenID = id(3)
  static let certificate: CertificateID = id(4)
  static let other: CertificateID = id(5)
  static let payment: PaymentID = id(6)
  static let inquiry: InquiryID = id(7)
  static let paper: PaperID = id(9)
  static let receiver: AgencyID = {
    guard let id = AgencyID("ca-hanoi") else { preconditionFailure("ca-hanoi is a code") }
    return id
  }()
  static let digest = String(repeating: "a", count: 64)

  static func id<Tag>(_ number: Int) -> OpaqueID<Tag> {
    guard let id = OpaqueID<Tag>(padded(number, to: 26)) else {
      preconditionFailure("digits are an id")
    }
    return id
  }

  static let lodging = CaseEvent.Lodging(
    number: "000.00.10.H13-261121-0001", citizen: citizen, kind: .number1,
    procedure: "2.000488", fee: Dong(200_000), feeBasis: "TT 244/2016/TT-BTC",
    ruleSet: "sample")

  static let issuing: [CaseEvent] = [
    .issuanceIntended(
      .init(
        certificate: certificate, number: "1/STP-LLTP", issuedOn: CivilDate(2026, 11, 21),
        assessor: anna, decider: binh)),
    .signatureIntended(certificate: certificate, step: .leader, prepared: digest),
    .signatureMade(certificate: certificate, step: .leader, document: digest),
    .signatureIntended(certificate: certificate, step: .seal, prepared: digest),
    .signatureMade(certificate: certificate, step: .seal, document: digest),
    .issued(certificate: certificate, document: digest, level: "B-T"),
  ]

  /// Every event, by a name of the test's own.
  static let events: [(name: String, event: CaseEvent)] = [
    ("lodged", .lodged(lodging)),
    ("feeExempted", .feeExempted(ground: "elderly")),
    ("paymentBegan", .paymentBegan(payment: payment, reference: "A", amount: Dong(1))),
    ("paymentFailed", .paymentFailed(payment: payment, code: "24")),
    ("feePaid", .feePaid(payment: payment, amount: Dong(200_000), receipt: "1")),
    ("surplusReceived", .surplusReceived(payment: payment, amount: Dong(200_000))),
    ("amountDisputed", .amountDisputed(payment: payment, amount: Dong(1))),
    ("accepted", .accepted(by: anna, dueOn: CivilDate(2026, 12, 1))),
    ("refused", .refused(by: anna, ground: "incompletePapers")),
    ("forwarded", .forwarded(by: anna, to: receiver)),
    ("sentOutside", .sentOutside(by: anna, way: .paper)),
    ("dueLengthened", .dueLengthened(dueOn: CivilDate(2026, 12, 7))),
    ("reappointed", .reappointed(by: anna, dueOn: CivilDate(2026, 12, 9))),
    ("supplementAsked", .supplementAsked(by: anna, answerBy: CivilDate(2026, 12, 21))),
    ("supplementAnswered", .supplementAnswered(by: citizen, dueOn: CivilDate(2026, 12, 7))),
    ("supplementLapsed", .supplementLapsed(dueOn: CivilDate(2026, 12, 7))),
    ("linkChecked", .linkChecked(.toBeConfirmed)),
    ("linkConfirmed", .linkConfirmed(by: anna)),
    ("fieldDecided", .fieldDecided(field: .personSex, verdict: .register, by: anna)),
    ("withdrawn", .withdrawn(by: citizen)),
    ("contactCorrected", .contactCorrected(by: citizen)),
    ("deliveryChosen", .deliveryChosen(by: citizen, way: .counter)),
    ("inquirySent", .inquirySent(inquiry: inquiry, body: .police)),
    ("inquiryAnswered", .inquiryAnswered(inquiry: inquiry, body: .police, outcome: .noRecord)),
    ("answerUnusable", .answerUnusable(inquiry: inquiry, body: .police, why: "status 500")),
    ("worksheetSaved", .worksheetSaved(by: anna)),
    ("factAsked", .factAsked(inquiry: inquiry, holder: .commune)),
    ("factAnswered", .factAnswered(inquiry: inquiry, holder: .commune)),
    ("factUnusable", .factUnusable(inquiry: inquiry, holder: .commune, why: "status 500")),
    ("factTaken", .factTaken(inquiry: inquiry, by: anna)),
    ("personSearched", .personSearched(search([]))),
    ("candidateAdded", .candidateAdded(candidate(.byHand), by: anna)),
    ("candidateDecided", .candidateDecided(decision(.same, by: anna))),
    ("candidateRuled", .candidateRuled(decision(.same, by: binh))),
    ("assessed", .assessed(by: anna)),
    ("sentBack", .sentBack(by: binh)),
    ("approved", .approved(by: binh)),
    ("reopened", .reopened(why: .conclusionChanged)),
    ("issuanceIntended", issuing[0]),
    ("leaderIntended", issuing[1]),
    ("leaderSigned", issuing[2]),
    ("sealIntended", issuing[3]),
    ("sealSigned", issuing[4]),
    ("issued", issuing[5]),
    ("handedOver", .handedOver(certificate: certificate, to: citizen)),
    ("paperAttached", .paperAttached(paper: paper, purpose: .feeGroup)),
    ("personDisputed", .personDisputed(by: citizen)),
    ("disputeDecided", .disputeDecided(by: anna, verdict: .same)),
    ("refund", .refund(payment: payment, amount: Dong(200_000), step: .owed)),
    (
      "revocationProposed",
      .revocationProposed(
        .init(certificate: certificate, ground: .wrongContent, cause: .officer, by: anna))
    ),
    ("revocationDeclined", .revocationDeclined(certificate: certificate, by: binh)),
    ("revoked", .revoked(certificate: certificate, by: binh)),
    ("assigned", .assigned(to: binh, by: anna)), ("looked", .looked),
  ]

  static func search(_ candidates: [SearchedCandidate]) -> CaseSearch {
    CaseSearch(
      register: "7-aa", weights: "sample", entries: 7, compared: 3, review: -400, match: 1000,
      isCapped: false, candidates: candidates)
  }

  static func candidate(
    _ outcome: SearchedCandidate.Outcome, edition: Int = 1
  ) -> SearchedCandidate {
    SearchedCandidate(
      record: RecordID(12), edition: edition, outcome: outcome, weight: 0, isDrawn: false,
      remembered: nil)
  }

  static func decision(
    _ verdict: PersonVerdict, by officer: OfficerID, edition: Int = 1
  ) -> CaseEvent.CandidateDecision {
    CaseEvent.CandidateDecision(
      record: RecordID(12), edition: edition, verdict: verdict, by: officer)
  }

  /// One example of each state.
  static let states: [StateName: CaseState] = [
    .awaitingFee: .awaitingFee,
    .lodged: .lodged,
    .inAssessment: .inAssessment(acceptedBy: anna),
    .awaitingSupplement: .awaitingSupplement(of: .assessment(acceptedBy: anna)),
    .assessed: .assessed(by: anna, overruled: 0),
    .approved: .approved(assessor: anna, decider: binh),
    .issuing: .issuing(certificate, .intended),
    .issued: .issued(certificate, document: digest),
    .handedOver: .handedOver(certificate, document: digest),
    .revoked: .revoked(certificate, document: digest),
    .refused: .refused(by: anna),
    .sentOutside: .sentOutside(by: anna),
    .withdrawn: .withdrawn,
  ]

  /// What leads where. A pair that is not here is refused.
  static let table: [StateName: [String: StateName]] = {
    var table: [StateName: [String: StateName]] = [:]
    for state in StateName.allCases {
      for note in [
        "paymentBegan", "paymentFailed", "surplusReceived", "amountDisputed", "looked", "refund",
      ] {
        table[state, default: [:]][note] = state
      }
    }
    for state in StateName.allCases where !state.isClosed {
      table[state]?["contactCorrected"] = state
      table[state]?["deliveryChosen"] = state
      table[state]?["assigned"] = state
    }
    for state in [StateName.awaitingFee, .lodged, .inAssessment, .awaitingSupplement] {
      table[state]?["paperAttached"] = state
    }
    for state in StateName.allCases where ![.awaitingFee, .lodged, .sentOutside].contains(state) {
      for note in [
        "inquirySent", "inquiryAnswered", "answerUnusable", "factAnswered", "factUnusable",
      ] {
        table[state]?[note] = state
      }
    }
    for state in [StateName.inAssessment, .assessed, .approved] {
      table[state]?["reappointed"] = state
    }
    table[.awaitingFee]?.merge(
      [
        "feePaid": .lodged, "feeExempted": .lodged, "withdrawn": .withdrawn,
        "sentOutside": .sentOutside, "linkChecked": .awaitingFee,
      ]) { $1 }
    table[.lodged]?.merge(
      [
        "accepted": .inAssessment, "refused": .refused, "withdrawn": .withdrawn,
        "forwarded": .lodged, "sentOutside": .sentOutside,
        "supplementAsked": .awaitingSupplement, "linkConfirmed": .lodged, "fieldDecided": .lodged,
      ]) { $1 }
    table[.inAssessment]?.merge(
      [
        "assessed": .assessed, "refused": .refused, "withdrawn": .withdrawn,
        "worksheetSaved": .inAssessment, "factAsked": .inAssessment, "factTaken": .inAssessment,
        "dueLengthened": .inAssessment, "supplementAsked": .awaitingSupplement,
        "personSearched": .inAssessment, "candidateAdded": .inAssessment,
        "candidateDecided": .inAssessment, "candidateRuled": .inAssessment,
      ]) { $1 }
    table[.awaitingSupplement]?.merge(
      [
        "supplementAnswered": .inAssessment, "supplementLapsed": .inAssessment,
        "withdrawn": .withdrawn, "personSearched": .awaitingSupplement,
      ]) { $1 }
    table[.assessed]?.merge(
      [
        "approved": .approved, "sentBack": .inAssessment, "withdrawn": .withdrawn,
        "personSearched": .assessed, "reopened": .inAssessment,
      ]) { $1 }
    table[.approved]?.merge(
      [
        "issuanceIntended": .issuing, "reopened": .inAssessment, "personSearched": .approved,
      ]) { $1 }
    table[.handedOver]?.merge(
      ["personDisputed": .handedOver, "disputeDecided": .handedOver]) { $1 }
    table[.revoked]?["disputeDecided"] = .revoked
    for state in [StateName.issued, .handedOver] {
      table[state]?.merge(
        [
          "revocationProposed": state, "revocationDeclined": state, "revoked": .revoked,
        ]) { $1 }
    }
    // About the certificate that the case cites; its history knows whether it cites one.
    for state in [StateName.lodged, .inAssessment] {
      table[state]?.merge(
        [
          "revocationProposed": state, "revocationDeclined": state, "revoked": .revoked,
        ]) { $1 }
    }
    table[.issuing]?["leaderIntended"] = .issuing
    table[.issued]?["handedOver"] = .handedOver
    return table
  }()
}

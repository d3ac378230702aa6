package import Assessment
package import Handover
import Issuance
import Vocabulary

/// Why an event cannot happen to a case as it stands.
package enum CaseRefusal: Error, Equatable, Sendable {
  case outOfOrder(at: StateName)
  /// Four eyes: the officer who assessed cannot decide.
  case sameOfficer
  /// The assessor overruled the rules, and the decider has not said to have seen it.
  case overrulingNotAcknowledged
  case notTheSameCertificate
  /// The agency has asked for a supplement once.
  case supplementAskedBefore
  /// It has excused itself and named another day once.
  case reappointedBefore
  case newDayTooEarly
  /// Who the applicant is in the register does not allow it.
  case person(PersonRefusal)
  /// The proceeding on the certificate does not allow it.
  case revocation(RevocationRefusal)
  /// Both answered for the certificate that the case corrects.
  case bothAnsweredBefore
}

extension CaseState {
  /// The whole procedure. There is no `default` over states and acts: a new one does not compile
  /// until somebody has decided what it means here. Nil is the case before it exists.
  package static func after(
    _ state: CaseState?, _ event: CaseEvent
  ) throws(CaseRefusal) -> CaseState {
    switch (state, event) {
    case (nil, .lodged):
      return .awaitingFee
    case (nil, _):
      throw .outOfOrder(at: .awaitingFee)
    case (.some(let state), _):
      return try state.after(event)
    }
  }

  package func after(_ event: CaseEvent) throws(CaseRefusal) -> CaseState {
    switch event {
    // Facts about money and looks never move the case by themselves.
    case .paymentBegan, .paymentFailed, .surplusReceived, .amountDisputed, .refund, .looked:
      return self
    case .lodged:
      throw .outOfOrder(at: name)
    case .feePaid, .feeExempted:
      guard self == .awaitingFee else { throw .outOfOrder(at: name) }
      return .lodged
    case .linkChecked:
      guard self == .awaitingFee else { throw .outOfOrder(at: name) }
      return self
    case .linkConfirmed, .fieldDecided:
      guard self == .lodged else { throw .outOfOrder(at: name) }
      return self
    case .supplementAsked:
      return try interrupted()
    case .supplementAnswered, .supplementLapsed:
      return try resumed()
    case .withdrawn:
      return try withdrawn()
    case .contactCorrected, .deliveryChosen, .assigned:
      guard !name.isClosed else { throw .outOfOrder(at: name) }
      return self
    case .refused(let officer, _):
      return try refused(by: officer)
    case .accepted(let officer, _):
      guard self == .lodged else { throw .outOfOrder(at: name) }
      return .inAssessment(acceptedBy: officer)
    case .forwarded:
      guard self == .lodged else { throw .outOfOrder(at: name) }
      return self
    case .sentOutside(let officer, _):
      // Nobody need pay here for what another agency will decide.
      guard self == .lodged || self == .awaitingFee else { throw .outOfOrder(at: name) }
      return .sentOutside(by: officer)
    case .inquirySent, .inquiryAnswered, .answerUnusable, .factAnswered, .factUnusable:
      return try underAssessment()
    case .worksheetSaved, .factAsked, .factTaken, .dueLengthened:
      guard case .inAssessment = self else { throw .outOfOrder(at: name) }
      return self
    case .reappointed:
      return try reappointed()
    case .paperAttached:
      return try paperAttached()
    case .personSearched:
      return try searched()
    case .candidateAdded, .candidateDecided, .candidateRuled:
      guard case .inAssessment = self else { throw .outOfOrder(at: name) }
      return self
    case .personDisputed:
      guard case .handedOver = self else { throw .outOfOrder(at: name) }
      return self
    case .disputeDecided:
      return try disputed()
    case .revocationProposed, .revocationDeclined, .revoked:
      return try revoking(event)
    case .assessed(let officer, let overruled, _):
      guard case .inAssessment = self else { throw .outOfOrder(at: name) }
      return .assessed(by: officer, overruled: overruled ?? 0)
    case .sentBack(let officer):
      return try sentBack(by: officer)
    case .approved(let officer, let acknowledged):
      return try approved(by: officer, acknowledging: acknowledged ?? 0)
    case .reopened:
      return try reopened()
    case .issuanceIntended, .signatureIntended, .signatureMade, .issued:
      return try issuing(event)
    case .handedOver(let certificate, _):
      guard case .issued(let own, let document) = self else { throw .outOfOrder(at: name) }
      guard own == certificate else { throw .notTheSameCertificate }
      return .handedOver(own, document: document)
    }
  }

  /// An answer is owed also where the certificate was revoked meanwhile.
  private func disputed() throws(CaseRefusal) -> CaseState {
    switch self {
    case .handedOver, .revoked: return self
    case .awaitingFee, .lodged, .inAssessment, .awaitingSupplement, .assessed, .approved,
      .issuing, .issued, .refused, .sentOutside, .withdrawn:
      throw .outOfOrder(at: name)
    }
  }

  /// An issued certificate is taken back, whether or not its holder has it. A case that is still
  /// in hand ends so about the certificate that it cites; which one that is, its history knows.
  private func revoking(_ event: CaseEvent) throws(CaseRefusal) -> CaseState {
    switch self {
    case .issued(let own, let document), .handedOver(let own, let document):
      guard event.certificate == own else { throw .notTheSameCertificate }
      if case .revoked = event { return .revoked(own, document: document) }
      return self
    case .lodged, .inAssessment:
      guard case .revoked(let cited, _, _) = event else { return self }
      return .revoked(cited, document: nil)
    case .awaitingFee, .awaitingSupplement, .assessed, .approved, .issuing, .revoked, .refused,
      .sentOutside, .withdrawn:
      throw .outOfOrder(at: name)
    }
  }

  /// The register is searched from acceptance until the certificate's number is taken.
  private func searched() throws(CaseRefusal) -> CaseState {
    switch self {
    case .inAssessment, .awaitingSupplement(of: .assessment), .assessed, .approved: return self
    case .awaitingFee, .lodged, .awaitingSupplement(of: .intake), .issuing, .issued, .handedOver,
      .revoked,
      .refused, .sentOutside, .withdrawn:
      throw .outOfOrder(at: name)
    }
  }

  /// Back to its assessor by itself, until the number is taken.
  private func reopened() throws(CaseRefusal) -> CaseState {
    switch self {
    case .assessed(let assessor, _), .approved(let assessor, _):
      return .inAssessment(acceptedBy: assessor)
    case .awaitingFee, .lodged, .inAssessment, .awaitingSupplement, .issuing, .issued,
      .handedOver, .revoked, .refused, .sentOutside, .withdrawn:
      throw .outOfOrder(at: name)
    }
  }

  /// Another day is named while work goes on and the clock runs.
  private func reappointed() throws(CaseRefusal) -> CaseState {
    switch self {
    case .inAssessment, .assessed, .approved: return self
    case .awaitingFee, .lodged, .awaitingSupplement, .issuing, .issued, .handedOver, .revoked,
      .refused, .sentOutside, .withdrawn:
      throw .outOfOrder(at: name)
    }
  }

  /// A supplement is asked for by whoever has the work, and it stands until the answer.
  private func interrupted() throws(CaseRefusal) -> CaseState {
    switch self {
    case .lodged: return .awaitingSupplement(of: .intake)
    case .inAssessment(let officer):
      return .awaitingSupplement(of: .assessment(acceptedBy: officer))
    case .awaitingFee, .awaitingSupplement, .assessed, .approved, .issuing, .issued, .handedOver,
      .revoked, .refused, .sentOutside, .withdrawn:
      throw .outOfOrder(at: name)
    }
  }

  /// Back to where the work stood still.
  private func resumed() throws(CaseRefusal) -> CaseState {
    guard case .awaitingSupplement(let work) = self else { throw .outOfOrder(at: name) }
    switch work {
    case .intake: return .lodged
    case .assessment(let officer): return .inAssessment(acceptedBy: officer)
    }
  }

  /// A person may withdraw until the decision; afterwards the certificate is on its way.
  private func withdrawn() throws(CaseRefusal) -> CaseState {
    switch self {
    case .awaitingFee, .lodged, .inAssessment, .awaitingSupplement, .assessed:
      return .withdrawn
    case .approved, .issuing, .issued, .handedOver, .revoked, .refused, .sentOutside, .withdrawn:
      throw .outOfOrder(at: name)
    }
  }

  /// Article 49: refused before acceptance, or in assessment when the ground shows itself there.
  private func refused(by officer: OfficerID) throws(CaseRefusal) -> CaseState {
    switch self {
    case .lodged, .inAssessment: return .refused(by: officer)
    case .awaitingFee, .awaitingSupplement, .assessed, .approved, .issuing, .issued, .handedOver,
      .revoked,
      .refused,
      .sentOutside, .withdrawn:
      throw .outOfOrder(at: name)
    }
  }

  /// Papers are added while somebody still works with them; afterwards they would prove nothing.
  private func paperAttached() throws(CaseRefusal) -> CaseState {
    switch self {
    case .awaitingFee, .lodged, .inAssessment, .awaitingSupplement: return self
    case .assessed, .approved, .issuing, .issued, .handedOver, .revoked, .refused, .withdrawn,
      .sentOutside:
      throw .outOfOrder(at: name)
    }
  }

  /// Answers may still come in after the finding, and after a withdrawal; they are filed.
  private func underAssessment() throws(CaseRefusal) -> CaseState {
    switch self {
    case .inAssessment, .awaitingSupplement(of: .assessment), .assessed, .approved, .issuing,
      .issued, .handedOver, .revoked, .refused, .withdrawn:
      return self
    case .awaitingFee, .lodged, .awaitingSupplement(of: .intake), .sentOutside:
      throw .outOfOrder(at: name)
    }
  }

  /// Back to assessment with a reason; by a leader other than the assessor.
  private func sentBack(by officer: OfficerID) throws(CaseRefusal) -> CaseState {
    guard case .assessed(let assessor, _) = self else { throw .outOfOrder(at: name) }
    guard assessor != officer else { throw .sameOfficer }
    return .inAssessment(acceptedBy: assessor)
  }

  private func approved(
    by officer: OfficerID, acknowledging seen: Int
  ) throws(CaseRefusal) -> CaseState {
    guard case .assessed(let assessor, let overruled) = self else {
      throw .outOfOrder(at: name)
    }
    guard assessor != officer else { throw .sameOfficer }
    guard seen == overruled else { throw .overrulingNotAcknowledged }
    return .approved(assessor: assessor, decider: officer)
  }

  /// Number taken, leader's bytes stored, leader signed, seal's bytes stored, sealed, issued:
  /// these steps, in this order, for this certificate, and no others.
  private func issuing(_ event: CaseEvent) throws(CaseRefusal) -> CaseState {
    if case .approved(let assessor, let decider) = self {
      guard case .issuanceIntended(let intention) = event else { throw .outOfOrder(at: name) }
      guard intention.assessor == assessor, intention.decider == decider else {
        throw .sameOfficer
      }
      return .issuing(intention.certificate, .intended)
    }
    guard case .issuing(let own, let stage) = self else { throw .outOfOrder(at: name) }
    guard event.certificate == own else { throw .notTheSameCertificate }
    guard let next = stage.after(event) else { throw .outOfOrder(at: name) }
    return next.completed ? .issued(own, document: next.document) : .issuing(own, next.stage)
  }
}

extension CaseState.Signing {
  /// What follows a stage on an event, or nil where nothing does.
  fileprivate func after(
    _ event: CaseEvent
  ) -> (stage: CaseState.Signing, completed: Bool, document: String)? {
    switch (self, event) {
    case (.intended, .signatureIntended(_, .leader, _)): (.leaderPrepared, false, "")
    case (.leaderPrepared, .signatureMade(_, .leader, _)): (.leaderSigned, false, "")
    case (.leaderSigned, .signatureIntended(_, .seal, _)): (.sealPrepared, false, "")
    case (.sealPrepared, .signatureMade(_, .seal, let document)):
      (.sealSigned(document: document), false, "")
    case (.sealSigned(let document), .issued(_, let issued, _)) where issued == document:
      (self, true, document)
    case (.intended, _), (.leaderPrepared, _), (.leaderSigned, _), (.sealPrepared, _),
      (.sealSigned, _):
      nil
    }
  }
}

extension CaseEvent {
  /// The certificate that an event of issuance or of a revocation is about.
  var certificate: CertificateID? {
    switch self {
    case .signatureIntended(let certificate, _, _), .signatureMade(let certificate, _, _),
      .issued(let certificate, _, _), .handedOver(let certificate, _),
      .revocationDeclined(let certificate, _), .revoked(let certificate, _, _):
      certificate
    case .revocationProposed(let proposal):
      proposal.certificate
    case .issuanceIntended(let intention):
      intention.certificate
    case .lodged, .feeExempted, .paymentBegan, .paymentFailed, .feePaid, .surplusReceived,
      .amountDisputed, .accepted, .refused, .forwarded, .sentOutside, .dueLengthened,
      .reappointed,
      .supplementAsked, .supplementAnswered, .supplementLapsed, .linkChecked, .linkConfirmed,
      .fieldDecided,
      .withdrawn, .contactCorrected, .deliveryChosen, .inquirySent,
      .inquiryAnswered, .answerUnusable, .worksheetSaved, .factAsked, .factAnswered,
      .factUnusable, .factTaken, .paperAttached, .refund, .personSearched, .candidateAdded,
      .candidateDecided,
      .candidateRuled, .assessed, .sentBack, .approved, .reopened, .personDisputed,
      .disputeDecided, .assigned, .looked:
      nil
    }
  }
}

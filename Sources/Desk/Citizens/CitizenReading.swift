import CaseFile
import Handover
import Intake
import Law
import Store
package import Vocabulary
import Words

extension Desk {
  /// A citizen's cases, the newest first.
  package func cases(of citizen: CitizenID) async throws -> [CaseLine] {
    try await database.read { connection in
      try Cases.of(citizen, limit: 100, in: connection).map { CaseLine($0) }
    }
  }

  /// One case of this citizen. A stranger's is not found.
  package func citizenCase(_ id: CaseID, of citizen: CitizenID) async throws -> CitizenCaseView {
    let today = surroundings.now().civilDate
    let offices = offices
    return try await database.read { connection in
      guard let row = try Cases.row(id, lock: .none, in: connection), row.citizen == citizen else {
        throw Refused.notFound
      }
      let facts = try Cases.facts(of: id, in: connection)
      let lodged = try facts.lodged()
      let state = facts.history.state.name
      return CitizenCaseView(
        line: CaseLine(row), version: row.version, declaration: lodged.declaration,
        fee: facts.history.fee, dueGrounds: facts.dueGrounds,
        payments: try Payments.of(id, in: connection).map { PaymentView($0) },
        inquiries: try Inquiries.of(id, in: connection).map { InquiryView($0) },
        history: facts.events.compactMap { HistoryLine($0) },
        certificate: try Certificates.row(of: id, in: connection)
          .map { CertificateView($0, facts) },
        refusal: facts.refusalWords, refusalGround: facts.refusalGround,
        delay: try delay(of: facts, on: today, in: connection),
        elsewhere: try self.elsewhere(facts), forwarded: try self.forwarded(facts),
        workingDaysLeft: try self.workingDaysLeft(of: CaseLine(row), at: row.agency, on: today),
        contact: facts.contact ?? ContactDetails(phone: "", email: ""),
        looks: try LookView.days(of: CaseLooks.of(id, limit: 500, in: connection)) { agency in
          try offices[agency]?.rules(on: today).names.name
        },
        canCorrectContact: !state.isClosed, delivery: facts.delivery,
        deliveryOffers: try self.office(of: row.agency).rules(of: facts).deliveries,
        canChooseDelivery: !state.isClosed,
        dispute: facts.citizenDispute, canDispute: facts.isDisputable,
        canPay: state == .awaitingFee,
        canWithdraw: facts.canBeWithdrawn,
        canReceive: state == .issued && facts.delivery.way == .electronic,
        papers: try facts.papersShown(in: connection).map { PaperView($0) },
        refunds: try Refunds.of(id, in: connection).map { RefundView($0) },
        disputes: facts.disputedFields, supplements: SupplementView.all(facts.supplements),
        apology: facts.apology.map { ApologyView($0) },
        correction: try facts.correction(in: connection))
    }
  }

  /// The citizen takes the application back. The rules of the case say whether a fee that was paid
  /// is owed back.
  package func withdraw(_ id: CaseID, of citizen: CitizenID) async throws {
    let now = surroundings.now()
    let offices = offices
    try await freshRules()
    try await act(on: id, by: .citizen(citizen)) { step in
      try step.belongs(to: citizen)
      try step.record(.withdrawn(by: citizen))
      if let office = offices[step.facts.agency] {
        try step.oweFeeBack(by: office.rules(of: step.facts), at: now)
      }
      try step.mail(.withdrawn)
    }
  }
}

extension CaseFacts {
  /// Until the decision, and unless others than the holder opened it to correct a certificate.
  fileprivate var canBeWithdrawn: Bool {
    guard history.cites?.cause ?? .holder == .holder,
      history.citedRevocation?.standing != .proposed
    else { return false }
    return [.awaitingFee, .lodged, .inAssessment, .awaitingSupplement, .assessed]
      .contains(history.state.name)
  }

  /// What the case corrects, and what corrects it.
  func correction(in connection: Connection) throws -> CorrectionView {
    let open = try Corrections.citing(id, in: connection).last { $0.outcome == nil }
    let stands =
      [.issued, .handedOver].contains(history.state.name)
      && history.revocation?.standing != .proposed
    var view = CorrectionView(canAsk: stands && open == nil, open: open.map { CorrectionLine($0) })
    if let cites = history.cites {
      view.cites = .init(
        certificateNumber: cites.certificateNumber, caseID: cites.caseID,
        caseNumber: cites.caseNumber, ground: cites.ground, cause: cites.cause,
        words: declaration?.correction ?? "")
    }
    if let through = history.correctedBy, let number = through.successorNumber {
      view.replacedBy = .init(certificateNumber: number, caseID: through.caseID)
    }
    return view
  }
}

extension CaseLine {
  init(_ row: CaseRow) {
    self.init(
      id: row.id, number: row.number, kind: row.kind, state: row.state, lodgedAt: row.lodgedAt,
      dueOn: row.dueOn)
  }
}

extension PaymentView {
  init(_ row: PaymentRow) {
    self.init(
      reference: row.reference, amount: row.amount, state: PaymentStateName(row.state),
      code: row.code, startedAt: row.createdAt)
  }
}

extension PaymentStateName {
  init(_ state: PaymentState) {
    switch state {
    case .pending: self = .pending
    case .paid: self = .paid
    case .failed: self = .failed
    case .lapsed: self = .lapsed
    case .surplus: self = .surplus
    case .disputed: self = .disputed
    }
  }
}

extension InquiryView {
  init(_ row: InquiryRow) {
    self.init(body: row.body, state: InquiryView.State(row))
  }
}

extension InquiryView.State {
  init(_ row: InquiryRow) {
    if row.answeredAt != nil {
      self = .answered
    } else if row.sentAt != nil {
      self = .sent
    } else {
      self = .waitingToBeSent
    }
  }
}

extension CertificateView {
  init(_ row: CertificateRow, _ facts: CaseFacts) {
    let revocation = facts.history.revocation
    self.init(
      number: row.number, issuedOn: row.issuedOn, state: CertificateState(row.state),
      level: row.level ?? "",
      revoked: revocation.flatMap { revocation in
        revocation.revokedAt.map { RevokedView(on: $0.civilDate, ground: revocation.ground) }
      }, replacedBy: facts.history.correctedBy?.successorNumber)
  }
}

extension CertificateState {
  init(_ state: CertificateRow.State) {
    switch state {
    case .issuing: self = .issuing
    case .issued: self = .issued
    case .revoked: self = .revoked
    }
  }
}

extension HistoryKind {
  init(_ step: RefundStep) {
    switch step {
    case .owed: self = .refundOwed
    case .asked: self = .refundAsked
    case .done: self = .refundDone
    case .refused: self = .refundRefused
    case .byHand: self = .refundByHand
    }
  }
}

extension HistoryLine {
  /// Nil for what is none of the citizen's business: signing steps, unusable messages, looks.
  init?(_ entry: CaseEntry) {
    let kind: HistoryKind
    switch entry.event {
    case .lodged: kind = .lodged
    case .feeExempted: kind = .feeExempted
    case .paymentBegan: kind = .paymentBegan
    case .paymentFailed: kind = .paymentFailed
    case .feePaid: kind = .feePaid
    case .surplusReceived: kind = .surplusReceived
    case .amountDisputed: kind = .amountDisputed
    case .accepted: kind = .accepted
    case .refused: kind = .refused
    case .forwarded: kind = .forwarded
    case .sentOutside: kind = .sentOutside
    case .dueLengthened: kind = .dueLengthened
    case .reappointed: kind = .reappointed
    case .withdrawn: kind = .withdrawn
    case .inquirySent: kind = .inquirySent
    case .inquiryAnswered: kind = .inquiryAnswered
    case .assessed: kind = .assessed
    case .sentBack: kind = .sentBack
    case .approved: kind = .approved
    case .issued: kind = .issued
    case .handedOver: kind = .handedOver
    case .factAsked: kind = .factAsked
    case .factAnswered: kind = .factAnswered
    case .reopened: kind = .reopened
    case .contactCorrected: kind = .contactCorrected
    case .deliveryChosen: kind = .deliveryChosen
    case .paperAttached:
      if case .officer = entry.actor {
        kind = .paperAttachedByOfficer
      } else {
        kind = .paperAttached
      }
    case .refund(_, _, let step): kind = HistoryKind(step)
    case .personDisputed: kind = .personDisputed
    case .revoked: kind = .revoked
    case .supplementAsked: kind = .supplementAsked
    case .supplementAnswered: kind = .supplementAnswered
    case .supplementLapsed: kind = .supplementLapsed
    case .answerUnusable, .worksheetSaved, .factUnusable, .factTaken, .personSearched,
      .candidateAdded, .candidateDecided, .candidateRuled, .linkChecked, .linkConfirmed,
      .fieldDecided, .issuanceIntended, .signatureIntended,
      .signatureMade, .disputeDecided, .revocationProposed, .revocationDeclined, .assigned,
      .looked:
      return nil
    }
    self.init(at: entry.at, kind: kind)
  }
}

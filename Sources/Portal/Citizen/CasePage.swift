import Assessment
import CaseFile
import Desk
import Intake
import Law
import Vocabulary
import Words

/// A case as its citizen sees it: which step, who is waited for, what to do.
struct CasePage: Page {
  static let template = "case"
  let chrome: Chrome
  let number: String
  let kind: String
  let state: Tag
  let stateName: String
  let explanation: String
  let lodgedAt: String
  let dueOn: String?
  /// Which limit that is, and why.
  let dueWhy: String?
  /// Whom the certificate is about, where another applies.
  let subject: String?
  let refusal: Notice?
  /// The ground in law of a refusal, and its provision.
  let refusalGround: String?
  let delay: DelayPart?
  let elsewhere: ElsewherePart?
  let forwarded: Notice?
  let steps: [StepPart]
  let fee: String
  let payments: [PaymentRow]
  let documents: [Link]
  let hasDocuments: Bool
  let inquiries: [SummaryRow]
  let hasInquiries: Bool
  let history: [SummaryRow]
  let certificate: [SummaryRow]
  let hasCertificate: Bool
  let paymentAction: String?
  let handoverAction: String?
  let withdrawalAction: String?
  /// Whom the case waits for, the days that are left, who looked, and what the person may do.
  let following: Parts
  let papers: [PaperPart]
  let hasPapers: Bool
  let papersHref: String
  let disputeAction: String?
  let dispute: Parts?
  let refunds: [RefundPart]
  let delivery: DeliveryPart

  /// - Parameters:
  ///   - contact: the form for the contact as it was posted; nil shows what is kept.
  ///   - delivery: the same for how the result is received.
  ///   - typed: an answer to a request for a supplement that could not be taken.
  ///   - disputing: "this is not me" as it was posted, where it could not be taken.
  init(
    _ view: CitizenCaseView, contact: ContactPart? = nil, delivery: DeliveryPart.Typed? = nil,
    answering typed: String? = nil, disputing: String? = nil,
    in visit: Visit
  ) {
    let words = visit.words
    let place = "/cases/\(view.line.id)"
    let state = view.line.state
    self.chrome = visit.chrome(words["case.title"])
    self.number = view.line.number.text
    self.kind = words["kind", view.line.kind.rawValue]
    self.state = visit.tag(of: state)
    self.stateName = state.rawValue
    self.explanation =
      view.hasEndedByRevocation
      ? words["correction.ended"] : words["stateWords", state.rawValue]
    self.lodgedAt = view.line.lodgedAt.vietnamese
    self.dueOn = view.line.dueOn?.vietnamese
    self.dueWhy = visit.words(of: view.dueGrounds).map {
      $0 + visit.leftOut(by: view.supplements)
    }
    self.subject =
      view.declaration.representative == nil ? nil : view.declaration.person.name.text
    self.refusal = view.refusal.map { Notice(.bad, title: words["case.refused"], text: $0) }
    self.refusalGround = view.refusalGround.map {
      "\(words["case.refusalGround"]): \($0.words[visit.language]) (\($0.citation))."
    }
    self.delay = view.delay.map { DelayPart($0, in: visit) }
    self.elsewhere = view.elsewhere.map { ElsewherePart($0, in: visit) }
    self.forwarded = view.forwarded.map { visit.notice(of: $0) }
    self.steps = StepPart.all(at: view.stepState, in: visit)
    self.fee = visit.words(of: view.fee)
    self.payments = view.payments.map { PaymentRow($0, in: visit) }
    self.documents = CasePage.documents(of: view, at: place, in: visit)
    self.hasDocuments = !documents.isEmpty
    self.inquiries = view.inquiries.map {
      SummaryRow(label: words["body", $0.body.rawValue], value: words["inquiry", $0.state.rawValue])
    }
    self.hasInquiries = !inquiries.isEmpty
    self.history = view.history.map {
      SummaryRow(label: $0.at.vietnamese, value: words["history", $0.kind.rawValue])
    }
    self.certificate = view.certificate.map { CasePage.rows(of: $0, in: visit) } ?? []
    self.hasCertificate = !certificate.isEmpty
    self.paymentAction = view.canPay ? "\(place)/payment" : nil
    self.handoverAction = view.canReceive ? "\(place)/handover" : nil
    self.withdrawalAction = view.canWithdraw ? "\(place)/withdrawal" : nil
    self.disputeAction = view.canDispute ? "\(place)/dispute" : nil
    self.dispute = view.dispute.map { CasePage.dispute($0, in: visit) }
    let deliveryPart = DeliveryPart(view, typed: delivery, at: place, in: visit)
    self.following = CasePage.following(
      view, contact: contact, delivery: deliveryPart, answering: typed, disputing: disputing,
      at: place, in: visit)
    self.papers = view.papers.map {
      PaperPart($0, base: "/papers", canRemove: false, in: visit)
    }
    self.hasPapers = !papers.isEmpty
    self.papersHref = "\(place)/papers"
    self.refunds = view.refunds.map { RefundPart($0, in: visit) }
    self.delivery = deliveryPart
  }

  private static func following(
    _ view: CitizenCaseView, contact: ContactPart?, delivery: DeliveryPart,
    answering typed: String?, disputing: String?, at place: String, in visit: Visit
  ) -> Parts {
    let looks = visit.rows(of: view.looks)
    let supplements = view.supplements.map { round in
      SupplementPart(
        round, newPapers: view.papers.count { $0.addedAt >= round.askedAt }, at: place,
        typed: typed, in: visit)
    }
    let disputeError = disputing == nil ? nil : visit.words["unreadable.text"]
    let mistakes =
      supplements.compactMap(\.mistake) + (contact?.mistakes ?? []) + delivery.mistakes
      + (disputeError.map {
        [Link(href: "#dispute-words", text: "\(visit.words["dispute.words"]): \($0)")]
      } ?? [])
    let kept = ContactPart(phone: view.contact.phone, email: view.contact.email, in: visit)
    return Parts([
      "waiting": visit.waiting(for: view),
      "apology": view.apology.map { visit.notice(of: $0) },
      "daysLeft": visit.words(ofDaysLeft: view.workingDaysLeft),
      "waitsForDueOn": view.line.dueOn == nil && !view.line.state.isClosed,
      "isLate": (view.workingDaysLeft ?? 0) < 0,
      "hasSteps": ![.refused, .sentOutside, .withdrawn].contains(view.line.state)
        && !view.hasEndedByRevocation,
      "looks": looks, "hasNoLooks": looks.isEmpty,
      "reached": [view.contact.phone, view.contact.email].filter { !$0.isEmpty }
        .joined(separator: " · "),
      "contactAction": view.canCorrectContact ? "\(place)/contact" : nil,
      "contact": contact ?? kept,
      "hasFields": !view.disputes.isEmpty,
      "fieldsTitle": visit.words[
        view.correction.isOfOffice ? "dispute.officerFields" : "dispute.yourFields"],
      "fields": view.disputes.map { visit.row(of: $0, in: view.correction) },
      "supplements": supplements,
      // What was sent stands far below on a telephone: the page begins with what is wrong with it.
      "mistakes": mistakes.isEmpty ? nil : Parts(["errors": mistakes]),
      "disputing": disputing, "disputeError": disputeError,
      "correction": visit.correction(view.correction, at: place, others: "/cases"),
      "copyAction": view.line.state.isClosed ? "\(place)/copy" : nil,
    ])
  }

  private static func dispute(_ dispute: CitizenDispute, in visit: Visit) -> Parts {
    let outcome = dispute.outcome
    return Parts([
      "words": dispute.words, "openedAt": dispute.openedAt.vietnamese,
      "outcomeName": outcome?.rawValue ?? "open", "answer": dispute.answer,
      "outcome": outcome.map { visit.words["disputeOutcome", $0.rawValue] },
    ])
  }

  /// The slip exists once the fee is settled, the receipt once it is paid, the certificate in the
  /// holder's hands once it was received.
  private static func documents(
    of view: CitizenCaseView, at place: String, in visit: Visit
  ) -> [Link] {
    var links: [Link] = []
    switch view.fee {
    case .due: break
    case .exempt: links.append(Link(href: "\(place)/slip.pdf", text: visit.words["case.slip"]))
    case .paid:
      links.append(Link(href: "\(place)/slip.pdf", text: visit.words["case.slip"]))
      links.append(Link(href: "\(place)/receipt.pdf", text: visit.words["case.receipt"]))
    }
    if view.line.state == .sentOutside, view.forwarded != nil {
      links.insert(
        Link(href: "\(place)/departure.pdf", text: visit.words["case.departure"]), at: 0)
    }
    links += visit.written(of: view)
    if view.line.state == .handedOver || view.canHaveRevoked {
      links.insert(
        Link(href: "\(place)/certificate.pdf", text: visit.words["case.certificate"]), at: 0)
    }
    return links
  }

  private static func rows(of certificate: CertificateView, in visit: Visit) -> [SummaryRow] {
    let words = visit.words
    return [
      SummaryRow(label: words["certificate.number"], value: certificate.number),
      SummaryRow(label: words["certificate.issuedOn"], value: certificate.issuedOn.vietnamese),
      SummaryRow(
        label: words["certificate.state"],
        value: words["certificateState", certificate.state.rawValue]),
      SummaryRow(
        label: words["certificate.revokedOn"],
        value: certificate.revoked.map {
          "\($0.on.vietnamese) · \(words["revocationGround", $0.ground.rawValue])"
        } ?? ""),
      SummaryRow(label: words["certificate.replacedBy"], value: certificate.replacedBy ?? ""),
      SummaryRow(
        label: words["certificate.level"],
        value: certificate.level.isEmpty ? "" : words["level", certificate.level]),
    ].filter { !$0.value.isEmpty }
  }
}

extension CitizenCaseView {
  /// The step that waits while a supplement is asked for.
  fileprivate var stepState: StateName {
    guard line.state == .awaitingSupplement else { return line.state }
    return dueGrounds == nil ? .lodged : .inAssessment
  }

  /// A case that corrected a certificate and gave none of its own.
  fileprivate var hasEndedByRevocation: Bool {
    line.state == .revoked && certificate == nil && correction.cites != nil
  }

  /// What was received stays what it was, though it was revoked.
  fileprivate var canHaveRevoked: Bool {
    line.state == .revoked && history.contains { $0.kind == .handedOver }
  }
}

extension Visit {
  /// How the fee stands, in a sentence.
  func words(of fee: FeeStanding) -> String {
    switch fee {
    case .due(let amount): "\(amount) · \(words["fee.due"])"
    case .exempt: words["fee.exempt"]
    case .paid(let amount, _, let receipt): "\(amount) · \(words["fee.paid"]) \(receipt)"
    }
  }
}

/// One step of the way from lodging to result.
struct StepPart: Sendable {
  let title: String
  let text: String
  /// `done`, `now` or `later`, for the look; `said` says it to who does not see it.
  let mark: String
  let said: String

  static let names = ["fee", "acceptance", "inquiries", "decision", "result"]

  static func all(at state: StateName, in visit: Visit) -> [StepPart] {
    let current = reached(state)
    return names.enumerated().map { index, name in
      let mark = current.map { index < $0 ? "done" : index == $0 ? "now" : "later" } ?? "later"
      return StepPart(
        title: visit.words["step.\(name)", "title"], text: visit.words["step.\(name)", "text"],
        mark: mark, said: visit.words["stepMark", mark])
    }
  }

  /// The index of the step that is being done; past the end when all are; nil where the way ended.
  private static func reached(_ state: StateName) -> Int? {
    switch state {
    case .awaitingFee: 0
    case .lodged, .awaitingSupplement: 1
    case .inAssessment: 2
    case .assessed, .approved, .issuing: 3
    case .issued: 4
    case .handedOver, .revoked: 5
    case .refused, .sentOutside, .withdrawn: nil
    }
  }
}

/// One attempt to pay, with what became of it.
struct PaymentRow: Sendable {
  let reference: String
  let amount: String
  let startedAt: String
  let state: Tag
  let stateName: String
  let explanation: String

  init(_ payment: PaymentView, in visit: Visit) {
    self.reference = payment.reference
    self.amount = payment.amount.description
    self.startedAt = payment.startedAt.vietnamese
    self.stateName = payment.state.rawValue
    let tone: Tag.Tone =
      switch payment.state {
      case .paid: .good
      case .pending: .calm
      case .failed, .lapsed: .quiet
      case .surplus, .disputed: .attention
      }
    self.state = Tag(visit.words["payment", payment.state.rawValue], tone)
    self.explanation = visit.words["paymentWords", payment.state.rawValue]
  }
}

extension CasePage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "number": number
    case "kind": kind
    case "state": state
    case "stateName": stateName
    case "explanation": explanation
    case "lodgedAt": lodgedAt
    case "dueOn": dueOn
    case "dueWhy": dueWhy
    case "subject": subject
    case "refusal": refusal
    case "refusalGround": refusalGround
    case "delay": delay
    case "elsewhere": elsewhere
    case "forwarded": forwarded
    case "steps": steps
    case "fee": fee
    case "payments": payments
    case "documents": documents
    case "hasDocuments": hasDocuments
    case "inquiries": inquiries
    case "hasInquiries": hasInquiries
    case "history": history
    case "certificate": certificate
    case "hasCertificate": hasCertificate
    case "paymentAction": paymentAction
    case "handoverAction": handoverAction
    case "withdrawalAction": withdrawalAction
    case "following": following
    case "papers": papers
    case "hasPapers": hasPapers
    case "papersHref": papersHref
    case "disputeAction": disputeAction
    case "dispute": dispute
    case "refunds": refunds
    case "delivery": delivery
    default: nil
    }
  }
}

extension StepPart: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "title": title
    case "text": text
    case "mark": mark
    case "said": said
    default: nil
    }
  }
}

extension PaymentRow: MustacheParent {
  func child(named field: String) -> Any? {
    switch field {
    case "reference": reference
    case "amount": amount
    case "startedAt": startedAt
    case "state": state
    case "stateName": stateName
    case "explanation": explanation
    default: nil
    }
  }
}

import Assessment
import CaseFile
import Desk
import Intake
import Law
import Records
import Vocabulary
import Words

/// A case on an officer's desk: what is declared, what was answered, what is to be done.
struct OfficeCasePage: Page {
  static let template = "office-case"
  let chrome: Chrome
  let place: String
  let number: String
  let version: String
  let applicant: String
  let kind: String
  let state: Tag
  let stateName: String
  let lodgedAt: String
  let dueOn: String?
  /// Which limit that is, and why.
  let dueWhy: String?
  let fee: String
  let notice: Notice?
  let groups: [SummaryGroup]
  let inquiries: [InquiryPart]
  let hasInquiries: Bool
  let finding: [SummaryGroup]
  let hasFinding: Bool
  /// What was concluded for the finding that stands.
  let concluded: [ConclusionPart]
  let hasConcluded: Bool
  let concludedOn: String?
  /// Overrulings that the second officer must say to have seen.
  let acknowledgements: [ChoicePart]
  let hasAcknowledgements: Bool
  let reopened: Notice?
  let grounds: String?
  let people: [SummaryRow]
  let certificate: [SummaryRow]
  /// What the case corrects, and what corrects its certificate.
  let correction: Parts
  let history: [SummaryRow]
  let payments: [PaymentRow]
  let sentBack: Notice?
  let elsewhere: ElsewherePart?
  let forwarded: Notice?
  let canForward: Bool
  let canSendOutside: Bool
  let canAccept: Bool
  let canRefuse: Bool
  /// The request for a supplement, and those that were made.
  let supplement: Parts
  /// What is said with the acceptance: who is right, and that a tie is shown.
  let checks: Parts
  let canFileAnswer: Bool
  let canAssess: Bool
  let canApprove: Bool
  let canSendBack: Bool
  let canNothing: Bool
  let record: RecordForm?
  let papers: [PaperPart]
  let hasPapers: Bool
  /// Who the applicant is in the register.
  let person: PersonCard?
  let refunds: [RefundPart]
  /// How the person receives the result, with the address for the post.
  let delivery: String
  let canHandOver: Bool
  /// The statutory forms, and the apology.
  let forms: Parts
  /// What else there is to do with it: whose it is, what is missing, what others did meanwhile.
  let work: Parts

  init(
    _ view: OfficeCaseView, typed: TypedFinding, conclusions: ConclusionsView?,
    said: OfficeSaid?, choices: FormChoices, in visit: Visit
  ) {
    let words = visit.words
    self.place = "/office/cases/\(view.line.id)"
    self.chrome = visit.chrome(words["officeCase.title"], path: place)
    self.number = view.line.number.text
    self.version = "\(view.version)"
    self.applicant = view.declaration.person.name.text
    self.kind = words["kind", view.line.kind.rawValue]
    self.state = visit.tag(of: view.line.state)
    self.stateName = view.line.state.rawValue
    self.lodgedAt = view.line.lodgedAt.vietnamese
    self.dueOn = view.line.dueOn?.vietnamese
    self.dueWhy = visit.words(of: view.dueGrounds).map {
      $0 + visit.leftOut(by: view.supplements)
    }
    self.fee = visit.words(of: view.fee)
    self.notice = said.map { visit.notice(of: $0) }
    self.groups = DeclarationSummary(view.declaration, choices: choices, in: visit).groups
    let mayAsk = view.can.contains(.askAgain)
    self.inquiries = view.inquiries.map { InquiryPart($0, mayAsk: mayAsk, in: visit) }
    self.hasInquiries = !inquiries.isEmpty
    let judgments = view.conclusions?.judgments ?? []
    self.finding =
      view.finding.map {
        FindingSummary($0, isConcluded: !judgments.isEmpty, in: visit).groups
      } ?? []
    self.concluded = judgments.map {
      ConclusionPart($0, mayAsk: false, taking: nil, in: visit)
    }
    self.hasConcluded = !judgments.isEmpty
    self.concludedOn = view.conclusions?.asOf.vietnamese
    self.acknowledgements = OfficeCasePage.acknowledgements(of: judgments, in: visit)
    self.hasAcknowledgements = !acknowledgements.isEmpty
    self.reopened = view.reopening.map { why in
      Notice(.attention, title: words["reopened.title"], text: words["reopened", why.rawValue])
    }
    self.hasFinding = view.finding != nil
    self.grounds = view.finding?.grounds
    self.people = OfficeCasePage.people(of: view, in: visit)
    self.certificate = OfficeCasePage.certificate(of: view, in: visit)
    self.correction = visit.correction(of: view)
    self.history = OfficeCasePage.history(of: view, in: visit)
    self.payments = view.payments.map { PaymentRow($0, in: visit) }
    self.sentBack = view.sentBackReason.map {
      Notice(.attention, title: words["officeCase.sentBack"], text: $0)
    }
    self.elsewhere = view.elsewhere.map { ElsewherePart($0, in: visit) }
    self.forwarded = view.forwarded.map { visit.notice(of: $0) }
    self.canForward = view.can.contains(.forward)
    self.canSendOutside = view.can.contains(.sendOutside)
    self.canAccept = view.can.contains(.accept)
    self.canRefuse = view.can.contains(.refuse)
    self.checks = visit.checks(of: view)
    self.supplement = OfficeCasePage.supplement(of: view, in: visit)
    self.canFileAnswer = view.can.contains(.fileAnswer)
    self.canAssess = view.can.contains(.assess)
    self.canApprove = view.can.contains(.approve)
    self.canSendBack = view.can.contains(.sendBack)
    self.canNothing = view.can.isEmpty
    self.papers = view.papers.map {
      PaperPart($0, base: "/office/papers", canRemove: false, in: visit)
    }
    self.hasPapers = !papers.isEmpty
    self.person = PersonCard(view.person, at: view.line, in: visit)
    self.refunds = view.refunds.map { RefundPart($0, in: visit) }
    self.delivery = visit.words(of: view.delivery)
    self.canHandOver = view.can.contains(.handOver)
    self.forms = OfficeCasePage.forms(of: view, in: visit)
    self.work = visit.work(
      on: view, conclusions, CaseChoices(view, conclusions, among: choices, in: visit), said: said)
    self.record =
      view.can.contains(.assess) ? RecordForm(typed, conclusions, in: visit) : nil
  }

  private static func history(of view: OfficeCaseView, in visit: Visit) -> [SummaryRow] {
    view.history.map { line in
      SummaryRow(
        label: line.at.vietnamese, value: visit.words["event", line.event],
        note: line.officer ?? line.actor)
    }
  }

  private static func certificate(of view: OfficeCaseView, in visit: Visit) -> [SummaryRow] {
    guard let certificate = view.certificate else { return [] }
    let words = visit.words
    return [
      SummaryRow(label: words["certificate.number"], value: certificate.number),
      SummaryRow(label: words["certificate.issuedOn"], value: certificate.issuedOn.vietnamese),
      SummaryRow(
        label: words["certificate.state"],
        value: words["certificateState", certificate.state.rawValue]),
    ]
  }

  private static func acknowledgements(
    of judgments: [JudgmentView], in visit: Visit
  ) -> [ChoicePart] {
    judgments.filter { $0.overruling != nil }.map { judgment in
      ChoicePart(
        id: "acknowledge-\(judgment.id)", name: "acknowledge", value: judgment.id,
        text: "\(visit.words["decide.acknowledge"]) \(judgment.words.number)", isChosen: false)
    }
  }

  private static func supplement(of view: OfficeCaseView, in visit: Visit) -> Parts {
    let mayAsk = view.can.contains(.askSupplement)
    let choices = visit.supplementChoices()
    let asked = visit.form["asked"]
    return Parts([
      "rounds": view.supplements.map { round in
        SupplementPart(
          round, newPapers: view.papers.count { $0.addedAt >= round.askedAt }, in: visit)
      },
      "action": mayAsk ? "/office/cases/\(view.line.id)/supplement" : nil,
      "choices": choices, "asked": String(asked.prefix(2_000)),
      "isOpen": !asked.isEmpty || choices.contains(where: \.isChosen),
    ])
  }

  private static func people(of view: OfficeCaseView, in visit: Visit) -> [SummaryRow] {
    [
      view.assessor.map { SummaryRow(label: visit.words["officeCase.assessor"], value: $0.name) },
      view.decider.map { SummaryRow(label: visit.words["officeCase.decider"], value: $0.name) },
    ].compactMap { $0 }
  }
}

extension Visit {
  func notice(of said: OfficeSaid) -> Notice {
    switch said {
    case .refused(let refused):
      Notice(.bad, title: words["officeCase.refused"], text: text(of: refused))
    case .unreadable(.day(let name)):
      Notice(.bad, title: words["unreadable.day"], text: label(of: name))
    case .unreadable(.text(let name)):
      Notice(.bad, title: words["unreadable.text"], text: label(of: name))
    case .unreadable(.time(let name)):
      Notice(.bad, title: words["unreadable.time"], text: label(of: name))
    case .unreadable(.amount(let name)):
      Notice(.bad, title: words["unreadable.amount"], text: label(of: name))
    case .unreadable(.outcome): Notice(.bad, title: words["unreadable.outcome"])
    case .unreadable(.body): Notice(.bad, title: words["unreadable.body"])
    case .unreadable(.fact): Notice(.bad, title: words["unreadable.fact"])
    }
  }

  /// Rooms say which judgment and what to do; the catalogue says the rest.
  private func text(of refused: Refused) -> String {
    if case .assessment(let refusal) = refused {
      return RefusalWords.sentence(refusal, in: language)
    }
    if case .decision(let refusal) = refused {
      return RefusalWords.sentence(refusal, in: language)
    }
    if case .person(let refusal) = refused {
      return RefusalWords.sentence(refusal, in: language)
    }
    if case .revocation(let refusal) = refused {
      return RefusalWords.sentence(refusal, in: language)
    }
    return words["refused", refused.wordsKey]
  }

  /// What the page calls a field: `judgments[1].court` is said as "Bản án 2: Tòa án".
  func label(of name: String) -> String {
    if let key = OfficeFields.keys[name] { return words[key] }
    // The days of a role: `from.leader`.
    let parts = name.split(separator: ".").map(String.init)
    if parts.count == 2, let key = OfficeFields.keys[parts[0]], let role = Role(rawValue: parts[1])
    {
      return "\(words["role", role.rawValue]): \(words[key])"
    }
    let column = name.split(separator: ".").last.map(String.init) ?? name
    let text = words.texts["record.\(column)"] ?? words["record.grounds"]
    let row = name.split(whereSeparator: { "[]".contains($0) }).dropFirst().first.flatMap {
      Int($0)
    }
    return row.map { "\(words["record.judgment"]) \($0 + 1): \(text)" } ?? text
  }
}

extension OfficeCasePage {
  func child(named field: String) -> Any? {
    switch field {
    case "chrome": chrome
    case "place": place
    case "number": number
    case "version": version
    case "applicant": applicant
    case "kind": kind
    case "state": state
    case "stateName": stateName
    case "lodgedAt": lodgedAt
    case "dueOn": dueOn
    case "dueWhy": dueWhy
    case "fee": fee
    case "notice": notice
    case "groups": groups
    case "inquiries": inquiries
    case "hasInquiries": hasInquiries
    case "finding": finding
    case "hasFinding": hasFinding
    case "concluded": concluded
    case "hasConcluded": hasConcluded
    case "concludedOn": concludedOn
    case "acknowledgements": acknowledgements
    case "hasAcknowledgements": hasAcknowledgements
    case "reopened": reopened
    case "grounds": grounds
    case "people": people
    case "certificate": certificate
    case "correction": correction
    case "history": history
    case "payments": payments
    case "sentBack": sentBack
    case "elsewhere": elsewhere
    case "forwarded": forwarded
    case "canForward": canForward
    case "canSendOutside": canSendOutside
    case "canAccept": canAccept
    case "canRefuse": canRefuse
    case "supplement": supplement
    case "checks": checks
    case "canFileAnswer": canFileAnswer
    case "canAssess": canAssess
    case "canApprove": canApprove
    case "canSendBack": canSendBack
    case "canNothing": canNothing
    case "record": record
    case "papers": papers
    case "hasPapers": hasPapers
    case "person": person
    case "refunds": refunds
    case "delivery": delivery
    case "canHandOver": canHandOver
    case "forms": forms
    case "work": work
    default: nil
    }
  }
}

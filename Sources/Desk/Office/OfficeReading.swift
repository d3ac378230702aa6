import Assessment
import CaseFile
import Handover
import Intake
import Store
package import Vocabulary

extension Desk {
  /// One case as an officer of its agency sees it. Each look is recorded: a file is opened for
  /// work, and the person may ask who did.
  package func officeCase(_ id: CaseID, by officer: ActingOfficer) async throws -> OfficeCaseView {
    guard officer.handlesCases else { throw Refused.roleMissing(.intake) }
    let today = surroundings.now().civilDate
    let view = try await database.read { connection in
      guard let row = try Cases.row(id, lock: .none, in: connection),
        row.agency == officer.agency
      else { throw Refused.notFound }
      let facts = try Cases.facts(of: id, in: connection)
      try self.mustBeOpen(facts, to: officer, in: connection)
      let elsewhere = try self.elsewhere(facts)
      var view = try officeView(row, facts, for: officer, in: connection)
      view.elsewhere = elsewhere
      view.assignment = try assignment(of: facts, for: officer, on: today, in: connection)
      view.forwarded = try self.forwarded(facts)
      view.can.formUnion(reappointing(facts, by: officer))
      view.can.formUnion(
        leaving(elsewhere, from: facts.history.state.name, by: officer))
      return view
    }
    try await noteLook(at: id, by: officer)
    return view
  }

  /// A look is an event of the house, so that it changes no case and races with nobody's work.
  func noteLook(at id: CaseID, by officer: ActingOfficer) async throws {
    let now = surroundings.now()
    try await database.write { transaction in
      try CaseLooks.note(
        id, of: officer.agency, by: officer.id, at: now, in: transaction)
    }
  }
}

private func officeView(
  _ row: CaseRow, _ facts: CaseFacts, for officer: ActingOfficer, in connection: Connection
) throws -> OfficeCaseView {
  let answers = facts.answers
  let acts = acts(on: facts, by: officer)
  let inquiries = try Inquiries.of(row.id, in: connection).map { inquiry in
    OfficeInquiryView(
      id: inquiry.id, body: inquiry.body, state: InquiryView.State(inquiry),
      sentAt: inquiry.sentAt, answer: answers.first { $0.body == inquiry.body },
      lastProblem: inquiry.lastProblem)
  }
  return OfficeCaseView(
    line: CaseLine(row), version: row.version, declaration: try facts.lodged().declaration,
    fee: facts.history.fee, dueGrounds: facts.dueGrounds,
    payments: try Payments.of(row.id, in: connection).map { PaymentView($0) },
    inquiries: inquiries, finding: facts.finding,
    conclusions: try concludedView(of: facts, in: connection), worksheet: facts.worksheet,
    reopening: facts.reopening,
    assessor: try facts.assessment.flatMap { try Officers.name(of: $0.by, in: connection) }
      .map { OfficerName($0) },
    decider: try facts.decision.flatMap { try Officers.name(of: $0.by, in: connection) }
      .map { OfficerName($0) },
    sentBackReason: facts.sentBackReason,
    history: try historyLines(of: facts, in: connection),
    certificate: try Certificates.row(of: row.id, in: connection)
      .map { CertificateView($0, facts) },
    delivery: facts.delivery, person: facts.personSummary, can: acts,
    papers: try Papers.of(row.id, in: connection).map { PaperView($0) },
    refunds: try Refunds.of(row.id, in: connection).map { RefundView($0) },
    disputes: facts.disputedFields, link: facts.linkView,
    supplements: SupplementView.all(facts.supplements),
    apology: facts.apology.map { ApologyView($0) }, forms: facts.statutoryForms,
    approval: acts.contains(.approve)
      ? facts.approvalStanding(
        for: officer,
        marked: try ApprovalMarks.of(officer.id, on: [row.id], in: connection)[row.id]) : nil,
    correction: try facts.correction(in: connection))
}

/// Every event, with the names of the officers who acted.
private func historyLines(
  of facts: CaseFacts, in connection: Connection
) throws -> [OfficeHistoryLine] {
  var names = ActorNames(in: connection)
  return try facts.events.map { entry in
    OfficeHistoryLine(
      at: entry.at, event: entry.event.name, actor: entry.actor.description,
      officer: try names.name(of: entry.actor))
  }
}

/// What this officer may do now; the rooms and the machine decide again when it is done.
private func acts(on facts: CaseFacts, by officer: ActingOfficer) -> Set<OfficeAct> {
  let acts = actsOfOffice(on: facts, by: officer)
  guard let cites = facts.history.cites else { return acts }
  // Who answered for the certificate does not alone say that it stands.
  return cites.officers.contains(officer.id) || facts.history.citedRevocation?.standing == .proposed
    ? acts.subtracting([.refuse]) : acts
}

private func actsOfOffice(on facts: CaseFacts, by officer: ActingOfficer) -> Set<OfficeAct> {
  switch facts.history.state {
  case .lodged:
    return officer.roles.contains(.intake)
      ? facts.asking([.accept, .refuse]) : []
  case .inAssessment:
    return officer.roles.contains(.assessor)
      ? facts.asking([.fileAnswer, .askAgain, .assess, .refuse]) : []
  case .assessed(let assessor, _):
    guard officer.roles.contains(.leader), officer.id != assessor,
      !CaseEvent.approved(by: officer.id).sharesEyes(
        Eyes(actor: .officer(officer.id), onBehalf: officer.principals[.leader]),
        after: facts.events)
    else { return [] }
    let answered = facts.history.cites?.officers ?? []
    return answered.isSuperset(of: [assessor, officer.id]) ? [.sendBack] : [.approve, .sendBack]
  case .issued:
    let isAwaited = facts.delivery.way == .counter
    return isAwaited && officer.roles.contains(.intake) ? [.handOver] : []
  case .awaitingFee, .awaitingSupplement, .approved, .issuing, .handedOver, .revoked,
    .refused,
    .sentOutside, .withdrawn:
    return []
  }
}

extension CaseFacts {
  /// With the request for a supplement, where it was not made yet.
  fileprivate func asking(_ acts: Set<OfficeAct>) -> Set<OfficeAct> {
    history.supplementsAsked == 0 ? acts.union([.askSupplement]) : acts
  }
}

/// A leader answers for a day that is not kept; the machine decides again when it is done.
private func reappointing(_ facts: CaseFacts, by officer: ActingOfficer) -> Set<OfficeAct> {
  let isRunning = [.inAssessment, .assessed, .approved].contains(facts.history.state.name)
  return officer.roles.contains(.leader) && isRunning && facts.apology == nil ? [.reappoint] : []
}

/// How a case can leave this agency: to another here, or outside.
private func leaving(
  _ elsewhere: ElsewhereView?, from state: StateName, by officer: ActingOfficer
) -> Set<OfficeAct> {
  guard officer.roles.contains(.intake), let elsewhere else { return [] }
  switch elsewhere.agency {
  case .here: return state == .lodged ? [.forward] : []
  case .outside: return [.sendOutside]
  }
}

extension OfficerName {
  init(_ row: OfficerRow) {
    self.init(id: row.id, name: row.name, title: row.title)
  }
}

import CaseFile
import Intake
import Law
import Store
package import Vocabulary
import Words

extension Desk {
  /// Turns a draft into a case: number, journal and row in one transaction. Idempotent: a draft
  /// that is lodged already gives its case, whatever was typed since.
  package func lodge(_ id: DraftID, of citizen: CitizenIdentity) async throws -> CaseID {
    try await freshRules()
    let draft = try await draft(id, of: citizen.id)
    if let caseID = draft.lodgedCase { return caseID }
    let declaration =
      switch try reading(of: draft, by: citizen) {
      case .declaration(let declaration, _): declaration
      case .lacking(let lacks): throw Refused.lacking(lacks)
      }
    let now = surroundings.now()
    let rules = try homeOffice.rules(on: now.civilDate)
    let fee = try homeOffice.fee(for: declaration.request, through: .online, by: rules)
    let fresh: CaseID = surroundings.newID()
    let link = await askRegister(aboutLinkIn: declaration, by: citizen)
    return try await database.write { transaction in
      guard let row = try Papers.hold(id, of: citizen.id, in: transaction) else {
        throw Refused.notFound
      }
      if let caseID = row.lodgedCase { return caseID }
      guard row.version == draft.version else { throw Refused.stale }
      // Papers that were taken off since they were counted.
      let papers = try Papers.of(id, in: transaction).map { PaperView($0) }
      guard papers.purposes == draft.papers.purposes else { throw Refused.stale }
      guard try Drafts.lodge(id, as: fresh, at: now, in: transaction) == 1 else {
        // A second click waited for the first: it finds the same case.
        guard let caseID = try Drafts.row(id, of: citizen.id, in: transaction)?.lodgedCase else {
          throw Refused.stale
        }
        return caseID
      }
      try self.open(
        fresh, declaration, from: id, link: link, fee: fee, by: rules, of: citizen.id, at: now,
        in: transaction)
      return fresh
    }
  }

  private func open(
    _ id: CaseID, _ declaration: Declaration, from draft: DraftID, link: RegisterLink?,
    fee: FeeQuote, by rules: RuleSet, of citizen: CitizenID, at now: Instant,
    in transaction: Transaction
  ) throws {
    let day = now.civilDate
    let sequence = try Sequences.next(
      agency: home, kind: "case", scope: day.iso, in: transaction)
    let number = rules.caseNumber(on: day, sequence: sequence)
    let lodging = CaseEvent.Lodging(
      number: number.text, citizen: citizen, kind: declaration.request.kind,
      procedure: rules.procedure.code, fee: fee.amount, feeBasis: fee.basis,
      ruleSet: rules.id, ruleVersion: rules.version.text, channel: .online)
    let name = declaration.person.name.text
    try Cases.insert(
      CaseRow(
        id: id, agency: home, number: number, citizen: citizen, kind: lodging.kind,
        state: .awaitingFee, version: 1, lodgedAt: now, dueOn: nil, channel: .online),
      procedure: lodging.procedure, applicant: name, searchName: SearchKey(name).text,
      sortName: SortKey(person: name).text, numbers: [declaration.person.paper.number],
      in: transaction)
    let sealed = Journal.seal(JournalCodec.bytes(of: declaration))
    let entry = CaseEntry(
      event: .lodged(lodging), caseID: id, seq: 1, agency: home, actor: .citizen(citizen),
      at: now, payload: sealed.commitment)
    try Journal.append(entry, payload: sealed, in: transaction)
    var step = try CaseStep(
      on: id, version: 1, in: transaction, by: .citizen(citizen), at: now)
    try step.attachPapers(of: draft)
    if let link { try step.record(.linkChecked(link)) }
    if fee.amount == .zero { try step.record(.feeExempted(ground: fee.group)) }
    try step.mail(.lodged)
    try step.close()
  }
}

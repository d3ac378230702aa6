import CaseFile
package import Intake
import Law
import Store
package import Vocabulary

extension Desk {
  /// Turns a draft into a case: number, journal and row in one transaction. Idempotent: a draft
  /// that is lodged already gives its case, whatever was typed since.
  package func lodge(_ id: DraftID, of citizen: CitizenIdentity) async throws -> CaseID {
    let draft = try await draft(id, of: citizen.id)
    if let caseID = draft.lodgedCase { return caseID }
    let declaration =
      switch reading(of: draft.form, by: citizen) {
      case .declaration(let declaration, _): declaration
      case .lacking(let lacks): throw Refused.lacking(lacks)
      }
    let now = surroundings.now()
    let fee = try homeOffice.fee(for: declaration.request, on: now.civilDate)
    let fresh: CaseID = surroundings.newID()
    return try await database.write { transaction in
      guard let row = try Drafts.row(id, of: citizen.id, in: transaction) else {
        throw Refused.notFound
      }
      if let caseID = row.lodgedCase { return caseID }
      guard row.version == draft.version else { throw Refused.stale }
      guard try Drafts.lodge(id, as: fresh, at: now, in: transaction) == 1 else {
        throw Refused.stale
      }
      try self.open(fresh, declaration, fee: fee, of: citizen.id, at: now, in: transaction)
      return fresh
    }
  }

  private func open(
    _ id: CaseID, _ declaration: Declaration, fee: FeeQuote, of citizen: CitizenID,
    at now: Instant, in transaction: Transaction
  ) throws {
    let office = homeOffice
    let day = now.civilDate
    let sequence = try Sequences.next(
      agency: home, kind: "case", scope: day.iso, in: transaction)
    let number = office.caseNumber(on: day, sequence: sequence)
    let lodging = CaseEvent.Lodging(
      number: number.text, citizen: citizen, kind: declaration.request.kind,
      procedure: office.procedureCode, fee: fee.amount, feeBasis: fee.basis,
      ruleSet: office.ruleSetID(on: day))
    let name = declaration.person.name.text
    try Cases.insert(
      CaseRow(
        id: id, agency: home, number: number, citizen: citizen, kind: lodging.kind,
        state: .awaitingFee, version: 0, lodgedAt: now, dueOn: nil),
      procedure: lodging.procedure, applicant: name, searchName: SearchKey(name).text,
      sortName: SortKey(name).text, in: transaction)
    try Cases.append(
      .lodged(lodging), to: id, seq: 1, agency: home, actor: .citizen(citizen), at: now,
      payload: JournalCodec.bytes(of: declaration), in: transaction)
    guard try Cases.update(
      id, from: 0, to: 1, state: .awaitingFee, dueOn: nil, closedAt: nil, in: transaction) == 1
    else { throw Refused.stale }
    var step = try CaseStep(
      on: id, version: 1, in: transaction, by: .citizen(citizen), at: now)
    if fee.amount == .zero { try step.record(.feeExempted(ground: fee.group)) }
    try step.note(.mail(.init(caseID: id, step: .lodged)))
    try step.close()
  }
}

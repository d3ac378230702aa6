import Assessment
package import CaseFile
import Intake
package import Store
package import Vocabulary
package import Words

/// One act on one case, inside one transaction: the journal, the case's row and the outbox change
/// together or not at all.
package struct CaseStep {
  package let transaction: Transaction
  package private(set) var facts: CaseFacts
  let actor: Actor
  /// The moment of the act: of its events, and of every row that the check compares with them.
  let now: Instant
  private let firstVersion: Int
  /// When the case closed; nil while it is open.
  private let firstClosedAt: Instant?
  /// The version that the actor's page showed; nil where it does not matter.
  private let seenVersion: Int?
  private let firstFacts: CaseFacts
  /// The officer on leave for whom the actor stands in.
  private var onBehalf: OfficerID?

  /// Opens a stored case for an act. Next must be asked whose it is (`belongs`).
  package init(
    on id: CaseID, version: Int?, in transaction: Transaction, by actor: Actor, at now: Instant
  ) throws {
    guard let row = try Cases.row(id, lock: .forUpdate, in: transaction) else {
      throw Refused.notFound
    }
    self.transaction = transaction
    self.facts = try Cases.facts(of: id, in: transaction)
    self.actor = actor
    self.now = now
    self.firstVersion = row.version
    self.firstClosedAt = row.closedAt
    self.firstFacts = facts
    self.seenVersion = version
  }

  /// Somebody else acted since the actor's page was read. Asked after whose the case is: who may
  /// not see it learns nothing of its version.
  func mustBeFresh() throws(Refused) {
    if let seenVersion, seenVersion != firstVersion { throw .stale }
  }

  /// Says in which of their roles an officer acts: their own where they can, else the one in which
  /// they stand in for somebody, whom every event from here on names.
  package mutating func standIn(_ officer: ActingOfficer, as roles: [Role]) {
    if let principal = officer.principal(as: roles) { onBehalf = principal }
  }

  /// Appends an event. The state machine decides whether it can happen.
  package mutating func record(_ event: CaseEvent, why: String? = nil) throws {
    try append(event, payload: nil, why: why)
  }

  /// Appends an event whose personal part is `payload`.
  package mutating func record(
    _ event: CaseEvent, payload: some Encodable, why: String? = nil
  ) throws {
    try append(event, payload: JournalCodec.bytes(of: payload), why: why)
  }

  private mutating func append(_ event: CaseEvent, payload: [UInt8]?, why: String?) throws {
    let sealed = payload.map { Journal.seal($0) }
    let entry = CaseEntry(
      event: event, caseID: facts.id, seq: facts.history.length + 1, agency: facts.agency,
      actor: actor, at: now, why: why, payload: sealed?.commitment, onBehalf: onBehalf)
    // That a substitute and an officer on leave are two people makes two pairs of eyes of nobody.
    guard !event.sharesEyes(Eyes(of: entry), after: facts.events) else {
      throw Refused.caseState(.sameOfficer)
    }
    if let refusal = event.breaksCitation(Eyes(of: entry), on: facts) {
      throw Refused.caseState(refusal)
    }
    try fold(StoredEvent(entry: entry, payload: payload))
    try Journal.append(entry, payload: sealed, in: transaction)
  }

  private mutating func fold(_ event: StoredEvent) throws {
    do {
      try facts.add(event)
    } catch {
      guard case .impossible(let refusal) = error else { throw error }
      throw Refused.caseState(refusal)
    }
  }

  /// Leaves a note for the worker, in the same transaction.
  package func note(_ job: Job, dueAt: Instant? = nil) throws {
    try Outbox.put(
      kind: job.kind, payload: job.payload, agency: facts.agency, caseID: facts.id,
      dueAt: dueAt ?? now, in: transaction)
  }

  /// Leaves a note to tell the person of a step, by the event that was recorded last.
  package func mail(_ step: MailStep) throws {
    try note(.mail(.init(caseID: facts.id, step: step, event: facts.history.length)))
  }

  /// Writes the case's row from its history. Called once, at the end of the act.
  ///
  /// A case closes once: what comes later (a dispute, a late answer) leaves the moment as it is.
  package func close() throws {
    let history = facts.history
    guard history.length != firstVersion else { return }
    let changed = try Cases.update(
      facts.id, from: firstVersion, to: history.length, agency: facts.agency,
      state: history.state.name, dueOn: history.dueOn,
      closedAt: history.state.name.isClosed ? firstClosedAt ?? now : nil,
      assigned: history.assigned, at: now, in: transaction)
    guard changed == 1 else { throw Refused.stale }
    if facts.agency != firstFacts.agency {
      try CaseWords.move(
        facts.id, from: firstFacts.agency, to: facts.agency,
        numbers: facts.declaration.map { [$0.person.paper.number] } ?? [], in: transaction)
    }
    try closeCorrection(at: now)
    let before = firstFacts.history
    guard
      history.person != before.person || history.dispute != before.dispute
        || history.state.name != before.state.name && history.person.search != nil
    else { return }
    try noteWaits(at: now)
  }
}

extension Desk {
  /// Runs one act on one case in one transaction.
  package func act<Result: Sendable>(
    on id: CaseID, version: Int? = nil, by actor: Actor,
    _ body: @escaping @Sendable (inout CaseStep) throws -> Result
  ) async throws -> Result {
    let now = surroundings.now()
    return try await database.write { transaction in
      var step = try CaseStep(on: id, version: version, in: transaction, by: actor, at: now)
      let result = try body(&step)
      try step.close()
      return result
    }
  }

  /// The facts of one case, read-only.
  package func facts(of id: CaseID) async throws -> CaseFacts {
    try await database.read { connection in
      guard try Cases.row(id, lock: .none, in: connection) != nil else { throw Refused.notFound }
      return try Cases.facts(of: id, in: connection)
    }
  }
}

extension ActingOfficer {
  /// In whose name an act in one of these roles is done; nil where one of them is their own.
  func principal(as roles: [Role]) -> OfficerID? {
    let held = roles.filter(self.roles.contains)
    guard held.allSatisfy({ principals[$0] != nil }) else { return nil }
    return held.first.flatMap { principals[$0] }
  }

  /// Whether they could do it in one of these roles with eyes that are not another's.
  func isNew(to event: CaseEvent, as roles: [Role], after events: [CaseEntry]) -> Bool {
    let eyes = Eyes(actor: .officer(id), onBehalf: principal(as: roles))
    return !event.sharesEyes(eyes, after: events)
  }
}

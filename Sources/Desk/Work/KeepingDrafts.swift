import CaseFile
import Intake
package import Law
import Outside
import Store
import Vocabulary
import Words

extension Desk {
  /// How long drafts are kept by today's rules.
  package func draftKeeping() throws -> DraftKeeping {
    let office = homeOffice
    let day = office.profile.legalDay(on: surroundings.now().civilDate)
    return try office.shelf.edition().draftKeeping(on: day)
  }

  static var draftBatch: Int { 200 }
  static var draftPauseSeconds: Int { 3600 }

  /// Reminds, once, of drafts that were left alone, and deletes those that stayed so. At most once
  /// an hour, whoever's worker it is: the lease is not given back.
  ///
  /// A draft is deleted only when the days after its reminder have passed too, so that a worker
  /// that was away for months reminds first. Dying halfway loses nothing: each draft is one
  /// transaction, and the next walk begins anew.
  func keepDrafts(by holder: String) async throws {
    let now = surroundings.now()
    let until = now.adding(seconds: Desk.draftPauseSeconds)
    let isOurs = try await database.write { transaction in
      try Leases.take(
        "drafts", by: "\(holder) \(now.milliseconds)", until: until, at: now, in: transaction)
    }
    guard isOurs else { return }
    try await freshRules()
    let keeping = try draftKeeping()
    let quiet = now.adding(seconds: -keeping.remindAfterDays * secondsInADay)
    var place = ""
    while true {
      let after = place
      let idle = try await database.read { connection in
        try Drafts.idle(since: quiet, after: after, limit: Desk.draftBatch, in: connection)
      }
      for draft in idle { try await keep(draft, by: keeping, at: now) }
      guard idle.count == Desk.draftBatch, let last = idle.last else { return }
      place = last.id.text
    }
  }

  private func keep(_ draft: IdleDraft, by keeping: DraftKeeping, at now: Instant) async throws {
    let grace = (keeping.purgeAfterDays - keeping.remindAfterDays) * secondsInADay
    let purge = keeping.purgeAfterDays * secondsInADay
    try await database.write { transaction in
      guard let reminded = draft.remindedAt else {
        guard try Drafts.remind(draft, at: now, in: transaction) else { return }
        let job = Job.remindDraft(draft.id)
        _ = try Outbox.put(
          kind: job.kind, payload: job.payload, agency: draft.agency, caseID: nil, dueAt: now,
          in: transaction)
        return
      }
      guard reminded.adding(seconds: grace) <= now, draft.updatedAt.adding(seconds: purge) <= now
      else { return }
      _ = try Drafts.purge(
        draft, files: self.files, by: .system("worker"), at: now, in: transaction)
    }
  }

  /// The one mail about a draft that was left alone. Nothing where it was lodged or deleted since,
  /// or where no mail address was typed.
  func remind(of id: DraftID) async throws -> JobOutcome {
    guard let mailer = outside.mailer else { return .done }
    let found = try await database.read { connection in try Drafts.row(id, in: connection) }
    guard let row = found else { return .done }
    let form = DeclarationForm(try DraftContent(stored: row.fields).form)
    guard let to = MailAddress(form[.personEmail]) else { return .done }
    let now = surroundings.now()
    try await freshRules()
    let keeping = try draftKeeping()
    let days = keeping.purgeAfterDays - keeping.remindAfterDays
    let words = DraftMailWords(
      address: "\(baseURL)/drafts/\(id)", keptUntil: now.civilDate.adding(days: days))
    try await mailer.send(
      Letter(
        to: to, subject: words.subject, body: words.body, idempotencyKey: "draft.\(id)"),
      at: now)
    return .done
  }
}

private let secondsInADay = 86_400

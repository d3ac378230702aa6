package import CaseFile
package import Vocabulary

/// A draft that nobody lodged and nobody saved for a while.
package struct IdleDraft: Equatable, Sendable {
  package let id: DraftID
  package let agency: AgencyID
  package let updatedAt: Instant
  /// Nil where the person was not reminded yet.
  package let remindedAt: Instant?
}

extension Drafts {
  /// Open drafts that nobody saved since `moment`, by id, from after `place`. Walked rarely and by
  /// the primary key: an index over the moments would be written at each saving.
  package static func idle(
    since moment: Instant, after place: String, limit: Int, in connection: Connection
  ) throws(Fault) -> [IdleDraft] {
    try connection.rows(
      """
      SELECT id, agency, updated_at, reminded_at FROM drafts
       WHERE id > \(place) AND lodged_case IS NULL AND updated_at <= \(moment)
       ORDER BY id
       LIMIT \(limit)
      """
    ).map { row throws(Fault) in
      guard let id = DraftID(try row.text("id")), let agency = AgencyID(try row.text("agency"))
      else { throw Fault("reading a draft", cause: "a column holds an impossible value") }
      return IdleDraft(
        id: id, agency: agency, updatedAt: Instant(milliseconds: try row.int64("updated_at")),
        remindedAt: try row.int64OrNil("reminded_at").map { Instant(milliseconds: $0) })
    }
  }

  /// An open draft, whoever's it is; for the worker.
  package static func row(
    _ id: DraftID, in connection: Connection
  ) throws(Fault) -> DraftRow? {
    try connection.row("SELECT * FROM drafts WHERE id = \(id) AND lodged_case IS NULL")
      .map { row throws(Fault) in try DraftRow(restoring: row) }
  }

  /// Notes that the person is reminded. False where that was done before, or the draft was saved
  /// or lodged meanwhile.
  package static func remind(
    _ draft: IdleDraft, at now: Instant, in transaction: Transaction
  ) throws -> Bool {
    try transaction.run(
      """
      UPDATE drafts SET reminded_at = \(now)
       WHERE id = \(draft.id) AND lodged_case IS NULL AND reminded_at IS NULL
         AND updated_at = \(draft.updatedAt)
      """) == 1
  }

  /// Deletes a draft for good, with the event that says so. False where it was saved or lodged
  /// meanwhile.
  package static func purge(
    _ draft: IdleDraft, files: FileStore, by actor: Actor, at now: Instant,
    in transaction: Transaction
  ) throws -> Bool {
    // Its papers go with it, with their bytes.
    for paper in try Papers.of(draft.id, in: transaction) {
      guard try Papers.isIdle(draft.id, since: draft.updatedAt, in: transaction) else {
        return false
      }
      try Papers.remove(paper, files: files, in: transaction)
    }
    let gone = try transaction.run(
      """
      DELETE FROM drafts
       WHERE id = \(draft.id) AND lodged_case IS NULL AND updated_at = \(draft.updatedAt)
      """)
    guard gone == 1 else { return false }
    let entry = HouseEntry(
      event: .draftPurged(draft.id), caseID: nil, seq: nil, agency: draft.agency, actor: actor,
      at: now)
    try Journal.append(entry, in: transaction)
    return true
  }
}

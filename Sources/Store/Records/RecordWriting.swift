import CaseFile
import Law
import Records
import Vocabulary

extension RecordFiling {
  /// The event, the batch, and every row.
  mutating func write(by actor: Actor) throws {
    let batch = try next("SELECT MAX(id) AS latest FROM record_batches")
    var generator = SystemRandomNumberGenerator()
    let salt = Journal.salt(random: &generator)
    var digest = RecordDigest(salt: salt)
    for row in rows {
      digest.add(
        id: row.id, record: row.record, line: row.incoming.line, supersedes: row.supersedes,
        bodyHash: row.incoming.bodyHash)
    }
    let hash = digest.finalize()
    let entry = HouseEntry(
      event: .recordDocumentsFiled(
        batch: batch, documents: rows.count, digest: hex(Array(hash))),
      caseID: nil, seq: nil, agency: agency, actor: actor, at: at)
    let event = try Journal.append(entry, in: transaction)
    let columns = source.columns
    try transaction.run(
      """
      INSERT INTO record_batches (id, agency, event_id, source, origin, at, documents, salt, digest)
      VALUES (\(batch), \(agency), \(event), \(columns.source), \(columns.origin), \(at),
              \(rows.count), \(salt), \(hash))
      """)
    outcome.batch = batch
    var changes = IndexChanges(agency: agency)
    try reckon(&changes)
    try writeRecords(changes)
    try writeDocuments(batch)
    try changes.write(in: transaction)
    try writeLate()
    outcome.questionsOpened = try RecordQuestions.settle(
      changes.questions, of: agency, at: at, in: transaction)
  }

  /// What the fold of every touched record now says to the indexes.
  private func reckon(_ changes: inout IndexChanges) throws {
    for row in rows where isAlone(row) {
      changes.begin(
        row.record, with: row.incoming.document, searchNames: row.incoming.searchNames)
    }
    for (id, documents) in added where changes.lines[id] == nil {
      let before = kept[id]
      let earlier = before.map {
        RecordFold.record(id, of: agency, documents: $0.documents, answers: $0.answers)
      }
      let record = RecordFold.record(
        id, of: agency, documents: (before?.documents ?? []) + documents,
        answers: before?.answers ?? [])
      changes.turn(id, from: earlier, to: record)
    }
  }

  /// Whether the document begins a record that nothing else speaks of.
  private func isAlone(_ row: NewDocument) -> Bool {
    row.record.number >= firstNewRecord && added[row.record]?.count == 1
      && row.incoming.document.standsAlone
  }

  private func writeRecords(_ changes: IndexChanges) throws {
    var fresh = BulkRows(
      table: "records", columns: ["id", "agency", "name", "born"], rowCapacity: begun.count)
    for id in begun {
      guard let line = changes.lines[id] else { continue }
      fresh.append(id.number.sqlValue, agency.sqlValue, line.name.sqlValue, line.born.sqlValue)
    }
    try transaction.insert(fresh)
    for id in changes.lines.keys.sorted() where id.number < firstNewRecord {
      try changes.writeLine(of: id, in: transaction)
    }
  }

  private func writeDocuments(_ batch: Int64) throws {
    var all = BulkRows(
      table: "record_documents",
      columns: [
        "id", "record", "batch", "line", "fingerprint", "edition", "supersedes", "body",
      ], rowCapacity: rows.count)
    for row in rows {
      all.append(
        row.id.number.sqlValue, row.record.number.sqlValue, batch.sqlValue,
        row.incoming.line.sqlValue, row.incoming.fingerprint.sqlValue, row.edition.sqlValue,
        (row.supersedes?.number).sqlValue, row.incoming.bytes.sqlValue)
    }
    try transaction.insert(all)
  }

  /// By the terms that the rules have now, those that two people changed among them.
  private func writeLate() throws {
    let changes =
      try RuleProposals.latest(in: transaction) == 0
      ? [] : RuleProposals.approved(after: 0, in: transaction)
    let terms = try LawBook.bundled().with(changes).supplyTerms()
    var late = BulkRows(
      table: "record_late",
      columns: ["document", "agency", "supplier", "issuer", "days_late", "received_on"])
    for row in rows {
      let document = row.incoming.document
      let days = document.daysLate(by: terms)
      guard days > 0 else { continue }
      late.append(
        row.id.number.sqlValue, agency.sqlValue, document.kind.supplier.rawValue.sqlValue,
        document.issuer.sqlValue, days.sqlValue, document.receivedOn.sqlValue)
    }
    try transaction.insert(late)
  }
}

extension SupplierDocument {
  /// Whether a record of this document alone can hold no contradiction.
  fileprivate var standsAlone: Bool {
    switch content {
    case .judgment, .ban, .identity: true
    case .execution, .change, .expungement, .reconsideration: false
    }
  }

  /// Older registers and identity notices have no term (Articles 15 to 22 name neither).
  func daysLate(by terms: SupplyTerms) -> Int {
    switch kind.shape {
    case .identity: return 0
    case .judgment, .execution, .change, .expungement, .reconsideration, .ban: break
    }
    guard kind != .olderRegisterEntry, let day = effectiveOn ?? issuedOn else { return 0 }
    return SupplierDeadline.daysLate(since: day, receivedOn: receivedOn, terms: terms)
  }
}

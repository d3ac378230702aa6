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
    for row in rows.all {
      digest.add(
        id: row.id, record: row.record, line: row.incoming.line, supersedes: row.supersedes,
        bodyHash: row.incoming.bodyHash)
    }
    let hash = digest.finalize()
    let entry = HouseEntry(
      event: .recordDocumentsFiled(
        batch: batch, documents: rows.all.count, digest: hex(Array(hash))),
      caseID: nil, seq: nil, agency: agency, actor: actor, at: at)
    let event = try Journal.append(entry, in: transaction)
    let columns = source.columns
    try transaction.run(
      """
      INSERT INTO record_batches (id, agency, event_id, source, origin, at, documents, salt, digest)
      VALUES (\(batch), \(agency), \(event), \(columns.source), \(columns.origin), \(at),
              \(rows.all.count), \(salt), \(hash))
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
    var others: Set<RecordID> = []
    for row in rows.all {
      if rows.isAlone(row), row.incoming.standsAlone {
        changes.begin(row.record, with: row.incoming)
      } else {
        others.insert(row.record)
      }
    }
    for id in others {
      let before = kept[id]
      let earlier = before.map {
        RecordFold.record(id, of: agency, documents: $0.documents, answers: $0.answers)
      }
      let record = RecordFold.record(
        id, of: agency, documents: documents(of: id), answers: before?.answers ?? [])
      changes.turn(id, from: earlier, to: record)
    }
  }

  private func writeRecords(_ changes: IndexChanges) throws {
    var fresh = BulkRows(
      table: "records", columns: ["id", "agency", "name", "born"],
      rowCapacity: rows.all.count)
    for id in rows.begun {
      guard let line = changes.lines[id] else { continue }
      fresh.append(id.number.sqlValue, agency.sqlValue, line.name.sqlValue, line.born.sqlValue)
    }
    try transaction.insert(fresh)
    for id in changes.lines.keys.sorted() where !rows.isBegunHere(id) {
      try changes.writeLine(of: id, in: transaction)
    }
  }

  private func writeDocuments(_ batch: Int64) throws {
    var all = BulkRows(
      table: "record_documents",
      columns: [
        "id", "record", "batch", "line", "fingerprint", "edition", "supersedes", "body",
      ], rowCapacity: rows.all.count)
    for row in rows.all {
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
    for row in rows.all {
      let days = row.incoming.daysLate(by: terms)
      guard days > 0 else { continue }
      let document = row.incoming.document
      late.append(
        row.id.number.sqlValue, agency.sqlValue, document.kind.supplier.rawValue.sqlValue,
        document.issuer.sqlValue, days.sqlValue, document.receivedOn.sqlValue)
    }
    try transaction.insert(late)
  }
}

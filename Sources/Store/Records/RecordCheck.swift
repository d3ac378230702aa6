import CaseFile
import Records
import Vocabulary

/// Recomputes the judicial records from their documents. Memory does not grow with their number.
package struct RecordCheck {
  private let connection: Connection
  private let progress: (Int) -> Void

  private var digests = Invariant("every batch of documents has the hash that its event names")
  private var order = Invariant("every document is in its batch, and in a record of its agency")
  private var folds = Invariant("every record is the fold of its documents")
  private var questions = Invariant("every contradiction of a record has its open question")
  private var found = (names: 0, numbers: 0)

  private static let page = 200

  /// Checks one moment of the database. `progress` is told the number of documents and records
  /// seen, now and then.
  package static func run(
    on database: Database, progress: @escaping @Sendable (_ seen: Int) -> Void = { _ in }
  ) async throws -> [Invariant] {
    try await database.read { connection in
      var check = RecordCheck(connection: connection, progress: progress)
      try check.walkBatches()
      try check.walkRecords()
      return [check.order, check.digests, check.folds, check.questions]
        + (try RecordMoveCheck.run(in: connection))
    }
  }

  private init(connection: Connection, progress: @escaping (Int) -> Void) {
    self.connection = connection
    self.progress = progress
  }

  // MARK: - Batches

  private mutating func walkBatches() throws {
    var last: Int64 = 0
    while true {
      let batches = try connection.rows(
        """
        SELECT record_batches.id AS id, record_batches.agency AS agency, documents, digest,
               record_batches.salt AS salt, events.body AS event
          FROM record_batches JOIN events ON events.id = event_id
         WHERE record_batches.id > \(last)
         ORDER BY record_batches.id
         LIMIT \(Self.page)
        """)
      for batch in batches { try walk(batch) }
      guard let final = batches.last else { break }
      last = try final.int64("id")
    }
    let total = try connection.row("SELECT COUNT(*) AS total FROM record_documents")
    if try total?.int("total") != order.figure { order.fail("documents outside every batch") }
  }

  /// The last document seen: batches lie one after the other.
  private var lastDocument: Int64 = 0

  private mutating func walk(_ batch: Row) throws {
    let id = try batch.int64("id")
    let agency = try batch.text("agency")
    let count = try batch.int("documents")
    var digest = RecordDigest(salt: try batch.bytes("salt"))
    var seen = 0
    while seen < count {
      let rows = try connection.rows(
        """
        SELECT record_documents.id AS id, record, batch, line, supersedes, body, agency
          FROM record_documents JOIN records ON records.id = record
         WHERE record_documents.id > \(lastDocument)
         ORDER BY record_documents.id
         LIMIT \(min(Self.page * 5, count - seen))
        """)
      guard !rows.isEmpty else { break }
      for row in rows {
        let document = DocumentID(try row.int64("id"))
        order.expect(
          try row.int64("batch") == id && row.text("agency") == agency, "document \(document)")
        digest.add(
          id: document, record: RecordID(try row.int64("record")), line: try row.int("line"),
          supersedes: try row.int64OrNil("supersedes").map { DocumentID($0) },
          bodyHash: RecordDigest.hash(of: try row.bytes("body")))
        lastDocument = document.number
      }
      seen += rows.count
      progress(order.figure)
    }
    let hash = digest.finalize()
    let entry = try JournalCodec.value(HouseEntry.self, from: try batch.bytes("event"))
    let isVouched =
      entry.event == .recordDocumentsFiled(batch: id, documents: count, digest: hex(Array(hash)))
    digests.expect(try hash == batch.bytes("digest") && isVouched && seen == count, "batch \(id)")
  }

  // MARK: - Records

  private mutating func walkRecords() throws {
    var last: Int64 = 0
    while true {
      let rows = try connection.rows(
        """
        SELECT * FROM records
         WHERE id > \(last)
         ORDER BY id
         LIMIT \(Self.page)
        """)
      guard let final = rows.last else { break }
      try compare(rows)
      last = try final.int64("id")
      progress(folds.figure)
    }
    let names = try connection.row("SELECT COUNT(*) AS total FROM record_names")
    let numbers = try connection.row("SELECT COUNT(*) AS total FROM record_numbers")
    if try names?.int("total") != found.names { folds.fail("names of no document") }
    if try numbers?.int("total") != found.numbers { folds.fail("numbers of no document") }
  }

  private mutating func compare(_ rows: [Row]) throws {
    let ids = try rows.map { RecordID(try $0.int64("id")) }
    let documents = try RecordDocuments.of(ids, in: connection)
    let answers = try RecordQuestions.answers(of: documents, in: connection)
    let trails = try RecordTrails.touching(ids, in: connection)
    let open = Dictionary(grouping: try openQuestions(of: ids), by: \.record)
    var folded: [(record: JudicialRecord, row: Row)] = []
    for (id, row) in zip(ids, rows) {
      guard let agency = AgencyID(try row.text("agency")) else { continue }
      let record = RecordFold.record(
        id, of: agency, documents: documents[id] ?? [], answers: answers[id] ?? [])
      folded.append((record, row))
      let isAsked = Set(record.contradictions.map(\.key)) == Set((open[id] ?? []).map(\.key))
      questions.expect(isAsked, "record \(id)")
    }
    let names = try storedNames(of: folded.map(\.record))
    let numbers = try storedNumbers(of: folded.map(\.record))
    found.names += names.count
    found.numbers += numbers.values.map(\.count).reduce(0, +)
    for (record, row) in folded {
      let identity = record.identity
      // Only where they moved away may a record hold none.
      let mayBeEmpty = trails.steps.values.contains { steps in
        steps.contains { $0.source == record.id }
      }
      let isFold =
        try (!record.documents.isEmpty || mayBeEmpty)
        && row.text("name") == identity.name?.value ?? ""
        && row.textOrNil("born") == identity.born?.value.iso
        && IndexChanges.nameKeys(of: record).allSatisfy { names.contains($0) }
        && identity.numbers.allSatisfy { numbers[$0.value]?.contains(record.id) == true }
      folds.expect(isFold, "record \(record.id)")
    }
  }

  private func openQuestions(of ids: [RecordID]) throws(Fault) -> [RecordQuestion] {
    try connection.rows(
      """
      SELECT * FROM record_questions
       WHERE record IN (\(list: ids.map(\.number))) AND closed_at IS NULL
       ORDER BY id
       LIMIT 100000
      """
    ).map { row throws(Fault) in try RecordQuestion(restoring: row) }
  }

  private func storedNames(
    of records: [JudicialRecord]
  ) throws(Fault) -> Set<IndexChanges.NameKey> {
    let wanted = records.flatMap { IndexChanges.nameKeys(of: $0) }
    guard !wanted.isEmpty else { return [] }
    let keys = wanted.map { [$0.name.sqlValue, $0.birthYear.sqlValue, $0.record.number.sqlValue] }
    return Set(
      try connection.rows(
        """
        SELECT search_name, birth_year, record FROM record_names
         WHERE (search_name, birth_year, record) IN (VALUES \(rows: keys))
         ORDER BY search_name, birth_year, record
         LIMIT 100000
        """
      ).map { row throws(Fault) in
        IndexChanges.NameKey(
          name: try row.text("search_name"), birthYear: try row.int("birth_year"),
          record: RecordID(try row.int64("record")))
      })
  }

  private func storedNumbers(
    of records: [JudicialRecord]
  ) throws(Fault) -> [String: Set<RecordID>] {
    let keys = records.flatMap { record in
      record.identity.numbers.map { [$0.value.sqlValue, record.agency.sqlValue] }
    }
    guard !keys.isEmpty else { return [:] }
    let rows = try connection.rows(
      """
      SELECT number, record FROM record_numbers
       WHERE (number, agency) IN (VALUES \(rows: keys))
       ORDER BY number
       LIMIT 100000
      """)
    var found: [String: Set<RecordID>] = [:]
    for row in rows {
      found[try row.text("number"), default: []].insert(RecordID(try row.int64("record")))
    }
    return found
  }
}

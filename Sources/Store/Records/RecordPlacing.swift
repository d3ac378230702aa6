import Records
import Vocabulary

extension RecordFiling {
  /// Puts a document into its record, or says why not.
  mutating func place(_ incoming: IncomingDocument) throws -> FilingResult {
    let found = try record(for: incoming)
    if let record = found {
      let others = documents(of: record)
      if let there = others.first(where: { $0.document.saysTheSame(as: incoming.document) }) {
        return .known(record, there.id)
      }
      return try add(incoming, to: record, beside: others)
    }
    guard incoming.document.corrects == nil else { throw FilingRefusal.correctedUnknown }
    outcome.newRecords += 1
    return try add(incoming, to: rows.nextRecord, beside: [])
  }

  private mutating func add(
    _ incoming: IncomingDocument, to record: RecordID, beside others: [FiledDocument]
  ) throws -> FilingResult {
    let supersedes = try corrected(by: incoming.document, among: others)
    let edition = try edition(of: incoming, in: record, beside: others)
    let id = DocumentID(nextDocument)
    nextDocument += 1
    rows.append(
      FilingRows.NewDocument(
        incoming: incoming, record: record, id: id, supersedes: supersedes, edition: edition))
    for number in incoming.document.person.numbers { learn(number, of: record) }
    return .filed(record, id)
  }

  /// Counts documents that share kind, issuer, number and day in the record where they are filed:
  /// also those that moved away since.
  private func edition(
    of incoming: IncomingDocument, in record: RecordID, beside others: [FiledDocument]
  ) throws -> Int {
    let held = others.count { $0.document.isNumbered(like: incoming.document) }
    guard !rows.isBegunHere(record) else { return held }
    let trails = try RecordTrails.touching([record], in: transaction)
    guard !trails.isEmpty else { return held }
    let stored = try transaction.row(
      """
      SELECT MAX(edition) AS latest FROM record_documents
       WHERE record = \(record.number) AND fingerprint = \(incoming.fingerprint)
      """)?.intOrNil("latest")
    let here = rows.of(record).filter { $0.incoming.fingerprint == incoming.fingerprint }
      .map(\.edition).max()
    return max(stored ?? -1, here ?? -1) + 1
  }

  func documents(of record: RecordID) -> [FiledDocument] {
    (kept[record]?.documents ?? [])
      + rows.of(record).map { row in
        FiledDocument(
          id: row.id, document: row.incoming.document, filedAt: at, source: source,
          supersedes: row.supersedes)
      }
  }

  /// The record of the person; nil where a new one begins.
  private mutating func record(for incoming: IncomingDocument) throws -> RecordID? {
    var numbered = Set(incoming.document.person.numbers.compactMap { byNumber[$0] })
    if !sharing.isEmpty {
      for number in incoming.document.person.numbers {
        numbered.formUnion(sharing[number] ?? [])
      }
    }
    switch incoming.attachment {
    case .to(let record):
      try load([record])
      guard try isKept(record) else { throw FilingRefusal.noSuchRecord }
      // A number that this record has already may also be another's.
      let others = incoming.document.person.numbers.filter { !isNumber($0, of: record) }
      guard others.allSatisfy({ byNumber[$0] == nil }) else {
        throw FilingRefusal.numbersOfTwoRecords
      }
      return record
    case .newRecord:
      guard numbered.isEmpty else { throw FilingRefusal.numbersOfTwoRecords }
      return nil
    case .byNumber:
      guard numbered.count < 2 else { throw FilingRefusal.numbersOfTwoRecords }
      if let record = numbered.first { return record }
      guard incoming.document.person.numbers.isEmpty else { return nil }
      return try namesake(of: incoming)
    }
  }

  private func isNumber(_ number: String, of record: RecordID) -> Bool {
    byNumber[number] == record || sharing[number]?.contains(record) == true
  }

  /// Not one whose documents all moved away.
  private func isKept(_ record: RecordID) throws -> Bool {
    guard !documents(of: record).isEmpty else { return false }
    return try transaction.row(
      "SELECT id FROM records WHERE id = \(record.number) AND agency = \(agency)") != nil
  }

  /// A document without any number begins a record of its own only where nobody of that name and
  /// birth year has one. The same document again is recognised; anything else an officer decides.
  private mutating func namesake(of incoming: IncomingDocument) throws -> RecordID? {
    guard let name = incoming.searchNames.first else { throw FilingRefusal.personUnclear }
    let year = incoming.document.person.born?.year
    let years: SQL = year.map { "AND birth_year IN (\($0), 0)" } ?? ""
    let isNamesake: SQL = "search_name = \(name) \(sql: years) AND agency = \(agency)"
    // A name may be thousands': only those who may hold this very document are read.
    let stored = try transaction.rows(
      """
      SELECT record_names.record AS record
        FROM record_names
        JOIN records ON records.id = record_names.record
        JOIN record_documents ON record_documents.record = record_names.record
       WHERE \(sql: isNamesake) AND fingerprint = \(incoming.fingerprint)
       UNION
      SELECT record_names.record AS record
        FROM record_names
        JOIN records ON records.id = record_names.record
        JOIN record_moved ON target = record_names.record
        JOIN record_documents ON record_documents.id = document
       WHERE \(sql: isNamesake) AND fingerprint = \(incoming.fingerprint)
       ORDER BY record
       LIMIT 1000
      """
    ).map { RecordID(try $0.int64("record")) }
    try load(stored)
    let here = rows.begun(named: name, bornIn: year)
    for record in stored + here
    where documents(of: record).contains(where: {
      $0.document.saysTheSame(as: incoming.document)
    }) {
      return record
    }
    let other = try transaction.row(
      """
      SELECT 1 AS found FROM record_names JOIN records ON records.id = record
       WHERE \(sql: isNamesake)
       ORDER BY birth_year, record
       LIMIT 1
      """)
    guard other == nil, here.isEmpty else { throw FilingRefusal.personUnclear }
    return nil
  }

  private func corrected(
    by document: SupplierDocument, among others: [FiledDocument]
  ) throws(FilingRefusal) -> DocumentID? {
    guard let reference = document.corrects else { return nil }
    let standing = others.filter {
      $0.document.kind == document.kind && $0.document.issuer == document.issuer
        && $0.document.number == reference.number
        && (reference.issuedOn == nil || $0.document.issuedOn == reference.issuedOn)
    }
    guard !standing.isEmpty else { throw .correctedUnknown }
    let superseded = Set(others.compactMap(\.supersedes))
    guard let last = standing.last(where: { !superseded.contains($0.id) }) else {
      throw .correctedAlready
    }
    return last.id
  }
}

package import CaseFile
package import Records
package import Vocabulary

/// What a batch did.
package struct FilingOutcome: Equatable, Sendable {
  /// In the order of the documents that came.
  package var results: [FilingResult] = []
  package var newRecords = 0
  package var questionsOpened = 0
  /// Nil where nothing was filed.
  package var batch: Int64?
}

/// Files documents: finds their records, refuses what it must, writes documents, indexes, open
/// questions and one event, all in one transaction.
///
/// A document that is there already changes nothing; one that contradicts others is filed, and
/// the contradiction becomes a question.
package struct RecordFiling {
  let agency: AgencyID
  let source: FilingSource
  let at: Instant
  let transaction: Transaction

  var outcome = FilingOutcome()
  /// Records that were there before, as far as this batch touches them.
  var kept: [RecordID: KeptRecord] = [:]
  var rows = FilingRows(firstNew: 1)
  var byNumber: [String: RecordID] = [:]
  /// Further records of a number: courts gave it to two persons whose records were parted.
  var sharing: [String: Set<RecordID>] = [:]
  var nextDocument: Int64 = 0

  /// A record before this batch.
  struct KeptRecord {
    let documents: [FiledDocument]
    let answers: [QuestionAnswer]
  }

  /// - Parameters:
  ///   - source: of the whole batch; the line of `.file` is not looked at.
  ///   - actor: who stands in the journal.
  package static func file(
    _ incoming: [IncomingDocument], of agency: AgencyID, source: FilingSource, by actor: Actor,
    at now: Instant, in transaction: Transaction
  ) throws -> FilingOutcome {
    var filing = RecordFiling(agency: agency, source: source, at: now, transaction: transaction)
    try filing.takeTurn()
    try filing.findRecords(of: incoming)
    for one in incoming {
      do {
        filing.outcome.results.append(try filing.place(one))
      } catch let refusal as FilingRefusal {
        filing.outcome.results.append(.refused(refusal))
      }
    }
    guard !filing.rows.all.isEmpty else { return filing.outcome }
    try filing.write(by: actor)
    return filing.outcome
  }

  private init(
    agency: AgencyID, source: FilingSource, at: Instant, transaction: Transaction
  ) {
    self.agency = agency
    self.source = source
    self.at = at
    self.transaction = transaction
  }

  private mutating func takeTurn() throws {
    try RecordTurn.take(in: transaction)
    rows = FilingRows(firstNew: try next("SELECT MAX(id) AS latest FROM records"))
    nextDocument = try next("SELECT MAX(id) AS latest FROM record_documents")
  }

  func next(_ latest: SQL) throws(Fault) -> Int64 {
    (try transaction.row(latest)?.int64OrNil("latest") ?? 0) + 1
  }

  /// Loads every record that one of the numbers or an officer points at.
  private mutating func findRecords(of incoming: [IncomingDocument]) throws {
    var numbers: Set<String> = []
    var touched: Set<RecordID> = []
    for one in incoming {
      switch one.attachment {
      case .byNumber, .newRecord: numbers.formUnion(one.document.person.numbers)
      case .to(let record):
        numbers.formUnion(one.document.person.numbers)
        touched.insert(record)
      }
    }
    for part in JudicialRecords.slices(of: numbers.sorted()) {
      let rows = try transaction.rows(
        """
        SELECT number, record FROM record_numbers
         WHERE number IN (\(list: part)) AND agency = \(agency)
         ORDER BY number, record
         LIMIT 100000
        """)
      for row in rows {
        let record = RecordID(try row.int64("record"))
        learn(try row.text("number"), of: record)
        touched.insert(record)
      }
    }
    try load(touched.sorted())
  }

  mutating func learn(_ number: String, of record: RecordID) {
    guard let other = byNumber[number], other != record else {
      byNumber[number] = record
      return
    }
    sharing[number, default: []].insert(record)
  }

  mutating func load(_ ids: [RecordID]) throws {
    for part in JudicialRecords.slices(of: ids.filter { kept[$0] == nil }) {
      let documents = try RecordDocuments.of(part, in: transaction)
      let answers = try RecordQuestions.answers(of: documents, in: transaction)
      for (id, documents) in documents {
        kept[id] = KeptRecord(documents: documents, answers: answers[id] ?? [])
      }
    }
  }
}

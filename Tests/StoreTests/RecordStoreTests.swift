import CaseFile
import Law
import Records
import Testing
import Vocabulary

@testable import Store

@Suite("Judicial records are kept as they came")
struct RecordStoreTests {
  typealias Sample = RecordRows

  @Test(arguments: TestEngine.allCases)
  func `a document is filed, found by number and by name, and read back`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      let outcome = try await Sample.file([Sample.extract(1)], in: database)
      #expect(outcome.results == [.filed(RecordID(1), DocumentID(1))])
      #expect(outcome.newRecords == 1)
      try await database.read { connection in
        let id = try RecordSearch.record(
          number: "092 090 000 001", of: TestDatabase.agency, in: connection)
        #expect(id == RecordID(1))
        let lines = try RecordSearch.records(
          name: "nguyen van", birthYear: 1990, of: TestDatabase.agency, limit: 10, in: connection)
        #expect(lines.map(\.name) == ["Nguyễn Văn Mẫu"])
        let none = try RecordSearch.records(
          name: "nguyen van", birthYear: 1991, of: TestDatabase.agency, limit: 10, in: connection)
        #expect(none.isEmpty)
        let record = try #require(
          try JudicialRecords.record(RecordID(1), of: TestDatabase.agency, in: connection))
        #expect(record.judgments.count == 1)
        #expect(record.documents[0].document == Sample.extract(1))
        let other = try #require(AgencyID("ca-mau"))
        #expect(try JudicialRecords.record(RecordID(1), of: other, in: connection) == nil)
      }
      try await Sample.expectSound(database)
    }
  }

  @Test func `PostgreSQL knows how many documents there are as soon as it is told to count`()
    async throws
  {
    try await TestDatabase.with(.postgres) { database in
      _ = try await Sample.file((1...300).map { Sample.extract($0) }, in: database)
      let known = try await database.write { transaction in
        try RecordStatistics.refresh(in: transaction)
        return try transaction.row(
          """
          SELECT reltuples::bigint AS known FROM pg_class
           WHERE oid = 'record_documents'::regclass
          """)?.int("known")
      }
      #expect(known == 300)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `the same document again changes nothing, not even the journal`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      _ = try await Sample.file([Sample.extract(1), Sample.extract(2)], in: database)
      let before = try await Sample.counts(database)
      let again = try await Sample.file(
        [Sample.extract(1), Sample.extract(2), Sample.extract(2)], in: database)
      #expect(
        again.results == [
          .known(RecordID(1), DocumentID(1)), .known(RecordID(2), DocumentID(2)),
          .known(RecordID(2), DocumentID(2)),
        ])
      #expect(again.batch == nil)
      #expect(try await Sample.counts(database) == before)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a contradiction is filed and becomes a question that an officer answers`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      _ = try await Sample.file([Sample.extract(1)], in: database)
      let outcome = try await Sample.file([Sample.extract(1, months: 12)], in: database)
      #expect(outcome.results == [.filed(RecordID(1), DocumentID(2))])
      #expect(outcome.questionsOpened == 1)
      try await Sample.expectSound(database)
      try await Sample.makeOfficer(in: database)
      let question = try #require(try await Sample.openQuestions(database).first)
      #expect(question.subject == "judgment.principal@1")
      try await database.write { transaction in
        try RecordAnswering.answer(
          question.id, .stands(DocumentID(2)), reason: "Bản gốc ghi 12 tháng.",
          of: TestDatabase.agency, by: Sample.officer, at: TestDatabase.now, in: transaction)
      }
      #expect(try await Sample.openQuestions(database).isEmpty)
      try await database.read { connection in
        let record = try JudicialRecords.record(
          RecordID(1), of: TestDatabase.agency, in: connection)
        #expect(record?.judgments.first?.principal.value.months == 12)
        #expect(
          try RecordAnswering.reason(of: question.id, in: connection) == "Bản gốc ghi 12 tháng.")
      }
      await #expect(throws: RecordAnswering.Refusal.notOpen) {
        try await database.write { transaction in
          try RecordAnswering.answer(
            question.id, .stands(DocumentID(1)), reason: "x", of: TestDatabase.agency,
            by: Sample.officer, at: TestDatabase.now, in: transaction)
        }
      }
      try await Sample.expectSound(database)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a stray's question is closed by the judgment that it waited for`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      _ = try await Sample.file([Sample.release(1)], in: database)
      #expect(try await Sample.openQuestions(database).map(\.subject) == ["stray"])
      _ = try await Sample.file([Sample.extract(1)], in: database)
      #expect(try await Sample.openQuestions(database).isEmpty)
      try await Sample.expectSound(database)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a correction supersedes, and what was believed before can still be asked`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      _ = try await Sample.file([Sample.extract(1)], in: database)
      var corrected = Sample.extract(1, months: 12)
      corrected.corrects = DocumentReference(
        number: corrected.number, issuedOn: corrected.issuedOn)
      let later = TestDatabase.now.adding(seconds: 3600)
      let outcome = try await Sample.file([corrected], at: later, in: database)
      #expect(outcome.questionsOpened == 0)
      let twice = try await Sample.file([corrected], at: later, in: database)
      #expect(twice.results == [.known(RecordID(1), DocumentID(2))])
      try await database.read { connection in
        let now = try JudicialRecords.record(RecordID(1), of: TestDatabase.agency, in: connection)
        #expect(now?.judgments.first?.principal.value.months == 12)
        let then = try JudicialRecords.record(
          RecordID(1), of: TestDatabase.agency, asOf: TestDatabase.now, in: connection)
        #expect(then?.judgments.first?.principal.value.months == 9)
      }
      try await Sample.expectSound(database)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a document without a number never joins a namesake by itself`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      var nameless = Sample.extract(1)
      nameless.person.numbers = []
      let first = try await Sample.file([nameless], in: database)
      #expect(first.newRecords == 1)
      #expect(
        try await Sample.file([nameless], in: database).results
          == [.known(RecordID(1), DocumentID(1))])
      var other = Sample.extract(1, months: 24)
      other.person.numbers = []
      #expect(
        try await Sample.file([other], in: database).results == [.refused(.personUnclear)])
      let attached = try await Sample.file(
        [other], attachment: .to(RecordID(1)), in: database)
      #expect(attached.results == [.filed(RecordID(1), DocumentID(2))])
      let apart = try await Sample.file([other], attachment: .newRecord, in: database)
      #expect(apart.results == [.filed(RecordID(2), DocumentID(3))])
      try await Sample.expectSound(database)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `whether documents without a number come together or one by one changes nothing`(
    engine: TestEngine
  ) async throws {
    func named(
      _ name: String, _ year: Int?, months: Int = 9, others: [String] = [], numbers: [String] = []
    ) -> SupplierDocument {
      var document = Sample.extract(1, months: months)
      document.person = DocumentPerson(
        name: name, otherNames: others, born: year.map { .year($0) }, numbers: numbers)
      return document
    }
    let documents = [
      named("Lê Văn Thử", 1960), named("Lê Văn Thử", 1985), named("Lê Văn Thử", 1960, months: 12),
      named("LE VAN THU", nil), named("Lê Văn Thử", 1985),
      named("Hồ Thị Mẫu", 1970, others: ["Hồ Thị Lan"]), named("Hồ Thị Lan", 1970, months: 18),
      named("Vũ Văn Mẫu", nil), named("Vũ Văn Mẫu", 1990, months: 6),
      named("Đỗ Văn Mẫu", 1980, numbers: [Sample.number(5)]), named("Đỗ Văn Mẫu", 1980, months: 3),
    ]
    let together = try await TestDatabase.with(engine) { database in
      let outcome = try await Sample.file(documents, in: database)
      try await Sample.expectSound(database)
      return outcome.results
    }
    let oneByOne = try await TestDatabase.with(engine) { database in
      var results: [FilingResult] = []
      for document in documents {
        results += try await Sample.file([document], in: database).results
      }
      return results
    }
    #expect(together == oneByOne)
    #expect(
      together == [
        .filed(RecordID(1), DocumentID(1)), .filed(RecordID(2), DocumentID(2)),
        .refused(.personUnclear), .refused(.personUnclear), .known(RecordID(2), DocumentID(2)),
        .filed(RecordID(3), DocumentID(3)), .refused(.personUnclear),
        .filed(RecordID(4), DocumentID(4)), .refused(.personUnclear),
        .filed(RecordID(5), DocumentID(5)), .refused(.personUnclear),
      ])
  }

  @Test(arguments: TestEngine.allCases)
  func `a name that hundreds bear hides no namesake and no document that is there`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      _ = try await Sample.file(
        (1...250).map { seed in
          var document = Sample.extract(seed)
          document.person.born = .year(seed <= 125 ? 1950 : 1960)
          return document
        }, in: database)
      var nameless = Sample.extract(1, months: 24)
      nameless.person.numbers = []
      nameless.person.born = .year(1960)
      #expect(
        try await Sample.file([nameless], in: database).results == [.refused(.personUnclear)])
      nameless.person.born = .year(1970)
      let first = try await Sample.file([nameless], in: database)
      #expect(first.results == [.filed(RecordID(251), DocumentID(251))])
      nameless.person.born = .year(1960)
      let attached = try await Sample.file([nameless], attachment: .newRecord, in: database)
      #expect(attached.results == [.filed(RecordID(252), DocumentID(252))])
      #expect(
        try await Sample.file([nameless], in: database).results
          == [.known(RecordID(252), DocumentID(252))])
      try await Sample.expectSound(database)
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a document whose numbers are two people's is refused`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      _ = try await Sample.file([Sample.extract(1), Sample.extract(2)], in: database)
      var both = Sample.release(1)
      both.person.numbers = [Sample.number(1), Sample.number(2)]
      #expect(
        try await Sample.file([both], in: database).results == [.refused(.numbersOfTwoRecords)])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `a term that two people changed decides who is late from then on`(
    engine: TestEngine
  ) async throws {
    try await TestDatabase.with(engine) { database in
      try await RuleRows.shortenTerm(toDays: 5, from: CivilDate(2023, 6, 16), in: database)
      var inTime = Sample.extract(1)
      inTime.receivedOn = CivilDate(2023, 6, 21)
      var late = Sample.extract(2)
      late.receivedOn = CivilDate(2023, 6, 24)
      _ = try await Sample.file([inTime, late], in: database)
      let worst = try await database.read { connection in
        try RecordLate.worst(of: TestDatabase.agency, limit: 10, in: connection)
      }
      #expect(worst.map(\.record) == [RecordID(2)])
      #expect(worst.map(\.daysLate) == [3])
    }
  }

  @Test(arguments: TestEngine.allCases)
  func `late suppliers are counted with their worst case`(engine: TestEngine) async throws {
    try await TestDatabase.with(engine) { database in
      var late = Sample.extract(1)
      late.receivedOn = CivilDate(2023, 7, 26)
      _ = try await Sample.file([late, Sample.extract(2)], in: database)
      try await database.read { connection in
        let issuers = try RecordLate.issuers(
          of: TestDatabase.agency, limit: 10, in: connection)
        #expect(issuers.map(\.count) == [1])
        #expect(issuers.map(\.worstDays) == [30])
        let worst = try RecordLate.worst(of: TestDatabase.agency, limit: 10, in: connection)
        #expect(worst.map(\.record) == [RecordID(1)])
      }
    }
  }
}

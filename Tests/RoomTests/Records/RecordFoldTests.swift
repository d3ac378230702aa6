import Law
import Testing
import Vocabulary

@testable import Records

@Suite("A record is the fold of its documents")
struct RecordFoldTests {
  typealias Sample = RecordSample

  @Test func `each fact carries the document that states it`() throws {
    let record = Sample.record([
      Sample.extract(), Sample.release(),
      Sample.feePaid(.on(CivilDate(2024, 4, 2)), on: CivilDate(2024, 4, 5)),
    ])
    let judgment = try #require(record.judgments.first)
    #expect(judgment.pronouncedOn == Sourced(CivilDate(2023, 5, 16), from: DocumentID(1)))
    #expect(judgment.principalExecution.completion == .on(CivilDate(2024, 2, 20)))
    #expect(judgment.principalExecution.source == DocumentID(2))
    #expect(judgment.obligations[0].execution.source == DocumentID(3))
    #expect(record.contradictions.isEmpty)
    #expect(record.identity.numbers.map(\.value) == ["092090000001"])
  }

  @Test func `what nobody says is unknown, and unknown is not done`() throws {
    let reading = Sample.record([Sample.extract()]).lawReading
    let conviction = try #require(reading.history?.convictions.first)
    #expect(conviction.principal.completed == .unknown)
    #expect(conviction.obligations == [Obligation(kind: .courtFee, completed: .unknown)])
  }

  @Test func `an extract that is silent on other decisions leaves them unknown`() throws {
    let reading = Sample.record([Sample.extract(obligations: nil)]).lawReading
    let conviction = try #require(reading.history?.convictions.first)
    #expect(conviction.obligations == [Obligation(kind: .other, completed: .unknown)])
  }

  @Test func `what was known on a day leaves out what was filed later`() {
    let documents = [Sample.extract(), Sample.release()]
    let then = Sample.record(documents, asOf: Sample.moment(0))
    #expect(then.judgments[0].principalExecution.completion == .unknown)
    #expect(then.documents.count == 1)
    #expect(Sample.record(documents, asOf: Sample.moment(-1)).documents.isEmpty)
  }

  @Test func `a correction supersedes a document and erases nothing`() {
    var documents = Sample.filed([Sample.extract(months: 9), Sample.extract(months: 12)])
    documents[1] = FiledDocument(
      id: DocumentID(2), document: documents[1].document, filedAt: Sample.moment(1),
      source: .hand(Sample.officer), supersedes: DocumentID(1))
    let now = RecordFold.record(RecordID(1), of: Sample.agency, documents: documents)
    #expect(now.judgments[0].principal.value.months == 12)
    #expect(now.documents.count == 2)
    #expect(now.outOfForce == [DocumentID(1): .superseded(by: DocumentID(2))])
    let then = RecordFold.record(
      RecordID(1), of: Sample.agency, documents: documents, asOf: Sample.moment(0))
    #expect(then.judgments[0].principal.value.months == 9)
  }

  @Test func `two extracts with another penalty are a question, and no history`() {
    let record = Sample.record([Sample.extract(months: 9), Sample.extract(months: 12)])
    #expect(record.judgments.count == 1)
    #expect(record.contradictions.map(\.kind) == [.judgment(.principal)])
    #expect(record.lawReading.history == nil)
  }

  @Test func `days of completion that differ are unknown until an officer has said which stands`() {
    let documents = [
      Sample.extract(), Sample.release(),
      Sample.release(on: CivilDate(2024, 2, 28), number: "16/GCN"),
    ]
    let record = Sample.record(documents)
    #expect(record.judgments[0].principalExecution.completion == .unknown)
    #expect(record.contradictions.map(\.subject) == ["completion.principal@1"])
    let answer = QuestionAnswer(
      subject: "completion.principal@1", documents: [DocumentID(2), DocumentID(3)],
      verdict: .stands(DocumentID(3)), by: Sample.officer, at: Sample.moment(5))
    let answered = Sample.record(documents, answers: [answer])
    #expect(answered.contradictions.isEmpty)
    #expect(answered.judgments[0].principalExecution.completion == .on(CivilDate(2024, 2, 28)))
    #expect(Sample.record(documents, answers: [answer], asOf: Sample.moment(4)) == record)
  }

  @Test func `a document that is set aside counts for nothing, its names and numbers too`() {
    var stranger = Sample.release()
    stranger.person = DocumentPerson(name: "Trần Thị Khác", numbers: ["092190000002"])
    let answer = QuestionAnswer(
      subject: "person.name", documents: [DocumentID(1), DocumentID(2)],
      verdict: .setAside(DocumentID(2)), by: Sample.officer, at: Sample.moment(5))
    let open = Sample.record([Sample.extract(), stranger])
    #expect(open.contradictions.map(\.kind) == [.name])
    let record = Sample.record([Sample.extract(), stranger], answers: [answer])
    #expect(record.contradictions.isEmpty)
    #expect(record.identity.numbers.count == 1)
    #expect(record.judgments[0].principalExecution.completion == .unknown)
  }

  @Test func `not paid, then paid, is progress; paid, then not paid, is a question`() {
    let paid = Sample.feePaid(.on(CivilDate(2024, 4, 2)), on: CivilDate(2024, 4, 5))
    let before = Sample.feePaid(.no, on: CivilDate(2024, 1, 5))
    let after = Sample.feePaid(.no, on: CivilDate(2024, 9, 5))
    let good = Sample.record([Sample.extract(), before, paid])
    #expect(good.judgments[0].obligations[0].execution.completion == .on(CivilDate(2024, 4, 2)))
    let odd = Sample.record([Sample.extract(), paid, after])
    #expect(odd.judgments[0].obligations[0].execution.completion == .unknown)
    #expect(odd.contradictions.map(\.subject) == ["completion.obligation.courtFee@1"])
  }

  @Test func `a document for a judgment that nobody has is a stray until the judgment comes`() {
    let alone = Sample.record([Sample.release()])
    #expect(alone.judgments.isEmpty)
    #expect(alone.contradictions.map(\.kind) == [.strayDocument])
    #expect(alone.lawReading.history == nil)
    let both = Sample.record([Sample.release(), Sample.extract()])
    #expect(both.contradictions.isEmpty)
    #expect(both.judgments[0].principalExecution.completion == .on(CivilDate(2024, 2, 20)))
  }

  @Test func `an older register fills what it knows and contradicts nothing by silence`() {
    var register = Sample.extract(
      kind: .olderRegisterEntry, effectiveOn: nil, obligations: nil, committedOn: nil)
    register.issuer = "Công an tỉnh Mẫu"
    let alone = Sample.record([register])
    #expect(
      Set(alone.lawReading.gaps.map(\.what)) == [.effectiveDay, .offenceDay(0)])
    #expect(alone.lawReading.history == nil)
    let both = Sample.record([register, Sample.extract()])
    #expect(both.contradictions.isEmpty)
    #expect(both.judgments.count == 1)
    #expect(both.lawReading.history != nil)
  }

  @Test func `an appeal replaces what it decides again and takes effect when pronounced`() {
    var appeal = Sample.extract(kind: .appealJudgment, months: 6, effectiveOn: nil)
    appeal.number = "12/2023/HS-PT"
    appeal.content = .judgment(
      JudgmentExtract(
        number: "12/2023/HS-PT", court: "Tòa án nhân dân tỉnh Mẫu",
        pronouncedOn: CivilDate(2023, 8, 1), appealOf: Sample.reference,
        offences: [
          ExtractedOffence(
            words: "Trộm cắp tài sản", code: .code2015, article: 173, clause: 1,
            committedOn: CivilDate(2023, 1, 5))
        ], principal: ExtractedPrincipal(kind: .imprisonment, months: 6, words: "06 tháng tù"),
        supplementary: nil, obligations: nil))
    let record = Sample.record([Sample.extract(), appeal, Sample.release()])
    #expect(record.judgments.count == 1)
    #expect(record.judgments[0].principal.value.months == 6)
    #expect(record.judgments[0].effectiveOn?.value == CivilDate(2023, 8, 1))
    #expect(record.judgments[0].pronouncedOn?.value == CivilDate(2023, 5, 16))
    #expect(record.judgments[0].obligations.map(\.kind) == [.courtFee])
    #expect(record.contradictions.isEmpty)
  }

  @Test func `a birth year alone is enough for an adult and a gap for one who may be a minor`() {
    var person = Sample.person
    person.born = .year(1990)
    let adult = Sample.record([Sample.extract(person: person)])
    #expect(adult.lawReading.bornOn == CivilDate(1990, 12, 31))
    person.born = .year(2005)
    let young = Sample.record([Sample.extract(person: person)])
    #expect(young.lawReading.gaps.map(\.what) == [.birthDay])
  }

  @Test func `birth dates of two people under one number are a question`() {
    var other = Sample.release()
    other.person.born = .day(CivilDate(1971, 1, 1))
    let record = Sample.record([Sample.extract(), other])
    #expect(record.contradictions.map(\.kind) == [.birthDate])
    #expect(record.identity.born == nil)
  }

  @Test func `in which order documents are handed over does not matter`() {
    let documents = Sample.filed([Sample.extract(), Sample.release()])
    let straight = RecordFold.record(RecordID(1), of: Sample.agency, documents: documents)
    let turned = RecordFold.record(
      RecordID(1), of: Sample.agency, documents: documents.reversed())
    #expect(straight == turned)
  }
}

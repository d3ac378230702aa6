import Assessment
import CaseFile
import Intake
import Law
import Records
import Store
package import Vocabulary
import Words

extension Desk {
  /// What the rules conclude now, from the record and from what an assessor has typed. It decides
  /// nothing and stores nothing.
  package func conclusions(
    _ id: CaseID, of work: AssessorsWork, by officer: ActingOfficer
  ) async throws -> ConclusionsView {
    let today = surroundings.now().civilDate
    return try await database.read { connection in
      guard let row = try Cases.row(id, lock: .none, in: connection),
        row.agency == officer.agency
      else { throw Refused.notFound }
      let facts = try Cases.facts(of: id, in: connection)
      let held = try heldRecord(of: facts, in: connection)
      let found = held.found(with: work, taken: facts.takenFacts)
      let questions = try FactInquiries.of(id, in: connection).map {
        try FactQuestionView($0, facts, held)
      }
      let accepted = try facts.accepted()
      var view = ConclusionsView(
        found, bornOn: accepted.bornOn, record: held.record, questions: questions, on: today)
      view.openBans = found.openBans(for: accepted.declaration.request, on: today)
      return view
    }
  }
}

/// What was concluded for the finding that stands, for who decides and for who looks later.
func concludedView(of facts: CaseFacts, in connection: Connection) throws -> ConclusionsView? {
  guard let conclusions = facts.conclusions else { return nil }
  let held = try heldRecord(of: facts, in: connection)
  let questions = try FactInquiries.of(facts.id, in: connection).map {
    try FactQuestionView($0, facts, held)
  }
  var view = ConclusionsView(
    Found(again: conclusions), bornOn: conclusions.facts.bornOn,
    record: conclusions.versions.record,
    questions: questions, on: conclusions.asOf)
  // What was concluded then is shown, not what today's rules would say.
  for (index, judgment) in conclusions.judgments.enumerated() {
    let isSame =
      view.judgments[index].status == judgment.status
      && view.judgments[index].from == judgment.from
    view.judgments[index].status = judgment.status
    view.judgments[index].from = judgment.from
    if !isSame {
      view.judgments[index].explanation = nil
      view.judgments[index].missing = []
    }
  }
  return view
}

extension ConclusionsView {
  init(
    _ found: Found, bornOn: CivilDate, record: String?, questions: [FactQuestionView],
    on day: CivilDate
  ) {
    let run: ExpungementRun
    do {
      run = try conclude(found, bornOn: bornOn, on: day)
    } catch {
      self.init(
        asOf: day, record: record,
        judgments: found.judgments.map {
          JudgmentView($0, among: found, run: nil, questions: questions)
        },
        flaw: error)
      return
    }
    self.init(
      asOf: day, record: record,
      judgments: found.judgments.map {
        JudgmentView($0, among: found, run: run, questions: questions)
      },
      isUnsettled: run.uncounted.contains(ExpungementRun.person))
  }
}

extension JudgmentView {
  init(
    _ judgment: FoundJudgment, among found: Found, run: ExpungementRun?,
    questions: [FactQuestionView]
  ) {
    let place = run?.history.convictions.firstIndex { $0.id == judgment.id }
    let conclusion = place.flatMap { run?.answer.convictions[$0] }
    self.init(
      id: judgment.id, origin: judgment.origin, words: judgment.words, facts: judgment.facts,
      status: conclusion?.status ?? .needsVerification, from: conclusion?.from,
      basis: conclusion?.basis ?? [], explanation: nil, missing: [],
      questions: questions.filter { $0.conviction == judgment.id },
      overruling: judgment.overruling)
    guard let run, let place else { return }
    explanation = run.explanation(of: place)
    missing = run.missing(about: place).map { fact in
      let words = Bilingual(
        vi: MissingFactWords.sentence(fact, in: run.history, .vietnamese),
        en: MissingFactWords.sentence(fact, in: run.history, .english))
      let owner = fact.conviction.map { run.history.convictions[$0] }
      let asked = owner.flatMap { owner in
        FactPart(fact.part).map { MissingView.Asked(conviction: owner.id, part: $0) }
      }
      return MissingView(words: words, asked: asked)
    }
  }
}

extension FactQuestionView {
  init(_ row: FactInquiryRow, _ facts: CaseFacts, _ held: HeldRecord) throws {
    let question = facts.factQuestions.first { $0.inquiry == row.id }
    let answer = facts.filedFacts.first { $0.inquiry == row.id }
    let state: InquiryView.State =
      row.answeredAt != nil ? .answered : row.sentAt != nil ? .sent : .waitingToBeSent
    self.init(
      inquiry: row.id, conviction: row.conviction, part: row.part, kind: question?.kind ?? "",
      holder: row.holder, state: state, sentAt: row.sentAt, answer: answer,
      isTaken: row.takenAt != nil,
      canBeTaken: row.takenAt == nil
        && (question.flatMap { question in answer.map { TakenFact(question, $0) != nil } }
          ?? false),
      lastProblem: row.lastProblem)
    if isTaken, let question, let answer {
      standing = try FactStanding(question, answer, about: held)
    }
  }
}

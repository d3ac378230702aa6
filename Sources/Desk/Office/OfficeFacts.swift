package import Assessment
import CaseFile
import Intake
package import Law
import Records
import Store
package import Vocabulary
import Words

extension Desk {
  /// Lays aside what an assessor has typed, so that nothing is lost while others are asked.
  package func saveWorksheet(
    _ id: CaseID, version: Int, work: AssessorsWork, by officer: ActingOfficer
  ) async throws {
    try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.allowsAssessing(by: officer)
      try step.keep(work, by: officer)
    }
  }

  /// Asks the body that holds one fact of one judgment. What was typed is laid aside first: the
  /// answer may take days, and the case takes the longer limit.
  package func askFact(
    _ id: CaseID, version: Int, conviction: String, part: FactPart, work: AssessorsWork,
    by officer: ActingOfficer
  ) async throws {
    let now = surroundings.now()
    let inquiry: InquiryID = surroundings.newID()
    let office = try office(of: officer.agency)
    try await freshRules()
    try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.allowsAssessing(by: officer)
      let held = try heldRecord(of: step.facts, in: step.transaction)
      let found = held.found(with: work, taken: step.facts.takenFacts)
      guard let judgment = found.judgments.first(where: { $0.id == conviction }),
        let facts = judgment.facts, let kind = facts.kind(of: part)
      else { throw Refused.notFound }
      let isFirst = step.facts.factQuestions.isEmpty
      try step.keep(work, by: officer)
      let holder = FactHolder.of(part, in: facts)
      let isNew = try FactInquiries.open(
        inquiry, of: id, agency: officer.agency, holder: holder, conviction: conviction,
        part: part, at: now, in: step.transaction)
      guard isNew else { throw Refused.factAskedAlready }
      try step.record(
        .factAsked(inquiry: inquiry, holder: holder),
        payload: FactQuestion(
          inquiry: inquiry, holder: holder, conviction: conviction, part: part, kind: kind,
          judgment: AskedJudgment(
            number: judgment.words.number, pronouncedOn: judgment.words.pronouncedOn,
            court: judgment.words.court)))
      try step.lengthen(because: .clearanceToVerify, by: office)
      try step.note(.askFact(inquiry))
      if isFirst { try step.mail(.delayed) }
    }
  }

  /// Asks again, now.
  package func askFactAgain(
    _ id: CaseID, inquiry: InquiryID, by officer: ActingOfficer
  ) async throws {
    try await act(on: id, by: .officer(officer.id)) { step in
      try step.allowsAssessing(by: officer)
      guard let row = try FactInquiries.row(inquiry, in: step.transaction), row.caseID == id,
        row.answeredAt == nil
      else { throw Refused.notFound }
      try step.note(.askFact(inquiry))
    }
  }

  /// Files an answer about a fact that came by paper.
  package func fileFact(
    _ id: CaseID, version: Int, fact: FiledFact, by officer: ActingOfficer
  ) async throws {
    guard !fact.reference.isEmpty else { throw Refused.referenceMissing }
    let now = surroundings.now()
    guard fact.answeredOn <= now.civilDate else { throw Refused.answerAhead }
    try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.allowsAssessing(by: officer)
      guard let row = try FactInquiries.row(fact.inquiry, in: step.transaction),
        row.caseID == id, FactValue(fact.value, of: row.part) != nil
      else { throw Refused.notFound }
      var filed = fact
      filed.source = .paper(filedBy: officer.id)
      guard try FactInquiries.answer(fact.inquiry, at: now, in: step.transaction) else {
        throw Refused.factAnsweredAlready
      }
      try step.record(.factAnswered(inquiry: row.id, holder: row.holder), payload: filed)
    }
  }

  /// Takes an answer over: from then on the rules go by it. It is a fact of the case, and where it
  /// can be told as a supplier's document it is filed in the person's record too.
  package func takeFact(
    _ id: CaseID, version: Int, inquiry: InquiryID, work: AssessorsWork,
    by officer: ActingOfficer
  ) async throws {
    let now = surroundings.now()
    try await act(on: id, version: version, by: .officer(officer.id)) { step in
      try step.allowsAssessing(by: officer)
      guard let question = step.facts.factQuestions.first(where: { $0.inquiry == inquiry }),
        let filed = step.facts.filedFacts.first(where: { $0.inquiry == inquiry })
      else { throw Refused.notFound }
      guard TakenFact(question, filed) != nil else { throw Refused.factSaysNothing }
      try step.keep(work, by: officer)
      guard try FactInquiries.take(inquiry, at: now, in: step.transaction) else {
        throw Refused.factTakenAlready
      }
      try step.record(.factTaken(inquiry: inquiry, by: officer.id))
      let held = try heldRecord(of: step.facts, in: step.transaction)
      do {
        try AnsweredDocument(question, filed, about: held, on: now.civilDate).file(
          filed.filingSource(holder: question.holder), of: officer.agency,
          by: .officer(officer.id), at: now, in: step.transaction)
      } catch is CaseAlone {
        // It is a fact of this case all the same; the case's page says why it is no more.
      }
    }
  }
}

extension CaseStep {
  /// Only an assessor of the case's agency, and only while it is being assessed.
  mutating func allowsAssessing(by officer: ActingOfficer) throws {
    try belongs(to: officer, as: .assessor)
    let state = facts.history.state.name
    guard state == .inAssessment else { throw Refused.caseState(.outOfOrder(at: state)) }
  }

  /// Records the worksheet, unless it is the one that is kept already.
  mutating func keep(_ work: AssessorsWork, by officer: ActingOfficer) throws {
    guard !work.texts.isEmpty, work.texts != facts.worksheet else { return }
    try record(.worksheetSaved(by: officer.id), payload: work.texts)
  }
}

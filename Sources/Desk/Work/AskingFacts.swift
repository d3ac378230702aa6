import Assessment
import CaseFile
import Intake
import Law
import Outside
import Store
import Vocabulary

extension Desk {
  /// Sends a question about one fact, or asks whether it was answered, and files what came back.
  ///
  /// Dying halfway: the body knows the question by its id, so that sending it twice is one
  /// question; an answer that was not filed is asked for again.
  func askFact(_ id: InquiryID) async throws -> JobOutcome {
    let found = try await database.read { connection in
      try FactInquiries.row(id, in: connection)
    }
    guard let row = found, row.answeredAt == nil else { return .done }
    let facts = try await facts(of: row.caseID)
    guard facts.history.state.isBeingAssessed else { return .done }
    let inquiry = try message(for: row, facts)
    let reply =
      row.sentAt == nil
      ? try await outside.agencies.send(inquiry) : try await outside.agencies.follow(inquiry)
    let now = surroundings.now()
    switch reply {
    case .accepted, .unknown:
      try await database.write { transaction in
        try FactInquiries.markSent(id, at: now, in: transaction)
      }
      return .again(at: now.adding(seconds: Desk.pollSeconds))
    case .answered(let answer):
      return try await file(answer, to: row, at: now)
    case .unusable(let reason):
      try await fileProblem(reason, with: row)
      throw Fault("asking \(row.holder.rawValue)", cause: reason, retry: .later)
    }
  }

  private func message(for row: FactInquiryRow, _ facts: CaseFacts) throws -> FactInquiry {
    guard let question = facts.factQuestions.first(where: { $0.inquiry == row.id }) else {
      throw CaseUnreadable.missing("question")
    }
    guard let holder = AskedHolder(rawValue: row.holder.rawValue) else {
      preconditionFailure("everyone who holds a part of a judgment has an address outside")
    }
    let lodged = try facts.lodged()
    return FactInquiry(
      id: row.id, holder: holder, caseNumber: lodged.number, person: InquiredPerson(lodged),
      judgmentNumber: question.judgment.number, pronouncedOn: question.judgment.pronouncedOn,
      court: question.judgment.court, part: question.part.text, kind: question.kind)
  }

  /// A value that is none for the part that was asked is no answer.
  private func file(
    _ answer: FactAnswer, to row: FactInquiryRow, at now: Instant
  ) async throws -> JobOutcome {
    let filed = FiledFact(answer, to: row.id)
    let fits = FactValue(filed.value, of: row.part) != nil
    guard fits, filed.answeredOn <= now.civilDate else {
      let reason =
        fits ? "the day of the answer lies ahead" : "the value does not fit the part"
      try await fileProblem(reason, with: row)
      throw Fault("asking \(row.holder.rawValue)", cause: reason, retry: .later)
    }
    try await act(on: row.caseID, by: .neighbour(row.holder.rawValue)) { step in
      try FactInquiries.markSent(row.id, at: now, in: step.transaction)
      guard try FactInquiries.answer(row.id, at: now, in: step.transaction) else { return }
      try step.record(.factAnswered(inquiry: row.id, holder: row.holder), payload: filed)
    }
    return .done
  }

  /// A message that cannot be used is noted, once for each reason, and never an answer.
  private func fileProblem(_ reason: String, with row: FactInquiryRow) async throws {
    guard row.lastProblem != reason else { return }
    try await act(on: row.caseID, by: .neighbour(row.holder.rawValue)) { step in
      try FactInquiries.fail(row.id, problem: reason, in: step.transaction)
      try step.record(.factUnusable(inquiry: row.id, holder: row.holder, why: reason))
    }
  }
}

extension FiledFact {
  init(_ answer: FactAnswer, to inquiry: InquiryID) {
    let value =
      switch answer.value {
      case .done(let day): day.iso
      case .notDone: "no"
      case .named(let name): name
      case .cannotTell: "unknown"
      }
    self.init(
      inquiry: inquiry, value: value, reference: answer.reference, note: answer.note,
      answeredOn: answer.answeredOn, source: .message)
  }
}

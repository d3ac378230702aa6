import Assessment
import CaseFile
import Intake
import Law
import Outside
import Store
import Vocabulary
import Words

/// What became of one run of a job.
enum JobOutcome: Equatable, Sendable {
  case done
  /// Nothing failed; there is simply no word yet.
  case again(at: Instant)
}

extension Desk {
  /// Sends an inquiry, or asks whether it was answered, and files what came back.
  ///
  /// Dying halfway: the body knows the inquiry by its id, so that sending it twice is one inquiry;
  /// an answer that was not filed is asked for again.
  func inquire(_ id: InquiryID) async throws -> JobOutcome {
    let found = try await database.read { connection in
      try Inquiries.row(id, in: connection)
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
      try await markSent(row, at: now)
      return .again(at: now.adding(seconds: Desk.pollSeconds))
    case .answered(let answer):
      try await file(answer, to: row, at: now)
      return .done
    case .unusable(let reason):
      try await fileProblem(reason, with: row)
      throw Fault("asking \(row.body.rawValue)", cause: reason, retry: .later)
    }
  }

  /// How long to wait before a body is asked again whether it has answered.
  static var pollSeconds: Int { 2 }

  private func message(for row: InquiryRow, _ facts: CaseFacts) throws -> Inquiry {
    let lodged = try facts.lodged()
    guard let body = InquiredBody(rawValue: row.body.rawValue) else {
      preconditionFailure("every body of the law has an address outside")
    }
    return Inquiry(
      id: row.id, body: body, caseNumber: lodged.number, person: InquiredPerson(lodged))
  }

  private func markSent(_ row: InquiryRow, at now: Instant) async throws {
    guard row.sentAt == nil else { return }
    try await act(on: row.caseID, by: .system("worker")) { step in
      try Inquiries.markSent(row.id, at: now, in: step.transaction)
      try step.record(.inquirySent(inquiry: row.id, body: row.body))
    }
  }

  private func file(_ answer: InquiryAnswer, to row: InquiryRow, at now: Instant) async throws {
    let filed = FiledAnswer(answer, from: row.body).doubted(on: now.civilDate)
    try await act(on: row.caseID, by: .neighbour(row.body.rawValue)) { step in
      let current = try Inquiries.row(row.id, in: step.transaction)
      guard current?.answeredAt == nil else { return }
      if current?.sentAt == nil {
        try Inquiries.markSent(row.id, at: now, in: step.transaction)
        try step.record(.inquirySent(inquiry: row.id, body: row.body))
      }
      try Inquiries.answer(row.id, at: now, in: step.transaction)
      try step.record(
        .inquiryAnswered(inquiry: row.id, body: row.body, outcome: filed.outcome),
        payload: filed)
    }
  }

  /// A message that cannot be used is noted, once for each reason, and never an answer.
  private func fileProblem(_ reason: String, with row: InquiryRow) async throws {
    guard row.lastProblem != reason else { return }
    try await act(on: row.caseID, by: .neighbour(row.body.rawValue)) { step in
      try Inquiries.fail(row.id, problem: reason, in: step.transaction)
      try step.record(.answerUnusable(inquiry: row.id, body: row.body, why: reason))
    }
  }
}

extension FiledAnswer {
  init(_ answer: InquiryAnswer, from body: AgencyBody) {
    switch answer {
    case .noRecord(let reference, let day):
      self.init(
        body: body, outcome: .noRecord, reference: reference, details: "", answeredOn: day,
        source: .message)
    case .record(let reference, let day, let summary, let entries, let bans):
      let lines = entries.map(line(of:)) + bans.map(line(of:))
      self.init(
        body: body, outcome: .record, reference: reference,
        details: ([summary] + lines).joined(separator: "\n"), answeredOn: day, source: .message)
    case .doubtful(let reference, let day, let reason):
      self.init(
        body: body, outcome: .doubtful, reference: reference, details: reason, answeredOn: day,
        source: .message)
    }
  }
}

extension FiledAnswer {
  /// An answer of a day that has not come is doubtful, whatever it says: an officer has to ask.
  func doubted(on today: CivilDate) -> FiledAnswer {
    guard answeredOn > today else { return self }
    var doubted = self
    doubted.outcome = .doubtful
    doubted.details = [AheadWords.ahead(of: answeredOn), details].filter { !$0.isEmpty }
      .joined(separator: "\n")
    return doubted
  }
}

/// One reported judgment on one line, for the assessor to read beside the form.
private func line(of entry: RecordEntry) -> String {
  var parts = [
    "Bản án số \(entry.judgmentNumber) ngày \(entry.judgmentOn.vietnamese)", entry.court,
    entry.offence,
  ]
  let optional = [
    entry.provision, entry.principalPenalty, entry.supplementaryPenalty, entry.civilObligations,
    entry.courtFees, entry.execution,
    entry.clearedFrom.map { "xóa án tích từ \($0.vietnamese)" },
  ]
  parts += optional.compactMap { $0 }
  return parts.joined(separator: "; ")
}

private func line(of ban: BanEntry) -> String {
  [
    "Quyết định số \(ban.decisionNumber) ngày \(ban.decidedOn.vietnamese)", ban.court, ban.office,
    ban.term,
  ].joined(separator: "; ")
}

extension InquiredPerson {
  init(_ lodged: Lodged) {
    let person = lodged.declaration.person
    self.init(
      nationalID: person.paper.nationalID, otherNumbers: person.paper.otherNumbers,
      name: person.name, otherNames: person.otherNames, birthDate: person.birthDate,
      fatherName: lodged.declaration.family.father?.name,
      motherName: lodged.declaration.family.mother?.name)
  }
}

extension IdentityPaper {
  /// The identity number, where the paper bears one.
  fileprivate var nationalID: NationalID? {
    guard kind == .nationalID else { return nil }
    do {
      return try NationalID(number)
    } catch {
      // Intake has checked it; a number that is none is asked about as another number.
      return nil
    }
  }

  fileprivate var otherNumbers: [String] { nationalID == nil ? [number] : [] }
}

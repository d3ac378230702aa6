package import Intake
package import Law
package import Records
package import Vocabulary

/// Whether Assessment can conclude, or still waits for bodies that were asked.
package enum Assessing: Equatable, Sendable {
  case waiting(for: [AgencyBody])
  case assessed(Assessed)
}

/// Why a finding cannot stand.
package enum AssessmentRefusal: Error, Equatable, Sendable {
  case notAnAssessor
  case otherAgency
  /// A body reported a record, a doubt, or the person declared a conviction, and the finding does
  /// not say how it was dealt with.
  case groundsMissing(GroundsReason)
  case judgmentsOutOfOrder
  case judgmentAfterToday(index: Int)
  case judgmentIncomplete(index: Int, field: JudgmentField)
  case banIncomplete
  /// The record holds a ban that may bind and that no document dates, the certificate speaks of
  /// bans, and the assessor has typed none.
  case banUndated
  /// The facts of a judgment, or of the person where there is no index, contradict each other or
  /// the law; the field is named as the line format names it.
  case factsImpossible(index: Int?, field: String)
  /// The rules cannot conclude: a fact is missing that decides, and nobody has overruled them.
  case needsVerification(index: Int)
  /// The record holds documents that belong to no judgment, or contradict each other about the
  /// person, and no judgment is found: an officer of records must settle that first.
  case recordUnsettled
  case overrulingReasonMissing(index: Int)
  /// A judgment of a record that nobody confirmed to be the applicant's.
  case recordOfNobody
  /// A stored finding that does not say what its conclusions concluded.
  case findingIsNotTheConclusions

  package enum GroundsReason: Equatable, Sendable {
    case bodyReportedRecord(AgencyBody)
    case bodyIsDoubtful(AgencyBody)
    case personDeclaredConviction
    case recordEntered
  }

  package enum JudgmentField: String, Sendable {
    case number, court, offence, provision, principalPenalty, execution
  }
}

/// From an accepted application, the answers and the facts to what the record holds on the day.
///
/// Pure: the same facts give the same outcome, and calling it twice changes nothing.
/// Law 28/2009/QH12, Articles 42, 43, 44.3 and 47: the issuer verifies whether a conviction is
/// cleared by law. The rules conclude; the officer takes each conclusion or overrules it in words.
/// - Parameter person: proof that the register was searched for the applicant and that people
///   decided on everybody who was found.
package func assess(
  _ accepted: Accepted, person: PersonFound, asking needed: [AgencyBody], answers: [FiledAnswer],
  found: Found, versions: Conclusions.Versions, by officer: ActingOfficer, at now: Instant
) throws(AssessmentRefusal) -> Assessing {
  guard officer.agency == accepted.agency else { throw .otherAgency }
  guard officer.roles.contains(.assessor) else { throw .notAnAssessor }
  let silent = needed.filter { body in !answers.contains { $0.body == body } }
  guard silent.isEmpty else { return .waiting(for: silent.sorted()) }
  let isOfRecord = found.judgments.contains { $0.origin == .record }
  guard !isOfRecord || !person.records.isEmpty else { throw .recordOfNobody }
  for (index, judgment) in found.judgments.enumerated() {
    try check(judgment, at: index, today: now.civilDate)
  }
  let conclusions = try reckon(
    found, bornOn: accepted.bornOn, versions: versions, on: now.civilDate)
  guard found.openBans(for: accepted.declaration.request, on: now.civilDate).isEmpty else {
    throw .banUndated
  }
  let finding = RecordFinding(
    judgments: conclusions.printedJudgments, ban: found.ban, grounds: found.grounds)
  try checkBan(of: finding, today: now.civilDate)
  try checkGrounds(of: finding, answers: answers, declared: accepted.declaration.convictions)
  return .assessed(
    Assessed(
      accepted: accepted, answers: answers, finding: finding, conclusions: conclusions,
      assessor: officer.id, assessedAt: now))
}

/// What the rules conclude, before anybody has decided.
package func conclude(
  _ found: Found, bornOn: CivilDate, on day: CivilDate
) throws(FactsImpossible) -> ExpungementRun {
  try found.run(bornOn: bornOn, on: day)
}

extension Accepted {
  /// A birth date known only by year or month is taken as its last day, as everywhere.
  package var bornOn: CivilDate { declaration.person.birthDate.latest }
}

extension Found {
  func run(bornOn: CivilDate, on day: CivilDate) throws(FactsImpossible) -> ExpungementRun {
    let history = ConvictionHistory(
      bornOn: bornOn, pendingActs: pendingActs, convictions: judgments.compactMap(\.facts))
    let unknown = judgments.filter { $0.facts == nil }.map(\.id)
    return try ExpungementRun(history, uncounted: unknown + unsettled, asOf: day)
  }
}

/// Lets the rules conclude, and takes each conclusion or its overruling.
private func reckon(
  _ found: Found, bornOn: CivilDate, versions: Conclusions.Versions, on day: CivilDate
) throws(AssessmentRefusal) -> Conclusions {
  let run: ExpungementRun
  do {
    run = try found.run(bornOn: bornOn, on: day)
  } catch {
    // The run counts only judgments with facts; the officer's form counts all.
    let counted = found.judgments.indices.filter { found.judgments[$0].facts != nil }
    throw .factsImpossible(index: error.conviction.map { counted[$0] }, field: error.field)
  }
  var judgments: [ConcludedJudgment] = []
  for (index, judgment) in found.judgments.enumerated() {
    if let overruling = judgment.overruling, overruling.reason.isEmpty {
      throw .overrulingReasonMissing(index: index)
    }
    var concluded = ConcludedJudgment(judgment, by: run)
    guard let standing = concluded.standing else { throw .needsVerification(index: index) }
    concluded.words.clearance = standing.clearance
    judgments.append(concluded)
  }
  // What can be pinned to no judgment shown here can be overruled nowhere either.
  let shown = Set(judgments.map(\.id))
  let loose = found.unsettled.filter { !shown.contains($0) }
  guard loose.allSatisfy({ $0 == ExpungementRun.person && !judgments.isEmpty }) else {
    throw .recordUnsettled
  }
  return Conclusions(
    asOf: day, facts: run.history, uncounted: run.uncounted, versions: versions,
    judgments: judgments, answeredBans: found.answeredBans)
}

extension ConcludedJudgment {
  /// What the rules conclude about a judgment; without facts they conclude nothing.
  init(_ judgment: FoundJudgment, by run: ExpungementRun) {
    let conclusion = run.answer.convictions.first { $0.id == judgment.id }
    self.init(
      id: judgment.id, origin: judgment.origin, words: judgment.words,
      status: conclusion?.status ?? .needsVerification, from: conclusion?.from,
      basis: conclusion?.basis.map(\.description) ?? [], overruling: judgment.overruling)
  }
}

extension Standing {
  var clearance: Judgment.Clearance {
    switch self {
    case .notCleared, .printsNowhere: .notCleared
    case .cleared(let day): .cleared(from: day)
    }
  }
}

extension Conclusions {
  /// The judgments of which a certificate may speak, in order of time (Article 43.2.b).
  package var printedJudgments: [Judgment] {
    judgments.filter { $0.standing != .printsNowhere }
      .sorted { ($0.words.pronouncedOn, $0.id) < ($1.words.pronouncedOn, $1.id) }
      .map(\.words)
  }
}

private func check(
  _ judgment: FoundJudgment, at index: Int, today: CivilDate
) throws(AssessmentRefusal) {
  for (field, value) in required(of: judgment.words) where value.isEmpty {
    throw .judgmentIncomplete(index: index, field: field)
  }
  guard judgment.words.pronouncedOn <= today else { throw .judgmentAfterToday(index: index) }
}

private func checkBan(
  of finding: RecordFinding, today: CivilDate
) throws(AssessmentRefusal) {
  guard let ban = finding.ban else { return }
  guard !ban.decisionNumber.isEmpty, !ban.court.isEmpty, ban.decidedOn <= today else {
    throw .banIncomplete
  }
}

/// What must hold of a finding that is read back.
private func checkJudgments(
  of finding: RecordFinding, today: CivilDate
) throws(AssessmentRefusal) {
  for (index, judgment) in finding.judgments.enumerated() {
    for (field, value) in required(of: judgment) where value.isEmpty {
      throw .judgmentIncomplete(index: index, field: field)
    }
    guard judgment.pronouncedOn <= today else { throw .judgmentAfterToday(index: index) }
  }
  for (earlier, later) in zip(finding.judgments, finding.judgments.dropFirst()) {
    guard earlier.pronouncedOn <= later.pronouncedOn else { throw .judgmentsOutOfOrder }
  }
  try checkBan(of: finding, today: today)
}

private func required(
  of judgment: Judgment
) -> [(AssessmentRefusal.JudgmentField, String)] {
  [
    (.number, judgment.number), (.court, judgment.court), (.offence, judgment.offence),
    (.provision, judgment.provision), (.principalPenalty, judgment.principalPenalty),
    (.execution, judgment.execution),
  ]
}

/// Whatever speaks against a clean record must be answered in words that the second officer reads.
private func checkGrounds(
  of finding: RecordFinding, answers: [FiledAnswer], declared: [DeclaredConviction]
) throws(AssessmentRefusal) {
  guard finding.grounds.isEmpty else { return }
  for answer in answers {
    switch answer.outcome {
    case .noRecord: continue
    case .record: throw .groundsMissing(.bodyReportedRecord(answer.body))
    case .doubtful: throw .groundsMissing(.bodyIsDoubtful(answer.body))
    }
  }
  guard declared.isEmpty else { throw .groundsMissing(.personDeclaredConviction) }
  guard finding.judgments.isEmpty, finding.ban == nil else {
    throw .groundsMissing(.recordEntered)
  }
}

extension Assessed {
  /// Reads old facts back. The journal said that this finding was made; its own invariants are
  /// checked again, and a row that breaks them is corrupt. The rules are not run: they may have
  /// changed since, and what was found was found (`lylich replay` compares).
  package init(
    restoring accepted: Accepted, answers: [FiledAnswer], finding: RecordFinding,
    conclusions: Conclusions?, assessor: OfficerID, assessedAt: Instant
  ) throws(AssessmentRefusal) {
    try checkJudgments(of: finding, today: assessedAt.civilDate)
    try checkGrounds(
      of: finding, answers: answers, declared: accepted.declaration.convictions)
    if let conclusions {
      for (index, judgment) in conclusions.judgments.enumerated() {
        guard judgment.standing != nil else { throw .needsVerification(index: index) }
        guard judgment.overruling?.reason.isEmpty != true else {
          throw .overrulingReasonMissing(index: index)
        }
      }
      guard conclusions.printedJudgments == finding.judgments else {
        throw .findingIsNotTheConclusions
      }
    }
    self.init(
      accepted: accepted, answers: answers, finding: finding, conclusions: conclusions,
      assessor: assessor, assessedAt: assessedAt)
  }
}

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

/// From an accepted application and the answers to what the record holds on the day.
///
/// Pure: the same facts give the same outcome, and calling it twice changes nothing.
/// Law 28/2009/QH12, Articles 42, 43, 47. Until the law engine concludes, a person does.
package func assess(
  _ accepted: Accepted, asking needed: [AgencyBody], answers: [FiledAnswer],
  finding: RecordFinding, by officer: ActingOfficer, at now: Instant
) throws(AssessmentRefusal) -> Assessing {
  guard officer.agency == accepted.agency else { throw .otherAgency }
  guard officer.roles.contains(.assessor) else { throw .notAnAssessor }
  let silent = needed.filter { body in !answers.contains { $0.body == body } }
  guard silent.isEmpty else { return .waiting(for: silent.sorted()) }
  try checkJudgments(of: finding, today: now.civilDate)
  try checkGrounds(of: finding, answers: answers, declared: accepted.declaration.convictions)
  return .assessed(
    Assessed(
      accepted: accepted, answers: answers, finding: finding, assessor: officer.id,
      assessedAt: now))
}

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
  guard let ban = finding.ban else { return }
  guard !ban.decisionNumber.isEmpty, !ban.court.isEmpty, ban.decidedOn <= today else {
    throw .banIncomplete
  }
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
  /// checked again, and a row that breaks them is corrupt.
  package init(
    restoring accepted: Accepted, answers: [FiledAnswer],
    finding: RecordFinding, assessor: OfficerID, assessedAt: Instant
  ) throws(AssessmentRefusal) {
    try checkJudgments(of: finding, today: assessedAt.civilDate)
    try checkGrounds(
      of: finding, answers: answers, declared: accepted.declaration.convictions)
    self.init(
      accepted: accepted, answers: answers, finding: finding, assessor: assessor,
      assessedAt: assessedAt)
  }
}

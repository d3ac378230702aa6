import Assessment
import CaseFile
import Intake
import Law
import Records
import Store
import Vocabulary

/// Lets the rules conclude again, on a day, by what is known in this transaction.
func recheck(
  _ assessed: Assessed, of facts: CaseFacts, on day: CivilDate, in connection: Connection
) throws -> Recheck {
  guard let conclusions = assessed.conclusions else {
    return Assessment.recheck(assessed, knowing: nil, person: facts.history.person, on: day)
  }
  let held = try heldRecord(of: facts, in: connection)
  return Assessment.recheck(
    assessed, knowing: held.found(again: conclusions, assessed.finding, facts.takenFacts),
    person: facts.history.person, on: day)
}

extension HeldRecord {
  /// What would be found now: the record as it is, and what was typed then. A ban typed then
  /// answers the undated ones that stood there then, and none that came in since.
  func found(again conclusions: Conclusions, _ finding: RecordFinding, _ taken: [TakenFact])
    -> Found
  {
    let facts = Dictionary(
      conclusions.facts.convictions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let entered = conclusions.judgments.filter { $0.origin == .entered }.map { judgment in
      FoundJudgment(
        id: judgment.id, facts: facts[judgment.id], words: judgment.words, origin: .entered)
    }
    var found = found(
      with: AssessorsWork(
        entered: entered, pendingActs: conclusions.facts.pendingActs, ban: finding.ban,
        grounds: finding.grounds),
      taken: taken)
    found.answeredBans = conclusions.answeredBans
    return found
  }
}

extension Office {
  /// Whose rules conclude, those of the case, and which state of the record they look at.
  func versions(
    of held: HeldRecord, for facts: CaseFacts, at now: Instant
  ) throws(Fault) -> Conclusions.Versions {
    let rules = try rules(of: facts)
    return Conclusions.Versions(
      ruleSet: rules.id, ruleVersion: rules.version.text, rules: RulesEdition.text,
      recordKnownAt: now, record: held.record, lastDocument: held.lastDocument)
  }
}

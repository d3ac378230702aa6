package import Assessment
import CaseFile
import Intake
package import Law
package import Store
package import Vocabulary

/// A past finding, concluded again from the facts that were stored with it.
package struct Replay: Equatable, Sendable {
  package let asOf: CivilDate
  package let assessedAt: Instant
  package let versions: Conclusions.Versions
  /// The rules of this program.
  package let rulesNow: String
  /// The rule set of the case as this program puts it together again, and that of a case of today:
  /// nil where the case's agency is none of this program's profiles.
  package let ruleSetAgain: RuleSetName?
  package let ruleSetToday: RuleSetName?
  /// What was stored, and what the stored facts give now as of the stored day.
  package let stored: [Line]
  package let again: [Line]
  /// Whether the sentences and the trace come out the same, too; nil where none were stored.
  package let isWordedAlike: Bool?
  /// What today's record gives, as of the stored day; nil where the finding rests on none.
  package let byRecordNow: [Line]?
  package let lastDocumentNow: String?
  /// What today's record gives today.
  package let today: [Line]
  package let todayIs: CivilDate
  /// Who the applicant was found to be; nil for a case of before the register was searched.
  package let person: PersonReplay?

  /// What is concluded about one judgment. The id says nothing of the person.
  package struct Line: Equatable, Sendable {
    package let id: String
    package let status: ExpungementStatus
    package let from: CivilDate?

    package init(id: String, status: ExpungementStatus, from: CivilDate?) {
      self.id = id
      self.status = status
      self.from = from
    }
  }

  package struct RuleSetName: Equatable, Sendable {
    package let id: String
    package let version: String

    package init(_ rules: RuleSet) {
      self.id = rules.id
      self.version = rules.version.text
    }
  }

  /// Whether the case's rule set comes out with the rows that it was found by; nil where the
  /// finding is older than the version that is kept with it.
  package var hasSameRows: Bool? {
    guard let stored = versions.ruleVersion, let again = ruleSetAgain else { return nil }
    return stored == again.version && versions.ruleSet == again.id
  }

  /// Whether the stored facts give the stored answer.
  package var isSame: Bool { stored == again && person?.isSame != false }
  package var rulesChanged: Bool { versions.rules != rulesNow }
  package var recordChanged: Bool { versions.lastDocument != lastDocumentNow }
}

/// Why a case cannot be replayed.
package enum ReplayRefusal: Error, Equatable, Sendable {
  case noSuchCase
  /// Nothing is found yet, or the finding was sent back.
  case noFinding
  /// The finding is of the time before the rules concluded: an officer entered it, and no facts
  /// were stored.
  case findingBeforeTheRules
}

extension Replay {
  /// Reads one case by its number and concludes again. It changes nothing.
  package static func run(
    number: String, in database: Database, on today: CivilDate
  ) async throws -> Replay {
    try await database.read { connection in
      let book = try LawBook.bundled().with(
        try RuleProposals.approved(after: 0, in: connection))
      guard let row = try Cases.row(number: number, in: connection) else {
        throw ReplayRefusal.noSuchCase
      }
      let facts = try Cases.facts(of: row.id, in: connection)
      guard let finding = facts.finding, let assessment = facts.lastAssessment else {
        throw ReplayRefusal.noFinding
      }
      guard let conclusions = facts.conclusions else {
        throw ReplayRefusal.findingBeforeTheRules
      }
      let held = try heldRecord(of: facts, in: connection)
      let now = held.found(again: conclusions, finding, facts.takenFacts)
      let then = Found(again: conclusions)
      let born = conclusions.facts.bornOn
      return Replay(
        asOf: conclusions.asOf, assessedAt: assessment.at, versions: conclusions.versions,
        rulesNow: RulesEdition.text, ruleSetAgain: try ruleSet(of: facts, in: book),
        ruleSetToday: try ruleSet(of: facts.agency, on: today, knowing: book.latest, in: book),
        stored: conclusions.judgments.map {
          Line(id: $0.id, status: $0.status, from: $0.from)
        },
        again: lines(then, bornOn: born, on: conclusions.asOf),
        isWordedAlike: facts.answerLine.map { $0 == answerLine(of: conclusions) },
        byRecordNow: conclusions.versions.record == nil && held.record == nil
          ? nil : lines(now, bornOn: born, on: conclusions.asOf),
        lastDocumentNow: held.lastDocument, today: lines(now, bornOn: born, on: today),
        todayIs: today,
        person: facts.personReplay(restingOn: conclusions.versions.record))
    }
  }

  /// The rules of a case: those of the day it was lodged, as they were known then.
  private static func ruleSet(
    of facts: CaseFacts, in book: LawBook
  ) throws(Fault) -> RuleSetName? {
    let version = facts.lodging.ruleVersion.flatMap { RuleVersion($0) }
    return try ruleSet(
      of: facts.agency, on: facts.lodgedAt.civilDate, knowing: version?.edition ?? 0, in: book)
  }

  private static func ruleSet(
    of agency: AgencyID, on day: CivilDate, knowing number: Int, in book: LawBook
  ) throws(Fault) -> RuleSetName? {
    guard number <= book.latest,
      let profile = try book.edition(knowing: number).profiles.first(where: {
        $0.agency == agency
      })
    else { return nil }
    return RuleSetName(try profile.rules(on: day))
  }

  /// Facts that the rules cannot read any more conclude nothing.
  private static func lines(
    _ found: Found, bornOn: CivilDate, on day: CivilDate
  ) -> [Line] {
    let run: ExpungementRun?
    do {
      run = try conclude(found, bornOn: bornOn, on: day)
    } catch {
      run = nil
    }
    return found.judgments.map { judgment in
      let conclusion = run?.answer.convictions.first { $0.id == judgment.id }
      return Line(
        id: judgment.id, status: conclusion?.status ?? .needsVerification,
        from: conclusion?.from)
    }
  }
}

extension Found {
  /// The facts of a finding as they were looked at.
  init(again conclusions: Conclusions) {
    let known = Dictionary(
      conclusions.facts.convictions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.init(
      judgments: conclusions.judgments.map {
        FoundJudgment(
          id: $0.id, facts: known[$0.id], words: $0.words, origin: $0.origin,
          overruling: $0.overruling)
      },
      pendingActs: conclusions.facts.pendingActs,
      unsettled: conclusions.uncounted.filter { id in
        known[id] != nil || !conclusions.judgments.contains { $0.id == id }
      },
      ban: nil, grounds: "")
  }
}

package import Law
package import Records
package import Vocabulary

/// What the rules of expungement concluded for one finding, with everything that is needed to let
/// them conclude again: the facts, the versions of the rules and of the record, and the answer.
/// Stored beside the finding in the payload of `assessed`.
package struct Conclusions: Equatable, Sendable {
  package var asOf: CivilDate
  /// The facts as they were looked at.
  package var facts: ConvictionHistory
  /// Judgments that could not be counted, as `ExpungementRun` names them.
  package var uncounted: [String]
  package var versions: Versions
  /// Those of the facts and those without, in the assessor's order.
  package var judgments: [ConcludedJudgment]
  /// Documents of undated bans in whose place the assessor typed the ban that is printed.
  package var answeredBans: [String]

  package init(
    asOf: CivilDate, facts: ConvictionHistory, uncounted: [String], versions: Versions,
    judgments: [ConcludedJudgment], answeredBans: [String] = []
  ) {
    self.asOf = asOf
    self.facts = facts
    self.uncounted = uncounted
    self.versions = versions
    self.judgments = judgments
    self.answeredBans = answeredBans
  }

  /// Whose rules and which state of the record.
  package struct Versions: Equatable, Sendable, Codable {
    /// The rule set of the case.
    package var ruleSet: String
    /// Which rows of it: `RuleVersion.text`. Nil in findings that are older than this field.
    package var ruleVersion: String?
    /// The rules of expungement themselves.
    package var rules: String
    /// Until when the record had been written when it was read.
    package var recordKnownAt: Instant
    /// Nil where this installation holds no record of the person.
    package var record: String?
    /// The latest document of the record; nil where there is none.
    package var lastDocument: String?

    package init(
      ruleSet: String, ruleVersion: String? = nil, rules: String, recordKnownAt: Instant,
      record: String?, lastDocument: String?
    ) {
      self.ruleSet = ruleSet
      self.ruleVersion = ruleVersion
      self.rules = rules
      self.recordKnownAt = recordKnownAt
      self.record = record
      self.lastDocument = lastDocument
    }
  }
}

/// One judgment with what the rules concluded and what the officer made of it.
package struct ConcludedJudgment: Equatable, Sendable, Codable {
  package var id: String
  package var origin: FoundJudgment.Origin
  /// With the clearance that was taken; of no meaning where neither certificate prints it.
  package var words: Judgment
  package var status: ExpungementStatus
  package var from: CivilDate?
  /// The provisions applied, as a letter cites them.
  package var basis: [String]
  package var overruling: Overruling?

  package init(
    id: String, origin: FoundJudgment.Origin, words: Judgment, status: ExpungementStatus,
    from: CivilDate?, basis: [String], overruling: Overruling?
  ) {
    self.id = id
    self.origin = origin
    self.words = words
    self.status = status
    self.from = from
    self.basis = basis
    self.overruling = overruling
  }

  /// What certificates go by: the overruling, else the conclusion. Nil where there is neither;
  /// such a finding cannot be made.
  package var standing: Standing? { overruling?.standing ?? Standing(status, from: from) }
}

extension Conclusions {
  /// Whom the second officer must be shown: the overruled convictions.
  package var overruled: [ConcludedJudgment] { judgments.filter { $0.overruling != nil } }
}

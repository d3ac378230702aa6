package import Assessment
package import Law
package import Records
package import Vocabulary

/// What the rules conclude about a person, as the officers of a case see it.
package struct ConclusionsView: Equatable, Sendable {
  /// The day on which they conclude.
  package var asOf: CivilDate
  /// Whether this installation holds a record of the person.
  package var record: String?
  package var judgments: [JudgmentView]
  /// Why nothing can be concluded at all; nil usually.
  package var flaw: FactsImpossible?
  /// Something about the person or the record is not settled.
  package var isUnsettled: Bool
  /// Bans that no document dates and that keep the certificate from being made.
  package var openBans: [UndatedBan]

  package init(
    asOf: CivilDate, record: String?, judgments: [JudgmentView], flaw: FactsImpossible? = nil,
    isUnsettled: Bool = false, openBans: [UndatedBan] = []
  ) {
    self.asOf = asOf
    self.record = record
    self.judgments = judgments
    self.flaw = flaw
    self.isUnsettled = isUnsettled
    self.openBans = openBans
  }
}

/// One judgment: what it says, what is known of it, what the rules conclude, and what is missing.
package struct JudgmentView: Equatable, Sendable {
  package var id: String
  package var origin: FoundJudgment.Origin
  package var words: Judgment
  /// Nil where too little is known to count it.
  package var facts: Conviction?
  package var status: ExpungementStatus
  package var from: CivilDate?
  package var basis: [Citation]
  /// For an officer to read; nil where the rules concluded nothing.
  package var explanation: Bilingual?
  /// Single facts that would change the conclusion.
  package var missing: [MissingView]
  package var questions: [FactQuestionView]
  package var overruling: Overruling?

  package init(
    id: String, origin: FoundJudgment.Origin, words: Judgment, facts: Conviction?,
    status: ExpungementStatus, from: CivilDate?, basis: [Citation], explanation: Bilingual?,
    missing: [MissingView], questions: [FactQuestionView], overruling: Overruling?
  ) {
    self.id = id
    self.origin = origin
    self.words = words
    self.facts = facts
    self.status = status
    self.from = from
    self.basis = basis
    self.explanation = explanation
    self.missing = missing
    self.questions = questions
    self.overruling = overruling
  }
}

/// A fact that would change the conclusion: what it would change, and who holds it.
package struct MissingView: Equatable, Sendable {
  package var words: Bilingual
  /// Nil where nobody can be asked: time tells.
  package var asked: Asked?

  package struct Asked: Equatable, Sendable {
    /// The judgment that the fact belongs to; not always the one whose conclusion it would change.
    package var conviction: String
    package var part: FactPart

    package init(conviction: String, part: FactPart) {
      self.conviction = conviction
      self.part = part
    }
  }

  package init(words: Bilingual, asked: Asked?) {
    self.words = words
    self.asked = asked
  }
}

/// A question about one fact, with its answer once there is one.
package struct FactQuestionView: Equatable, Sendable {
  package var inquiry: InquiryID
  /// The judgment's id within the case.
  package var conviction: String
  package var part: FactPart
  package var kind: String
  package var holder: FactHolder
  package var state: InquiryView.State
  package var sentAt: Instant?
  package var answer: FiledFact?
  /// Whether the answer was taken over as a fact of the case.
  package var isTaken: Bool
  /// Whether it says something that could be taken over.
  package var canBeTaken: Bool
  package var lastProblem: String?
  /// Where a fact that was taken over stands; nil before.
  package var standing: FactStanding?

  package init(
    inquiry: InquiryID, conviction: String, part: FactPart, kind: String, holder: FactHolder,
    state: InquiryView.State, sentAt: Instant?, answer: FiledFact?, isTaken: Bool,
    canBeTaken: Bool, lastProblem: String?, standing: FactStanding? = nil
  ) {
    self.inquiry = inquiry
    self.conviction = conviction
    self.part = part
    self.kind = kind
    self.holder = holder
    self.state = state
    self.sentAt = sentAt
    self.answer = answer
    self.isTaken = isTaken
    self.canBeTaken = canBeTaken
    self.lastProblem = lastProblem
    self.standing = standing
  }
}

package import Law
package import Records
package import Vocabulary

/// What an assessor lays before the room: every judgment with its words and its facts, and what
/// else stands beside them. The room lets the rules conclude, and makes the finding.
package struct Found: Equatable, Sendable {
  package var judgments: [FoundJudgment]
  /// Days of acts for which a prosecution is pending. They print nowhere (Article 4); they only
  /// keep "no new offence" from being certain.
  package var pendingActs: [CivilDate]
  /// What the record holds and cannot be counted, beside judgments without facts: ids of
  /// judgments on which documents contradict each other, or `ExpungementRun.person`.
  package var unsettled: [String]
  package var ban: Ban?
  package var undatedBans: [UndatedBan]
  /// Documents of undated bans that the assessor answered by typing the ban to print.
  package var answeredBans: [String]
  package var grounds: String

  package init(
    judgments: [FoundJudgment], pendingActs: [CivilDate] = [], unsettled: [String] = [],
    ban: Ban?, undatedBans: [UndatedBan] = [], answeredBans: [String] = [], grounds: String
  ) {
    self.judgments = judgments
    self.pendingActs = pendingActs
    self.unsettled = unsettled
    self.ban = ban
    self.undatedBans = undatedBans
    self.answeredBans = answeredBans
    self.grounds = grounds
  }
}

/// One judgment: the words that certificates print and the facts that the rules look at.
package struct FoundJudgment: Equatable, Sendable {
  /// Unique within the case.
  package var id: String
  /// Nil where too little is known to count the judgment.
  package var facts: Conviction?
  /// Its clearance is not looked at: the conclusion, or its overruling, gives it.
  package var words: Judgment
  package var origin: Origin
  package var overruling: Overruling?

  package enum Origin: String, Equatable, Sendable, Codable {
    /// The judicial record of this installation.
    case record
    /// Typed by the assessor from paper.
    case entered
  }

  package init(
    id: String, facts: Conviction?, words: Judgment, origin: Origin, overruling: Overruling? = nil
  ) {
    self.id = id
    self.facts = facts
    self.words = words
    self.origin = origin
    self.overruling = overruling
  }
}

/// An officer puts another standing in the place of the one that the rules conclude, and answers
/// for it. The second officer must see it.
package struct Overruling: Equatable, Sendable, Codable {
  package var standing: Standing
  package var reason: String

  package init(standing: Standing, reason: String) {
    self.standing = standing
    self.reason = reason
  }
}

/// What a conviction is for a certificate.
package enum Standing: Equatable, Sendable, Codable {
  /// Chưa được xóa án tích: both certificates print it.
  case notCleared
  /// The first day on which the person counts as not convicted: number 2 alone prints it.
  case cleared(from: CivilDate)
  /// Never counted, annulled, or not yet in effect: neither prints it.
  case printsNowhere
}

extension Standing {
  /// What follows from a conclusion of the rules; nil where they do not conclude.
  package init?(_ status: ExpungementStatus, from: CivilDate?) {
    switch (status, from) {
    case (.active, _), (.awaitingCourtDecision, _): self = .notCleared
    case (.expunged, .some(let day)): self = .cleared(from: day)
    case (.neverCounted, _), (.annulled, _), (.notEffective, _): self = .printsNowhere
    case (.expunged, .none), (.needsVerification, _): return nil
    }
  }
}

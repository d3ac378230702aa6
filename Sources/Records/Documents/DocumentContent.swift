package import Law
package import Vocabulary

/// What a document says, by its kind's shape.
package enum DocumentContent: Equatable, Sendable {
  case judgment(JudgmentExtract)
  case execution(of: [JudgmentReference], parts: [ExecutedPart])
  case change(of: [JudgmentReference], SentenceChange)
  case expungement(of: [JudgmentReference], on: CivilDate)
  case reconsideration(of: [JudgmentReference], outcome: ReconsiderationOutcome, on: CivilDate)
  case ban(BankruptcyBan)
  /// Only the person's identity changed.
  case identity
}

/// A judgment as other documents cite it.
package struct JudgmentReference: Hashable, Sendable {
  package var number: String
  package var court: String
  package var pronouncedOn: CivilDate?

  package init(number: String, court: String, pronouncedOn: CivilDate? = nil) {
    self.number = number
    self.court = court
    self.pronouncedOn = pronouncedOn
  }
}

/// What an execution document says of one part of a judgment.
package struct ExecutedPart: Equatable, Sendable {
  package var part: JudgmentPart
  package var state: Completion
  package var words: String

  package init(part: JudgmentPart, state: Completion, words: String = "") {
    self.part = part
    self.state = state
    self.words = words
  }
}

/// A part of a judgment that is executed by itself.
package enum JudgmentPart: Hashable, Sendable {
  case principal
  case supplementary(SupplementaryPenalty.Kind)
  case obligation(Obligation.Kind)
}

extension JudgmentPart {
  /// `principal`, `supplementary.positionBan`, `obligation.courtFee`.
  package var text: String {
    switch self {
    case .principal: "principal"
    case .supplementary(let kind): "supplementary.\(kind.rawValue)"
    case .obligation(let kind): "obligation.\(kind.rawValue)"
    }
  }

  package init?(_ text: String) {
    let words = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch (words.first, words.count) {
    case ("principal", 1): self = .principal
    case ("supplementary", 2):
      guard let kind = SupplementaryPenalty.Kind(rawValue: words[1]) else { return nil }
      self = .supplementary(kind)
    case ("obligation", 2):
      guard let kind = Obligation.Kind(rawValue: words[1]) else { return nil }
      self = .obligation(kind)
    default: return nil
    }
  }

  package static var all: [JudgmentPart] {
    [.principal] + SupplementaryPenalty.Kind.allCases.map { .supplementary($0) }
      + Obligation.Kind.allCases.map { .obligation($0) }
  }
}

/// What changed in the execution of a sentence; the document's kind says which change it is.
package struct SentenceChange: Equatable, Sendable {
  /// The day on which it takes effect for the sentence.
  package var on: CivilDate
  /// By how much a reduction shortens the term.
  package var months: Int?
  /// For a conditional early release: the last day of the probation (BLHS 2015, Article 66).
  package var probationEndsOn: CivilDate?

  package init(on: CivilDate, months: Int? = nil, probationEndsOn: CivilDate? = nil) {
    self.on = on
    self.months = months
    self.probationEndsOn = probationEndsOn
  }
}

package enum ReconsiderationOutcome: String, Sendable, CaseIterable {
  /// The judgment is void.
  case annulled
  /// It stands with changes, which a new extract states.
  case changed
  case upheld
}

/// A ban on office and on founding or managing enterprises after a bankruptcy decision.
package struct BankruptcyBan: Equatable, Sendable {
  package var court: String
  package var office: String
  package var term: String
  package var until: CivilDate?

  package init(court: String, office: String, term: String, until: CivilDate?) {
    self.court = court
    self.office = office
    self.term = term
    self.until = until
  }
}

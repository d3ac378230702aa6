package import Law
package import Vocabulary

/// A judgment as its extract states it. What an extract does not say is nil, and nil never means
/// "none".
package struct JudgmentExtract: Equatable, Sendable {
  package var number: String
  package var court: String
  package var pronouncedOn: CivilDate?
  /// On an appeal judgment: the judgment of first instance that it decides again.
  package var appealOf: JudgmentReference?
  /// At least one.
  package var offences: [ExtractedOffence]
  package var principal: ExtractedPrincipal
  /// Empty where the extract says that there is none; nil where it does not say.
  package var supplementary: [ExtractedSupplementary]?
  /// Court fees, compensation, confiscation: empty where there are none, nil where not stated.
  package var obligations: [ExtractedObligation]?

  package init(
    number: String, court: String, pronouncedOn: CivilDate?, appealOf: JudgmentReference? = nil,
    offences: [ExtractedOffence], principal: ExtractedPrincipal,
    supplementary: [ExtractedSupplementary]?, obligations: [ExtractedObligation]?
  ) {
    self.number = number
    self.court = court
    self.pronouncedOn = pronouncedOn
    self.appealOf = appealOf
    self.offences = offences
    self.principal = principal
    self.supplementary = supplementary
    self.obligations = obligations
  }

  package var reference: JudgmentReference {
    JudgmentReference(number: number, court: court, pronouncedOn: pronouncedOn)
  }
}

package struct ExtractedOffence: Equatable, Sendable {
  /// Tội danh, such as `Trộm cắp tài sản`.
  package var words: String
  /// Nil for a law that the rules of expungement do not know: the Code of 1985, a foreign one.
  package var code: PenalCode?
  package var article: Int?
  /// Of an article that was put between two others: the a of 217a. Nil without an article.
  package var suffix: ArticleSuffix?
  package var clause: Int?
  package var point: String?
  package var gravity: Gravity
  package var fault: FaultForm
  package var committedOn: CivilDate?

  package init(
    words: String, code: PenalCode?, article: Int?, suffix: ArticleSuffix? = nil,
    clause: Int? = nil, point: String? = nil, gravity: Gravity = .unknown,
    fault: FaultForm = .unknown, committedOn: CivilDate? = nil
  ) {
    self.words = words
    self.code = code
    self.article = article
    self.suffix = suffix
    self.clause = clause
    self.point = point
    self.gravity = gravity
    self.fault = fault
    self.committedOn = committedOn
  }
}

extension ExtractedOffence {
  /// `217a`.
  package var articleText: String? { article.map { ArticleSuffix.text($0, suffix) } }
}

package struct ExtractedPrincipal: Equatable, Sendable {
  /// Nil where the extract names none that we know.
  package var kind: PrincipalPenalty.Kind?
  package var months: Int?
  /// Thử thách, of a suspended sentence.
  package var probationMonths: Int?
  package var words: String

  package init(
    kind: PrincipalPenalty.Kind?, months: Int? = nil, probationMonths: Int? = nil, words: String
  ) {
    self.kind = kind
    self.months = months
    self.probationMonths = probationMonths
    self.words = words
  }
}

package struct ExtractedSupplementary: Equatable, Sendable {
  package var kind: SupplementaryPenalty.Kind
  package var words: String

  package init(kind: SupplementaryPenalty.Kind, words: String) {
    self.kind = kind
    self.words = words
  }
}

package struct ExtractedObligation: Equatable, Sendable {
  package var kind: Obligation.Kind
  package var words: String

  package init(kind: Obligation.Kind, words: String) {
    self.kind = kind
    self.words = words
  }
}

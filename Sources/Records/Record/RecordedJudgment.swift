package import Law
package import Vocabulary

/// One judgment of a record, with the state of execution of each of its parts.
package struct RecordedJudgment: Equatable, Sendable {
  /// As the extract of first instance names it.
  package var reference: JudgmentReference
  /// The extract on which it rests; also what names the judgment within its record.
  package var source: DocumentID
  /// The appeal judgment that decided it again.
  package var appeal: Sourced<JudgmentReference>?
  package var pronouncedOn: Sourced<CivilDate>?
  package var effectiveOn: Sourced<CivilDate>?
  package var offences: Sourced<[ExtractedOffence]>
  package var principal: Sourced<ExtractedPrincipal>
  package var principalExecution = PartExecution()
  package var supplementary: [RecordedPart<SupplementaryPenalty.Kind>]
  package var obligations: [RecordedPart<Obligation.Kind>]
  /// What no extract says anything about: there may be more than is listed.
  package var notStated: Set<ListedPart>
  package var limitationExpiredOn: Sourced<CivilDate>?
  package var annulledOn: Sourced<CivilDate>?
  package var courtExpungedOn: Sourced<CivilDate>?
  package var generalAmnestyOn: Sourced<CivilDate>?
  /// Every document that changed something after the extract, in the order of their days.
  package var updates: [DocumentID] = []

  init(_ extract: JudgmentExtract, effectiveOn: CivilDate?, from source: DocumentID) {
    self.reference = extract.reference
    self.source = source
    self.pronouncedOn = extract.pronouncedOn.map { Sourced($0, from: source) }
    self.effectiveOn = effectiveOn.map { Sourced($0, from: source) }
    self.offences = Sourced(extract.offences, from: source)
    self.principal = Sourced(extract.principal, from: source)
    self.supplementary = []
    self.obligations = []
    self.notStated = [.supplementary, .obligations]
    state(supplementary: extract.supplementary, from: source)
    state(obligations: extract.obligations, from: source)
  }

  mutating func state(supplementary stated: [ExtractedSupplementary]?, from source: DocumentID) {
    guard let stated else { return }
    notStated.remove(.supplementary)
    supplementary = stated.map { RecordedPart(kind: $0.kind, words: $0.words, source: source) }
  }

  mutating func state(obligations stated: [ExtractedObligation]?, from source: DocumentID) {
    guard let stated else { return }
    notStated.remove(.obligations)
    obligations = stated.map { RecordedPart(kind: $0.kind, words: $0.words, source: source) }
  }

  package enum ListedPart: String, Sendable, CaseIterable {
    case supplementary, obligations
  }
}

/// A supplementary penalty or an obligation, and how far it is executed.
package struct RecordedPart<Kind: Equatable & Sendable>: Equatable, Sendable {
  package var kind: Kind
  /// As the judgment words it.
  package var words: String
  package var source: DocumentID
  package var execution = PartExecution()
}

/// What documents say of the execution of one part. Where nobody says anything, it is unknown.
package struct PartExecution: Equatable, Sendable {
  package var completion = Completion.unknown
  /// The document that `completion` rests on; nil while it is unknown.
  package var source: DocumentID?
  /// Everything that was stated, in the order of filing.
  package var statements: [Statement] = []

  package struct Statement: Equatable, Sendable {
    package var state: Completion
    package var words: String
    package var source: DocumentID
    /// The day of the document.
    package var on: CivilDate?
  }
}

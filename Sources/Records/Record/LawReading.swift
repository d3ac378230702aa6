package import Law
package import Vocabulary

/// A record as the rules of expungement can read it, or what is missing for that.
///
/// What the rules have a word for ("unknown") goes to them as it is. What they cannot be given (a
/// judgment without its day, an offence without its article, documents that contradict each
/// other) is a gap, and while there is one nothing may be concluded: the result is "needs
/// verification", never silence.
package struct LawReading: Equatable, Sendable {
  /// Nil where the day matters and no document gives it.
  package var bornOn: CivilDate?
  /// Those judgments that have no gap; their ids are the numbers of their extracts' documents.
  package var convictions: [Conviction] = []
  package var gaps: [RecordGap] = []

  /// The whole history, or nil while anything is missing: one judgment that cannot be counted
  /// changes what the others mean.
  package var history: ConvictionHistory? {
    guard gaps.isEmpty, let bornOn else { return nil }
    return ConvictionHistory(bornOn: bornOn, pendingActs: [], convictions: convictions)
  }
}

/// Something that the record lacks, and who holds it.
package struct RecordGap: Hashable, Sendable {
  /// The judgment, by its extract's document; nil where it is about the person.
  package var judgment: DocumentID?
  package var what: What
  /// Whom to ask.
  package var holder: Supplier

  package enum What: Hashable, Sendable {
    case birthDay
    case judgmentDay
    case effectiveDay
    /// The day of the act of the offence with this number, from 0.
    case offenceDay(Int)
    /// Code and article of the offence with this number, from 0.
    case offenceProvision(Int)
    case penaltyKind
    case penaltyTerm
    /// Whether there are supplementary penalties.
    case supplementary
    /// Documents contradict each other: the subject of an open question.
    case openQuestion(subject: String)
  }
}

extension JudicialRecord {
  /// What the rules can be told of this record.
  package var lawReading: LawReading {
    var reading = LawReading()
    for judgment in judgments {
      let (conviction, gaps) = judgment.lawReading
      if let conviction { reading.convictions.append(conviction) }
      reading.gaps += gaps
    }
    for contradiction in contradictions {
      reading.gaps.append(
        RecordGap(
          judgment: contradiction.judgment, what: .openQuestion(subject: contradiction.subject),
          holder: holder(of: contradiction)))
    }
    reading.bornOn = birthDay(for: reading.convictions)
    if reading.bornOn == nil {
      reading.gaps.append(RecordGap(judgment: nil, what: .birthDay, holder: .police))
    }
    return reading
  }

  /// Interpretation: a birth date known only by its month or year is taken as its last day where
  /// the person was then eighteen at every act; only the rules for minors ask for the day.
  private func birthDay(for convictions: [Conviction]) -> CivilDate? {
    guard let born = identity.born?.value else {
      // Without a judgment nothing is counted, and age plays no part.
      return judgments.isEmpty ? CivilDate(1900, 1, 1) : nil
    }
    if case .day(let day) = born { return day }
    let latest = born.latest
    let acts = judgments.flatMap { $0.offences.value.map(\.committedOn) }
    let isAdult = acts.allSatisfy { act in
      guard let act else { return false }
      return latest.adding(years: 18) <= act
    }
    return isAdult ? latest : nil
  }

  private func holder(of contradiction: Contradiction) -> Supplier {
    contradiction.documents.last.flatMap { document($0)?.document.kind.supplier } ?? .court
  }
}

extension RecordedJudgment {
  /// The conviction as the rules see it, and what is missing for that.
  package var lawReading: (conviction: Conviction?, gaps: [RecordGap]) {
    var gaps: [RecordGap] = []
    func lack(_ what: RecordGap.What, _ holder: Supplier = .court) {
      gaps.append(RecordGap(judgment: source, what: what, holder: holder))
    }
    if pronouncedOn == nil { lack(.judgmentDay) }
    if effectiveOn == nil { lack(.effectiveDay) }
    var told: [Offence] = []
    for (index, offence) in offences.value.enumerated() {
      if offence.code == nil || offence.article == nil { lack(.offenceProvision(index)) }
      if offence.committedOn == nil { lack(.offenceDay(index)) }
      if let offence = offence.told { told.append(offence) }
    }
    if principal.value.kind == nil { lack(.penaltyKind) }
    if principal.value.lacksTerm { lack(.penaltyTerm) }
    if notStated.contains(.supplementary) { lack(.supplementary) }
    guard gaps.isEmpty, let pronounced = pronouncedOn?.value, let effective = effectiveOn?.value,
      let kind = principal.value.kind
    else { return (nil, gaps) }
    let listed = obligations.map { Obligation(kind: $0.kind, completed: $0.execution.completion) }
    // Nobody says whether there were other decisions: then whether they are done is unknown.
    let unlisted =
      notStated.contains(.obligations) ? [Obligation(kind: .other, completed: .unknown)] : []
    let conviction = Conviction(
      id: source.description, judgmentOn: pronounced, effectiveOn: effective,
      annulledOn: annulledOn?.value, courtExpungedOn: courtExpungedOn?.value,
      generalAmnestyOn: generalAmnestyOn?.value, offences: told,
      principal: PrincipalPenalty(
        kind: kind, months: kind.hasTerm ? principal.value.months : nil,
        completed: principalExecution.completion, limitationExpiredOn: limitationExpiredOn?.value),
      supplementary: supplementary.map {
        SupplementaryPenalty(kind: $0.kind, completed: $0.execution.completion)
      },
      obligations: listed + unlisted)
    return (conviction, [])
  }
}

extension ExtractedOffence {
  fileprivate var told: Offence? {
    guard let code, let article, let committedOn else { return nil }
    return Offence(
      code: code, article: article, suffix: suffix, clause: clause, point: point,
      gravity: gravity, fault: fault, committedOn: committedOn)
  }
}

extension ExtractedPrincipal {
  fileprivate var lacksTerm: Bool { kind?.hasTerm == true && months == nil }
}

extension PrincipalPenalty.Kind {
  /// Whether the rules ask for its length.
  package var hasTerm: Bool {
    switch self {
    case .imprisonment, .suspendedImprisonment: true
    case .warning, .fine, .nonCustodialReform, .lifeImprisonment, .deathCommuted, .expulsion,
      .exempt, .juvenileMeasure:
      false
    }
  }
}

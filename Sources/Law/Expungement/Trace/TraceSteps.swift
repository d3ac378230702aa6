import Vocabulary

/// Walks the rules again for one conviction and notes each one up to that which decided.
struct TraceSteps {
  private typealias Finding = ExpungementTrace.Finding

  private let conclusion: ConvictionConclusion
  private let index: Int
  private let question: ExpungementQuestion
  private var steps: [ExpungementTrace.Step] = []

  init(_ conclusion: ConvictionConclusion, at index: Int, of question: ExpungementQuestion) {
    self.conclusion = conclusion
    self.index = index
    self.question = question
  }

  private var conviction: Conviction { question.history.convictions[index] }
  private var ages: Ages { Ages(bornOn: question.history.bornOn) }

  mutating func run() -> [ExpungementTrace.Step] {
    if inForce(), undecided(), counts(), ofOneAge() { reckon() }
    return steps
  }

  private mutating func note(
    _ rule: any ExpungementRule.Type, _ finding: Finding, _ facts: [(String, String?)]
  ) {
    steps.append(
      ExpungementTrace.Step(
        rule: rule.name, citations: rule.citations,
        facts: facts.map { ExpungementTrace.Fact(name: $0.0, value: $0.1) }, finding: finding))
  }

  private mutating func inForce() -> Bool {
    let finding: Finding =
      switch EffectiveJudgment.standing(of: conviction, asOf: question.asOf) {
      case .inForce: .inForce
      case .notEffective: .notEffective
      case .annulled: .annulled
      }
    note(
      EffectiveJudgment.self, finding,
      [
        ("asOf", question.asOf.iso), ("effectiveOn", conviction.effectiveOn.iso),
        ("annulledOn", conviction.annulledOn?.iso),
      ])
    return finding == .inForce
  }

  private mutating func undecided() -> Bool {
    let finding: Finding =
      switch conclusion.ground {
      case .amnestied: .amnestied
      case .expungedByCourt: .decidedByCourt
      case .notEffective, .annulled, .exempt, .juvenileMeasure, .offencesNotCounted,
        .offenceUnclear, .agesMixed, .expulsion, .reckoned:
        .notDecided
      }
    note(
      DecidedClearance.self, finding,
      [
        ("courtExpungedOn", conviction.courtExpungedOn?.iso),
        ("generalAmnestyOn", conviction.generalAmnestyOn?.iso),
      ])
    return finding == .notDecided
  }

  private mutating func counts() -> Bool {
    let finding: Finding =
      switch conclusion.ground {
      case .exempt, .juvenileMeasure, .offencesNotCounted: .neverCounts
      case .offenceUnclear: .unclear
      case .notEffective, .annulled, .amnestied, .expungedByCourt, .agesMixed, .expulsion,
        .reckoned:
        .counts
      }
    let hasMinor = conviction.offences.contains { $0.committedOn < ages.eighteenOn }
    var facts: [(String, String?)] = [("principal.kind", conviction.principal.kind.rawValue)]
    for (row, offence) in conviction.offences.enumerated() {
      facts.append(("offences[\(row)].class", offence.gravity.rawValue))
      facts.append(("offences[\(row)].fault", offence.fault.rawValue))
    }
    let isByPenalty = conclusion.ground == .exempt || conclusion.ground == .juvenileMeasure
    let hasAdult = conviction.offences.contains { $0.committedOn >= ages.eighteenOn }
    if hasAdult || isByPenalty { note(NeverCounted.self, finding, facts) }
    if hasMinor, !isByPenalty {
      let person: [(String, String?)] = [("bornOn", question.history.bornOn.iso)]
      note(MinorNotCounted.self, finding, person + actDays + facts.dropFirst())
    }
    return finding == .counts
  }

  private var actDays: [(String, String?)] {
    conviction.offences.enumerated().map { row, offence in
      ("offences[\(row)].committedOn", offence.committedOn.iso)
    }
  }

  private mutating func ofOneAge() -> Bool {
    let finding: Finding =
      switch JuvenileTerm.ages(of: conviction, by: ages) {
      case .adult: .adult
      case .under18: .under18
      case .mixed: .agesMixed
      }
    note(JuvenileTerm.self, finding, [("bornOn", question.history.bornOn.iso)] + actDays)
    return finding != .agesMixed
  }

  private mutating func reckon() {
    let isMinor = JuvenileTerm.ages(of: conviction, by: ages) == .under18
    let isForCourt = CourtTerm.applies(to: conviction)
    let general: any ExpungementRule.Type = isForCourt ? CourtTerm.self : TermByLaw.self
    if !isMinor {
      note(
        CourtTerm.self, isForCourt ? .courtOnly : .byLaw,
        conviction.offences.enumerated().map { row, offence in
          ("offences[\(row)]", "\(offence.code.rawValue) \(offence.articleText)")
        })
    }
    guard case .reckoned(let reckoning) = conclusion.ground else {
      note(general, .noTerm, sentence(withParts: false))
      return
    }
    let finding: Finding =
      switch reckoning.outcome {
      case .notDone: .notDone
      case .startUnknown: .startUnknown
      case .dated, .partUnknown, .newSentenceNotDone, .newSentenceUnknown, .pendingAct,
        .unsettledAct:
        .reckoned
      }
    note(isMinor ? JuvenileTerm.self : general, finding, sentence(withParts: !isMinor))
    transition(reckoning)
    newOffences(reckoning)
    unsettled(reckoning)
  }

  private func sentence(withParts: Bool) -> [(String, String?)] {
    let principal = conviction.principal
    var facts: [(String, String?)] = [("principal.kind", principal.kind.rawValue)]
    if let months = principal.months { facts.append(("principal.months", String(months))) }
    facts.append(("principal.completed", principal.completed.map(text)))
    facts.append(("principal.limitationExpiredOn", principal.limitationExpiredOn?.iso))
    guard withParts else { return facts }
    for (row, part) in conviction.supplementary.enumerated() {
      facts.append(("supplementary[\(row)] \(part.kind.rawValue)", text(part.completed)))
    }
    for (row, part) in conviction.obligations.enumerated() {
      facts.append(("obligations[\(row)] \(part.kind.rawValue)", text(part.completed)))
    }
    return facts
  }

  private func text(_ completion: Completion) -> String {
    switch completion {
    case .on(let day): day.iso
    case .no: "no"
    case .unknown: "unknown"
    }
  }

  private mutating func transition(_ reckoning: Reckoning) {
    guard EarlierJudgment.applies(to: conviction, by: reckoning.route),
      let transition = reckoning.transition
    else { return }
    let finding: Finding =
      switch transition {
      case .later: .codeOf2015
      case .floor: .notBefore2018
      case .code1999: .codeOf1999
      }
    note(EarlierJudgment.self, finding, [("effectiveOn", conviction.effectiveOn.iso)])
  }

  private mutating func newOffences(_ reckoning: Reckoning) {
    guard question.history.convictions.count > 1, isAsked(reckoning) else { return }
    var facts: [(String, String?)] = []
    for (row, other) in question.history.convictions.enumerated() where row != index {
      for (place, offence) in other.offences.enumerated() {
        let field = "convictions[\(row)].offences[\(place)].committedOn"
        facts.append((field, offence.committedOn.iso))
      }
    }
    note(NewOffence.self, reckoning.restarts.isEmpty ? .noNewOffence : .restarted, facts)
  }

  /// Without a day of its own, a conviction that waits for facts is asked for no new offence.
  private func isAsked(_ reckoning: Reckoning) -> Bool {
    switch reckoning.outcome {
    case .notDone, .startUnknown: false
    case .partUnknown: conclusion.status != .needsVerification || !reckoning.restarts.isEmpty
    case .dated, .newSentenceNotDone, .newSentenceUnknown, .pendingAct, .unsettledAct: true
    }
  }

  private mutating func unsettled(_ reckoning: Reckoning) {
    let finding: Finding
    switch reckoning.outcome {
    case .pendingAct, .unsettledAct: finding = .unsettled
    case .dated:
      guard conclusion.status == .expunged else { return }
      finding = .settled
    case .notDone, .startUnknown, .partUnknown, .newSentenceNotDone, .newSentenceUnknown: return
    }
    note(
      UnsettledAct.self, finding,
      question.history.pendingActs.enumerated().map { row, act in
        ("subject.pending[\(row)].committedOn", act.iso)
      })
  }
}

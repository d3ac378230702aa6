import Vocabulary

/// A length of time after which a conviction is cleared, and by which article.
struct Term {
  let route: Reckoning.Route
  let years: Int
  /// The point of the article that sets the length.
  let provisions: Provisions
  /// By the Code of 1999 (Article 64), for judgments effective before 2018.
  let years1999: Int?
}

/// Reckons from when one conviction is cleared: rules 5 to 10 on the days of its sentence.
struct TermReckoner {
  private let index: Int
  private let conviction: Conviction
  private let term: Term
  private let scene: Scene
  private let sentence: SentenceDays
  private var start: Reckoning.Start?
  /// The day of the whole judgment, for the Code of 1999; nil where some part has no date.
  private var whole: CivilDate?
  private var reckoning: Reckoning

  init(_ index: Int, _ conviction: Conviction, _ term: Term, in scene: Scene) {
    self.index = index
    self.conviction = conviction
    self.term = term
    self.scene = scene
    sentence = scene.sentences[index]
    whole = sentence.whole
    reckoning = Reckoning(route: term.route, years: term.years, outcome: .dated)
    if case .on(let day, let limitation) = sentence.start {
      start = Reckoning.Start(on: day, ground: limitation ? .limitationExpired : .completed)
    }
  }

  /// Whether supplementary penalties and obligations are asked for (`minorOwesNothingElse`).
  private var asksForEverything: Bool { term.route != .juvenile }

  mutating func conclusion() -> ConvictionConclusion {
    reckonOwnDays()
    restartByNewOffences()
    doubtByUnsettledActs()
    return ConvictionConclusion(
      id: conviction.id, status: status, from: reckoning.outcome == .dated ? reckoning.day : nil,
      provisions: provisions, ground: .reckoned(reckoning))
  }

  /// Rules 5 to 8: the sentence by itself.
  private mutating func reckonOwnDays() {
    if case .notDone = sentence.start {
      reckoning.outcome = .notDone(.principal)
    } else if asksForEverything, let part = sentence.notDone {
      reckoning.outcome = .notDone(part)
    } else if case .unknown = sentence.start {
      reckoning.outcome = .startUnknown
    } else {
      if asksForEverything, let part = sentence.unknown { reckoning.outcome = .partUnknown(part) }
      reckonFromStart()
    }
  }

  /// The days that follow from `start` and `whole`.
  private mutating func reckonFromStart() {
    guard let start else { return }
    let last = TermDays.lastDay(ofYears: term.years, from: start.on)
    var reached = last.adding(days: 1)
    reckoning.decisive = nil
    if asksForEverything, let parts = sentence.partsReached, parts > reached {
      reached = parts
      reckoning.decisive = sentence.decisive
    }
    reckoning.start = start
    reckoning.termEnd = last
    reckoning.reached = reached
    let earlier = EarlierJudgment.first(reached, for: conviction, term, whole: whole)
    reckoning.transition = earlier.transition
    if reckoning.outcome == .dated { reckoning.day = earlier.from }
  }

  /// Rule 9. The acts stand in the order in which they are taken; the window only grows to the
  /// right, so one walk finds them all.
  private mutating func restartByNewOffences() {
    for act in scene.acts where act.conviction != index {
      guard act.isFirst(from: conviction.effectiveOn) else { continue }
      guard isOpen, reckoning.day.map({ act.on < $0 }) ?? true else { return }
      reckoning.restarts.append(Reckoning.Restart(conviction: act.conviction, actOn: act.on))
      restart(by: act.conviction)
    }
  }

  private mutating func restart(by other: Int) {
    switch scene.sentences[other].start {
    case .notDone:
      stop(.newSentenceNotDone(other))
    case .unknown:
      stop(.newSentenceUnknown(other))
    case .on(let day, _):
      let before = (start, whole)
      if let start, start.on < day {
        self.start = Reckoning.Start(on: day, ground: .newSentence(other))
      }
      whole = NewOffence.whole(whole, after: scene.sentences[other].whole)
      if before != (start, whole) { reckonFromStart() }
    }
  }

  /// The new sentence has no start, so the old conviction has no day.
  private mutating func stop(_ outcome: Reckoning.Outcome) {
    reckoning.outcome = outcome
    reckoning.day = nil
    reckoning.transition = nil
  }

  /// Whether a new offence can still change something.
  private var isOpen: Bool {
    switch reckoning.outcome {
    case .dated: true
    case .partUnknown: status != .needsVerification
    case .notDone, .startUnknown, .newSentenceNotDone, .newSentenceUnknown, .pendingAct,
      .unsettledAct:
      false
    }
  }

  /// Rule 10.
  private mutating func doubtByUnsettledActs() {
    guard status == .expunged, let from = reckoning.day else { return }
    if let doubt = UnsettledAct.outcome(
      from: conviction.effectiveOn, before: from, in: scene)
    {
      reckoning.outcome = doubt
    }
  }

  private var status: ExpungementStatus {
    let open: ExpungementStatus = term.route == .court ? .awaitingCourtDecision : .active
    switch reckoning.outcome {
    case .notDone, .newSentenceNotDone:
      return open
    case .startUnknown, .newSentenceUnknown, .pendingAct, .unsettledAct:
      return .needsVerification
    case .partUnknown:
      guard let reached = reckoning.reached, scene.day < reached else { return .needsVerification }
      return open
    case .dated:
      guard term.route != .court, let from = reckoning.day, from <= scene.day else { return open }
      return .expunged
    }
  }

  private var provisions: Provisions {
    var found = term.provisions
    if case .limitationExpired = reckoning.start?.ground {
      switch term.route {
      case .law: found.insert(.byLawAfterLimitation)
      case .court: found.insert(.byCourtAfterLimitation)
      case .juvenile: break
      }
    }
    if term.route == .court, conviction.offences.contains(where: { !CourtTerm.isForCourt($0) }) {
      found.insert(.severalOffences)
    }
    if !reckoning.restarts.isEmpty { found.insert(.newOffence) }
    switch reckoning.outcome {
    case .pendingAct, .unsettledAct: found.insert(.newOffence)
    case .dated, .notDone, .startUnknown, .partUnknown, .newSentenceNotDone, .newSentenceUnknown:
      break
    }
    if EarlierJudgment.applies(to: conviction, by: term.route) { found.insert(.transition) }
    if case .code1999 = reckoning.transition { found.insert(.code1999) }
    return found
  }
}

package import Vocabulary

/// Why a conviction stands as it does: which rule decided, with the days it reckoned by. `Words`
/// makes the officer's sentences from it.
package enum Ground: Equatable, Sendable {
  case notEffective
  case annulled(on: CivilDate)
  case amnestied(on: CivilDate)
  case expungedByCourt(on: CivilDate)
  /// Miễn hình phạt.
  case exempt
  /// Trường giáo dưỡng.
  case juvenileMeasure
  /// Each offence is one that never counts.
  case offencesNotCounted
  /// An unknown class or fault of this offence decides whether the judgment counts at all.
  case offenceUnclear(Int)
  /// Offences both under and over eighteen.
  case agesMixed
  /// Expulsion as principal penalty: no term is given for it.
  case expulsion
  /// A term was reckoned.
  case reckoned(Reckoning)
}

/// How the day was reckoned from which the person counts as not convicted.
package struct Reckoning: Equatable, Sendable {
  package var route: Route
  /// The length of the term.
  package var years: Int
  /// Where the term starts; nil where the principal penalty has no end yet, or none is known.
  package var start: Start?
  /// The last day of the term.
  package var termEnd: CivilDate?
  /// The day reached by the parts that are known, by the Code of 2015 alone.
  package var reached: CivilDate?
  /// The part that sets `reached`, where it is not the term.
  package var decisive: SentencePart?
  /// From when the person would count as not convicted by everything that has a date; nil where
  /// some part has none.
  package var day: CivilDate?
  /// The judgments effective before 2018-01-01 only.
  package var transition: Transition?
  /// New sentences that restarted the term, in the order of their acts.
  package var restarts: [Restart]
  package var outcome: Outcome

  package enum Route: Sendable {
    /// Article 107.2.
    case juvenile
    /// Article 71.
    case court
    /// Article 70.
    case law
  }

  package struct Start: Equatable, Sendable {
    package var on: CivilDate
    package var ground: StartGround

    package init(on: CivilDate, ground: StartGround) {
      self.on = on
      self.ground = ground
    }
  }

  package enum StartGround: Equatable, Sendable {
    case completed
    case limitationExpired
    /// The start of the sentence at this index of the history.
    case newSentence(Int)
  }

  /// What the Code of 1999 and resolution 41/2017/QH14 make of the day.
  package enum Transition: Equatable, Sendable {
    /// The day of the Code of 2015 stands.
    case later
    /// It lies before 2018-01-01, and that is the first day it can be used.
    case floor
    /// The Code of 1999 cleared the conviction by itself: the whole judgment was done on `whole`,
    /// and `years` ran.
    case code1999(whole: CivilDate, years: Int)
  }

  package struct Restart: Equatable, Sendable {
    /// Index of the new sentence in the history.
    package var conviction: Int
    package var actOn: CivilDate

    package init(conviction: Int, actOn: CivilDate) {
      self.conviction = conviction
      self.actOn = actOn
    }
  }

  package enum Outcome: Equatable, Sendable {
    /// The day is known; whether it is past is the status.
    case dated
    /// This part is not done.
    case notDone(SentencePart)
    /// The end of the principal penalty is unknown.
    case startUnknown
    /// Whether this part is done is unknown.
    case partUnknown(SentencePart)
    /// The new sentence at this index is not done.
    case newSentenceNotDone(Int)
    /// The end of the new sentence at this index is unknown.
    case newSentenceUnknown(Int)
    /// The pending act at this index may be a new offence.
    case pendingAct(Int)
    /// The judgment at this index, not effective yet, is about an act of this day.
    case unsettledAct(conviction: Int, on: CivilDate)
  }

  package init(
    route: Route, years: Int, start: Start? = nil, termEnd: CivilDate? = nil,
    reached: CivilDate? = nil, decisive: SentencePart? = nil, day: CivilDate? = nil,
    transition: Transition? = nil,
    restarts: [Restart] = [], outcome: Outcome
  ) {
    self.route = route
    self.years = years
    self.start = start
    self.termEnd = termEnd
    self.reached = reached
    self.decisive = decisive
    self.day = day
    self.transition = transition
    self.restarts = restarts
    self.outcome = outcome
  }
}

/// A part of a sentence, by its place in the conviction's lists.
package enum SentencePart: Hashable, Sendable {
  case principal
  case supplementary(Int)
  case obligation(Int)
}

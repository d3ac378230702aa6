import Vocabulary

/// When the parts of one sentence end, as far as it is known.
struct SentenceDays: Equatable {
  enum Start: Equatable {
    case on(CivilDate, limitation: Bool)
    case notDone
    case unknown
  }

  let start: Start
  /// The first supplementary penalty or obligation that is not done.
  private(set) var notDone: SentencePart?
  /// The first one of which nothing is known.
  private(set) var unknown: SentencePart?
  /// The last day on which one of them is completed.
  private(set) var lastPart: CivilDate?
  /// The day from which the person could count as not convicted, if they alone were asked.
  private(set) var partsReached: CivilDate?
  /// The one that sets `partsReached`.
  private(set) var decisive: SentencePart?

  init(of conviction: Conviction) {
    start = Self.start(of: conviction)
    for index in conviction.supplementary.indices {
      let penalty = conviction.supplementary[index]
      take(.supplementary(index), penalty.completed, runs: penalty.kind.runsForATime)
    }
    for index in conviction.obligations.indices {
      take(.obligation(index), conviction.obligations[index].completed, runs: false)
    }
  }

  /// The earlier of completion and limitation; where only the limitation is a date, it. A sentence
  /// with nothing to execute and no completion starts on its effect (`exemptStartsOnEffect`).
  private static func start(of conviction: Conviction) -> Start {
    let limitation = conviction.principal.limitationExpiredOn
    switch conviction.principal.completed {
    case .on(let completed):
      if let limitation, limitation < completed { return .on(limitation, limitation: true) }
      return .on(completed, limitation: false)
    case .no:
      return limitation.map { .on($0, limitation: true) } ?? .notDone
    case .unknown:
      return limitation.map { .on($0, limitation: true) } ?? .unknown
    case nil:
      return .on(conviction.effectiveOn, limitation: false)
    }
  }

  private mutating func take(_ part: SentencePart, _ completed: Completion, runs: Bool) {
    switch completed {
    case .no:
      if notDone == nil { notDone = part }
    case .unknown:
      if unknown == nil { unknown = part }
    case .on(let day):
      if lastPart.map({ $0 < day }) ?? true { lastPart = day }
      let reached = runs ? day.adding(days: 1) : day
      if partsReached.map({ $0 < reached }) ?? true {
        partsReached = reached
        decisive = part
      }
    }
  }

  /// The day on which everything is completed or lapsed; nil while some part has no date.
  var whole: CivilDate? {
    guard case .on(let start, _) = start, notDone == nil, unknown == nil else { return nil }
    guard let lastPart else { return start }
    return max(start, lastPart)
  }
}

extension SupplementaryPenalty.Kind {
  /// Whether it runs for a time and is in force on its last day (`bansCountFromFollowingDay`).
  package var runsForATime: Bool {
    switch self {
    case .residenceControl, .residenceBan, .positionBan, .practiceBan, .civilRightsDeprivation:
      true
    case .fine, .confiscation, .expulsion:
      false
    }
  }
}

package import Vocabulary

/// Compares answers with the truth.
package struct Evaluation: Sendable {
  /// The weight of the person's own entry, or nil where it was not among the candidates.
  package private(set) var people: [Int32?] = []
  /// The heaviest candidate of each applicant who is not in the register, by kind.
  package private(set) var others: [String: [Int32?]] = [:]
  /// How many people's own entry was among those for review or match; and strangers stopped.
  package private(set) var peopleStopped = 0
  package private(set) var othersStopped: [String: Int] = [:]
  /// Applicants of the truth without an answer: they count as missed.
  package private(set) var unanswered = 0

  /// - Parameter answers: `q_id,rank,rec_id,weight,outcome`.
  package init(answers path: String, truth: MatchTruth) throws(Fault) {
    let doing = "reading answers"
    var blocks = try RegisterBlocks(
      path, doing: doing, columns: ["q_id", "rank", "rec_id", "weight", "outcome"],
      blockSize: 1 << 20)
    var seen: [String: Best] = [:]
    while let parts = try blocks.next(1) {
      for part in parts {
        try part.bytes.withUnsafeBufferPointer { bytes throws(Fault) in
          var rows = CommaSeparated(bytes, firstLine: part.firstLine)
          while true {
            let step = rows.next()
            if step == .end { break }
            guard step == .row, rows.fields.count == 5 else {
              throw Fault(doing, cause: "line \(rows.line) is no row of five fields")
            }
            let query = rows.text(0)
            guard let known = truth.of[query] else { continue }
            seen[query, default: Best()].add(rows, known)
          }
        }
      }
    }
    for (query, known) in truth.of { count(seen[query], known) }
  }

  private struct Best {
    var own: Int32?
    var any: Int32?
    var isOwnStopped = false
    var isAnyStopped = false

    mutating func add(_ rows: CommaSeparated, _ known: MatchTruth.Known) {
      guard let weight = Int32(rows.text(3)) else { return }
      let outcome = rows.text(4)
      let isStopped = outcome == "match" || outcome == "review"
      any = max(any ?? weight, weight)
      if isStopped { isAnyStopped = true }
      guard known.records.contains(rows.text(2)) else { return }
      own = max(own ?? weight, weight)
      if isStopped { isOwnStopped = true }
    }
  }

  private mutating func count(_ best: Best?, _ known: MatchTruth.Known) {
    if best == nil { unanswered += 1 }
    guard known.records.isEmpty else {
      people.append(best?.own)
      if best?.isOwnStopped == true { peopleStopped += 1 }
      return
    }
    others[known.kind, default: []].append(best?.any)
    if best?.isAnyStopped == true { othersStopped[known.kind, default: 0] += 1 }
  }

  // MARK: Figures

  package var recall: Proportion { Proportion(peopleStopped, of: people.count) }

  /// The person's own entry among the candidates answered, whatever it weighed.
  package var reach: Proportion { Proportion(people.count { $0 != nil }, of: people.count) }

  package var kinds: [String] { others.keys.sorted() }

  package func falseAlarms(of kind: String) -> Proportion {
    Proportion(othersStopped[kind, default: 0], of: others[kind, default: []].count)
  }

  package var allFalseAlarms: Proportion {
    Proportion(
      othersStopped.values.reduce(0, +), of: others.values.reduce(0) { $0 + $1.count })
  }

  /// What a threshold would give.
  package struct Point: Sendable {
    package let threshold: Int32
    package let recall: Proportion
    package let strangersStopped: Proportion
    package let allStopped: Proportion
    /// Of those stopped, who is in the register.
    package let precision: Proportion
  }

  package func point(at threshold: Int32) -> Point {
    func stopped(_ weights: [Int32?]) -> Int {
      weights.count { $0.map { $0 >= threshold } ?? false }
    }
    let found = stopped(people)
    let strangers = others["out_random"] ?? []
    let alarms = others.values.reduce(0) { $0 + stopped($1) }
    return Point(
      threshold: threshold, recall: Proportion(found, of: people.count),
      strangersStopped: Proportion(stopped(strangers), of: strangers.count),
      allStopped: Proportion(alarms, of: others.values.reduce(0) { $0 + $1.count }),
      precision: Proportion(found, of: found + alarms))
  }

  /// The highest threshold at which so many of a thousandth are found, if any.
  package func threshold(forRecall share: Double) -> Int32? {
    let weights = people.map { $0 ?? Int32.min }.sorted()
    guard !weights.isEmpty else { return nil }
    let weight = weights[min(weights.count - 1, Int(Double(weights.count) * (1 - share) + 1e-9))]
    return weight == Int32.min ? nil : weight
  }

  /// The lowest threshold at which at most such a share of unrelated applicants is stopped.
  package func threshold(forStrangersStopped share: Double) -> Int32? {
    let weights = (others["out_random"] ?? []).map { $0 ?? Int32.min }.sorted(by: >)
    guard !weights.isEmpty else { return nil }
    let allowed = min(weights.count - 1, Int(Double(weights.count) * share + 1e-9))
    return weights[allowed] == Int32.max ? nil : weights[allowed] + 1
  }
}

import Foundation
import Records
import Vocabulary

/// `lylich bench match`: invented registers are indexed and asked, and the figures stand beside the
/// bars.
struct MatchMeasurement {
  let entries: Int
  let applicants: Int
  /// How many registers: the first is measured, all are pooled for what the keys reach.
  let registers: Int
  let seed: Int
  let noise: String
  let peer: Peer?
  let postgres: String?

  func run() async throws {
    var reach = Reach()
    for number in 0..<registers {
      try await withTemporaryFolder { folder in
        try generate(seed: seed + number, in: folder.path)
        try measure(folder.path, isFirst: number == 0, &reach)
      }
    }
    tell(pooled: reach)
  }

  /// On data made before; each folder has register.csv, queries.csv and truth.csv.
  func run(in folders: [String]) throws {
    var reach = Reach()
    for (number, folder) in folders.enumerated() {
      try measure(folder, isFirst: number == 0, &reach)
    }
    tell(pooled: reach)
  }

  private func generate(seed: Int, in folder: String) throws {
    guard let peer else {
      throw Fault(
        "making a register", cause: "there is no Python environment; give a folder with --data")
    }
    say("Making \(entries) persons and \(applicants) applicants, seed \(seed), noise \(noise) …")
    _ = try Tool.output(
      of: peer.python,
      [
        "\(peer.scripts)/linkage/noisy.py", "--noise", noise, "--n", "\(entries)", "--m",
        "\(applicants)", "--seed", "\(seed)", "--out", folder,
      ])
  }

  private func measure(_ path: String, isFirst: Bool, _ reach: inout Reach) throws {
    // By the command itself, as a person would: what a build leaves in memory is not the index's.
    let build = try ContinuousClock().measure {
      _ = try Tool.output(
        of: URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path,
        [
          "match", "index", "--register", "\(path)/register.csv", "--index", "\(path)/index",
          "--threads", "2",
        ], complaints: .dropped)
    }
    let index = try MatchIndex(folder: "\(path)/index", weights: Weights.standard(), keeping: .held)
    let rows = index.count
    // Memory is measured before anything else is held.
    if isFirst { try speed(index, path, rows: rows, build: build / .seconds(1)) }
    let truth = try MatchTruth("\(path)/truth.csv")
    if isFirst {
      try accuracy(path, truth, MatchBars.bars(entries: rows))
      try beside(path)
    }
    let found = try LearningRun(index: index, truth: truth, strangers: 0)
      .unreached(queries: "\(path)/queries.csv")
    reach.people += found.people
    reach.missed += found.missed.count
    reach.bar = MatchBars.bars(entries: rows).accuracy?.reach
  }

  // MARK: Speed

  private func speed(_ index: MatchIndex, _ path: String, rows: Int, build: Double) throws {
    let bars = MatchBars.bars(entries: rows)
    let timing = MatchTiming(index: index, queries: "\(path)/queries.csv")
    var table = MatchTable()
    table.note("entries", "\(rows)")
    table.atMost("build from CSV, s", build, bars.buildSeconds, figure)
    let times = try timing.single(listsAll: false)
    table.atMost("one query, p50 ms", Self.at(times, 0.5), bars.p50Ms, Self.ms)
    table.atMost("one query, p99 ms", Self.at(times, 0.99), bars.p99Ms, Self.ms)
    table.note(
      "one query with --all, ms p50 / p99", Self.both(try timing.single(listsAll: true)))
    let answers = "\(path)/answers.csv"
    table.note(
      "batch, one thread, queries/s",
      figure(try timing.batch(threads: 1, to: answers, listsAll: false)))
    table.atLeast(
      "batch, two threads, queries/s",
      try timing.batch(threads: 2, to: answers, listsAll: false), bars.perSecond, figure)
    let bytes = Double(try ProcessFacts(pid: getpid()).memoryKiB()) * 1024
    table.atMost("memory, MB", bytes / 1e6, bars.megabytes, figure)
    _ = try timing.batch(threads: 2, to: answers, listsAll: true)
    let (durable, found) = try timing.added()
    table.note("added entry durable, ms p50 / p99", Self.both(durable))
    table.atMost(
      "added entry found once durable, ms p99", Self.at(found, 0.99), bars.addedMs, Self.ms)
    for line in table.lines { say(line) }
    say("")
  }

  // MARK: Accuracy

  private func accuracy(_ path: String, _ truth: MatchTruth, _ bars: MatchBars) throws {
    let evaluation = try Evaluation(answers: "\(path)/answers.csv", truth: truth)
    var table = MatchTable()
    let figures = MatchBars.Accuracy()
    for (stopped, bar) in figures.recall {
      guard let threshold = evaluation.threshold(forStrangersStopped: stopped) else { continue }
      let point = evaluation.point(at: threshold)
      table.atLeast(
        "recall where \(EvaluationReport.percent(stopped)) of the unrelated are stopped",
        point.recall.share, bars.accuracy == nil ? nil : bar, EvaluationReport.percent)
    }
    for (recall, bar) in figures.stopped {
      guard let threshold = evaluation.threshold(forRecall: recall) else {
        table.note("recall \(EvaluationReport.percent(recall))", "not reached")
        continue
      }
      table.atMost(
        "others stopped at recall \(EvaluationReport.percent(recall))",
        evaluation.point(at: threshold).allStopped.share, bars.accuracy == nil ? nil : bar,
        EvaluationReport.percent)
    }
    for line in table.lines { say(line) }
    say("")
    for line in EvaluationReport(evaluation).lines { say(line) }
    say("")
  }

  /// People whose entry shares no key with their application.
  private struct Reach {
    var people = 0
    var missed = 0
    var bar: Double?
  }

  private func tell(pooled reach: Reach) {
    let found = Proportion(reach.people - reach.missed, of: reach.people)
    var table = MatchTable()
    table.atLeast(
      "entries among what the keys reach", found.share, reach.bar, EvaluationReport.percent)
    for line in table.lines { say(line) }
    say("over all registers: \(EvaluationReport.text(found))")
  }

  // MARK: The peer

  private func beside(_ path: String) throws {
    guard let peer, let postgres else { return }
    say("PostgreSQL on the same data …")
    _ = try Tool.output(of: peer.python, ["\(peer.scripts)/linkage/prep.py", path])
    let line = try Tool.lastLine(
      of: peer.python,
      ["\(peer.scripts)/linkage/peer_pg.py", path, "\(min(applicants, 20_000))", "keys", "load"],
      environment: ["PG_URI": postgres])
    say(line)
    say("")
  }

  private static func at(_ sorted: [Double], _ share: Double) -> Double {
    sorted.isEmpty ? 0 : sorted[Int(Double(sorted.count - 1) * share)]
  }

  private static func both(_ sorted: [Double]) -> String {
    "\(ms(at(sorted, 0.5))) / \(ms(at(sorted, 0.99)))"
  }

  private static func ms(_ value: Double) -> String {
    "\(Double(Int((value * 10_000).rounded())) / 10_000)"
  }
}

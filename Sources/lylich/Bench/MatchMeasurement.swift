import Foundation
import Records
import Vocabulary

/// `lylich bench match`: an invented register is indexed and asked, and the figures stand beside
/// the bars.
struct MatchMeasurement {
  let entries: Int
  let applicants: Int
  let seed: Int
  let peer: Peer?
  let postgres: String?

  /// For a million entries; other sizes are only shown.
  static let bars = (
    p50: 0.025, p99: 0.25, perSecond: 30_000.0, memoryMiB: 350.0, buildSeconds: 8.0, addedMs: 1.0
  )

  func generate(in folder: URL) throws {
    guard let peer else {
      throw Fault(
        "making a register", cause: "there is no Python environment; give a folder with --data")
    }
    say("Making \(entries) persons and \(applicants) applicants, seed \(seed) …")
    _ = try Tool.output(
      of: peer.python,
      [
        "\(peer.scripts)/linkage/gen.py", "--n", "\(entries)", "--m", "\(applicants)", "--seed",
        "\(seed)", "--out", folder.path,
      ])
  }

  func run(in folder: URL) throws {
    let clock = ContinuousClock()
    let path = folder.path
    var outcome: IndexBuild.Outcome?
    let build = try clock.measure {
      outcome = try IndexBuild(folder: "\(path)/index", threads: 2)
        .run(register: "\(path)/register.csv")
    }
    let index = try MatchIndex(folder: "\(path)/index", weights: Weights.standard())
    var table = TextTable(["", "measured", "bar"])
    table.add(["entries", "\(outcome?.rows ?? 0)", ""])
    table.add([
      "keys an entry", figure(Double(outcome?.postings ?? 0) / Double(max(1, index.count))), "",
    ])
    table.add(["build from CSV, s", Self.text(build), figure(Self.bars.buildSeconds)])
    let times = try single(index, "\(path)/queries.csv")
    table.add(["one query, p50 ms", Self.ms(times, 0.5), "0.025"])
    table.add(["one query, p99 ms", Self.ms(times, 0.99), "0.25"])
    let rate = try batch(index, path)
    table.add(["batch, two threads, queries/s", figure(rate), figure(Self.bars.perSecond)])
    let memory = Double(try ProcessFacts(pid: getpid()).memoryKiB()) / 1024
    table.add(["memory, MiB", figure(memory), figure(Self.bars.memoryMiB)])
    table.add(["added entry durable and found, ms p50", try added(index), "1"])
    for line in table.lines { say(line) }
    say("")
    let evaluation = try Evaluation(
      answers: "\(path)/answers.csv", truth: MatchTruth("\(path)/truth.csv"))
    for line in EvaluationReport(evaluation).lines { say(line) }
    try beside(path)
  }

  /// Milliseconds of each query alone, normalisation included, on the second pass over the file.
  private func single(_ index: MatchIndex, _ path: String) throws -> [Double] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let start = (bytes.firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
    var times: [Double] = []
    let clock = ContinuousClock()
    bytes.withUnsafeBufferPointer { all in
      var session = MatchSession(index)
      for _ in 0..<2 {
        times.removeAll()
        var rows = QueryRows(UnsafeBufferPointer(rebasing: all[start...]), firstLine: 2)
        var step = rows.next()
        while step != .end {
          let begun = clock.now
          _ = session.answer(rows)
          step = rows.next()
          times.append((clock.now - begun) / .milliseconds(1))
        }
      }
    }
    return times.sorted()
  }

  /// Queries a second on two threads, the answers written to a file.
  private func batch(_ index: MatchIndex, _ path: String) throws -> Double {
    let output = "\(path)/answers.csv"
    try Data().write(to: URL(fileURLWithPath: output))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    var lines = AnswerLines(index, listsAll: true, to: file)
    lines.begin()
    var count = 0
    let time = try ContinuousClock().measure {
      _ = try MatchBatch(index, threads: 2).answer(queries: "\(path)/queries.csv") {
        lines.add($0)
        count += 1
      }
      lines.flush()
    }
    try file.close()
    return Double(count) / (time / .seconds(1))
  }

  /// From the call that adds an entry to the answer that has it.
  private func added(_ index: MatchIndex) throws -> String {
    var times: [Double] = []
    let clock = ContinuousClock()
    for number in 0..<50 {
      let day = "\(10 + number % 18)/10/1944"
      let begun = clock.now
      try index.add(row: "BENCH\(number),Đinh Bá Khiêm,Nam,\(day),Cà Mau,,Đinh Bá Lễ,,,,2000")
      var question = "Q,Đinh Bá Khiêm,Nam,\(day),Cà Mau,,,Đinh Bá Lễ,,,\n"
      let isFound = question.withUTF8 { bytes in
        var rows = QueryRows(bytes, firstLine: 1)
        var session = MatchSession(index)
        guard rows.next() == .row, let answer = session.answer(rows) else { return false }
        return answer.candidates.contains { index.id($0.row) == "BENCH\(number)" }
      }
      guard isFound else { throw Fault("adding an entry", cause: "it was not found") }
      times.append((clock.now - begun) / .milliseconds(1))
    }
    return Self.ms(times.sorted(), 0.5)
  }

  private func beside(_ path: String) throws {
    guard let peer, let postgres else { return }
    say("")
    say("PostgreSQL on the same data …")
    _ = try Tool.output(of: peer.python, ["\(peer.scripts)/linkage/prep.py", path])
    let line = try Tool.lastLine(
      of: peer.python,
      ["\(peer.scripts)/linkage/peer_pg.py", path, "\(applicants)", "keys", "load"],
      environment: ["PG_URI": postgres])
    say(line)
  }

  private static func ms(_ sorted: [Double], _ share: Double) -> String {
    guard !sorted.isEmpty else { return "–" }
    let value = sorted[Int(Double(sorted.count - 1) * share)]
    return "\(Double(Int((value * 10_000).rounded())) / 10_000)"
  }

  private static func text(_ time: Duration) -> String { figure(time / .seconds(1)) }
}

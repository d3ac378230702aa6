import Foundation
import Law
import Vocabulary

/// `lylich bench expungement`: histories per second, in process and through the command.
struct ExpungementMeasurement {
  /// Histories per second and core in process, lines per second through the command.
  static let bar = (one: 1_000_000.0, three: 300_000.0, lines: 50_000.0)

  let seconds: Int
  let seed: UInt64

  func run() async throws {
    say("Seed \(seed). In process, one core …")
    let one = try inProcess(convictions: 1)
    let three = try inProcess(convictions: 3)
    say("Through the command …")
    let command = try await withTemporaryFolder { try throughCommand(in: $0) }
    var table = TextTable(["per second", "rate", "bar"])
    table.add(["histories of one conviction, one core", figure(one), figure(Self.bar.one)])
    table.add(["histories of three convictions, one core", figure(three), figure(Self.bar.three)])
    table.add(
      [
        "lines through the command, by the clock", figure(command.perSecond),
        figure(Self.bar.lines),
      ])
    table.add(["lines through the command, per CPU-second", figure(command.perCPUSecond), ""])
    say("")
    for line in table.lines { say(line) }
    say("")
    judge("one conviction, in process", one, Self.bar.one)
    judge("three convictions, in process", three, Self.bar.three)
    judge("lines through the command", command.perSecond, Self.bar.lines)
  }

  private func judge(_ name: String, _ found: Double, _ bar: Double) {
    say("\(found >= bar ? "PASS " : "BELOW")  \(name): \(figure(found)); the bar is \(figure(bar))")
  }

  /// By processor time of this one thread, so that others on the machine do not count.
  private func inProcess(convictions count: Int) throws -> Double {
    var invented = InventedHistories(seed: seed)
    let questions = (0..<20_000).map { invented.question($0, convictions: count) }
    var judged = 0
    var concluded = 0
    let end = ContinuousClock.now + .seconds(seconds)
    let before = processorSeconds()
    while ContinuousClock.now < end {
      for question in questions {
        concluded += try Expungement.answer(question.history, asOf: question.asOf)
          .convictions.count
      }
      judged += questions.count
    }
    guard concluded == judged * count else {
      throw Fault("measuring", cause: "a conviction got no conclusion")
    }
    return Double(judged) / (processorSeconds() - before)
  }

  /// This very program over a file of lines, half with one conviction and half with up to three.
  private func throughCommand(in folder: URL) throws -> (perSecond: Double, perCPUSecond: Double) {
    var invented = InventedHistories(seed: seed)
    let count = 50_000 * max(1, min(seconds, 10))
    var json = JSONText(capacityBytes: count * 700)
    for number in 0..<count {
      invented.question(number, convictions: number % 2 == 0 ? 1 : 1 + number % 3)
        .append(to: &json)
      json.raw("\n")
    }
    let file = folder.appending(path: "people.jsonl")
    try Data(json.bytes).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["expungement", file.path]
    process.standardOutput = FileHandle.nullDevice
    let before = childSeconds()
    let start = ContinuousClock.now
    try process.run()
    process.waitUntilExit()
    let passed = ContinuousClock.now - start
    guard process.terminationStatus == 0 else {
      throw Fault("measuring", cause: "lylich expungement refused a line that it was made for")
    }
    let clock = Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
    return (Double(count) / clock, Double(count) / (childSeconds() - before))
  }

  /// Processor time of the children that have ended.
  private func childSeconds() -> Double {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}

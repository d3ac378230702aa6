import Vocabulary

/// What a load of applications came to, beside its bars.
struct ApplicationsReport {
  let plan: ApplicationsMeasurement
  let load: ApplicationsMeasurement.Carried
  let kept: KeptCases
  let check: InstallationVerdict
  let refusedPapers: Int

  /// Applications a second; milliseconds of a submission; growth of memory after the second
  /// quarter of the run.
  static let bar = (perSecond: 15.0, submissionMilliseconds: 1_500.0, growth: 1.15)
  /// The nation's applications of a day (8,000), arriving within ten minutes.
  static let nationPerSecond = 8_000.0 / 600

  private var seen: Observations.Seen { load.seen }

  /// Applications whose certificate was in the citizen's hands by the end of the arrivals.
  private var issuedInTime: Int { seen.issuedAt.count { $0 <= Double(plan.seconds) } }

  /// Says everything; `true` where every bar holds.
  func shown() -> Bool {
    steps()
    minutes()
    costs()
    return verdicts()
  }

  private func steps() {
    var table = TextTable(["", "clicks", "p50 ms", "p95 ms", "p99 ms", "most"])
    for step in LoadStep.allCases {
      let times = seen.samples.filter { $0.step == step }.map(\.milliseconds).sorted()
      guard !times.isEmpty else { continue }
      table.add([
        step.words, "\(times.count)", figure(share(times, 0.5)), figure(share(times, 0.95)),
        figure(share(times, 0.99)), figure(times.last ?? 0),
      ])
    }
    say("")
    for line in table.lines { say(line) }
  }

  /// A minute a line, or a tenth of a short run.
  private func minutes() {
    let length = plan.seconds >= 300 ? 60.0 : max(1, Double(plan.seconds) / 10)
    var table = TextTable([
      "from s", "lodged", "issued", "issued/s", "submission p99 ms", "server MiB", "server CPU",
    ])
    var from = 0.0
    while from < load.drainedSeconds {
      let range = from..<(from + length)
      let issued = seen.issuedAt.count { range.contains($0) }
      let times = seen.samples.filter { $0.step == .lodge && range.contains($0.at) }
        .map(\.milliseconds).sorted()
      let states = load.states.filter { range.contains($0.at) }
      let memory = states.last.map { figure(Double($0.memoryKiB) / 1024) } ?? ""
      table.add([
        figure(from), "\(seen.lodgedAt.count { range.contains($0) })", "\(issued)",
        figure(Double(issued) / length), times.isEmpty ? "" : figure(share(times, 0.99)), memory,
        cpuShare(states),
      ])
      from += length
    }
    say("")
    for line in table.lines { say(line) }
  }

  private func cpuShare(_ states: [ApplicationsMeasurement.ServerState]) -> String {
    guard let first = states.first, let last = states.last, last.at > first.at else { return "" }
    let share = (last.cpuSeconds - first.cpuSeconds) / (last.at - first.at)
    return "\(Int((share * 100).rounded())) %"
  }

  private func costs() {
    guard let first = load.states.first, let last = load.states.last, !seen.issuedAt.isEmpty else {
      return
    }
    let each = 1000 / Double(seen.issuedAt.count)
    say("")
    say(
      "Processor time an application: portal and worker "
        + "\(figure((last.cpuSeconds - first.cpuSeconds) * each)) ms; citizens, officers and "
        + "neighbours \(figure(load.ownCPUSeconds * each)) ms")
    say(
      "\(seen.samples.count) clicks; persons decided by officers: \(seen.personsDecided); "
        + "officers who came after a colleague: \(seen.tooLate)")
    say(
      "The latest citizen came \(figure(seen.lateness)) s after the plan; the last certificate "
        + "was in hand \(figure(load.drainedSeconds - Double(plan.seconds))) s after the last "
        + "arrival")
    for (what, count) in seen.surprises.sorted(by: { $0.key < $1.key }) {
      say("unexpected, \(count) times: \(what)")
    }
    for (what, count) in seen.serverErrors.sorted(by: { $0.key < $1.key }) {
      say("SERVER ERROR, \(count) times: \(what)")
    }
    for line in check.failures { say(line) }
  }

  private func verdicts() -> Bool {
    let rate = Double(issuedInTime) / Double(plan.seconds)
    let submissions = seen.samples.filter { $0.step == .lodge }.map(\.milliseconds).sorted()
    let p99 = share(submissions, 0.99)
    let finished = kept.byState["handedOver"] ?? 0
    let growth = memoryGrowth
    say("")
    return [
      verdict(
        rate >= Self.bar.perSecond,
        "\(figure(rate)) applications a second, \(issuedInTime) in \(plan.seconds) s; the bar is "
          + "\(figure(Self.bar.perSecond))"),
      verdict(
        rate >= Self.nationPerSecond,
        "beside the nation's day in ten minutes (\(figure(Self.nationPerSecond))/s): "
          + ratio(rate, Self.nationPerSecond)),
      verdict(
        p99 <= Self.bar.submissionMilliseconds,
        "submission p99 \(figure(p99)) ms; the bar is \(figure(Self.bar.submissionMilliseconds))"),
      verdict(
        seen.serverErrors.isEmpty && seen.surprises.isEmpty,
        "no answer of 500 and above, none unexpected"),
      verdict(
        kept.all == seen.lodgedAt.count && finished == seen.issuedAt.count
          && finished == kept.all && kept.deadNotes == 0,
        "\(seen.lodgedAt.count) lodged, \(kept.all) in the database, \(finished) handed over, "
          + "\(seen.issuedAt.count) certificates in hand; dead notes \(kept.deadNotes)"),
      verdict(
        check.holds,
        "lylich check: \(check.lines.count) lines, \(check.failures.count) of them do not hold"),
      verdict(
        refusedPapers == 0,
        "\(seen.certificates.count) certificates examined as a stranger would: "
          + "\(refusedPapers) refused"),
      verdict(
        growth <= Self.bar.growth,
        "memory at the end of the arrivals \(figure(growth))× that of the second quarter"),
    ].allSatisfy { $0 }
  }

  /// The server's memory in the last quarter of the arrivals beside the second: what is filled
  /// once (caches, the register's index) is full by then.
  private var memoryGrowth: Double {
    let seconds = Double(plan.seconds)
    func most(_ from: Double, _ to: Double) -> Double {
      load.states.filter { $0.at >= from * seconds && $0.at <= to * seconds }
        .map { Double($0.memoryKiB) }.max() ?? 0
    }
    let before = most(0.25, 0.5)
    return before > 0 ? most(0.75, 1) / before : 1
  }

  private func verdict(_ holds: Bool, _ what: String) -> Bool {
    say("\(holds ? "PASS " : "BELOW")  \(what)")
    return holds
  }
}

/// The value below which this share of sorted values lies.
func share(_ sorted: [Double], _ part: Double) -> Double {
  guard !sorted.isEmpty else { return 0 }
  return sorted[Int(Double(sorted.count - 1) * part)]
}
